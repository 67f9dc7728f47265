import type { Metadata } from 'next'
import { columnViews } from '@/lib/kernel/list'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { seesMargin } from '@/lib/kernel/rights'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { dealChecksList, dealList } from '@/lib/modules/pricing/list-deals'
import { may } from '@/lib/modules/pricing/manifest'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { DealTable } from '@/lib/modules/pricing/views/deal-table'
import { PricingTabs } from '@/lib/modules/pricing/views/pricing-tabs'
import { memberNames } from '@/lib/modules/workspace/queries'
import { savedViewsOf } from '@/lib/modules/workspace/queries-settings'
import { SavedViews } from '@/lib/modules/workspace/views/saved-views'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('deals') })

export default async function DealChecksPage({ searchParams }: PageProps<'/pricing/deal-checks'>) {
  const [address, actor, t] = [await searchParams, await currentActor(), await translator(pages)]
  const [page, members, views] = await Promise.all([
    read(dealChecksList, { ...address }),
    read(memberNames, {}),
    read(savedViewsOf, { list: 'deal-checks' }),
  ])
  const mayAsk = isGranted(may.ask, actor)
  const add = (
    <a className="button primary" href="/pricing/deal-checks/new">
      {t('newDeal')}
    </a>
  )
  return (
    <>
      <PageHeader title={t('deals')} primary={mayAsk && add} />
      <PricingTabs at="deals" margins={seesMargin(actor)} />
      <DealTable
        page={page}
        columns={columnViews(dealList)}
        members={members}
        mayAsk={mayAsk}
        views={<SavedViews list="deal-checks" path="/pricing/deal-checks" address={address} views={views} />}
      />
    </>
  )
}
