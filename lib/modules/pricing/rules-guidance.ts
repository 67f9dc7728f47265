import { exact, plain } from '@/lib/kernel/exact'

/** Fewer comparable deals than this give no guidance. */
export const leastDeals = 8
const percentiles = { floor: 10, target: 50, stretch: 80 } as const
export type Guidance = Record<keyof typeof percentiles, string>

/** A percentile with linear interpolation between the two nearest ranks; refuses an empty list with null. */
export function percentileOf(values: readonly string[], percentile: number): string | null {
  if (values.length === 0) return null
  const sorted = values.map((value) => exact(value)).sort((a, b) => a.comparedTo(b))
  const rank = exact(percentile)
    .div(100)
    .times(sorted.length - 1)
  const below = rank.floor().toNumber()
  const low = sorted[below] ?? exact(0)
  const high = sorted[below + 1] ?? low
  return plain(low.plus(high.minus(low).times(rank.minus(below))))
}

/** Floor, target and stretch as the 10th, 50th and 80th percentile of comparable deals; null with fewer than eight. */
export function guidanceOf(values: readonly string[]): Guidance | null {
  if (values.length < leastDeals) return null
  const at = (percentile: number) => percentileOf(values, percentile) ?? '0'
  return { floor: at(percentiles.floor), target: at(percentiles.target), stretch: at(percentiles.stretch) }
}

/** Comparable deals are of the same band of volume: from half of the quantity to twice it. */
export const volumeBandOf = (quantity: string): { from: string; to: string } => ({
  from: plain(exact(quantity).div(2)),
  to: plain(exact(quantity).times(2)),
})
