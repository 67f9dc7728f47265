import { type Exact, exact } from '@/lib/kernel/exact'
import type { OfferValue, OpenIssue, Scale, Valuation } from './model-issues'
import { byKey, no } from './rules'
import { mustFitIssues } from './rules-issues'
import { positionOf, utilityOf } from './rules-scores'
import { sharesOf } from './rules-weights'

/** Contributions are added as whole units of a millionth of a millionth of a point, so that no order of adding matters. */
export const unitsPerPoint = 1e12

/** What one option adds to the score of a side: exact for what is shown, in whole units for counting through. */
export type Part = { exact: Exact; units: number }
export const beyondOurs = 1
export const beyondTheirs = 2
/** `outside` says which limits the option lies beyond: ours, theirs as we estimate it, or both. */
export type AxisOption = { value: OfferValue; ours: Part; theirs: Part; outside: number }
export type Axis = { key: string; options: readonly AxisOption[] }

/**
 * The issues of a negotiation as axes of packages, issues by key and options by value. Refuses issues without options,
 * options that do not fit, weights that are negative or all zero, and estimates of which none has a weight. N03, N09.
 */
export function axesOf(issues: readonly OpenIssue[]): { axes: Axis[]; unestimated: string[] } {
  const bare = issues.flatMap(({ key, options }) => (options.length === 0 ? [key] : []))
  if (bare.length > 0)
    throw no('issueInvalid', {}, Object.fromEntries(bare.map((key) => [`options.${key}`, { code: 'optionsMissing' }])))
  const sorted = byKey(issues)
  const ours = sharesOf(sorted.map(({ key, ours }) => ({ key, weight: ours.weight })))
  const estimated = sorted.flatMap(({ key, theirs }) => (theirs ? [{ key, weight: theirs.weight }] : []))
  if (estimated.length === 0) throw no('estimatesMissing')
  const theirs = sharesOf(estimated)
  return {
    axes: sorted.map((issue) => ({
      key: issue.key,
      options: optionsOf(issue).map((value) => ({
        value,
        ours: partOf(issue.ours.scale, ours.get(issue.key), value),
        theirs: partOf(issue.theirs?.scale, theirs.get(issue.key), value),
        outside: beyond(issue.ours, value, beyondOurs) + beyond(issue.theirs, value, beyondTheirs),
      })),
    })),
    unestimated: sorted.filter(({ theirs: estimate }) => estimate === null).map(({ key }) => key),
  }
}

/** The options once each, in an order of their own. */
function optionsOf({ key, options, ours, theirs }: OpenIssue): OfferValue[] {
  for (const value of options)
    for (const valuation of [ours, theirs]) if (valuation) mustFitIssues([{ key, ...valuation }], { [key]: value })
  if (ours.scale.kind !== 'numeric') return [...new Set(options)].sort()
  const plain = new Set(options.map((value) => exact(String(value)).toFixed()))
  return [...plain].sort((a, b) => exact(a).comparedTo(b))
}

function partOf(scale: Scale | undefined, share: Exact | undefined, value: OfferValue): Part {
  if (!scale || !share) return { exact: exact(0), units: 0 }
  const points = utilityOf(scale, value).times(share).times(100)
  return { exact: points, units: points.times(unitsPerPoint).toDecimalPlaces(0).toNumber() }
}

const beyond = (valuation: Valuation | null, value: OfferValue, flag: number) =>
  valuation && positionOf(valuation.scale, value).lt(0) ? flag : 0

/** How many packages the axes span. */
export const spanOf = (axes: readonly Axis[]) => axes.reduce((count, { options }) => count * options.length, 1)
