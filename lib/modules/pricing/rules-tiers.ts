import { type Exact, exact, plain } from '@/lib/kernel/exact'

/** From this quantity on, this discount in percent. */
export type Tier = { from: string; discountPct: string }
export const scheduleTypes = ['range', 'slab'] as const
export type ScheduleType = (typeof scheduleTypes)[number]

/** Quantities below a threshold that cost more in total than the threshold itself. */
export type Inversion = { threshold: string; from: string; to: string }

const share = (discountPct: string) => exact(100).minus(discountPct).div(100)

/** The tier that a quantity falls in; exactly at a threshold counts as reached. Null below the first tier. */
export const tierAt = (tiers: readonly Tier[], quantity: string): Tier | null =>
  tiers.findLast((tier) => exact(quantity).gte(tier.from)) ?? null

/** The whole quantity at the tier that it falls in (P04 range). Unrounded. */
export const rangeTotal = (list: string, tiers: readonly Tier[], quantity: string): string =>
  plain(
    exact(list)
      .times(quantity)
      .times(share(tierAt(tiers, quantity)?.discountPct ?? '0')),
  )

/** Each unit at the tier of its own (P04 slab). Unrounded. */
export function slabTotal(list: string, tiers: readonly Tier[], quantity: string): string {
  const before = (from: string) => atLeastZero(exact(from).minus(1))
  const first = tiers[0]
  const free = first ? least(exact(quantity), before(first.from)) : exact(quantity)
  const total = tiers.reduce((sum, tier, index) => {
    const next = tiers[index + 1]
    const until = next ? least(exact(quantity), before(next.from)) : exact(quantity)
    return sum.plus(atLeastZero(until.minus(before(tier.from))).times(share(tier.discountPct)))
  }, free)
  return plain(total.times(list))
}

/** What the quantity costs by either reading of the tiers. */
export const scheduleTotal = (type: ScheduleType, list: string, tiers: readonly Tier[], quantity: string): string =>
  type === 'range' ? rangeTotal(list, tiers, quantity) : slabTotal(list, tiers, quantity)

/** Where a range schedule invites to order more than is needed, in whole units: 47 to 49 cost more than 50. */
export function inversionsOf(tiers: readonly Tier[]): Inversion[] {
  return tiers.flatMap((tier, index) =>
    [null, ...tiers.slice(0, index)].flatMap((below, at) => {
      const lowest = below ? exact(below.from) : exact(1)
      const until = exact(tiers[at]?.from ?? tier.from).minus(1)
      const dear = share(below?.discountPct ?? '0')
      if (dear.lte(0)) return []
      const equal = exact(tier.from).times(share(tier.discountPct)).div(dear)
      const from = most(equal.floor().plus(1), lowest.ceil())
      return from.lte(until) ? [{ threshold: tier.from, from: plain(from), to: plain(until) }] : []
    }),
  )
}

/** Tiers that can be saved: lower bounds strictly increase. */
export const isIncreasing = (tiers: readonly { from: string }[]) =>
  tiers.every((tier, index) => index === 0 || exact(tier.from).gt(tiers[index - 1]?.from ?? '0'))

const least = (a: Exact, b: Exact) => (a.lt(b) ? a : b)
const most = (a: Exact, b: Exact) => (a.gt(b) ? a : b)
const atLeastZero = (value: Exact) => most(value, exact(0))
