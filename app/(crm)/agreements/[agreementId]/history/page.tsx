import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { pageMessages } from '@/lib/modules/agreements/messages-pages'
import { history } from '@/lib/modules/agreements/queries-history'
import { HistoryList } from '@/lib/modules/agreements/views/history'
import { saidFor } from '@/lib/modules/agreements/views/said'

export const generateMetadata = async () => ({ title: (await translator(pageMessages))('history') })

export default async function AgreementHistoryPage(props: PageProps<'/agreements/[agreementId]/history'>) {
  const [{ agreementId }, { before }] = [await props.params, await props.searchParams]
  const [found, said] = await Promise.all([read(history, { agreementId, before }), saidFor()])
  return <HistoryList history={found} said={said} />
}
