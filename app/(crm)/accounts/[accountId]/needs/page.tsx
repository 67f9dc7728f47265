import { ApprovalPanel } from '@/app/(crm)/review/approval-panel'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { peopleOf } from '@/lib/modules/contacts/queries-people'
import { may } from '@/lib/modules/needs/manifest'
import { messages } from '@/lib/modules/needs/messages'
import { ofAccount } from '@/lib/modules/needs/queries'
import { myHitRate, outlook } from '@/lib/modules/needs/queries-anticipated'
import { consultationsOf } from '@/lib/modules/needs/queries-consultation'
import { ownMethods } from '@/lib/modules/needs/queries-methods'
import { planOf } from '@/lib/modules/needs/queries-plans'
import { AccountNeeds, ConsultationList } from '@/lib/modules/needs/views/account-needs'
import { AnticipatedPanel, ObjectivesPanel } from '@/lib/modules/needs/views/outlook-panel'
import { PlanPanel } from '@/lib/modules/needs/views/plan-panel'
import { saidFor } from '@/lib/modules/needs/views/said'
import { memberNames } from '@/lib/modules/workspace/queries'

export const generateMetadata = async () => ({ title: (await translator(messages))('needs') })

export default async function AccountNeedsPage({ params }: PageProps<'/accounts/[accountId]/needs'>) {
  const { accountId } = await params
  const [actor, said, needs, plan, ahead, hitRate, consultations, people, members, own] = await Promise.all([
    currentActor(),
    saidFor(),
    read(ofAccount, { accountId }),
    read(planOf, { accountId }),
    read(outlook, { accountId }),
    read(myHitRate, {}),
    read(consultationsOf, { accountId }),
    read(peopleOf, { accountId }),
    read(memberNames, {}),
    read(ownMethods, {}),
  ])
  const { mayPlan } = plan
  const about = { accountId, outlook: ahead, mayPlan, members, me: actor.id }
  const here = people.here.map(({ id, displayName }) => ({ id, displayName }))
  return (
    <div className="grid gap-4">
      <AccountNeeds
        accountId={accountId}
        needs={needs}
        people={here}
        mayRecord={isGranted(may.record, actor)}
        mayPlan={mayPlan}
        said={said}
      />
      <PlanPanel plan={plan} members={members} people={here} own={own} me={actor.id} />
      {plan.planId && plan.state !== 'empty' && plan.state !== 'draft' && (
        <ApprovalPanel subjectKind="needPlan" subjectId={plan.planId} />
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <AnticipatedPanel {...about} hitRate={hitRate} />
        <ObjectivesPanel {...about} />
      </div>
      <ConsultationList consultations={consultations} said={said} />
    </div>
  )
}
