import { addMonths, type CalendarName, endOfMonth, formatDay } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import type { Locale } from '@/lib/kernel/messages'
import { formatMoney, formatMoneyShort } from '@/lib/kernel/money'
import type { Translate } from '@/lib/kernel/translate'
import { Bars } from '@/lib/ui/bars'
import { Card } from '@/lib/ui/card'
import { ScrollTable } from '@/lib/ui/scroll-table'
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
      <ScrollTable
        caption={t('twelveMonths')}
        columns={[
          { label: t('month') },
          { label: t('thisYear'), number: true },
          { label: t('lastYear'), number: true },
          { label: t('growth'), number: true },
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
      <p className="text-muted px-4 pt-3">{t('topProductsHint', { shown: top.length, count: products })}</p>
      <ScrollTable
        caption={t('topProducts')}
        columns={[
          { label: t('topProducts') },
          { label: t('quantity'), number: true },
          { label: t('thisYear'), number: true },
          { label: t('lastYear'), number: true },
          { label: t('growth'), number: true },
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

/** What is open, by age, and the invoices behind it. */
export function ReceivablesCard({ sales: { owed }, t, locale, calendar }: Omit<OverviewProps, 'accountId'>) {
  if (owed === null) return <Card title={t('receivables')}>{t('receivablesNone')}</Card>
  const asOf = formatDay(owed.asOf, locale, 'short', calendar)
  if (owed.aging.length === 0) return <Card title={t('receivables')}>{t('receivablesEmpty', { day: asOf })}</Card>
  return (
    <Card title={t('receivables')} flush>
      <p className="text-muted px-4 pt-3">{t('receivablesAsOf', { day: asOf })}</p>
      {owed.aging.map(({ currency, total, buckets }) => (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too.
        <section key={currency} className="table-scroll" tabIndex={0} aria-label={`${t('aging')} ${currency}`}>
          <table className="table">
            <caption className="hush">{`${t('aging')} ${currency}`}</caption>
            <thead>
              <tr>
                <th scope="col">{t('aging')}</th>
                <th scope="col" className="text-right">
                  {t('invoices')}
                </th>
                <th scope="col" className="text-right">
                  {t('open')}
                </th>
              </tr>
            </thead>
            <tbody>
              {buckets.map(({ bucket, amount, invoices }) => (
                <tr key={bucket}>
                  <th scope="row">{t(`aging_${bucket}`)}</th>
                  <td className="text-right tabular-nums">
                    {invoices > 0 ? <a href="#invoices">{invoices}</a> : invoices}
                  </td>
                  <td className="text-right tabular-nums">{formatMoney({ amount, currency })}</td>
                </tr>
              ))}
            </tbody>
            <tfoot>
              <tr>
                <th scope="row">{t('total')}</th>
                <td />
                <td className="text-right tabular-nums">{formatMoney({ amount: total, currency })}</td>
              </tr>
            </tfoot>
          </table>
        </section>
      ))}
      <ul className="rows" id="invoices">
        {owed.invoices.map((row) => (
          <li key={row.id}>
            <span className="grow tabular-nums">
              {row.invoiceNumber}
              <span className="text-muted">
                {' '}
                {t('dueDay')} {formatDay(row.dueDay, locale, 'short', calendar)}
                {row.chequeDueDay &&
                  ` · ${t('cheque')} ${t('chequeDue', { day: formatDay(row.chequeDueDay, locale, 'short', calendar) })}`}
              </span>
            </span>
            <span className="tabular-nums">{formatMoney({ amount: row.openAmount, currency: row.currency })}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
