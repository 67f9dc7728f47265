import { type Exact, exact } from '@/lib/kernel/exact'
import type { Scores } from './model-issues'
import { settled } from './rules'
import { frontierOf, type Package, packageAt, type Space, scoreSteps } from './rules-packages'

/** A package that is the best by one measure, with that measure in points (of the Nash product: points squared). */
export type Reference = Package & { measure: Exact }

/**
 * What the package map says (N03). Feasible is a package that gives both at least their alternative and lies beyond
 * nobody's limit; without an alternative on both sides it is not known, and neither are Nash and maximin. Maximum joint is
 * over all packages.
 */
export type Analysis = {
  count: number
  feasibleCount: number | null
  frontier: number[]
  frontierFeasibleCount: number | null
  nash: Reference | null
  maximin: Reference | null
  maxJoint: Reference | null
}

/**
 * Analyses every package. Ties go to the higher joint score, then to ours, then to the lower number, which follows from
 * keys and values alone.
 */
export function analysisOf(space: Space, alternatives: Scores | null): Analysis {
  const { ours, theirs, joint, outside, count } = space
  const frontier = frontierOf(space)
  const floor = alternatives && scoreSteps(alternatives)
  let [nash, maximin, maxJoint, feasibleCount] = [-1, -1, 0, 0]
  const our = (index: number) => ours[index] ?? 0
  const their = (index: number) => theirs[index] ?? 0
  const tied = (index: number, best: number) => (joint[index] ?? 0) - (joint[best] ?? 0) || our(index) - our(best)
  const isFeasible = (index: number) =>
    floor !== null && outside[index] === 0 && our(index) >= floor.ours && their(index) >= floor.theirs
  const surplus = (index: number) => [our(index) - (floor?.ours ?? 0), their(index) - (floor?.theirs ?? 0)] as const
  const least = (index: number) => Math.min(...surplus(index))
  for (let index = 0; index < count; index++) {
    if (tied(index, maxJoint) > 0) maxJoint = index
    if (!isFeasible(index)) continue
    feasibleCount += 1
    if (nash < 0 || (compareProducts(surplus(index), surplus(nash)) || tied(index, nash)) > 0) nash = index
    if (maximin < 0 || (beyondRounding(least(index) - least(maximin), 2) || tied(index, maximin)) > 0) maximin = index
  }
  const over = ({ ours: own, theirs: other }: Package) =>
    [own.minus(alternatives?.ours ?? 0), other.minus(alternatives?.theirs ?? 0)] as const
  const reference = (number: number, measure: (found: Package) => Exact): Reference | null => {
    if (number < 0 || count === 0) return null
    const found = packageAt(space, number)
    return { ...found, measure: settled(measure(found)) }
  }
  return {
    count,
    feasibleCount: floor && feasibleCount,
    frontier,
    frontierFeasibleCount: floor && frontier.filter(isFeasible).length,
    nash: reference(nash, (found) => over(found)[0].times(over(found)[1])),
    maximin: reference(maximin, (found) => leastOf(over(found))),
    maxJoint: reference(maxJoint, (found) => found.ours.plus(found.theirs)),
  }
}

const leastOf = ([one, other]: readonly [Exact, Exact]) => (one.lt(other) ? one : exact(other))

/** A difference, or 0 when it may come from rounding the scores to their last step alone. */
const beyondRounding = (apart: number, error: number) => (Math.abs(apart) <= error ? 0 : apart)

const compareProducts = (one: readonly [number, number], other: readonly [number, number]) =>
  beyondRounding(one[0] * one[1] - other[0] * other[1], one[0] + one[1] + other[0] + other[1])
