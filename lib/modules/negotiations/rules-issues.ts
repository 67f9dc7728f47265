import { exact } from '@/lib/kernel/exact'
import type { FieldRefusal } from '@/lib/kernel/refusal'
import type { messages } from './messages'
import type { OfferValue, OfferValues, OrdinalOption, Scale, ValuedIssue, Words } from './model-issues'
import { isDecimal, no } from './rules'

type Code = keyof typeof messages.en & string
type Refused = FieldRefusal & { code: Code }
type Found = { [field: string]: Refused }

/** An issue as it was typed, before it is known to be complete. */
export type TypedIssue = {
  key: string
  weight: string | null
  scale:
    | { kind: 'numeric'; target: string | null; limit: string | null }
    | {
        kind: 'ordinal'
        options: readonly { key: string; points: string | null }[]
        target: string | null
        limit: string | null
      }
    | { kind: 'boolean'; wanted: boolean | null; required: boolean }
    | Words
}

/**
 * The issues that were typed, fit to be scored. Refuses with every field that keeps them from it, named `issues.0.target`:
 * target and limit missing or equal, options missing, fewer than two, doubled or without points, points outside 0 to 100,
 * weights missing or negative, an issue twice; then weights of which none is above 0. Words alone have no weight. N01, N09.
 */
export function scorable(typed: readonly TypedIssue[]): ValuedIssue[] {
  const found: Found = {}
  const seen = new Set<string>()
  for (const [index, issue] of typed.entries()) {
    const at = (field: string, code: Code) => {
      found[`issues.${index}.${field}`] = { code }
    }
    if (seen.has(issue.key)) at('key', 'issueTwice')
    seen.add(issue.key)
    checkWeight(issue, at)
    checkScale(issue.scale, at)
  }
  if (Object.keys(found).length > 0) throw no('issueInvalid', {}, found)
  const scored = typed.filter(({ scale }) => scale.kind !== 'text')
  const areWords = typed.length > 0 && scored.length === 0
  if (!areWords && !scored.some(({ weight }) => exact(weight ?? 0).gt(0))) throw no('weightsAllZero')
  return typed.map(({ key, weight, scale }) => ({ key, weight: weight ?? '0', scale: scale as Scale | Words }))
}

type At = (field: string, code: Code) => void

function checkWeight({ scale, weight }: TypedIssue, at: At): void {
  if (scale.kind === 'text') return
  if (weight === null) at('weight', 'weightMissing')
  else if (!isDecimal(weight)) at('weight', 'numberInvalid')
  else if (exact(weight).lt(0)) at('weight', 'weightNegative')
}

function checkScale(scale: TypedIssue['scale'], at: At): void {
  if (scale.kind === 'boolean' && scale.wanted === null) at('wanted', 'wantedMissing')
  if (scale.kind === 'ordinal') checkOptions(scale, at)
  if (scale.kind !== 'numeric') return
  const { target, limit } = scale
  if (target === null) at('target', 'targetMissing')
  else if (!isDecimal(target)) at('target', 'numberInvalid')
  if (limit === null) at('limit', 'limitMissing')
  else if (!isDecimal(limit)) at('limit', 'numberInvalid')
  else if (target !== null && isDecimal(target) && exact(target).eq(limit)) at('target', 'targetIsLimit')
}

function checkOptions(scale: Extract<TypedIssue['scale'], { kind: 'ordinal' }>, at: At): void {
  const { options, target, limit } = scale
  if (options.length < 2) at('options', options.length === 0 ? 'optionsMissing' : 'optionsTooFew')
  if (options.length === 0) return
  const points = new Map<string, string | null>()
  for (const [index, option] of options.entries()) {
    if (points.has(option.key)) at(`options.${index}.key`, 'optionTwice')
    points.set(option.key, option.points)
    if (option.points === null) at(`options.${index}.points`, 'pointsMissing')
    else if (!isDecimal(option.points)) at(`options.${index}.points`, 'numberInvalid')
    else if (exact(option.points).lt(0) || exact(option.points).gt(100)) at(`options.${index}.points`, 'pointsOutside')
  }
  const isUnknown = (end: string | null) => end !== null && !points.has(end)
  const [high, low] = endsOf({ target, limit }, (key) => points.get(key) ?? '')
  if (isUnknown(limit)) at('limit', 'limitUnknown')
  if (isUnknown(target)) at('target', 'targetUnknown')
  else if (target !== null && target === limit) at('target', 'targetIsLimit')
  else if (isDecimal(high) && isDecimal(low) && !exact(high).gt(low)) at('target', 'targetBelowLimit')
}

/** The points of target and limit of an issue with options; not set, they are 100 and 0. */
export const endsOf = (
  { target, limit }: { target: string | null; limit: string | null },
  pointsOf: (key: string) => string,
): [high: string, low: string] => [target === null ? '100' : pointsOf(target), limit === null ? '0' : pointsOf(limit)]

/** What an offer states, without what it leaves open. */
export const statedIn = (values: OfferValues): [key: string, value: OfferValue][] =>
  Object.entries(values).flatMap(([key, value]): [string, OfferValue][] =>
    value === null || value === undefined ? [] : [[key, value]],
  )

/**
 * An offer that can be read. Refuses one that states nothing, that speaks of issues nobody knows (named), or whose values
 * do not fit their issue (`values.key`).
 */
export function mustFitIssues(issues: readonly ValuedIssue[], values: OfferValues): void {
  const known = new Set(issues.map(({ key }) => key))
  const stated = statedIn(values)
  if (stated.length === 0) throw no('offerEmpty')
  const unknown = stated.flatMap(([key]) => (known.has(key) ? [] : [key]))
  if (unknown.length > 0) throw no('issueUnknown', { issues: unknown.sort().join('、') })
  const found = [...misfitsIn(issues, values)].map(([key, code]): [string, Refused] => [`values.${key}`, { code }])
  if (found.length > 0) throw no('valueInvalid', {}, Object.fromEntries(found))
}

/** The stated values that do not fit their issue, each with why. */
export function misfitsIn(issues: readonly ValuedIssue[], values: OfferValues): ReadonlyMap<string, Code> {
  const scales = new Map(issues.map(({ key, scale }) => [key, scale]))
  return new Map(
    statedIn(values).flatMap(([key, value]): [string, Code][] => {
      const code = misfit(scales.get(key), value)
      return code ? [[key, code]] : []
    }),
  )
}

function misfit(scale: Scale | Words | undefined, value: OfferValue): Code | null {
  if (scale?.kind === 'boolean') return typeof value === 'boolean' ? null : 'yesOrNo'
  if (scale?.kind === 'numeric') return typeof value === 'string' && isDecimal(value) ? null : 'numberInvalid'
  if (scale?.kind === 'ordinal') return has(scale.options, value) ? null : 'optionUnknown'
  return null
}

const has = (options: readonly OrdinalOption[], value: OfferValue) => options.some(({ key }) => key === value)

/** Whether two values of one kind say the same: 10 and 10.00 do. */
export const saysSame = (kind: ValuedIssue['scale']['kind'], one: OfferValue, other: OfferValue): boolean =>
  kind === 'numeric' && typeof one === 'string' && typeof other === 'string'
    ? exact(one).eq(other)
    : kind === 'text' && typeof one === 'string' && typeof other === 'string'
      ? one.trim() === other.trim()
      : one === other
