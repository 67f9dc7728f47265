import type { Metadata } from 'next'
import { z } from 'zod'
import { dayOf } from '@/lib/kernel/day'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { header } from '@/lib/modules/accounts/queries'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { DealForm } from '@/lib/modules/pricing/views/deal-form'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('newDeal') })

export default async function NewDealPage({ searchParams }: PageProps<'/pricing/deal-checks/new'>) {
  const [t, actor, address] = [await translator(pages), await currentActor(), await searchParams]
  const accountId = z.uuid().safeParse(address.account).data
  const client = accountId ? await read(header, { accountId }) : null
  return (
    <>
      <PageHeader title={t('newDeal')} crumbs={[{ label: t('deals'), href: '/pricing/deal-checks' }]} />
      <DealForm
        account={client && { id: client.account.id, title: client.account.name }}
        today={dayOf(new Date(), actor.timeZone)}
        draft={`pricing.checkPrices.${actor.id}`}
      />
    </>
  )
}
