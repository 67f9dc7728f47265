import type { Actor } from '@/lib/kernel/actor'
import { canonical } from '@/lib/kernel/canonical-text'
import { shortened } from '@/lib/kernel/cut'
import { addDays, addMonths, type Day, daysBetween } from '@/lib/kernel/day'
import { placesOf } from '@/lib/kernel/money'
import { Refusal, refusals } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount } from '@/lib/kernel/rights'
import {
  attainedLevel,
  type Credit,
  type CreditTerms,
  creditOf,
  creditProblems,
  creditTermsOf,
} from '@/lib/kernel/service-credit'
import { obligationMessages } from './messages-obligations'
import type { ObligationFields } from './model-obligations'
import { isHeld, isOver, isSigned, type OccurrenceEvent, type OccurrenceState } from './model-states'
import { isOwed, type OccurrenceFacts, occurrenceStep } from './rules-occurrences'

export const noObligation = refusals('agreements', obligationMessages)
type Code = keyof typeof obligationMessages.en & string

/** Refuses a schedule, an acceptor or a penalty that does not fit together, each beside its field. */
export function mustFitObligation(given: ObligationFields): void {
  const { schedule, everyMonths, firstDueOn, lastDueOn, acceptorId, ownerId, monthlyFee } = given
  const problems: Record<string, { code: Code }> = {}
  const event = schedule === 'event'
  if (!event && firstDueOn === null) problems.firstDueOn = { code: 'firstDueMissing' }
  if (event && firstDueOn !== null) problems.firstDueOn = { code: 'eventHasNoDay' }
  if (schedule === 'recurring' && everyMonths === null) problems.everyMonths = { code: 'everyMissing' }
  if (schedule !== 'recurring' && everyMonths !== null) problems.everyMonths = { code: 'everyUnneeded' }
  if (lastDueOn !== null && (schedule !== 'recurring' || firstDueOn === null || lastDueOn < firstDueOn))
    problems.lastDueOn = { code: 'lastDueWrong' }
  if (acceptorId === ownerId) problems.acceptorId = { code: 'acceptorIsOwner' }
  const penalty = creditTermsOf(given)
  if (penalty) {
    if (monthlyFee === null) problems.monthlyFee = { code: 'feeMissing' }
    const [wrong] = creditProblems(penalty.tiers, penalty.cap)
    if (wrong) problems[wrong === 'capOutside' ? 'cap' : 'tiers.0.from'] = { code: `penalty_${wrong}` }
  }
  if (Object.keys(problems).length > 0) throw noObligation('obligationUnfit', {}, problems)
}

type Term = { startsOn: Day | null; endsOn: Day }

/**
 * Refuses a first day on which the agreement holds no more, and repetition from before it holds, beside the field. What is
 * owed once, such as a deposit, may come before.
 */
export function mustFitTerm(
  { schedule, firstDueOn }: Pick<ObligationFields, 'schedule' | 'firstDueOn'>,
  { startsOn, endsOn }: Term,
): void {
  if (firstDueOn === null) return
  const early = schedule === 'recurring' && startsOn !== null && firstDueOn < startsOn
  const code = firstDueOn > endsOn ? 'firstDueTooLate' : early ? 'firstDueTooEarly' : null
  if (code) throw noObligation('obligationUnfit', {}, { firstDueOn: { code } })
}

const scheduleFields = ['party', 'schedule', 'everyMonths', 'firstDueOn', 'dayRule'] as const

/** What has become due already keeps its days: another schedule is another obligation. */
export function mustKeepSchedule(
  before: Readonly<Record<(typeof scheduleFields)[number], unknown>>,
  after: ObligationFields,
): void {
  if (scheduleFields.some((field) => before[field] !== after[field])) throw noObligation('scheduleFixed')
}

type Open = { state: string; dueOn: Day }

/** What is owed already under a signed agreement ends by being accepted or waived, never by the word of one who owes it. */
export function mustNotBeOwed(
  agreementState: string,
  { leadDays }: { leadDays: number },
  open: readonly Open[],
  today: Day,
  code: 'dueNotCancelled' | 'dueNotRemoved' | 'dueNotEased',
): void {
  if (isHeld(agreementState) && open.some((each) => isOwed({ ...each, leadDays }, today))) throw noObligation(code)
}

type Asked = Pick<ObligationFields, 'text' | 'graceDays' | 'evidenceRequired'> & { penalty: CreditTerms | null }

/** Whether it asks for something else than before, or for less: more days of grace, no evidence, another cost of lateness. */
export const isEased = (before: Asked, after: Asked): boolean =>
  after.text !== before.text ||
  after.graceDays > before.graceDays ||
  (before.evidenceRequired && !after.evidenceRequired) ||
  (before.penalty !== null && canonical(before.penalty) !== canonical(after.penalty))

type Due = { dueOn: Day; graceDays: number; everyMonths: number | null; currency: string }

/** A thing owed once is measured over a month. */
const usualMonths = 1

/**
 * What lateness costs by the agreed table: the level attained is the part of the period in which nothing was owing, the days
 * of grace excluded. A recurring obligation is measured over its own period. Null when nothing was agreed or it was in time.
 * K05.
 */
export function lateCost(
  penalty: CreditTerms | null,
  { dueOn, graceDays, everyMonths, currency }: Due,
  doneOn: Day,
): Credit | null {
  const late = daysBetween(dueOn, doneOn)
  if (penalty === null || late <= graceDays) return null
  const total = daysBetween(dueOn, addMonths(dueOn, everyMonths ?? usualMonths))
  const attained = attainedLevel({ total: String(total), down: String(late), excluded: String(graceDays) })
  const { monthlyFee, tiers, cap } = penalty
  return creditOf({ attained, monthlyFee, tiers }, cap, placesOf(currency))
}

type Held = AccountHold & { archivedAt: Date | null }
type Part = { ownerId: string; acceptorId: string | null }

/** Whoever owns it, accepts it or edits the account handles it. */
export const mayHandle = (actor: Actor, { ownerId, acceptorId }: Part, account: Held): boolean =>
  account.archivedAt === null && (actor.id === ownerId || actor.id === acceptorId || mayEditAccount(actor, account))

export function mustHandle(actor: Actor, part: Part, account: Held): void {
  if (!mayHandle(actor, part, account)) throw new Refusal('notAllowed')
}

/** Where somebody is named to accept, nobody else does, except management. */
export function mustBeAcceptor(actor: Actor, { acceptorId }: Part): void {
  if (acceptorId !== null && actor.id !== acceptorId && !actor.roles.includes('manager'))
    throw noObligation('notAcceptor')
}

/** Nothing more is owed under an agreement that is over. */
export function mustNotBeOver(state: string): void {
  if (isOver(state)) throw noObligation('agreementOver')
}

/** What a paused agreement owes rests until it is resumed; a draft owes nothing yet. */
export function mustBeRunning(state: string): void {
  if (state === 'suspended') throw noObligation('agreementPaused')
  if (!isSigned(state)) throw noObligation('notSignedYet')
}

/** Only what an event makes due is made due by hand, and nothing that has not happened. */
export function mustBeEvent(schedule: string, happenedOn: Day, today: Day): void {
  if (schedule !== 'event') throw noObligation('notByEvent')
  if (happenedOn > today) throw noObligation('notHappenedYet', {}, { happenedOn: { code: 'notHappenedYet' } })
}

/** The next state of an occurrence. Refuses with what it is now, or with a sentence for what is missing. */
export function mustStepOccurrence(
  state: OccurrenceState,
  event: OccurrenceEvent,
  facts: OccurrenceFacts,
): OccurrenceState {
  const step = occurrenceStep(state, event, facts)
  if (step.ok) return step.to
  if (step.why === 'notHere') throw noObligation(`occurrence_${state}`)
  const [lacking = 'reasonGiven'] = step.unmet
  throw noObligation(`lacks_${lacking}`)
}

/** How far ahead occurrences are kept: a year and a month. */
export const horizonOf = (endsOn: Day, today: Day): Day => {
  const ahead = addDays(today, 396)
  return endsOn < ahead ? endsOn : ahead
}

/** What is owed, short enough for a heading or a notice. */
export const textOf = (text: string): string => shortened(text, 200)
