import { KpiPage } from '@/lib/modules/kpis/views/kpi-page'
import { saidFor } from '@/lib/modules/kpis/views/said'
import { readKpi } from './read-kpi'

type Props = PageProps<'/agreements/[agreementId]/kpis/[kpiId]'>

export async function generateMetadata({ params }: Props) {
  const { agreementId, kpiId } = await params
  return { title: (await readKpi(agreementId, kpiId)).name }
}

export default async function AgreementKpiPage({ params, searchParams }: Props) {
  const [{ agreementId, kpiId }, { period }] = [await params, await searchParams]
  const [kpi, said] = await Promise.all([readKpi(agreementId, kpiId), saidFor()])
  return <KpiPage kpi={kpi} wanted={typeof period === 'string' ? period : null} said={said} />
}
