'use client'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { isComposing } from './composing'
import { Icon } from './icon'
import { useTranslator } from './locale'
import { addressKeeping } from './table/list-address'
import { tableMessages } from './table/messages'

type PeekPanelProps = { title: string; href: string; children: ReactNode }

/**
 * A record beside the list that it was opened from. It is part of the address (`?peek=`), so Back closes it and a link opens
 * it; Escape closes it and puts the focus back on the row; Ctrl/⌘+Enter opens the full page. The list stays usable.
 */
export function PeekPanel({ title, href, children }: PeekPanelProps) {
  const t = useTranslator(tableMessages)
  const router = useRouter()
  const path = usePathname()
  const address = useSearchParams()
  const panel = useRef<HTMLElement>(null)
  const closed = addressKeeping(path, address, { peek: null })

  useEffect(() => {
    const key = (event: KeyboardEvent) => {
      if (isComposing(event) || event.defaultPrevented) return
      if (event.key === 'Escape') router.push(closed, { scroll: false })
      const inside = event.target instanceof Node && panel.current?.contains(event.target)
      const typing = event.target instanceof HTMLElement && event.target.closest('form')
      if (event.key === 'Enter' && (event.metaKey || event.ctrlKey) && inside && !typing) router.push(href)
    }
    document.addEventListener('keydown', key)
    return () => document.removeEventListener('keydown', key)
  }, [router, closed, href])

  return (
    <aside ref={panel} className="peek" aria-label={`${t('peek')}: ${title}`}>
      <div className="peek-head">
        <h2>{title}</h2>
        <a className="button small" href={href}>
          <Icon name="arrow-up-right" />
          {t('openFull')}
        </a>
        <a className="button quiet square small" href={closed} data-keep-scroll="" aria-label={t('close')}>
          <Icon name="x" />
        </a>
      </div>
      <div className="peek-body">{children}</div>
    </aside>
  )
}
