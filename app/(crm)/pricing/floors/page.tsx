import type { Metadata } from 'next'
import { dayOf } from '@/lib/kernel/day'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/pricing/manifest'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { floors } from '@/lib/modules/pricing/queries-floors'
import { FloorForm, FloorTable } from '@/lib/modules/pricing/views/floor-views'
import { PricingTabs } from '@/lib/modules/pricing/views/pricing-tabs'
import { categories } from '@/lib/modules/products/queries-record'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('floors') })

export default async function FloorsPage() {
  const [t, actor] = [await translator(pages), await currentActor()]
  const [rows, groups] = await Promise.all([read(floors, {}), read(categories, {})])
  const mayEdit = isGranted(may.setFloors, actor)
  return (
    <>
      <PageHeader title={t('floors')} meta={t('noFloorsText')} />
      <PricingTabs at="floors" margins />
      <div className="flex flex-col gap-5">
        <FloorTable floors={rows} mayEdit={mayEdit} />
        {mayEdit && <FloorForm categories={groups} today={dayOf(new Date(), actor.timeZone)} />}
      </div>
    </>
  )
}
