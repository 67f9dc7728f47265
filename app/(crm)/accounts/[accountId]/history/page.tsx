import type { Metadata } from 'next'
import { read } from '@/lib/kernel/read'
import { mayWorkWith } from '@/lib/kernel/rights'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { pages } from '@/lib/modules/accounts/messages'
import { history } from '@/lib/modules/accounts/queries-history'
import { accountHeader } from '@/lib/modules/accounts/queries-page'
import { HistoryPanel } from '@/lib/modules/accounts/views/history-panel'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('history') })

export default async function HistoryPage({ params, searchParams }: PageProps<'/accounts/[accountId]/history'>) {
  const [{ accountId }, { before }] = [await params, await searchParams]
  const [{ account, onTeam }, { entries, older }, actor] = [
    await accountHeader(accountId),
    await read(history, { accountId, ...(typeof before === 'string' ? { before } : {}) }),
    await currentActor(),
  ]
  const mayEdit = mayWorkWith(actor, { ...account, onTeam })
  return <HistoryPanel accountId={accountId} entries={entries} older={older} mayEdit={mayEdit} />
}
