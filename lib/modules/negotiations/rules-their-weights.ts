import { type Exact, exact, sumOf } from '@/lib/kernel/exact'
import type { OfferValues, ValuedIssue } from './model-issues'
import { byKey, settled } from './rules'
import { saysSame } from './rules-issues'

/** What their offers let us believe of their weights; shares of 1, with the number of offers behind them. */
export type TheirWeights = { weights: ReadonlyMap<string, Exact>; offers: number }

/** With fewer offers nothing is shown. */
export const fewestOffers = 3
const held = '0.1'

/**
 * Their weights from what they keep fixed (N11): every issue starts alike, gains 0.1 for each consecutive pair of their
 * offers in which its value stayed, and all are normalised once at the end. An issue that one of the two does not state
 * shows nothing. Null below three offers, and without issues that count. Text issues are left out.
 */
export function theirWeightsOf(
  issues: readonly Pick<ValuedIssue, 'key' | 'scale'>[],
  offers: readonly OfferValues[],
): TheirWeights | null {
  const counting = byKey(issues.filter(({ scale }) => scale.kind !== 'text'))
  if (offers.length < fewestOffers || counting.length === 0) return null
  const raw = counting.map(({ key, scale }) => {
    const kept = offers.slice(1).filter((offer, index) => {
      const [before, after] = [offers[index]?.[key] ?? null, offer[key] ?? null]
      return before !== null && after !== null && saysSame(scale.kind, before, after)
    })
    return { key, weight: exact(1).div(counting.length).plus(exact(held).times(kept.length)) }
  })
  const sum = sumOf(raw.map(({ weight }) => weight))
  return { weights: new Map(raw.map(({ key, weight }) => [key, settled(weight.div(sum))])), offers: offers.length }
}
