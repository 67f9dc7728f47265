import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { historyMessages } from '@/lib/modules/needs/messages-history'
import { planHistory } from '@/lib/modules/needs/queries-history'
import { HistoryList } from '@/lib/modules/needs/views/history'
import { saidFor } from '@/lib/modules/needs/views/said'

const title = async () => (await translator(historyMessages))('planTitle')
export const generateMetadata = async () => ({ title: await title() })

export default async function PlanHistoryPage(props: PageProps<'/accounts/[accountId]/needs/history'>) {
  const [{ accountId }, { before }] = [await props.params, await props.searchParams]
  const [{ timeZone }, said, { entries, older }] = await Promise.all([
    currentActor(),
    saidFor(),
    read(planHistory, { accountId, before }),
  ])
  return (
    <div className="grid gap-4">
      <h2>{await title()}</h2>
      <HistoryList entries={entries} older={older} said={said} timeZone={timeZone} />
    </div>
  )
}
