import type { Metadata } from 'next'
import { z } from 'zod'
import { dayOf } from '@/lib/kernel/day'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { header } from '@/lib/modules/accounts/queries'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { ExceptionForm } from '@/lib/modules/pricing/views/exception-views'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('newException') })

export default async function NewExceptionPage({ searchParams }: PageProps<'/pricing/exceptions/new'>) {
  const [t, actor, address] = [await translator(pages), await currentActor(), await searchParams]
  const accountId = z.uuid().safeParse(address.account).data
  const client = accountId ? await read(header, { accountId }) : null
  return (
    <>
      <PageHeader title={t('newException')} crumbs={[{ label: t('exceptions'), href: '/pricing/exceptions' }]} />
      <ExceptionForm
        account={client && { id: client.account.id, title: client.account.name }}
        product={null}
        today={dayOf(new Date(), actor.timeZone)}
        draft={`pricing.askException.${actor.id}`}
      />
    </>
  )
}
