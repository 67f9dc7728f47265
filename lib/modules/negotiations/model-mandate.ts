import { day, optionalId, optionalText } from '@/lib/kernel/input'
import { negotiationRef } from './model'
import type { OfferValue } from './model-issues'

/** How far we may go on an issue: a number at least or at most, one of some options, an answer that must be, or any words. */
export type Bound = (
  | { kind: 'numeric'; limit: string; atLeast: boolean }
  | { kind: 'ordinal'; allowed: readonly string[] }
  | { kind: 'boolean'; must: boolean | null }
  | { kind: 'text' }
) & {
  /** Beyond that, this one value is allowed too: what an offer was extended for. */
  also?: OfferValue
  /** What an offer below a floor says: consent to that holds for exactly these values. */
  offered?: OfferValue
}
/** SECRET: the bounds by issue key, as they were put before the approvers. */
export type Limits = Readonly<Record<string, Bound>>

export const mandateStates = [
  'none',
  'asked',
  'approved',
  'stale',
  'expired',
  'changesRequested',
  'rejected',
  'withdrawn',
] as const
/** Where the mandate stands; `stale`: approved, but limits were changed since. */
export type MandateState = (typeof mandateStates)[number]

/** With an offer, the mandate is extended for what it says beyond the limits. */
export const askMandateInput = negotiationRef.extend({
  validUntil: day,
  reason: optionalText(2000),
  offerId: optionalId,
})
