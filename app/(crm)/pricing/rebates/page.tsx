import type { Metadata } from 'next'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { seesMargin } from '@/lib/kernel/rights'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/pricing/manifest'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { rebates } from '@/lib/modules/pricing/queries-rebates'
import { PricingTabs } from '@/lib/modules/pricing/views/pricing-tabs'
import { RebateTable } from '@/lib/modules/pricing/views/rebate-views'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('rebates') })

export default async function RebatesPage() {
  const [t, actor, rows] = [await translator(pages), await currentActor(), await read(rebates, {})]
  const mayEdit = isGranted(may.setRebates, actor)
  const add = (
    <a className="button primary" href="/pricing/rebates/new">
      {t('newRebate')}
    </a>
  )
  return (
    <>
      <PageHeader title={t('rebates')} primary={mayEdit && rows.length > 0 && add} />
      <PricingTabs at="rebates" margins={seesMargin(actor)} />
      <RebateTable rebates={rows} mayEdit={mayEdit} />
    </>
  )
}
