import type { Metadata } from 'next'
import { dayOf } from '@/lib/kernel/day'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { ruleById } from '@/lib/modules/pricing/queries-rules'
import { RuleForm } from '@/lib/modules/pricing/views/rule-forms'
import { categories } from '@/lib/modules/products/queries-record'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('editRule') })

export default async function EditRulePage({ params }: PageProps<'/pricing/rules/[ruleId]/edit'>) {
  const { ruleId } = await params
  const [t, actor] = [await translator(pages), await currentActor()]
  const [view, groups] = await Promise.all([read(ruleById, { ruleId }), read(categories, {})])
  return (
    <>
      <PageHeader title={t('editRule')} crumbs={[{ label: view.rule.name, href: `/pricing/rules/${ruleId}` }]} />
      <RuleForm
        view={view}
        categories={groups}
        draft={`pricing.editRule.${actor.id}.${ruleId}`}
        today={dayOf(new Date(), actor.timeZone)}
      />
    </>
  )
}
