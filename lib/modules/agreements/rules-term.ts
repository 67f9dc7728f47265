import { addDays, addMonths, type Day, daysBetween } from '@/lib/kernel/day'
import type { Renewal } from './model'

export type Notice = { count: number; unit: 'day' | 'month' }

/** What a term and its renewals follow from. `months` null is an open end; `maxRenewals` null is without limit. */
export type TermFacts = {
  startsOn: Day
  months: number | null
  renewal: Renewal
  renewalMonths: number
  maxRenewals: number | null
  notice: Notice | null
}

export type TermProblem = 'monthsTooFew' | 'renewalMonthsMissing' | 'renewalsNegative' | 'noticeNegative'

const isCount = (value: number, least: number) => Number.isInteger(value) && value >= least
const rolls = ({ renewal }: TermFacts) => renewal === 'autoRenew' || renewal === 'autoExtend'

/** What is wrong with them before anything can be calculated; nothing when they hold. */
export function termProblems(facts: TermFacts): TermProblem[] {
  const { months, renewalMonths, maxRenewals, notice } = facts
  const found: TermProblem[] = []
  if (months !== null && !isCount(months, 1)) found.push('monthsTooFew')
  if (rolls(facts) && !isCount(renewalMonths, 1)) found.push('renewalMonthsMissing')
  if (maxRenewals !== null && !isCount(maxRenewals, 0)) found.push('renewalsNegative')
  if (notice !== null && !isCount(notice.count, 0)) found.push('noticeNegative')
  return found
}

/** The last day on which notice can still be given, itself included; without a period of notice the end. Never after the end. */
export function noticeDeadline(endsOn: Day, notice: Notice | null): Day {
  if (notice === null) return endsOn
  return notice.unit === 'day' ? addDays(endsOn, -notice.count) : addMonths(endsOn, -notice.count)
}

/** Where a term stands on a day. Days are inclusive; an open end leaves `endsOn` and `noticeOn` null. */
export type TermStanding = {
  renewals: number
  startsOn: Day
  endsOn: Day | null
  noticeOn: Day | null
  noticeOpen: boolean
  expired: boolean
}

/** The end after so many renewals: always from the original first day, clamped to the month's length. */
const endAfter = ({ startsOn, renewalMonths }: TermFacts, months: number, renewals: number): Day =>
  addDays(addMonths(startsOn, months + renewals * renewalMonths), -1)

/**
 * The term as of a day. It rolls on while the day is past its end, when it renews or extends by itself, no renewal is
 * wanting and nobody stopped it in time: `stoppedOn` are the days on which notice or a decision to terminate or to let it
 * lapse was given; one after the deadline stops the next term only. The result does not depend on how often it is asked.
 * A01.
 */
export function termAsOf(facts: TermFacts, asOf: Day, stoppedOn: readonly Day[] = []): TermStanding {
  const { startsOn, months, maxRenewals, notice } = facts
  if (months === null) return { renewals: 0, startsOn, endsOn: null, noticeOn: null, noticeOpen: false, expired: false }
  let renewals = 0
  let endsOn = endAfter(facts, months, 0)
  const most = rolls(facts) && facts.renewalMonths > 0 ? (maxRenewals ?? Number.POSITIVE_INFINITY) : 0
  const stopped = () => stoppedOn.some((day) => day <= noticeDeadline(endsOn, notice))
  while (asOf > endsOn && renewals < most && !stopped()) endsOn = endAfter(facts, months, ++renewals)
  const noticeOn = noticeDeadline(endsOn, notice)
  return {
    renewals,
    startsOn: renewals === 0 ? startsOn : addDays(endAfter(facts, months, renewals - 1), 1),
    endsOn,
    noticeOn,
    noticeOpen: asOf <= noticeOn,
    expired: asOf > endsOn,
  }
}

/** A deadline that passed without a decision was missed, and stays so whatever is decided afterwards. */
export const isMissed = (noticeOn: Day, decidedOn: Day | null, asOf: Day): boolean =>
  asOf > noticeOn && (decidedOn === null || decidedOn > noticeOn)

/** How many days before the notice deadline somebody is told, and how many before an end that nobody decided about. */
export const noticeSteps = [180, 90, 60, 30, 14, 7, 1] as const
export const endSteps = [60, 30] as const

export type Reminder =
  | { kind: 'notice'; step: number; days: number }
  | { kind: 'missed'; step: 0; days: number }
  | { kind: 'end'; step: number; days: number }

/** By what a reminder is known, so that it is never sent twice: `2026-10-02 notice 30`, the day it counts to before it. */
export const reminderKey = ({ kind, step }: Pick<Reminder, 'kind' | 'step'>, on: Day): string => `${on} ${kind} ${step}`

/** The same of the term of one agreement, as it is kept with what was told. */
export const termKey = (agreementId: string, reminder: Pick<Reminder, 'kind' | 'step'>, on: Day): string =>
  `agreements.term.${agreementId}.${reminderKey(reminder, on)}`

/**
 * The reminders due on a day, each once: `sent` are the keys of those before. A job that missed days sends only the nearest.
 * `days` are those left to the notice deadline or the end, or passed since the deadline. Once it is decided there are none.
 */
export function remindersDue(
  { noticeOn, endsOn, decidedOn }: { noticeOn: Day; endsOn: Day; decidedOn: Day | null },
  sent: ReadonlySet<string>,
  today: Day,
): Reminder[] {
  if (decidedOn !== null || today > endsOn) return []
  const [toNotice, toEnd] = [daysBetween(today, noticeOn), daysBetween(today, endsOn)]
  const found: Reminder[] = []
  const notice = toNotice < 0 ? undefined : noticeSteps.findLast((step) => toNotice <= step)
  if (notice !== undefined) found.push({ kind: 'notice', step: notice, days: toNotice })
  if (toNotice < 0) found.push({ kind: 'missed', step: 0, days: -toNotice })
  const end = endSteps.findLast((step) => toEnd <= step)
  if (end !== undefined) found.push({ kind: 'end', step: end, days: toEnd })
  return found.filter((each) => !sent.has(reminderKey(each, each.kind === 'end' ? endsOn : noticeOn)))
}

export const termMarks = ['notStarted', 'expiringSoon', 'noticeClosing', 'noticeMissed', 'inHoldover'] as const
export type TermMark = (typeof termMarks)[number]

const soon = { expiring: 60, closing: 30 }

/**
 * What is derived of a term and never stored: not begun, ends within 60 days, notice within 30 days and undecided, notice
 * missed, or over while trade goes on (`tradedOn` is the last day on which something was sold).
 */
export function marksOf(
  standing: TermStanding,
  { decidedOn, tradedOn }: { decidedOn: Day | null; tradedOn: Day | null },
  today: Day,
): TermMark[] {
  const { startsOn, endsOn, noticeOn, expired, renewals } = standing
  const found: TermMark[] = []
  if (renewals === 0 && today < startsOn) found.push('notStarted')
  if (endsOn === null || noticeOn === null) return found
  if (!expired && daysBetween(today, endsOn) <= soon.expiring) found.push('expiringSoon')
  if (decidedOn === null && today <= noticeOn && daysBetween(today, noticeOn) <= soon.closing)
    found.push('noticeClosing')
  if (isMissed(noticeOn, decidedOn, today)) found.push('noticeMissed')
  if (expired && tradedOn !== null && tradedOn > endsOn) found.push('inHoldover')
  return found
}
