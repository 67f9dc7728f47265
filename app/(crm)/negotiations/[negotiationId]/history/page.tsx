import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { pageMessages } from '@/lib/modules/negotiations/messages-pages'
import { history } from '@/lib/modules/negotiations/queries-history'
import { HistoryList } from '@/lib/modules/negotiations/views/history'
import { saidFor } from '@/lib/modules/negotiations/views/said'

export const generateMetadata = async () => ({ title: (await translator(pageMessages))('history') })

export default async function NegotiationHistoryPage(props: PageProps<'/negotiations/[negotiationId]/history'>) {
  const [{ negotiationId }, { before }] = [await props.params, await props.searchParams]
  const [found, said] = await Promise.all([read(history, { negotiationId, before }), saidFor()])
  return <HistoryList history={found} said={said} />
}
