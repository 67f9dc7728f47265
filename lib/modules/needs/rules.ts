import type { Actor } from '@/lib/kernel/actor'
import type { Day } from '@/lib/kernel/day'
import { refusals } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount } from '@/lib/kernel/rights'
import { type ClosedDays, workdaysBetween } from '@/lib/kernel/workday'
import { messages } from './messages'
import type { NeedState } from './model'

export const no = refusals('needs', messages)

/** What a need says of itself; a second reader makes sure of exactly this. */
export type NeedContent = {
  title: string
  holder: string
  kind: string
  context: string | null
  consequence: string | null
  metric: string | null
  unit: string | null
  baseline: string | null
  target: string | null
  confidence: string | null
  measureSource: string | null
}

type SourceFact = { method: string; methodId: string | null; personId: string | null; informant: string | null }

/** Two methods or two people: then a need does not rest on a single source. */
export function isTriangulated(sources: readonly SourceFact[]): boolean {
  const ways = new Set(sources.map(({ method, methodId }) => methodId ?? method))
  const speakers = new Set(sources.flatMap(({ personId, informant }) => personId ?? informant?.trim() ?? []))
  return ways.size > 1 || speakers.size > 1
}

/** Told what it is about and what follows from it. */
const isDescribed = (need: Pick<NeedContent, 'context' | 'consequence'>): boolean =>
  need.context !== null && need.consequence !== null

/** What is measured, in which unit, from where to where, and how sure that is. 0 is a value; blank is none. */
export const isQuantified = (need: NeedContent): boolean =>
  isDescribed(need) &&
  need.metric !== null &&
  need.unit !== null &&
  need.baseline !== null &&
  need.target !== null &&
  need.confidence !== null

export type NeedFacts = NeedContent & {
  feeds: readonly string[]
  outcome: string | null
  triangulated: boolean
  /** Whether a second reader made sure of exactly these words and figures. */
  madeSure: boolean
  answeredOn: Day | null
}

/** Verified as it is now: measured, from more than one source, and read by a second person in exactly these words. */
export const isVerified = (need: Pick<NeedFacts, 'triangulated' | 'madeSure'> & NeedContent): boolean =>
  isQuantified(need) && need.triangulated && need.madeSure

/**
 * How far a need has come (KRM-3.2): heard, described, quantified, verified, answered; or met, or dropped. What rests on a
 * need demands that it is verified: without that, a reply alone does not make it answered.
 */
export function stateOf(need: NeedFacts): NeedState {
  if (need.outcome === 'met' || need.outcome === 'dropped') return need.outcome
  const verified = isVerified(need)
  if (need.answeredOn !== null && (verified || need.feeds.length === 0)) return 'answered'
  if (verified) return 'verified'
  if (isQuantified(need)) return 'quantified'
  return isDescribed(need) ? 'described' : 'heard'
}

type Owed = {
  promisedOn: Day | null
  answeredOn: Day | null
  outcome: string | null
  /** Days by which a decided advocacy still owes its reply. */
  replies: readonly Day[]
}

/** The day by which the client is owed an answer; null when none is owed. */
export function answerDueOn({ promisedOn, answeredOn, outcome, replies }: Owed): Day | null {
  const promised = promisedOn !== null && answeredOn === null && outcome === null ? [promisedOn] : []
  return [...promised, ...replies].toSorted()[0] ?? null
}

/** Working days within which a need is to be answered, and a decision to be passed on. */
export const answerDays = 10

type HeardAnswered = { heardOn: Day; answeredOn: Day | null; needs: number }
export type Answering = { heard: number; answered: number; inTime: number }

/** Needs answered within ten working days of the day they were first heard, counted from the raw days. */
export function answeringOf(days: readonly HeardAnswered[], closed: ClosedDays): Answering {
  const total = { heard: 0, answered: 0, inTime: 0 }
  for (const { heardOn, answeredOn, needs } of days) {
    total.heard += needs
    if (answeredOn === null) continue
    total.answered += needs
    if (workdaysBetween(heardOn, answeredOn, closed) <= answerDays) total.inTime += needs
  }
  return total
}

type Authors = { ownerId: string; authorId: string }

/** Its owner, who wrote it down, and those who may edit the account. */
export const mayChange = (actor: Actor, need: Authors, account: AccountHold): boolean =>
  need.ownerId === actor.id || need.authorId === actor.id || mayEditAccount(actor, account)

export function mustMayChange(actor: Actor, need: Authors, account: AccountHold): void {
  if (!mayChange(actor, need, account)) throw no('notYours')
}

export function mustMayPlan(actor: Actor, account: AccountHold): void {
  if (!mayEditAccount(actor, account)) throw no('accountNotYours')
}

export function mustBeLive(account: { archivedAt: Date | null }): void {
  if (account.archivedAt) throw no('accountArchived')
}

export function mustBeOpen(need: { archivedAt: Date | null; outcome: string | null }): void {
  if (need.archivedAt) throw no('needArchived')
  if (need.outcome) throw no('needClosed')
}

export function mustBeMember(exists: boolean, field = 'ownerId'): void {
  if (!exists) throw no('memberUnknown', {}, { [field]: { code: 'memberUnknown' } })
}

/** A day that is said to have been may not lie ahead. */
export function mustHavePassed(day: Day, today: Day, field: string): void {
  if (day > today) throw no('liesAhead', {}, { [field]: { code: 'liesAhead' } })
}

export function mustLieAhead(day: Day, today: Day, field: string): void {
  if (day < today) throw no('liesBehind', {}, { [field]: { code: 'liesBehind' } })
}

/** Metric, unit, baseline and target, and how sure they are; a measure is refused field by field. */
export function mustBeMeasured(need: NeedContent): void {
  const missing = (['metric', 'unit', 'baseline', 'target', 'confidence'] as const).filter(
    (field) => need[field] === null,
  )
  if (missing.length === 0) return
  throw no(
    'measureIncomplete',
    {},
    Object.fromEntries(missing.map((field) => [field, { code: 'measureMissing' as const }])),
  )
}

/** The second reader is somebody else than the author; the need is measured and rests on more than one source. */
export function mustBeVerifiable(actor: Actor, need: NeedContent & { authorId: string }, triangulated: boolean): void {
  if (need.authorId === actor.id) throw no('notYourOwn')
  if (!isDescribed(need)) throw no('describeFirst')
  if (!isQuantified(need)) throw no('quantifyFirst')
  if (!triangulated) throw no('singleSourceFirst')
}

/** What a second reader verifies is what they read. */
export function mustBeAsRead(read: string | undefined, now: string): void {
  if (read !== undefined && read !== now) throw no('readAgain')
}

/** Every point of the procedure has been gone through. */
export function mustHaveChecked(checklist: readonly string[], checked: readonly string[]): void {
  const left = checklist.filter((point) => !checked.includes(point)).length
  if (left > 0) throw no('checklistLeft', { left }, { checked: { code: 'checklistLeft', params: { left } } })
}

/** What feeds a term, a KPI or an advocacy is made sure of before the client hears an answer. */
export function mustBeSureOfAnswer(feeds: readonly string[], verified: boolean): void {
  if (feeds.length > 0 && !verified) throw no('verifyFirst')
}

/** A contact that is named as the source is one with the same account. */
export function mustBeSameAccount(accountId: string, wanted: string): void {
  if (accountId !== wanted) throw no('otherAccount', {}, { interactionId: { code: 'otherAccount' } })
}

/** A need that is given up says why. */
export function mustSayWhy(outcome: string, because: string | null): void {
  if (outcome === 'dropped' && because === null) throw no('whyDropped', {}, { because: { code: 'whyDropped' } })
}

/** A need keeps at least one source: where it came from. */
export function mustKeepOne(left: number): void {
  if (left === 0) throw no('lastSource')
}

export function mustBeNewName(found: number): void {
  if (found > 0) throw no('methodKnown', {}, { name: { code: 'methodKnown' } })
}

/** Everything that is named must be there and visible. */
export function mustBeAllKnown(found: number, named: number): void {
  if (found < named) throw no('someMissing')
}

export type NextStep = 'describe' | 'quantify' | 'addSource' | 'verify' | 'askColleague' | 'answer' | 'close' | 'none'

type Standing = {
  state: NeedState
  triangulated: boolean
  feeds: readonly string[]
  answerDueOn: Day | null
  isAuthor: boolean
}

/** The one thing to do next with a need, as the reader sees it. An answer that is owed goes before everything it may. */
export function nextStepOf({ state, triangulated, feeds, answerDueOn, isAuthor }: Standing): NextStep {
  if (state === 'met' || state === 'dropped') return 'none'
  if (state === 'verified' || (answerDueOn !== null && feeds.length === 0)) return 'answer'
  if (state === 'answered') return answerDueOn === null ? 'close' : 'answer'
  if (state === 'heard') return 'describe'
  if (state === 'described') return 'quantify'
  if (!triangulated) return 'addSource'
  return isAuthor ? 'askColleague' : 'verify'
}
