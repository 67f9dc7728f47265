import type { Metadata } from 'next'
import { dayOf } from '@/lib/kernel/day'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { messages } from '@/lib/modules/pricing/messages'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { RuleForm } from '@/lib/modules/pricing/views/rule-forms'
import { categories } from '@/lib/modules/products/queries-record'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('newRule') })

export default async function NewRulePage() {
  const [t, say, actor] = [await translator(messages), await translator(pages), await currentActor()]
  return (
    <>
      <PageHeader title={say('newRule')} crumbs={[{ label: t('pricing'), href: '/pricing' }]} />
      <RuleForm
        view={null}
        categories={await read(categories, {})}
        draft={`pricing.setRule.${actor.id}`}
        today={dayOf(new Date(), actor.timeZone)}
      />
    </>
  )
}
