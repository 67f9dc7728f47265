import type { Metadata } from 'next'
import { dayOf } from '@/lib/kernel/day'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { rebateById } from '@/lib/modules/pricing/queries-rebates'
import { RebateForm } from '@/lib/modules/pricing/views/rebate-views'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('editRebate') })

export default async function EditRebatePage({ params }: PageProps<'/pricing/rebates/[rebateId]/edit'>) {
  const { rebateId } = await params
  const [t, actor, rebate] = [await translator(pages), await currentActor(), await read(rebateById, { rebateId })]
  return (
    <>
      <PageHeader title={t('editRebate')} crumbs={[{ label: rebate.name, href: `/pricing/rebates/${rebateId}` }]} />
      <RebateForm
        rebate={rebate}
        draft={`pricing.editRebate.${actor.id}.${rebateId}`}
        today={dayOf(new Date(), actor.timeZone)}
      />
    </>
  )
}
