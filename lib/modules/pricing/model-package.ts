import type { Route, RoutingReason } from './rules-routing'

/** What a package of terms means for prices. */
export type PackageTerms = {
  /** What the terms cost in a year besides the prices on the invoice. */
  costPerYear: string
  /** All that comes off the price, and days of credit; null where the package says nothing of them. */
  discountPct: string | null
  paymentDays: string | null
  /** Whether the package settles terms that cost money at all. */
  settles: boolean
}

/** What the pricing policy says of a package (P02): nothing to check, within authority, or who must consent and why. */
export type PackageCheck = {
  state: 'none' | 'within' | 'asks'
  discountPct: string | null
  /** Null is unknown: a cost of something that is bought is not on record, or nothing is bought. */
  marginPct: string | null
  /** How many products come out below their floor; null where no product could be looked at. */
  belowFloor: number | null
  /** How many products have no cost on record. */
  uncosted: number
  route: Route
}

/** A package without prices and terms that cost. */
export const nothingToCheck: PackageCheck = {
  state: 'none',
  discountPct: null,
  marginPct: null,
  belowFloor: null,
  uncosted: 0,
  route: { chain: [], finance: false, reasons: [] },
}

/** The check as somebody reads it: margin and floors are null for whoever may not see them, and named "policy". */
export type ShownCheck = Pick<PackageCheck, 'state' | 'discountPct' | 'marginPct' | 'belowFloor'> & {
  uncosted: number | null
  chain: Route['chain']
  finance: boolean
  reasons: readonly (RoutingReason | 'policy')[]
}
