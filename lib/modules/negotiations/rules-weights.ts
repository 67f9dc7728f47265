import { type Exact, exact, sumOf } from '@/lib/kernel/exact'
import { byKey, isDecimal, no, settled } from './rules'

/**
 * Raw weights as shares that add up to 1, by issue. N09. Refuses weights that are negative or not numbers (`weights.key`),
 * and weights of which none is above 0.
 */
export function sharesOf(weights: readonly { key: string; weight: string }[]): ReadonlyMap<string, Exact> {
  for (const { key, weight } of weights) {
    if (!isDecimal(weight)) throw no('numberInvalid', {}, { [`weights.${key}`]: { code: 'numberInvalid' } })
    if (exact(weight).isNegative() && !exact(weight).isZero())
      throw no('weightNegative', {}, { [`weights.${key}`]: { code: 'weightNegative' } })
  }
  const sorted = byKey(weights)
  const sum = sumOf(sorted.map(({ weight }) => weight))
  if (sum.isZero()) throw no('weightsAllZero')
  return new Map(sorted.map(({ key, weight }) => [key, exact(weight).div(sum)]))
}

/** The weight of each place of a ranking of so many issues, most important first; they add up to 1. N09. */
export function centroidWeights(count: number): Exact[] {
  const shares = Array.from({ length: count }, (_, index) => exact(1).div(index + 1))
  return shares.map((_, index) => settled(sumOf(shares.slice(index)).div(count)))
}

/**
 * Weights from a ranking, most important first; issues named together share the mean of their places. N09. Refuses an
 * empty ranking and an issue ranked twice.
 */
export function weightsByRanking(ranking: readonly (readonly string[])[]): ReadonlyMap<string, Exact> {
  const all = ranking.flat()
  if (all.length === 0) throw no('rankingEmpty')
  if (new Set(all).size < all.length) throw no('issueTwice')
  const places = centroidWeights(all.length)
  let from = 0
  return new Map(
    ranking.flatMap((tied) => {
      const shared = places.slice(from, from + tied.length)
      from += tied.length
      return tied.map((key): [string, Exact] => [key, settled(sumOf(shared).div(tied.length))])
    }),
  )
}
