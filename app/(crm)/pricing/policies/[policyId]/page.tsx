import type { Metadata } from 'next'
import { ApprovalPanel } from '@/app/(crm)/review/approval-panel'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/pricing/manifest'
import { messages } from '@/lib/modules/pricing/messages'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { policyById } from '@/lib/modules/pricing/queries-policy'
import { PolicyPage } from '@/lib/modules/pricing/views/policy-card'
import { PageHeader } from '@/lib/ui/page-header'

type Props = PageProps<'/pricing/policies/[policyId]'>

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: (await read(policyById, { policyId: (await params).policyId })).policy.title }
}

export default async function PolicyEditionPage({ params }: Props) {
  const { policyId } = await params
  const [t, say, actor] = [await translator(messages), await translator(pages), await currentActor()]
  const view = await read(policyById, { policyId })
  return (
    <>
      <PageHeader
        title={view.policy.title}
        meta={say('edition', { number: view.policy.number })}
        crumbs={[{ label: t('pricing'), href: '/pricing' }]}
      />
      <div className="flex flex-col gap-5">
        <PolicyPage view={view} mayWrite={isGranted(may.setPolicy, actor)} />
        <ApprovalPanel subjectKind="pricePolicy" subjectId={policyId} />
      </div>
    </>
  )
}
