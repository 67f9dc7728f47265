import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { termPages } from '@/lib/modules/terms/messages-pages'
import { history } from '@/lib/modules/terms/queries-history'
import { HistoryList } from '@/lib/modules/terms/views/history'
import { saidFor } from '@/lib/modules/terms/views/said'

type Props = PageProps<'/accounts/[accountId]/terms/[versionId]/history'>

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(termPages))('history') })

export default async function VersionHistoryPage({ params, searchParams }: Props) {
  const [{ accountId, versionId }, { before }] = [await params, await searchParams]
  const [{ timeZone }, said, found] = await Promise.all([
    currentActor(),
    saidFor(),
    read(history, { versionId, before: typeof before === 'string' ? before : '' }),
  ])
  return (
    <div className="flex flex-col gap-5">
      <p>
        <a href={`/accounts/${accountId}/terms/${versionId}`}>{said.t('versionNumber', { number: found.number })}</a>
      </p>
      <HistoryList history={found} said={said} timeZone={timeZone} />
    </div>
  )
}
