import { notFound } from 'next/navigation'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { pageWords } from '@/lib/modules/kpis/messages-pages'
import { choices, ofAgreement } from '@/lib/modules/kpis/queries-agreement'
import { ChooseKpi } from '@/lib/modules/kpis/views/choose-kpi'
import { AddKpiForm } from '@/lib/modules/kpis/views/kpi-forms'
import { saidFor } from '@/lib/modules/kpis/views/said'
import { memberNames } from '@/lib/modules/workspace/queries'

export const generateMetadata = async () => ({ title: (await translator(pageWords))('add') })

export default async function NewKpiPage(props: PageProps<'/agreements/[agreementId]/kpis/new'>) {
  const [{ agreementId }, { code }] = [await props.params, await props.searchParams]
  const back = `/agreements/${agreementId}/kpis`
  const [all, said, { draftedVersionId, firstDay }] = await Promise.all([
    read(choices, {}),
    saidFor(),
    read(ofAgreement, { agreementId }),
  ])
  if (!draftedVersionId) notFound()
  const chosen = all.flatMap(({ definitions }) => definitions).find((each) => each.code === code)
  if (!chosen) return <ChooseKpi choices={all} back={back} said={said} />
  const [actor, members] = await Promise.all([currentActor(), read(memberNames, {})])
  const terms = {
    ...{ party: 'us', ownerId: actor.id, weight: '1', source: 'manual', frequency: 'month', graceDays: 5 },
    ...{ startsOn: firstDay, endsOn: null, cumulative: false, breachRule: { inARow: 2 } },
    ...{ planRequired: true, consequence: 'none', consequenceNote: null, credit: null },
  }
  return (
    <div className="grid gap-4">
      <h2 className="text-xl font-semibold">{chosen.name}</h2>
      <p>{chosen.definition}</p>
      <p>
        <a href={`${back}/new`}>{said.t('another')}</a>
      </p>
      <AddKpiForm
        versionId={draftedVersionId}
        code={chosen.code}
        kpi={chosen}
        terms={terms}
        members={members}
        back={back}
      />
    </div>
  )
}
