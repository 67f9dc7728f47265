import { type CalendarName, endOfMonth, formatDay } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import type { Locale } from '@/lib/kernel/messages'
import { formatMoney, formatMoneyShort } from '@/lib/kernel/money'
import type { Translate } from '@/lib/kernel/translate'
import { Card } from '@/lib/ui/card'
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
  return (
    <Card title={t('twelveMonths')} action={<a href={rowsOf(accountId, {})}>{t('allLines')}</a>}>
      <p className="text-muted">{t('twelveMonthsHint', { currency })}</p>
      <MonthBars sales={sales} label={t('chart', { currency })} locale={locale} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too. */}
      <section className="table-scroll" tabIndex={0} aria-label={t('twelveMonths')}>
        <table className="table">
          <caption className="hush">{t('twelveMonths')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('month')}</th>
              <th scope="col" className="text-right">
                {t('thisYear')}
              </th>
              <th scope="col" className="text-right">
                {t('lastYear')}
              </th>
              <th scope="col" className="text-right">
                {t('growth')}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.map(({ month, net, before }) => (
              <tr key={month}>
                <th scope="row">{month.slice(0, 7)}</th>
                <td className="text-right tabular-nums">
                  <a href={rowsOf(accountId, { month })}>{money(net)}</a>
                </td>
                <td className="text-right tabular-nums">{money(before)}</td>
                <td className="text-right tabular-nums">{change(t, net, before)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('sum')}</th>
              <td className="text-right tabular-nums">{money(thisYear)}</td>
              <td className="text-right tabular-nums">{money(lastYear)}</td>
              <td className="text-right tabular-nums">{change(t, thisYear, lastYear)}</td>
            </tr>
          </tfoot>
        </table>
      </section>
    </Card>
  )
}

const [width, height, foot] = [600, 160, 18]

/** Bars of this year before those of the last: drawn on the server, the table beside it says the same in words. */
function MonthBars({
  sales: { months, currency },
  label,
  locale,
}: {
  sales: SalesOverview
  label: string
  locale: Locale
}) {
  const most = months.reduce((top, { net, before }) => Math.max(top, Number(net), Number(before)), 0)
  if (most <= 0) return null
  const step = width / months.length
  const tall = (amount: string) =>
    exact(amount)
      .div(most)
      .times(height - foot - 14)
      .toDecimalPlaces(1)
      .toNumber()
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label} className="w-full max-w-3xl">
      {months.map(({ month, net, before }, index) => (
        <g key={month} transform={`translate(${index * step} 0)`}>
          <rect
            x={step * 0.12}
            y={height - foot - Math.max(0, tall(before))}
            width={step * 0.3}
            height={Math.max(0, tall(before))}
            fill="currentColor"
            opacity="0.25"
          />
          <rect
            x={step * 0.46}
            y={height - foot - Math.max(0, tall(net))}
            width={step * 0.36}
            height={Math.max(0, tall(net))}
            fill="var(--brand)"
          />
          <text x={step / 2} y={height - 4} textAnchor="middle" fontSize="11" fill="currentColor">
            {Number(month.slice(5, 7))}
          </text>
        </g>
      ))}
      <text x="0" y="10" fontSize="11" fill="currentColor">
        {formatMoneyShort({ amount: String(most), currency }, locale)}
      </text>
    </svg>
  )
}

/** What the account buys most, this year beside the last. */
export function TopProducts({ accountId, sales, t }: OverviewProps) {
  const { currency, top, products } = sales
  if (top.length === 0) return null
  return (
    <Card title={t('topProducts')} flush>
      <p className="text-muted px-4 pt-3">{t('topProductsHint', { shown: top.length, count: products })}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls by keyboard too. */}
      <section className="table-scroll" tabIndex={0} aria-label={t('topProducts')}>
        <table className="table">
          <caption className="hush">{t('topProducts')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('topProducts')}</th>
              <th scope="col" className="text-right">
                {t('quantity')}
              </th>
              <th scope="col" className="text-right">
                {t('thisYear')}
              </th>
              <th scope="col" className="text-right">
                {t('lastYear')}
              </th>
              <th scope="col" className="text-right">
                {t('growth')}
              </th>
            </tr>
          </thead>
          <tbody>
            {top.map((row) => (
              <tr key={row.productId}>
                <th scope="row">
                  <a href={`/products/${row.productId}`}>
                    {row.code} {row.name}
                  </a>
                </th>
                <td className="text-right tabular-nums">
                  {row.quantity} {row.baseUnit}
                </td>
                <td className="text-right tabular-nums">
                  <a href={rowsOf(accountId, { product: row.productId })}>
                    {formatMoney({ amount: row.thisYear, currency })}
                  </a>
                </td>
                <td className="text-right tabular-nums">{formatMoney({ amount: row.lastYear, currency })}</td>
                <td className="text-right tabular-nums">{change(t, row.thisYear, row.lastYear)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
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
