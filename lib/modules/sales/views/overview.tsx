import { addMonths, type CalendarName, endOfMonth, formatDay } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import type { Locale } from '@/lib/kernel/messages'
import { formatMoney, formatMoneyShort } from '@/lib/kernel/money'
import type { Translate } from '@/lib/kernel/translate'
import { Bars } from '@/lib/ui/bars'
import { Card } from '@/lib/ui/card'
import { RecordTable } from '@/lib/ui/record-table'
import type { pages } from '../messages'
import type { SalesOverview } from '../queries'
import { growthPct } from '../rules'

export type Reader = { t: Translate<typeof pages>; locale: Locale; calendar: CalendarName }
type OverviewProps = Reader & { accountId: string; sales: SalesOverview }

/** The lines behind a figure: of a month, of a product, or both. */
const rowsOf = (accountId: string, { month, product }: { month?: string; product?: string }) => {
  const address = new URLSearchParams({
    ...(month ? { day: `${month}..${endOfMonth(month)}` } : {}),
    ...(product ? { product } : {}),
  })
  return `/accounts/${accountId}/sales/lines?${address}`
}

const change = (t: Translate<typeof pages>, now: string, before: string) => {
  const pct = growthPct(now, before)
  return pct === null ? <span className="text-muted">{t('noBase')}</span> : `${pct.startsWith('-') ? '' : '+'}${pct} %`
}

/** What was sold in other currencies: converted with its rate and day, or said not to be. */
export function OtherCurrencies({
  sales: { others, currency },
  t,
  locale,
  calendar,
}: Omit<OverviewProps, 'accountId'>) {
  if (others.length === 0) return null
  return (
    <ul className="grid gap-1">
      {others.map(({ converted, ...money }) => (
        <li key={money.currency}>
          {converted
            ? t('otherConverted', {
                amount: formatMoney(money),
                converted: formatMoney(converted),
                rate: converted.rate,
                day: formatDay(converted.day, locale, 'short', calendar),
              })
            : t('otherUnknown', { amount: formatMoney(money), currency })}
        </li>
      ))}
    </ul>
  )
}

/** Twelve months as bars and as a table; every figure opens its lines. */
export function MonthsCard({ accountId, sales, t, locale }: OverviewProps) {
  const { currency, months, thisYear, lastYear } = sales
  const money = (amount: string) => formatMoney({ amount, currency })
  const most = months
    .flatMap(({ net, before }) => [net, before])
    .reduce((top, each) => (exact(each).gt(top) ? each : top))
  return (
    <Card title={t('twelveMonths')} action={<a href={rowsOf(accountId, {})}>{t('allLines')}</a>}>
      <p className="text-muted">{t('twelveMonthsHint', { currency })}</p>
      <Bars
        label={t('chart', { currency })}
        lanes={2}
        columns={months.map(({ month, net, before }) => ({
          key: month,
          foot: String(Number(month.slice(5, 7))),
          bars: [
            { from: '0', to: before, tone: 'back' },
            { from: '0', to: net, tone: exact(net).lt(0) ? 'lost' : 'figure', lane: 1 },
          ],
        }))}
        scale={formatMoneyShort({ amount: most, currency }, locale)}
      />
      <RecordTable
        caption={t('twelveMonths')}
        columns={[
          { label: t('month') },
          { label: t('thisYear'), numeric: true },
          { label: t('lastYear'), numeric: true },
          { label: t('growth'), numeric: true },
        ]}
        rows={months.map(({ month, net, before }) => ({
          key: month,
          cells: [
            month.slice(0, 7),
            <a key="lines" href={rowsOf(accountId, { month })}>
              {money(net)}
            </a>,
            <a key="before" href={rowsOf(accountId, { month: addMonths(month, -12) })}>
              {money(before)}
            </a>,
            change(t, net, before),
          ],
        }))}
        foot={[t('sum'), money(thisYear), money(lastYear), change(t, thisYear, lastYear)]}
      />
    </Card>
  )
}

/** What the account buys most, this year beside the last. */
export function TopProducts({ accountId, sales, t }: OverviewProps) {
  const { currency, top, products } = sales
  if (top.length === 0) return null
  return (
    <Card title={t('topProducts')} flush>
      <p className="px-4 py-3 text-muted">{t('topProductsHint', { shown: top.length, count: products })}</p>
      <RecordTable
        caption={t('topProducts')}
        columns={[
          { label: t('topProducts') },
          { label: t('quantity'), numeric: true },
          { label: t('thisYear'), numeric: true },
          { label: t('lastYear'), numeric: true },
          { label: t('growth'), numeric: true },
        ]}
        rows={top.map(({ productId, code, name, quantity, baseUnit, thisYear, lastYear }) => ({
          key: productId,
          cells: [
            <a key="product" href={`/products/${productId}`}>
              {code} {name}
            </a>,
            `${quantity} ${baseUnit}`,
            <a key="lines" href={rowsOf(accountId, { product: productId })}>
              {formatMoney({ amount: thisYear, currency })}
            </a>,
            formatMoney({ amount: lastYear, currency }),
            change(t, thisYear, lastYear),
          ],
        }))}
      />
    </Card>
  )
}
