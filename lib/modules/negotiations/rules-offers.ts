import type { Day } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { parseAmount } from '@/lib/kernel/money'
import { type FieldRefusal, Refusal, refusals } from '@/lib/kernel/refusal'
import type { PackageCheck } from '@/lib/modules/pricing/model-package'
import { offerMessages } from './messages-offers'
import type { IssueKind, LoggedOffer, OfferValue, OfferValues, Side, ValuedIssue } from './model-issues'
import { longestValue } from './model-offers'
import type { OfferGuard, OfferState } from './model-states'
import { isDecimal } from './rules'
import { misfitsIn, saysSame, statedIn } from './rules-issues'
import { type ReadIssue, valueSaid, type Words } from './rules-values'

export const noOffer = refusals('negotiations', offerMessages)

/** An issue as everybody may know it: without what it is worth to anybody. */
export type PlainIssue = { key: string; kind: IssueKind; options: readonly { key: string }[] }

/**
 * The issue on a scale that says nothing of its worth: numbers upwards, options in their order. Values can be checked,
 * compared and followed on it by those who may not know limits and targets.
 */
export function outwardOf({ key, kind, options }: PlainIssue): ValuedIssue {
  const last = Math.max(options.length - 1, 1)
  const scales: Readonly<Record<IssueKind, ValuedIssue['scale']>> = {
    numeric: { kind: 'numeric', limit: '0', target: '1' },
    ordinal: {
      kind: 'ordinal',
      options: options.map((option, index) => ({
        key: option.key,
        points: exact(100).times(index).div(last).toFixed(4),
      })),
      target: null,
      limit: null,
    },
    boolean: { kind: 'boolean', wanted: true, required: false },
    text: { kind: 'text' },
  }
  return { key, weight: '1', scale: scales[kind] }
}

/** What was typed, as values: numbers as people type them, yes and no, blank as not stated. Odd ones stay as they are. */
export function valuesFrom(issues: readonly PlainIssue[], typed: Readonly<Record<string, string | boolean | null>>) {
  const kinds = new Map(issues.map(({ key, kind }) => [key, kind]))
  return Object.fromEntries(
    statedIn(typed).map(([key, value]): [string, OfferValue] => [key, valueFrom(kinds.get(key), value)]),
  )
}

function valueFrom(kind: IssueKind | undefined, value: OfferValue): OfferValue {
  if (typeof value !== 'string') return value
  if (kind === 'boolean')
    return value === 'yes' || value === 'true' ? true : value === 'no' || value === 'false' ? false : value
  if (kind !== 'numeric') return value
  const read = parseAmount(value.trim().replace(/[%％]$/, ''))
  return read !== null && isDecimal(read) ? plain(read) : value
}

/** What an address says of issues, for a form to begin with: `values.payment=45`. */
export const addressOfValues = (values: OfferValues): string =>
  new URLSearchParams(
    statedIn(values).map(([key, value]) => [
      `values.${key}`,
      typeof value === 'boolean' ? (value ? 'yes' : 'no') : value,
    ]),
  ).toString()

/** The values in an address that fit their issue. The rest is left out: an address is nothing that can be mended. */
export function valuesInAddress(
  issues: readonly PlainIssue[],
  asked: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, OfferValue> {
  const said = issues.flatMap(({ key }): [string, string][] => {
    const value = asked[`values.${key}`]
    return typeof value === 'string' && value.trim() !== '' && value.length <= longestValue ? [[key, value]] : []
  })
  const values = valuesFrom(issues, Object.fromEntries(said))
  const wrong = misfitsIn(issues.map(outwardOf), values)
  return Object.fromEntries(Object.entries(values).filter(([key]) => !wrong.has(key)))
}

/** An offer as far as its standing goes. */
export type StandingOffer = LoggedOffer & { state: OfferState; round: number; validUntil: Day | null }

const isOpen = (state: OfferState) => state === 'sent' || state === 'received'

/** The state on a day: past its last day an open offer has lapsed, whether or not somebody has written that down. */
export const stateOn = ({ state, validUntil }: Pick<StandingOffer, 'state' | 'validUntil'>, today: Day): OfferState =>
  isOpen(state) && validUntil !== null && validUntil < today ? 'lapsed' : state

/** Whether the other side has not heard it yet: for those alone who work on it. */
export const isUnsaid = ({ state }: Pick<StandingOffer, 'state'>) => state === 'draft' || state === 'internalCheck'

/** Whether it counts for what was given and got: the other side has heard it, and it was not taken back. */
export const counted = (offer: Pick<StandingOffer, 'state'>) => !isUnsaid(offer) && offer.state !== 'withdrawn'

/** The number of the next offer: those of drafts and of what was withdrawn are used up. */
export const nextNumber = (offers: readonly Pick<StandingOffer, 'no'>[]): number =>
  Math.max(0, ...offers.map(({ no }) => no)) + 1

/** The round that a side's next offer belongs to: the last one, unless that side has spoken in it already. */
export function nextRound(offers: readonly Pick<StandingOffer, 'no' | 'side' | 'round'>[], side: Side): number {
  const last = Math.max(0, ...offers.map(({ round }) => round))
  if (last === 0) return 1
  return offers.some((offer) => offer.round === last && offer.side === side) ? last + 1 : last
}

type Checked = { policy: Pick<PackageCheck, 'state' | 'belowFloor'> | null; outside: boolean; extended: boolean }

/**
 * Whether an offer of ours may be sent (P02): the policy asks nobody; or those whom it asks consented by the mandate that
 * the offer is inside of, below a floor by one that was widened for what this very offer says.
 */
export function passesPolicy({ policy, outside, extended }: Checked): boolean {
  if (policy?.state !== 'asks') return true
  return (policy.belowFloor ?? 0) > 0 ? extended : !outside
}

/**
 * Which guards of an offer are met. `inside` is null where nobody has asked: only accepting asks, as only sending asks
 * whether it `passes` the pricing policy.
 */
export function guardsOf(
  offer: StandingOffer,
  offers: readonly StandingOffer[],
  { today, inside, passes }: { today: Day; inside: boolean | null; passes: boolean },
): ReadonlySet<OfferGuard> {
  const met = new Set<OfferGuard>(passes ? ['policyPassed'] : [])
  const isOver = offer.validUntil !== null && offer.validUntil < today
  met.add(isOver ? 'validityOver' : 'stillValid')
  const later = offers.some((other) => other.side === offer.side && other.no > offer.no && isOpen(other.state))
  if (!later) met.add('latestOfSide')
  if (inside) met.add('insideMandate')
  return met
}

/** Where a side stands with an offer: what it says, and what the side said last of the issues that it leaves open. */
export function packageOf(offer: LoggedOffer, offers: readonly LoggedOffer[]): Record<string, OfferValue> {
  const earlier = offers.filter(({ side, no }) => side === offer.side && no < offer.no).sort((a, b) => a.no - b.no)
  return Object.fromEntries([...earlier, offer].flatMap(({ values }) => statedIn(values)))
}

/** The last offer, as whoever has not seen it is told of it. */
export type Last = { number: number; by: string; values: OfferValues }

/**
 * Whoever writes an offer must have seen the last one. Refuses with who was first and, beside each issue, what they wrote;
 * the version to go on with is the number of that offer. Numbers and words can be taken over as they are.
 */
export function mustHaveSeen(
  seen: number | undefined,
  last: Last | undefined,
  issues: readonly (ReadIssue & { key: string })[],
  words: Words,
): void {
  if (seen === undefined || !last || seen === last.number) return
  const byKey = new Map(issues.map((issue) => [issue.key, issue]))
  const beside = statedIn(last.values).map(([key, value]): [string, FieldRefusal] => {
    const issue = byKey.get(key)
    const plainly = !issue || issue.kind === 'numeric' || issue.kind === 'text'
    const theirs = plainly ? String(value) : valueSaid(issue, value, words)
    return [`values.${key}`, { code: plainly ? 'changedTo' : 'alsoSaid', params: { theirs } }]
  })
  const { number, by } = last
  throw new Refusal('changedMeanwhile', { version: number, by, number }, Object.fromEntries(beside), offerMessages)
}

/** An offer was made today or before, and holds at least on its day. */
export function mustBeTimely(day: Day, validUntil: Day | null, today: Day): void {
  if (day > today) throw noOffer('offerAhead', {}, { day: { code: 'offerAhead' } })
  if (validUntil !== null && validUntil < day)
    throw noOffer('validTooEarly', {}, { validUntil: { code: 'validTooEarly' } })
}

/** An offer speaks of issues. */
export function mustHaveIssues(issues: readonly unknown[]): void {
  if (issues.length === 0) throw noOffer('issuesFirst')
}

/** Meetings belong to rounds: there is none before the first offer. */
export function mustHaveBegun(offers: readonly unknown[]): void {
  if (offers.length === 0) throw noOffer('noEntryBefore')
}

/** Only what has not been said yet can still be changed, and only ours is ever a draft. */
export function mustBeDraft(state: OfferState): void {
  if (state !== 'draft') throw noOffer('notADraft')
}
export function mustBeOursToDraft(side: Side, draft: boolean): void {
  if (draft && side === 'them') throw noOffer('theirsIsNoDraft', {}, { draft: { code: 'theirsIsNoDraft' } })
}

/** Saying no asks for a reason. */
export function mustSayWhy(reason: string | null): void {
  if (reason === null) throw noOffer('reasonMissing', {}, { reason: { code: 'reasonMissing' } })
}

/** Only what has lapsed is issued again. */
export function mustHaveLapsed(state: OfferState): void {
  if (state !== 'lapsed') throw noOffer('notLapsed')
}

/** What we believe of the other side on an issue, beside what we want. */
export type Edge = {
  key: string
  kind: IssueKind
  ourTarget: string | null
  ourLimit: string | null
  theirLimit: string | null
}

/** The issues on which these values are a win for us at (or beyond) what we believe to be the other side's limit. */
export const winsAtLimit = (edges: readonly Edge[], values: OfferValues): string[] =>
  edges.filter((edge) => isAtLimit(edge, values[edge.key] ?? null)).map(({ key }) => key)

function isAtLimit({ kind, ourTarget, ourLimit, theirLimit }: Edge, value: OfferValue | null): boolean {
  if (value === null || theirLimit === null) return false
  if (kind === 'ordinal') return value === theirLimit
  if (kind !== 'numeric' || !isDecimal(theirLimit) || !isDecimal(String(value))) return false
  if (saysSame('numeric', value, theirLimit)) return true
  if (ourTarget === null || ourLimit === null || !isDecimal(ourTarget) || !isDecimal(ourLimit)) return false
  const toward = exact(ourTarget).minus(ourLimit)
  return exact(String(value)).minus(theirLimit).times(toward).gt(0)
}

/** A win at their limit may cost the relationship: whoever takes it says what they think of that. */
export function mustWeighRisk(issues: readonly string[], risk: string | null): void {
  if (issues.length === 0 || risk !== null) return
  const named = { issues: issues.join('、') }
  throw noOffer('riskMissing', named, { relationshipRisk: { code: 'riskMissing', params: named } })
}
