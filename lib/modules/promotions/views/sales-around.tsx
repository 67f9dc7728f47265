import { exact } from '@/lib/kernel/exact'
import { Bars } from '@/lib/ui/bars'
import { Card } from '@/lib/ui/card'
import { Press } from '@/lib/ui/press'
import { RecordTable } from '@/lib/ui/record-table'
import { keepSales } from '../actions'
import type { PromotionRecord } from '../queries-record'
import type { Around } from '../queries-sales'
import { daySaid, daysSaid, moneySaid, type Said, unitsSaid } from './said'

type SalesAroundProps = { promotion: PromotionRecord; said: Said }

const rowsOf = (accountId: string, { from, to }: { from: string; to: string }, productIds: readonly string[]) =>
  `/accounts/${accountId}/sales/lines?${new URLSearchParams({ day: `${from}..${to}`, product: productIds.join(',') })}`

/** What was sold before, during and after, as bars and as a table; every figure opens its lines. */
export function SalesAround({ promotion, said }: SalesAroundProps) {
  const { t, locale } = said
  const { around, unit, accounts, products, currency } = promotion
  const { baseline, parts } = around
  const productIds = products.map(({ id }) => id)
  const [only] = accounts.length === 1 ? accounts : []
  const linked = (part: (typeof parts)[number]) =>
    only ? (
      <a href={rowsOf(only.id, part, productIds)}>{unitsSaid(part.units, locale)}</a>
    ) : (
      unitsSaid(part.units, locale)
    )
  return (
    <Card
      id="sales"
      title={t('sales')}
      action={
        promotion.mayPlan &&
        around.onRecord &&
        promotion.state !== 'cancelled' && (
          <Press action={keepSales} values={{ promotionId: promotion.id }} done={t('keptNow')}>
            {t('keepSales')}
          </Press>
        )
      }
    >
      {!around.onRecord && <p className="notice info">{t('salesNone')}</p>}
      <p className="text-muted">{t('salesHint', { unit })}</p>
      {around.onRecord && <WeekBars around={around} label={t('salesCaption')} said={said} />}
      <RecordTable
        caption={t('salesCaption')}
        columns={[
          { label: t('time') },
          { label: t('periods') },
          { label: t('units', { unit }), numeric: true },
          { label: t('perWeek'), numeric: true },
          { label: t('netAmount'), numeric: true },
          { label: t('averagePrice'), numeric: true },
        ]}
        rows={parts.map((part) => ({
          key: part.name,
          cells: [
            t(part.name),
            <span key="days">
              {daysSaid(part.from, part.to, said)}
              {!part.over && <span className="text-muted"> · {t('notOver')}</span>}
            </span>,
            part.begun ? linked(part) : '—',
            part.over ? unitsSaid(exact(part.units).div(part.days).times(7).toFixed(), locale) : '—',
            part.begun ? moneySaid(part.net, currency) : '—',
            moneySaid(part.price, currency) ?? '—',
          ],
        }))}
      />
      <p className="mt-2">{baselineSaid(around, said)}</p>
      {!only && (
        <ul className="mt-2 flex flex-wrap gap-x-4 gap-y-1">
          {accounts.map(({ id, name }) => (
            <li key={id}>
              <a href={rowsOf(id, { from: parts[0].from, to: parts[2].to }, productIds)}>{t('openLines', { name })}</a>
            </li>
          ))}
        </ul>
      )}
      {promotion.snapshots.length > 0 && (
        <details className="mt-3">
          <summary className="button small">{t('snapshots')}</summary>
          <ul className="mt-2 grid gap-1">
            {promotion.snapshots.map(({ id, readOn, before, during, after }) => (
              <li key={id}>
                {t('snapshotOf', {
                  day: daySaid(readOn, said),
                  before: unitsSaid(before, locale),
                  during: unitsSaid(during, locale),
                  after: after === null ? t('notOver') : unitsSaid(after, locale),
                })}
              </li>
            ))}
          </ul>
        </details>
      )}
      {baseline.weekly === null && <p className="hint">{t('baselineNone')}</p>}
    </Card>
  )
}

function baselineSaid({ baseline }: Around, { t, locale }: Said) {
  if (baseline.weekly === null) return null
  const units = unitsSaid(baseline.weekly, locale)
  return baseline.typed ? t('baselineTypedIs', { units }) : t('baselineRead', { units, days: baseline.days })
}

/** Weeks as bars, those in store in the product's colour, with the ordinary week as a line; the table says the same. */
function WeekBars({ around, label, said }: { around: Around; label: string; said: Said }) {
  const { parts, baseline } = around
  const weeks = parts.flatMap(({ name, weeks: its }) => its.map((week) => ({ ...week, name })))
  const most = [...weeks.map(({ units }) => units), baseline.weekly ?? '0'].reduce((top, each) =>
    exact(each).gt(top) ? each : top,
  )
  return (
    <Bars
      label={label}
      columns={weeks.map(({ from, units, name }) => ({
        key: from,
        bars: [{ from: '0', to: units, tone: name === 'during' ? 'figure' : 'back' }],
      }))}
      line={baseline.weekly}
      scale={unitsSaid(most, said.locale)}
      spans={parts.map(({ name, weeks: its }) => ({ key: name, columns: its.length, label: said.t(name) }))}
    />
  )
}
