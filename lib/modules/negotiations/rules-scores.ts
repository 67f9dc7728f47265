import { type Exact, exact, sumOf } from '@/lib/kernel/exact'
import { isScored, type OfferValue, type OfferValues, type Scale, type ValuedIssue } from './model-issues'
import { byKey, settled } from './rules'
import { endsOf, mustFitIssues } from './rules-issues'
import { sharesOf } from './rules-weights'

/**
 * An offer on one side's scale, 0 to 100. `score` is over the issues it states, weighed among themselves; null when those
 * do not count. `worst` and `best` are what it comes to once the missing issues are filled in.
 */
export type Score = {
  score: Exact | null
  worst: Exact
  best: Exact
  /** Utility of each stated issue, 0 to 1. */
  utilities: ReadonlyMap<string, Exact>
  missing: string[]
  /** Issues beyond the limit, by key. One is enough to make the offer unacceptable, whatever the score. */
  breaches: string[]
  acceptable: boolean
}

/**
 * Where a value lies between limit (0) and target (1), not clamped: below 0 it is beyond the limit. N01.
 * Throws RangeError on an option nobody knows: offers are checked before.
 */
export function positionOf(scale: Scale, value: OfferValue): Exact {
  if (scale.kind === 'boolean') return exact(value === scale.wanted ? 1 : scale.required ? -1 : 0)
  if (scale.kind === 'numeric') return between(String(value), scale.target, scale.limit)
  const pointsOf = (key: OfferValue) => {
    const option = scale.options.find((each) => each.key === key)
    if (!option) throw new RangeError('not an option of this issue')
    return option.points
  }
  return between(pointsOf(value), ...endsOf(scale, pointsOf))
}

const between = (value: string, target: string, limit: string) =>
  exact(value).minus(limit).div(exact(target).minus(limit))

const clamped = (position: Exact) => (position.lt(0) ? exact(0) : position.gt(1) ? exact(1) : position)

/** How much of what a side wants a value gives it, 0 to 1. N01. */
export const utilityOf = (scale: Scale, value: OfferValue): Exact => clamped(positionOf(scale, value))

/** The least and the most that an issue can still give. */
function reachOf(scale: Scale): [least: Exact, most: Exact] {
  if (scale.kind !== 'ordinal') return [exact(0), exact(1)]
  const utilities = scale.options.map(({ key }) => utilityOf(scale, key)).sort((a, b) => a.comparedTo(b))
  return [utilities[0] ?? exact(0), utilities.at(-1) ?? exact(1)]
}

/**
 * What an offer is worth to one side. N01: 100 × Σ weight × utility, weights as shares of their sum (N09). Refuses an offer
 * that is empty, speaks of unknown issues or misfits them, and weights that are negative or all zero. Text issues are not
 * scored.
 */
export function scoreOf(issues: readonly ValuedIssue[], values: OfferValues): Score {
  mustFitIssues(issues, values)
  const scored = byKey(issues.filter(isScored))
  const shares = sharesOf(scored)
  const lines = scored.map(({ key, scale }) => {
    const value = values[key] ?? null
    const share = shares.get(key) ?? exact(0)
    if (value === null) return { key, share, position: null, reach: reachOf(scale) }
    const position = positionOf(scale, value)
    return { key, share, position, reach: [clamped(position), clamped(position)] as [Exact, Exact] }
  })
  const stated = lines.flatMap(({ position, ...line }) => (position === null ? [] : [{ ...line, position }]))
  const total = (parts: readonly { share: Exact }[], of: (index: number) => Exact) =>
    sumOf(parts.map(({ share }, index) => share.times(of(index)))).times(100)
  const counted = sumOf(stated.map(({ share }) => share))
  const breaches = stated.filter(({ position }) => position.lt(0)).map(({ key }) => key)
  const worst = settled(total(lines, (index) => lines[index]?.reach[0] ?? exact(0)))
  return {
    score:
      stated.length === lines.length
        ? worst
        : counted.isZero()
          ? null
          : settled(total(stated, (index) => stated[index]?.reach[0] ?? exact(0)).div(counted)),
    worst,
    best: settled(total(lines, (index) => lines[index]?.reach[1] ?? exact(1))),
    utilities: new Map(stated.map(({ key, reach }) => [key, settled(reach[0])])),
    missing: lines.filter(({ position }) => position === null).map(({ key }) => key),
    breaches,
    acceptable: breaches.length === 0,
  }
}

/** Many points and yet no deal: the score of this offer hides that it goes beyond a limit. N01. */
export const hidesBreach = ({ score, acceptable }: Score, high = '60'): boolean =>
  !acceptable && score !== null && score.gte(high)
