'use client'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Card } from '@/lib/ui/card'
import { useTranslator } from '@/lib/ui/locale'
import { words } from '../messages'
import type { Progress } from '../model-views'
import { wordOf } from './words'

const everyMs = 1_000

/** How far a job on the records of `page` has come; asks `address` once a second and shows the page anew when the job has come to an end. */
export function ProgressCard({ page, address, first }: { page: string; address: string; first: Progress }) {
  const t = useTranslator(words)
  const router = useRouter()
  const [now, setNow] = useState(first)
  useEffect(() => {
    let stopped = false
    let timer: ReturnType<typeof setTimeout>
    const ask = async () => {
      const next = await progressOf(address)
      if (stopped) return
      if (next && next.status !== first.status) return router.refresh()
      if (next) setNow(next)
      timer = setTimeout(ask, everyMs)
    }
    timer = setTimeout(ask, everyMs)
    return () => {
      stopped = true
      clearTimeout(timer)
    }
  }, [address, first.status, router])
  const counts = now.status === 'running' && now.totalRows > 0
  return (
    <Card title={wordOf(t)('status', now.status)}>
      <div className="flex flex-col gap-3">
        <progress
          className="h-2 w-full"
          aria-label={wordOf(t)('status', now.status)}
          {...(counts ? { max: now.totalRows, value: now.doneRows } : {})}
        />
        <p role="status">{counts ? t('progress', { done: now.doneRows, total: now.totalRows }) : t('working')}</p>
        {counts && <p className="text-muted">{t('working')}</p>}
        <noscript>
          <meta httpEquiv="refresh" content="3" />
        </noscript>
        <p>
          <a className="button small" href={page} data-hard="">
            {t('reload')}
          </a>
        </p>
      </div>
    </Card>
  )
}

async function progressOf(address: string): Promise<Progress | null> {
  try {
    const answer = await fetch(address, { cache: 'no-store' })
    return answer.ok ? ((await answer.json()) as Progress) : null
  } catch {
    return null
  }
}
