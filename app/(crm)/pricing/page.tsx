import type { Metadata } from 'next'
import { columnViews } from '@/lib/kernel/list'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { seesMargin } from '@/lib/kernel/rights'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { list, ruleList } from '@/lib/modules/pricing/list'
import { may } from '@/lib/modules/pricing/manifest'
import { messages } from '@/lib/modules/pricing/messages'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { policyNow } from '@/lib/modules/pricing/queries-policy'
import { LawCard, PolicyNow } from '@/lib/modules/pricing/views/policy-card'
import { PricingTabs } from '@/lib/modules/pricing/views/pricing-tabs'
import { RuleTable } from '@/lib/modules/pricing/views/rule-table'
import { savedViewsOf } from '@/lib/modules/workspace/queries-settings'
import { SavedViews } from '@/lib/modules/workspace/views/saved-views'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(messages))('pricing') })

export default async function PricingPage({ searchParams }: PageProps<'/pricing'>) {
  const [address, actor, t, say] = [
    await searchParams,
    await currentActor(),
    await translator(messages),
    await translator(pages),
  ]
  const [page, policy, views] = await Promise.all([
    read(list, { ...address }),
    read(policyNow, {}),
    read(savedViewsOf, { list: 'price-rules' }),
  ])
  const mayEdit = isGranted(may.setRules, actor)
  const add = (
    <a className="button primary" href="/pricing/rules/new">
      {say('newRule')}
    </a>
  )
  return (
    <>
      <PageHeader title={t('pricing')} primary={mayEdit && add} />
      <PricingTabs at="policy" margins={seesMargin(actor)} />
      <div className="flex flex-col gap-5">
        <PolicyNow {...policy} mayWrite={isGranted(may.setPolicy, actor)} />
        <LawCard />
        <h2 className="text-base font-semibold">{say('rules')}</h2>
        <RuleTable
          page={page}
          columns={columnViews(ruleList)}
          mayEdit={mayEdit}
          views={<SavedViews list="price-rules" path="/pricing" address={address} views={views} />}
        />
      </div>
    </>
  )
}
