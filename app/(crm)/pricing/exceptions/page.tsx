import type { Metadata } from 'next'
import { dayOf } from '@/lib/kernel/day'
import { columnViews } from '@/lib/kernel/list'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { seesMargin } from '@/lib/kernel/rights'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { exceptionList, exceptions } from '@/lib/modules/pricing/list-exceptions'
import { may } from '@/lib/modules/pricing/manifest'
import { pages } from '@/lib/modules/pricing/messages-pages'
import { ExceptionTable } from '@/lib/modules/pricing/views/exception-views'
import { PricingTabs } from '@/lib/modules/pricing/views/pricing-tabs'
import { memberNames } from '@/lib/modules/workspace/queries'
import { savedViewsOf } from '@/lib/modules/workspace/queries-settings'
import { SavedViews } from '@/lib/modules/workspace/views/saved-views'
import { PageHeader } from '@/lib/ui/page-header'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('exceptions') })

export default async function ExceptionsPage({ searchParams }: PageProps<'/pricing/exceptions'>) {
  const [address, actor, t] = [await searchParams, await currentActor(), await translator(pages)]
  const [page, members, views] = await Promise.all([
    read(exceptions, { ...address }),
    read(memberNames, {}),
    read(savedViewsOf, { list: 'price-exceptions' }),
  ])
  const mayAsk = isGranted(may.ask, actor)
  const add = (
    <a className="button primary" href="/pricing/exceptions/new">
      {t('newException')}
    </a>
  )
  return (
    <>
      <PageHeader title={t('exceptions')} primary={mayAsk && add} />
      <PricingTabs at="exceptions" margins={seesMargin(actor)} />
      <ExceptionTable
        page={page}
        columns={columnViews(exceptionList)}
        members={members}
        mayAsk={mayAsk}
        today={dayOf(new Date(), actor.timeZone)}
        views={<SavedViews list="price-exceptions" path="/pricing/exceptions" address={address} views={views} />}
      />
    </>
  )
}
