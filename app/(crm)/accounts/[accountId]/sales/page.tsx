import type { Metadata } from 'next'
import { formatDay } from '@/lib/kernel/day'
import { isGranted } from '@/lib/kernel/permission'
import { read } from '@/lib/kernel/read'
import { currentActor } from '@/lib/kernel/session'
import { translator } from '@/lib/kernel/translator'
import { may } from '@/lib/modules/imports/manifest'
import { may as mayPromote } from '@/lib/modules/promotions/manifest'
import { ofAccount } from '@/lib/modules/promotions/queries'
import { AccountPromotions } from '@/lib/modules/promotions/views/account-promotions'
import { saidFor } from '@/lib/modules/promotions/views/said'
import { pages } from '@/lib/modules/sales/messages'
import { agingBuckets } from '@/lib/modules/sales/model'
import { overview } from '@/lib/modules/sales/queries'
import { MonthsCard, OtherCurrencies, TopProducts } from '@/lib/modules/sales/views/overview'
import { ReceivablesCard, type ShownBucket } from '@/lib/modules/sales/views/receivables'
import { EmptyState } from '@/lib/ui/empty-state'
import { readPreferences } from '@/lib/ui/read-preferences'

type Props = {
  params: Promise<{ accountId: string }>
  searchParams: Promise<{ owed?: string | string[]; in?: string | string[] }>
}

const shownBucket = (owed: unknown, currency: unknown): ShownBucket => {
  const bucket = agingBuckets.find((each) => each === owed)
  return bucket && typeof currency === 'string' ? { bucket, currency } : null
}

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await translator(pages))('salesOf') })

export default async function AccountSalesPage({ params, searchParams }: Props) {
  const { accountId } = await params
  const { owed, in: currency } = await searchParams
  const [sales, promotions, said, actor, t, { locale, calendar }] = await Promise.all([
    read(overview, { accountId }),
    read(ofAccount, { accountId }),
    saidFor(),
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
  const promoted = (
    <AccountPromotions
      accountId={accountId}
      promotions={promotions}
      mayPlan={isGranted(mayPromote.plan, actor)}
      said={said}
    />
  )
  if (sales.lastSoldOn === null && sales.owed === null)
    return (
      <div className="flex flex-col gap-5">
        <EmptyState title={t('emptyTitle')} text={t('emptyText')} example={t('emptyExample')} action={bring} />
        {promotions.length > 0 && promoted}
      </div>
    )
  return (
    <div className="flex flex-col gap-5">
      <p className="text-muted">
        {sales.lastSoldOn && t('lastSold', { day: formatDay(sales.lastSoldOn, locale, 'short', calendar) })}
      </p>
      <OtherCurrencies sales={sales} {...reader} />
      <MonthsCard accountId={accountId} sales={sales} {...reader} />
      <TopProducts accountId={accountId} sales={sales} {...reader} />
      {promoted}
      <ReceivablesCard accountId={accountId} owed={sales.owed} shown={shownBucket(owed, currency)} {...reader} />
    </div>
  )
}
