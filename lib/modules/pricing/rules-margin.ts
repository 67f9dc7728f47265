import { exact, plain } from '@/lib/kernel/exact'

/** Markup on cost of a margin on price, as ratios (P06). Null at a margin of 1: nothing was paid for it. */
export const markupOf = (margin: string): string | null =>
  exact(margin).gte(1) ? null : plain(exact(margin).div(exact(1).minus(margin)))

/** Margin on price of a markup on cost, as ratios (P06). Null when the price is 0 or less. */
export const marginOf = (markup: string): string | null =>
  exact(markup).lte(-1) ? null : plain(exact(markup).div(exact(1).plus(markup)))

/**
 * By which ratio the volume must change so that the contribution stays the same after the price changed, per unit (P06).
 * Null when nothing is left to earn: no volume makes up for it.
 */
export function breakEvenVolumeChange(unitContribution: string, priceChange: string): string | null {
  const left = exact(unitContribution).plus(priceChange)
  return left.lte(0) ? null : plain(exact(priceChange).negated().div(left))
}
