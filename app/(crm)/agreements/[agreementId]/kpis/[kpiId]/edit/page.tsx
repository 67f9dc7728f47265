import { notFound } from 'next/navigation'
import { read } from '@/lib/kernel/read'
import { translator } from '@/lib/kernel/translator'
import { pageWords } from '@/lib/modules/kpis/messages-pages'
import { EditKpiForm } from '@/lib/modules/kpis/views/kpi-forms'
import { memberNames } from '@/lib/modules/workspace/queries'
import { readKpi } from '../read-kpi'

export const generateMetadata = async () => ({ title: (await translator(pageWords))('edit') })

export default async function EditKpiPage({ params }: PageProps<'/agreements/[agreementId]/kpis/[kpiId]/edit'>) {
  const { agreementId, kpiId } = await params
  const [kpi, members] = await Promise.all([readKpi(agreementId, kpiId), read(memberNames, {})])
  if (!kpi.mayEdit || !kpi.draftedVersionId) notFound()
  const limits = kpi.targets.find(({ seasonal }) => !seasonal)?.thresholds ?? null
  return (
    <div className="grid gap-4">
      <h2 className="text-xl font-semibold">{kpi.name}</h2>
      <EditKpiForm
        versionId={kpi.draftedVersionId}
        kpiId={kpi.id}
        version={kpi.version}
        kpi={kpi}
        limits={limits}
        terms={{ ...kpi, ownerId: kpi.owner.id }}
        members={members}
        back={`/agreements/${agreementId}/kpis/${kpi.id}`}
      />
    </div>
  )
}
