import { addDays, compareDays, type Day, daysBetween } from '@/lib/kernel/day'
import { type Exact, exact, plain, sumOf } from '@/lib/kernel/exact'

export type Period = { from: Day; to: Day }

export const daysIn = ({ from, to }: Period): number => daysBetween(from, to) + 1
const earlier = (a: Day, b: Day): Day => (compareDays(a, b) < 0 ? a : b)
const within = (day: Day, { from, to }: Period) => from <= day && day <= to

/** The in-store period, as long a time before and after it, and the weeks that its baseline is read from. */
export function periodsOf(during: Period, baselineWeeks: number) {
  const days = daysIn(during)
  return {
    baseline: { from: addDays(during.from, -7 * baselineWeeks), to: addDays(during.from, -1) },
    before: { from: addDays(during.from, -days), to: addDays(during.from, -1) },
    during,
    after: { from: addDays(during.to, 1), to: addDays(during.to, days) },
  }
}
export type Periods = ReturnType<typeof periodsOf>

/** All days that the figures of a promotion are read from. */
export const spanOf = ({ baseline, before, after }: Periods): Period => ({
  from: earlier(baseline.from, before.from),
  to: after.to,
})

/** How many weeks a period is: 28 days are 4, 10 days are 1.4286. */
export const weeksOf = (period: Period): string => plain(exact(daysIn(period)).div(7).toDecimalPlaces(4))

/** What was sold of a product on a day, in base units; net amounts only in the promotion's currency. */
export type DaySale = { day: Day; productId: string; units: string; net: string; taxIncluded: boolean }

/**
 * Base units that an ordinary week sells, from the days of the baseline on which no other promotion of these products ran
 * with these clients, and how many days those are. Null when none is left: nothing can be said then. Four decimals.
 */
export function weeklyBaseline(sales: readonly DaySale[], baseline: Period, others: readonly Period[]) {
  const ordinary = ordinaryDays(baseline, others)
  const units = sumOf(sales.filter(({ day }) => ordinary.has(day)).map((each) => each.units))
  return {
    days: ordinary.size,
    weekly: ordinary.size === 0 ? null : plain(units.div(ordinary.size).times(7).toDecimalPlaces(4)),
  }
}

const ordinaryDays = (baseline: Period, others: readonly Period[]): ReadonlySet<Day> =>
  new Set(
    Array.from({ length: daysIn(baseline) }, (_, index) => addDays(baseline.from, index)).filter(
      (day) => !others.some((other) => within(day, other)),
    ),
  )

/** Units and net amount of a period; null while it has not passed as a whole. */
export function soldIn(sales: readonly DaySale[], period: Period, today: Day): { units: string; net: string } | null {
  if (today <= period.to) return null
  return soldSoFar(sales, period)
}

export function soldSoFar(sales: readonly DaySale[], period: Period): { units: string; net: string } {
  const its = sales.filter(({ day }) => within(day, period))
  return { units: plain(sumOf(its.map(({ units }) => units))), net: plain(sumOf(its.map(({ net }) => net))) }
}

/** A period in pieces of seven days from its first day on, each with what was sold in it. The last one may be shorter. */
export function weeksIn(sales: readonly DaySale[], period: Period): (Period & { units: string })[] {
  return Array.from({ length: Math.ceil(daysIn(period) / 7) }, (_, index) => {
    const from = addDays(period.from, index * 7)
    const week = { from, to: earlier(addDays(from, 6), period.to) }
    return { ...week, units: soldSoFar(sales, week).units }
  })
}

/** What one unit was sold for, on average; null when nothing was sold. Four decimals. */
export function averagePrice({ units, net }: { units: string; net: string }): string | null {
  return exact(units).lte(0) ? null : plain(exact(net).div(units).toDecimalPlaces(4))
}

type Cost = { cost: string; currency: string }

/**
 * What one unit contributes at the ordinary price: what the baseline's days earned less what its goods cost, by unit.
 * Null when a product has no cost in the currency, when prices included tax, or when nothing was sold. Four decimals.
 */
export function contributionOf(
  sales: readonly DaySale[],
  { baseline, others, currency }: { baseline: Period; others: readonly Period[]; currency: string },
  costs: ReadonlyMap<string, Cost>,
): string | null {
  const ordinary = ordinaryDays(baseline, others)
  const its = sales.filter(({ day }) => ordinary.has(day))
  const units = sumOf(its.map((each) => each.units))
  if (units.lte(0) || its.some(({ taxIncluded }) => taxIncluded)) return null
  let earned: Exact = exact(0)
  for (const { productId, units: sold, net } of its) {
    const cost = costs.get(productId)
    if (cost?.currency !== currency) return null
    earned = earned.plus(net).minus(exact(sold).times(cost.cost))
  }
  return plain(earned.div(units).toDecimalPlaces(4))
}
