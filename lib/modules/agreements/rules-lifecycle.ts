import { type Actor, hasRole } from '@/lib/kernel/actor'
import { addDays, addMonths, type Day } from '@/lib/kernel/day'
import { Refusal, refusals } from '@/lib/kernel/refusal'
import { lifecycleMessages } from './messages-lifecycle'
import { dayOrNone, type Facts, openEnd } from './model'
import { exitItems, type RenewalDecision } from './model-lifecycle'
import { type AgreementEvent, type AgreementState, isHeld } from './model-states'
import { type AgreementFacts, agreementStep } from './rules-states'
import { marksOf, noticeDeadline, type TermFacts, type TermMark, termAsOf } from './rules-term'

export const noStep = refusals('agreements', lifecycleMessages)

/** The next state of an agreement. Refuses with where it stands, or with a sentence for what is missing. A02. */
export function mustStepAgreement(state: AgreementState, event: AgreementEvent, facts: AgreementFacts): AgreementState {
  const step = agreementStep(state, event, facts)
  if (step.ok) return step.to
  if (step.why === 'notHere') throw noStep(`here_${state}`)
  throw noStep(
    'stepLacks',
    {},
    Object.fromEntries(step.unmet.map((guard) => [fieldOf[guard] ?? guard, { code: lacking[guard] ?? 'stepLacks' }])),
  )
}

const fieldOf: Readonly<Record<string, string>> = {
  pauseDaysGiven: 'until',
  noticeProven: 'fileId',
  lastDayGiven: 'lastDay',
  exitComplete: 'exitItems',
  reasonGiven: 'reason',
}
const lacking: Readonly<Record<string, 'pauseDaysWrong' | 'noticeMissing' | 'lastDayMissing' | 'exitOpen'>> = {
  pauseDaysGiven: 'pauseDaysWrong',
  noticeProven: 'noticeMissing',
  lastDayGiven: 'lastDayMissing',
  exitComplete: 'exitOpen',
}

type Head = { state: string; noticeOn: Day; endsOn: Day }

/** The day until which is decided what comes after: the last day for notice, or the end; null when it has neither. */
export const deadlineOf = ({ noticeOn, endsOn }: Omit<Head, 'state'>): Day | null =>
  noticeOn !== openEnd ? noticeOn : endsOn !== openEnd ? endsOn : null

/** What comes after is decided while it holds, and only where there is an end to decide about. */
export function mustBeDecidable(head: Head): Day {
  if (!isHeld(head.state)) throw noStep('notInForce')
  const deadline = deadlineOf(head)
  if (deadline === null) throw noStep('noEnd')
  return deadline
}

/**
 * The day as of which an agreement shows what its version says of the term. Only the morning that keeps terms lets a signed
 * one begin the next term, because it knows what was decided; a version that turns on that day does not. A01.
 */
export const termDayOf = ({ executedOn, endsOn }: { executedOn: Day | null; endsOn: Day }, today: Day): Day =>
  executedOn !== null && endsOn < today ? endsOn : today

type Decided = { noticeOn: Day; decision: string | null; decidedOn: Day | null }

/**
 * The days on which it was decided that no term follows. One that came too late for its own deadline counts for the next,
 * unless that one was then decided otherwise. A01.
 */
export const stopsOf = (decided: readonly Decided[]): Day[] =>
  decided
    .filter(
      ({ decision, noticeOn }) =>
        stops(decision) && !decided.some((each) => isOtherwise(each) && each.noticeOn > noticeOn),
    )
    .flatMap(({ decidedOn }) => decidedOn ?? [])
const isOtherwise = ({ decision }: Decided): boolean => decision !== null && !stops(decision)

type Noticed = { noticeGivenOn: Day | null; endsOn: Day }

/** The notice under which an agreement ends; none where it lasts beyond the day that a notice named. */
export const noticeOf = <Decision extends Noticed>(decisions: readonly Decision[], endsOn: Day): Decision | null =>
  decisions.find((each) => each.noticeGivenOn !== null && endsOn <= each.endsOn) ?? null

type Signed = { kind: string; validFrom: Day; executedOn: Day | null }

/**
 * The last day of a version that holds on a day, or the earlier one that a notice named: whatever else is signed leaves a
 * notice as it was given, and only a renewal that was signed after it and has begun lifts it. A02.
 */
export function endUnderNotice(
  endsOn: Day,
  { decisions, signed }: { decisions: readonly Noticed[]; signed: readonly Signed[] },
  on: Day,
): Day {
  const renewals = signed.filter(({ kind, validFrom }) => kind === 'renewal' && validFrom <= on)
  const isLifted = (givenOn: Day) => renewals.some(({ executedOn }) => executedOn !== null && executedOn > givenOn)
  return decisions.reduce(
    (end, each) =>
      each.noticeGivenOn !== null && !isLifted(each.noticeGivenOn) && each.endsOn < end ? each.endsOn : end,
    endsOn,
  )
}

/** Whether the talks about what comes after are opened with the decision: not when it simply renews by itself. */
export const opensTalks = (decision: RenewalDecision, renewal: string): boolean =>
  decision === 'renegotiate' || (decision === 'renew' && !rollsOn(renewal))

const stops = (decision: string | null | undefined) => decision === 'terminate' || decision === 'lapse'

/**
 * Whether what was decided for a deadline still counts from the day on which it was: it is said again after the deadline,
 * and stops the renewal, or does not, as it did before. A01.
 */
export const standsAgain = (
  known: { decision: RenewalDecision | null; noticeOn: Day } | null,
  decision: string | null | undefined,
  today: Day,
): boolean =>
  known?.decision != null &&
  today > known.noticeOn &&
  (known.decision === decision || (stops(known.decision) && stops(decision)))

const rollsOn = (renewal: string) => renewal === 'autoRenew' || renewal === 'autoExtend'

/** The term of a version as the calculation of its end reads it; null where no first day was agreed. A01. */
export function termOf(facts: Facts): TermFacts | null {
  const { startsOn, months, renewal, renewalMonths, noticeCount, noticeUnit } = facts
  if (startsOn === null) return null
  const notice = noticeCount === null ? null : { count: noticeCount, unit: noticeUnit }
  return { startsOn, months, renewal, renewalMonths: renewalMonths ?? 0, maxRenewals: null, notice }
}

/** One term that began by itself: from which day to which it holds, and until when notice can be given. */
export type NextTerm = { from: Day; to: Day; noticeOn: Day | null; missed: Day | null }

/**
 * The terms that began by themselves since the end that is on record, each once, in their order: none when somebody stopped
 * it in time. `missed` is the deadline before it, where nobody had decided by then. A01.
 */
export function termsBegun(
  facts: TermFacts,
  { endsOn, stoppedOn, decidedFor }: { endsOn: Day; stoppedOn: readonly Day[]; decidedFor: ReadonlySet<Day> },
  today: Day,
): NextTerm[] {
  const begun: NextTerm[] = []
  for (let end = endsOn; today > end; ) {
    const next = termAsOf(facts, addDays(end, 1), stoppedOn)
    if (next.endsOn === null || next.endsOn <= end) break
    const deadline = noticeDeadline(end, facts.notice)
    const missed = facts.notice !== null && !decidedFor.has(deadline) ? deadline : null
    begun.push({ from: addDays(end, 1), to: next.endsOn, noticeOn: facts.notice && next.noticeOn, missed })
    end = next.endsOn
  }
  return begun
}

/** Until when it is kept after its last day; a legal hold keeps it longer. */
export const retentionOf = (endedOn: Day, years: number): Day => addMonths(endedOn, years * 12)

/** Management, and legal colleagues. */
export const mayHold = (actor: Actor): boolean =>
  hasRole(actor, 'manager', 'administrator') || (hasRole(actor, 'specialist') && actor.disciplines.includes('legal'))

export function mustMayHold(actor: Actor): void {
  if (!mayHold(actor)) throw new Refusal('notAllowed')
}

export const openExitItems = (done: readonly string[]): number =>
  exitItems.filter((item) => !done.includes(item)).length

type Kept = { id: string; accountId: string; kind: string; direction: string; scopeName: string; state: string }

/** Only another agreement in force with the same account, of the same kind, direction and scope takes over. */
export const takesOver = (one: Kept, other: Kept): boolean =>
  one.id !== other.id &&
  other.state === 'active' &&
  (['accountId', 'kind', 'direction', 'scopeName'] as const).every((field) => one[field] === other[field])

type Derived = { state: string; startsOn: Day | null; endsOn: Day; noticeOn: Day; endedOn: Day | null }

/** What is derived of its days: an agreement that is over is nothing but over, unless trade goes on. A01. */
export function marksFor(
  { state, startsOn, endsOn, noticeOn, endedOn }: Derived,
  decided: { decidedOn: Day | null; missedOn: Day | null } | null,
  tradedOn: Day | null,
  today: Day,
): TermMark[] {
  const over = state === 'expired'
  if (!over && !isHeld(state)) return []
  const end = over ? endedOn : dayOrNone(endsOn)
  const deadline = noticeOn === openEnd ? end : noticeOn
  const expired = end !== null && today > end
  const days = { renewals: 0, startsOn: startsOn ?? today, endsOn: end, noticeOn: deadline, noticeOpen: true, expired }
  const decidedOn = decided?.decidedOn ?? null
  const marks = marksOf(days, { decidedOn, tradedOn }, today)
  if (over) return marks.filter((mark) => mark === 'inHoldover')
  const missed = decided?.missedOn !== null && decided?.missedOn !== undefined
  return marks.filter((mark) => mark !== 'noticeMissed' || missed || (decidedOn === null && noticeOn !== openEnd))
}
