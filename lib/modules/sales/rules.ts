import { addMonths, type Day, daysBetween, endOfMonth, startOfMonth } from '@/lib/kernel/day'
import { type Exact, exact, plain, sumOf } from '@/lib/kernel/exact'
import { refusals } from '@/lib/kernel/refusal'
import { inBaseUnit, type Unit } from '@/lib/modules/products/model'
import { messages } from './messages'
import { type AgingBucket, agingBuckets } from './model'

export const no = refusals('sales', messages)

type Priced = { quantity: string; unitPrice: string; discountPct: string; netAmount?: string | null | undefined }

/**
 * What a line comes to, in the document's currency with four decimals: gross is quantity × unit price, net is gross less
 * the discount in percent unless the record says it itself.
 */
export function amountsOf({ quantity, unitPrice, discountPct, netAmount }: Priced) {
  const gross = exact(quantity).times(unitPrice)
  const net = netAmount ?? gross.times(exact(100).minus(discountPct)).div(100)
  return { grossAmount: fourDecimals(gross), netAmount: fourDecimals(exact(net)) }
}

const fourDecimals = (value: Exact) => plain(value.toDecimalPlaces(4))

/** A quantity in the product's base unit; refuses a unit without a factor. */
export function counted(quantity: string, unit: string, units: readonly Unit[], field = 'unit'): string {
  const base = inBaseUnit(quantity, unit, units)
  if (base === null) throw no('unitUnknown', { unit }, { [field]: { code: 'unitUnknown', params: { unit } } })
  return base
}

/** Each line of a document is known by a key of its own. */
export function mustHaveOwnKeys(keys: readonly string[]): void {
  const twice = keys.findIndex((key, index) => keys.indexOf(key) !== index)
  const params = { key: keys[twice] ?? '' }
  if (twice >= 0) throw no('lineTwice', params, { [`lines.${twice}.lineKey`]: { code: 'lineTwice', params } })
}

/** What is open is not more than what was invoiced. */
export function mustBeOpenAtMost({ amount, openAmount }: { amount: string; openAmount: string }, field: string): void {
  if (exact(openAmount).gt(amount)) throw no('openTooMuch', {}, { [field]: { code: 'openTooMuch' } })
}

/** The twelve whole months that a year's figures are about: up to the last month that has ended on `until`. */
export function yearUntil(until: Day): { from: Day; to: Day } {
  const to = endOfMonth(until) === until ? until : endOfMonth(addMonths(until, -1))
  return { from: startOfMonth(addMonths(to, -11)), to }
}

export type OpenInvoice = {
  dueDay: Day
  openAmount: string
  currency: string
  chequeDueDay: Day | null
  chequeCashedDay: Day | null
}

/** Where an invoice stands on a day: covered by a cheque that is not cashed yet, not due, or days overdue. */
export function bucketOf({ dueDay, chequeDueDay, chequeCashedDay }: OpenInvoice, asOf: Day): AgingBucket {
  if (chequeDueDay !== null && (chequeCashedDay === null || chequeCashedDay > asOf)) return 'cheques'
  const days = daysBetween(dueDay, asOf)
  if (days <= 0) return 'notDue'
  if (days <= 30) return 'to30'
  if (days <= 60) return 'to60'
  return days <= 90 ? 'to90' : 'over90'
}

/** Open amounts by currency and bucket; invoices that are paid count nowhere. */
export function agingOf(invoices: readonly OpenInvoice[], asOf: Day) {
  const open = invoices.filter(({ openAmount }) => !exact(openAmount).isZero())
  return [...new Set(open.map(({ currency }) => currency))].sort().map((currency) => {
    const its = open.filter((each) => each.currency === currency)
    const of = (bucket: AgingBucket) => its.filter((each) => bucketOf(each, asOf) === bucket)
    return {
      currency,
      total: plain(sumOf(its.map(({ openAmount }) => openAmount))),
      buckets: agingBuckets.map((bucket) => ({
        bucket,
        amount: plain(sumOf(of(bucket).map(({ openAmount }) => openAmount))),
        invoices: of(bucket).length,
      })),
    }
  })
}

type MonthRow = { month: Day; currency: string; gross: string; net: string; lines: number }

/** The currency in which most lines are: the one that an overview is about first. */
export function mainCurrency(months: readonly Pick<MonthRow, 'currency' | 'lines'>[]): string | null {
  const counts = new Map<string, number>()
  for (const { currency, lines } of months) counts.set(currency, (counts.get(currency) ?? 0) + lines)
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? null
}

/** Twelve months up to `until`'s, each beside the same month a year before; months without sales are 0. */
export function yearOverYear(months: readonly MonthRow[], until: Day, currency: string) {
  const at = new Map(months.filter((each) => each.currency === currency).map((each) => [each.month, each]))
  return Array.from({ length: 12 }, (_, index) => {
    const month = startOfMonth(addMonths(startOfMonth(until), index - 11))
    const [now, before] = [at.get(month), at.get(addMonths(month, -12))]
    return {
      month,
      net: plain(now?.net ?? 0),
      gross: plain(now?.gross ?? 0),
      lines: now?.lines ?? 0,
      before: plain(before?.net ?? 0),
    }
  })
}

/** Growth in percent with one decimal; null where there was nothing to grow from. */
export const growthPct = (now: string, before: string): string | null =>
  exact(before).lte(0) ? null : plain(exact(now).minus(before).div(before).times(100).toDecimalPlaces(1))
