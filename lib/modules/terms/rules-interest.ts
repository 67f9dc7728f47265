import { type Day, daysBetween } from '@/lib/kernel/day'
import { type Exact, exact } from '@/lib/kernel/exact'
import { roundHalfUp } from '@/lib/kernel/money'

/** The statutory rate in percent a year when nothing else was agreed. */
export const statutoryLateRate = '5'
/** Above this the law does not help to collect; an agreed rate beyond it is warned of. */
export const lateRateCap = '16'

/** Simple interest on a late payment, actual days over 365, in whole units of money. Never negative. T06. */
export function lateInterest(amount: string, ratePct: string, due: Day, paid: Day): string {
  const late = Math.max(0, daysBetween(due, paid))
  return roundHalfUp(exact(amount).times(ratePct).div(100).times(late).div(365).toFixed())
}

export const isAboveCap = (ratePct: string) => exact(ratePct).gt(lateRateCap)

/**
 * What it costs a buyer in a year not to take an early-payment discount, in percent: simple and effective. Null when
 * the net days are not later than the days of the discount. T02.
 */
export function costOfForegoing(
  pct: string,
  discountDays: number,
  netDays: number,
): { simple: Exact; effective: Exact } | null {
  if (netDays <= discountDays || exact(pct).gte(100)) return null
  const discount = exact(pct).div(100)
  const once = discount.div(exact(1).minus(discount))
  const times = exact(365).div(netDays - discountDays)
  return { simple: once.times(times).times(100), effective: once.plus(1).pow(times).minus(1).times(100) }
}
