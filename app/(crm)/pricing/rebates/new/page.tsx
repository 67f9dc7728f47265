import type { Metadata } from 'next'
import { dayOf } from '@/lib/kernel/day'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { RebateForm } from '@/lib/modules/pricing/views/rebate-views'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('newRebate') })

export default async function NewRebatePage() {
  const [t, actor] = [await translator(pages), await currentActor()]
  return (
    <>
      <PageHeader title={t('newRebate')} crumbs={[{ label: t('rebates'), href: '/pricing/rebates' }]} />
      <RebateForm rebate={null} draft={`pricing.setRebate.${actor.id}`} today={dayOf(new Date(), actor.timeZone)} />
    </>
  )
}
