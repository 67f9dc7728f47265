import type { Metadata } from 'next'
import { formatDay } from '@/lib/kernel/day'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/imports/manifest'
import { pages } from '@/lib/modules/sales/messages'
import { overview } from '@/lib/modules/sales/queries'
import { MonthsCard, ReceivablesCard, TopProducts } from '@/lib/modules/sales/views/overview'
import { EmptyState } from '@/lib/ui/empty-state'
import { readPreferences } from '@/lib/ui/read-preferences'

type Props = { params: Promise<{ accountId: string }> }

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('salesOf') })

export default async function AccountSalesPage({ params }: Props) {
  const { accountId } = await params
  const [sales, actor, t, { locale, calendar }] = await Promise.all([
    read(overview, { accountId }),
    currentActor(),
    translator(pages),
    readPreferences(),
  ])
  const reader = { t, locale, calendar }
  const bring = isGranted(may.upload, actor) && (
    <a className="button primary" href="/imports/new">
      {t('import')}
    </a>
  )
  if (sales.lastSoldOn === null && sales.owed === null)
    return <EmptyState title={t('emptyTitle')} text={t('emptyText')} example={t('emptyExample')} action={bring} />
  return (
    <div className="flex flex-col gap-5">
      <p className="text-muted">
        {sales.lastSoldOn && t('lastSold', { day: formatDay(sales.lastSoldOn, locale, 'short', calendar) })}{' '}
        {sales.otherCurrencies.length > 0 && t('otherCurrencies', { currencies: sales.otherCurrencies.join('、') })}
      </p>
      <MonthsCard accountId={accountId} sales={sales} {...reader} />
      <TopProducts accountId={accountId} sales={sales} {...reader} />
      <ReceivablesCard sales={sales} {...reader} />
    </div>
  )
}
