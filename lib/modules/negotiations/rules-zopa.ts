import { type Exact, exact } from '@/lib/kernel/exact'
import type { Confidence } from './model-issues'
import { no, settled } from './rules'

/** Both ends included, in the unit. What we know has one end only: low equals high. */
export type Interval = { low: string; high: string }

/** A stretch of one issue; its width is 0 when only one value is left. */
export type Zone = { from: string; to: string; width: Exact }

/**
 * The zone of possible agreement of one issue (N02). An estimate gives no single zone: `least` is what is left if the other
 * side is as hard as we believe it may be, `most` if it is as soft; null where there is none.
 */
export type Zopa = { exists: 'surely' | 'perhaps' | 'no'; least: Zone | null; most: Zone | null }

/** A house rule: how far an estimated limit may be off, in percent of the distance between our target and our limit. */
const spreads: Readonly<Record<Confidence, number>> = { low: 20, medium: 10, high: 5 }

/** An estimate of the other side's limit as an interval, as wide as it is unsure. */
export function intervalOf(
  estimate: string,
  confidence: Confidence,
  ours: { target: string; limit: string },
): Interval {
  const spread = exact(ours.target).minus(ours.limit).abs().times(spreads[confidence]).div(100)
  return { low: exact(estimate).minus(spread).toFixed(), high: exact(estimate).plus(spread).toFixed() }
}

/**
 * N02 between whoever wants more of the issue (at least `seller`) and whoever wants less (at most `buyer`). Refuses an
 * interval whose lower end lies above its upper end.
 */
export function zopaOf({ seller, buyer }: { seller: Interval; buyer: Interval }): Zopa {
  for (const [side, { low, high }] of Object.entries({ seller, buyer }))
    if (exact(low).gt(high)) throw no('limitsReversed', {}, { [side]: { code: 'limitsReversed' } })
  const least = zone(seller.high, buyer.low)
  const most = zone(seller.low, buyer.high)
  return { exists: least ? 'surely' : most ? 'perhaps' : 'no', least, most }
}

const zone = (from: string, to: string): Zone | null =>
  exact(from).lte(to) ? { from, to, width: exact(to).minus(from) } : null

/** Whether both want more of the issue, or both less: then neither limit is an end of a zone, and N02 has nothing to say. */
export function pullAlike(ours: { target: string; limit: string }, theirs: { target: string; limit: string }): boolean {
  const toward = ({ target, limit }: typeof ours) => exact(target).minus(limit)
  return toward(ours).times(toward(theirs)).gt(0)
}

/** The same from our side of the table: who wants more follows from where our target lies. */
export function ourZopa(ours: { target: string; limit: string }, theirs: Interval): Zopa {
  const known = { low: ours.limit, high: ours.limit }
  return exact(ours.target).gt(ours.limit)
    ? zopaOf({ seller: known, buyer: theirs })
    : zopaOf({ seller: theirs, buyer: known })
}

/**
 * The seller's share of the surplus at a value, 0 to 1; outside that, one side is beyond its limit. N02. Null without a
 * zone, and where the zone has no width.
 */
export function sellerShare(value: string, sellerLimit: string, buyerLimit: string): Exact | null {
  const width = exact(buyerLimit).minus(sellerLimit)
  return width.gt(0) ? settled(exact(value).minus(sellerLimit).div(width)) : null
}
