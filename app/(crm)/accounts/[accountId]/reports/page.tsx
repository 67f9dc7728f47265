import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { reportWords } from '@/lib/modules/kpis/messages-reports'
import { reportsOf } from '@/lib/modules/kpis/queries-reports'
import { ReportsPage } from '@/lib/modules/kpis/views/reports-page'
import { saidFor } from '@/lib/modules/kpis/views/said'

export const generateMetadata = async () => ({ title: (await translator(reportWords))('reports') })

export default async function AccountReportsPage({ params }: PageProps<'/accounts/[accountId]/reports'>) {
  const { accountId } = await params
  const [found, say, said] = await Promise.all([read(reportsOf, { accountId }), translator(reportWords), saidFor()])
  return <ReportsPage found={found} accountId={accountId} say={say} said={said} />
}
