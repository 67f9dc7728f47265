import type { Metadata } from 'next'
import { dayOf } from '@/lib/kernel/day'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { policyById } from '@/lib/modules/pricing/queries-policy'
import { PolicyForm } from '@/lib/modules/pricing/views/policy-form'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('editPolicy') })

export default async function EditPolicyPage({ params }: PageProps<'/pricing/policies/[policyId]/edit'>) {
  const { policyId } = await params
  const [t, actor, { policy }] = [await translator(pages), await currentActor(), await read(policyById, { policyId })]
  return (
    <>
      <PageHeader title={t('editPolicy')} crumbs={[{ label: policy.title, href: `/pricing/policies/${policyId}` }]} />
      <PolicyForm
        policy={policy}
        draft={`pricing.editPolicy.${actor.id}.${policyId}`}
        today={dayOf(new Date(), actor.timeZone)}
      />
    </>
  )
}
