import { exact } from '@/lib/kernel/exact'
import { isScored, type OfferValue, type OfferValues, type Scale, type ValuedIssue } from './model-issues'
import type { Bound, Limits, MandateState } from './model-mandate'
import { byKey, isDecimal } from './rules'
import { saysSame, statedIn } from './rules-issues'
import { positionOf } from './rules-scores'

/** How far the stakes let us go, by issue key; words bind nobody. What is not beyond the limit (N01) is allowed. */
export const limitsOf = (issues: readonly ValuedIssue[]): Limits =>
  Object.fromEntries(
    byKey(issues)
      .filter(isScored)
      .map(({ key, scale }) => [key, boundOf(scale)]),
  )

function boundOf(scale: Scale): Bound {
  if (scale.kind === 'numeric')
    return { kind: 'numeric', limit: scale.limit, atLeast: exact(scale.target).gt(scale.limit) }
  if (scale.kind === 'boolean') return { kind: 'boolean', must: scale.required ? scale.wanted : null }
  const allowed = scale.options.map(({ key }) => key).filter((key) => positionOf(scale, key).gte(0))
  return { kind: 'ordinal', allowed: allowed.sort() }
}

/** Nobody consented to an answer of another kind: the issue was changed since. */
const answers = ({ kind }: Bound, value: OfferValue) =>
  kind === 'boolean' ? typeof value === 'boolean' : kind !== 'numeric' || isDecimal(String(value))

function isWithin(bound: Bound, value: OfferValue): boolean {
  if (!answers(bound, value)) return false
  if (bound.also !== undefined && saysSame(bound.kind, bound.also, value)) return true
  if (bound.kind === 'text') return true
  if (bound.kind === 'boolean') return bound.must === null || value === bound.must
  if (bound.kind === 'ordinal') return bound.allowed.includes(String(value))
  return bound.atLeast ? exact(String(value)).gte(bound.limit) : exact(String(value)).lte(bound.limit)
}

/** The issues, by key, on which an offer goes beyond a mandate; none is inside. Issues that it does not bound are free. */
export const beyondMandate = (limits: Limits, values: OfferValues): string[] =>
  statedIn(values)
    .flatMap(([key, value]) => {
      const bound = limits[key]
      return bound && !isWithin(bound, value) ? [key] : []
    })
    .sort()

/** The limits with what an offer says beyond them. */
export function extendedFor(limits: Limits, values: OfferValues): Limits {
  const beyond = new Map(beyondMandate(limits, values).map((key) => [key, values[key]]))
  return Object.fromEntries(
    Object.entries(limits).map(([key, bound]) => {
      const also = beyond.get(key)
      return [key, also === undefined || also === null ? bound : { ...bound, also }]
    }),
  )
}

/** The limits with all that an offer below a floor says, words too. */
export const offeredIn = (limits: Limits, values: OfferValues): Limits => ({
  ...limits,
  ...Object.fromEntries(
    statedIn(values).map(([key, offered]): [string, Bound] => [key, { ...(limits[key] ?? { kind: 'text' }), offered }]),
  ),
})

/** Whether a package says what the offer said for which consent to go below a floor was asked: all of it, and no more. */
export function isAsOffered(limits: Limits, values: OfferValues): boolean {
  const asked = Object.entries(limits).filter(([, { offered }]) => offered !== undefined)
  const stated = new Map(statedIn(values))
  return (
    asked.length === stated.size &&
    asked.every(([key, bound]) => {
      const value = stated.get(key)
      return value !== undefined && answers(bound, value) && saysSame(bound.kind, bound.offered ?? '', value)
    })
  )
}

/** The limits as the stakes have them: without what an offer was extended for. */
export const plainLimits = (limits: Limits): Limits =>
  Object.fromEntries(
    Object.entries(limits).flatMap(([key, { also: _, offered: __, ...bound }]) =>
      bound.kind === 'text' ? [] : [[key, bound as Bound]],
    ),
  )

/** Limits of today with what those before were extended for, as far as the issues are still answered in the same way. */
export function withExtensions(limits: Limits, before: Limits): Limits {
  const words = Object.entries(before).filter(([key, { kind }]) => kind === 'text' && !limits[key])
  const extended = Object.entries(limits).map(([key, bound]): [string, Bound] => {
    const was = before[key]
    if (was?.kind !== bound.kind) return [key, bound]
    const also = was.also === undefined ? {} : { also: was.also }
    return [key, { ...bound, ...also, ...(was.offered === undefined ? {} : { offered: was.offered }) }]
  })
  return Object.fromEntries([...extended, ...words])
}

type Asked = {
  run: 'pending' | 'approved' | 'rejected' | 'changesRequested' | 'withdrawn' | null
  same: boolean
  over: boolean
}

/** Where one mandate stands: what its approvers said, whether the limits are still those, whether its last day is over. */
export function mandateState({ run, same, over }: Asked): MandateState {
  if (run === null) return 'none'
  if (run === 'pending') return 'asked'
  if (run !== 'approved') return run
  return same ? (over ? 'expired' : 'approved') : 'stale'
}
