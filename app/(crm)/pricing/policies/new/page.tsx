import type { Metadata } from 'next'
import { dayOf } from '@/lib/kernel/day'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { messages } from '@/lib/modules/pricing/messages'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { policyNow } from '@/lib/modules/pricing/queries-policy'
import { PolicyForm } from '@/lib/modules/pricing/views/policy-form'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('newPolicy') })

export default async function NewPolicyPage() {
  const [t, say, actor] = [await translator(messages), await translator(pages), await currentActor()]
  const { current } = await read(policyNow, {})
  return (
    <>
      <PageHeader title={say('newPolicy')} crumbs={[{ label: t('pricing'), href: '/pricing' }]} />
      <PolicyForm
        policy={current?.policy ?? null}
        draft={`pricing.draftPolicy.${actor.id}`}
        today={dayOf(new Date(), actor.timeZone)}
      />
    </>
  )
}
