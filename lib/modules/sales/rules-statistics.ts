import { addMonths, type Day, endOfMonth, startOfMonth } from '@/lib/kernel/day'
import { exact, plain, sumOf } from '@/lib/kernel/exact'
import { growthPct, mainCurrency } from './rules'

/** What an account bought of a product in a month, in one currency; the amount is net and exact. */
export type MonthSold = {
  month: Day
  productId: string
  currency: string
  quantity: string
  net: string
  lines: number
}

export const steps = ['month', 'quarter'] as const
export type Step = (typeof steps)[number]

/** The months of a period, each by its first day. */
export function monthsOf(from: Day, to: Day): Day[] {
  const months: Day[] = []
  for (let month = startOfMonth(from); month <= to; month = addMonths(month, 1)) months.push(month)
  return months
}

/** Whole calendar quarters or months; the first and the last quarter may be cut off by the period. */
const stretchOf = (month: Day, step: Step): string =>
  step === 'month' ? month.slice(0, 7) : `${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5, 7)) / 3)}`

const aYearBefore = (month: Day) => addMonths(month, -12)

/**
 * Sales of a period by month or quarter, each beside the same months a year before, in the currency of most lines. Null
 * when nothing was sold in the period.
 */
export function statisticsOf(sold: readonly MonthSold[], { from, to, step }: { from: Day; to: Day; step: Step }) {
  const months = monthsOf(from, to)
  const within = sold.filter(({ month }) => months.includes(month))
  const currency = mainCurrency(within)
  if (currency === null) return null
  const its = sold.filter((each) => each.currency === currency)
  const netOf = (wanted: readonly Day[]) =>
    plain(sumOf(its.filter(({ month }) => wanted.includes(month)).map(({ net }) => net)))
  const row = (wanted: readonly Day[]) => {
    const [net, before] = [netOf(wanted), netOf(wanted.map(aYearBefore))]
    return { net, before, growthPct: growthPct(net, before) }
  }
  const names = [...new Set(months.map((month) => stretchOf(month, step)))]
  const rows = names.map((name) => {
    const its = months.filter((month) => stretchOf(month, step) === name)
    return { name, from: its[0] ?? from, to: endOfMonth(its.at(-1) ?? to), ...row(its) }
  })
  return { currency, rows, total: row(months) }
}
export type SalesStatistics = NonNullable<ReturnType<typeof statisticsOf>>

/**
 * Products by what was bought of them in a period, the most first, each beside a year before: `most` of them, the others
 * together. Null when nothing was sold in the period.
 */
export function usageOf(sold: readonly MonthSold[], { from, to, most }: { from: Day; to: Day; most: number }) {
  const months = monthsOf(from, to)
  const within = sold.filter(({ month }) => months.includes(month))
  const currency = mainCurrency(within)
  if (currency === null) return null
  const earlier = months.map(aYearBefore)
  const its = sold.filter((each) => each.currency === currency)
  const sums = (of: readonly MonthSold[]) => ({
    quantity: plain(sumOf(of.map(({ quantity }) => quantity))),
    net: plain(sumOf(of.map(({ net }) => net))),
  })
  const row = (productIds: readonly string[]) => {
    const of = its.filter(({ productId }) => productIds.includes(productId))
    const now = sums(of.filter(({ month }) => months.includes(month)))
    const before = sums(of.filter(({ month }) => earlier.includes(month)))
    return { ...now, quantityBefore: before.quantity, before: before.net, growthPct: growthPct(now.net, before.net) }
  }
  const rows = [...new Set(its.map(({ productId }) => productId))]
    .map((productId) => ({ productId, ...row([productId]) }))
    .filter(({ net, quantity, before }) => [net, quantity, before].some((value) => !exact(value).isZero()))
    .sort((a, b) => exact(b.net).comparedTo(a.net) || (a.productId < b.productId ? -1 : 1))
  const { quantity: _q, quantityBefore: _b, ...total } = row(rows.map(({ productId }) => productId))
  const { quantity: _o, quantityBefore: _p, ...others } = row(rows.slice(most).map(({ productId }) => productId))
  return { currency, products: rows.length, rows: rows.slice(0, most), others, total }
}
export type ProductUsage = NonNullable<ReturnType<typeof usageOf>>
