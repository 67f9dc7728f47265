import { Exact, exact } from '@/lib/kernel/exact'

export const levels = ['salesLead', 'manager', 'director'] as const
export type Level = (typeof levels)[number]

/** What a deal may do without asking, in percent and days; from above these on somebody must consent. */
export type Thresholds = {
  /** The most that the level below may give away: beyond it the named level is asked. */
  discountPct: Readonly<Record<Level, string>>
  /** Below this pocket margin the named level is asked; null asks nobody. */
  marginPct: Readonly<Record<Level, string | null>>
  paymentDays: number
}

/** Null is not applicable and triggers nothing here, but for the margin. */
export type RoutingFacts = {
  discountPct: string | null
  /** Null is undefined, of an unknown cost or a pocket price of nothing: below every limit, never 0. */
  marginPct: string | null
  belowFloor: boolean
  paymentDays: number | null
}

export const routingReasons = ['discount', 'margin', 'floor', 'paymentDays'] as const
export type RoutingReason = (typeof routingReasons)[number]
export type Route = { chain: Level[]; finance: boolean; reasons: { level: Level | 'finance'; reason: RoutingReason }[] }

/**
 * Who must consent to a deal (P02). Thresholds are strict: equality triggers nothing. The highest level named wins and
 * everybody below it is asked too; a margin that nobody can tell is below every limit; finance is asked beside them below the floor or beyond the payment days.
 */
export function routeOf(facts: RoutingFacts, thresholds: Thresholds): Route {
  const reasons: Route['reasons'] = []
  for (const level of levels) {
    if (facts.discountPct !== null && exact(facts.discountPct).gt(thresholds.discountPct[level]))
      reasons.push({ level, reason: 'discount' })
    const least = thresholds.marginPct[level]
    if (least !== null && (facts.marginPct === null || exact(facts.marginPct).lt(least)))
      reasons.push({ level, reason: 'margin' })
  }
  if (facts.belowFloor) reasons.push({ level: 'director', reason: 'floor' }, { level: 'finance', reason: 'floor' })
  if (facts.paymentDays !== null && facts.paymentDays > thresholds.paymentDays)
    reasons.push({ level: 'finance', reason: 'paymentDays' })
  const highest = Math.max(-1, ...reasons.map(({ level }) => levels.indexOf(level as Level)))
  return { chain: levels.slice(0, highest + 1), finance: reasons.some(({ level }) => level === 'finance'), reasons }
}

/** The reasons as somebody may read them who sees no margin: floor and margin are not told apart from "policy". */
export const openReasons = (route: Route): (RoutingReason | 'policy')[] => [
  ...new Set(
    route.reasons.map(({ reason }) =>
      reason === 'discount' || reason === 'paymentDays' ? reason : ('policy' as const),
    ),
  ),
]

const factPlaces = 12

/** A percentage as a fact for consent, in so many decimals that no threshold is missed: discounts up, margins down. */
export const discountFact = (pct: string) => exact(pct).toDecimalPlaces(factPlaces, Exact.ROUND_UP).toFixed()
export const marginFact = (pct: string) => exact(pct).toDecimalPlaces(factPlaces, Exact.ROUND_FLOOR).toFixed()
