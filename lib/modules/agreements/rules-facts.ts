import { isBusinessNumber } from '@/lib/kernel/business-number'
import type { Day } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { type Facts, factNames } from './model'
import { no } from './rules'
import { termAsOf } from './rules-term'

type Problem = Parameters<typeof no>[0]

const passes = (number: string | null) => number === null || isBusinessNumber(number)

/** What does not fit together in the facts of a version, by field; empty when everything does. */
export function problemsOf(facts: Facts): Partial<Record<keyof Facts, Problem>> {
  const { startsOn, months, renewal, renewalMonths, noticeCount } = facts
  const renews = renewal === 'autoRenew' || renewal === 'autoExtend'
  const problems: Partial<Record<keyof Facts, Problem>> = {}
  if (!passes(facts.ourBusinessNumber)) problems.ourBusinessNumber = 'businessNumberWrong'
  if (!passes(facts.theirBusinessNumber)) problems.theirBusinessNumber = 'businessNumberWrong'
  if (renews && renewalMonths === null) problems.renewalMonths = 'renewalMonthsMissing'
  if (!renews && renewalMonths !== null) problems.renewalMonths = 'renewalMonthsUnneeded'
  if (renewal !== 'none' && months === null) problems.months = 'monthsMissing'
  if (months !== null && startsOn === null) problems.startsOn = 'startMissing'
  if (noticeCount !== null && months === null) problems.noticeCount = 'noticeWithoutEnd'
  if (startsOn !== null && months !== null && problems.renewalMonths === undefined) {
    const { noticeOn } = daysOf(facts, startsOn)
    if (noticeOn !== null && noticeOn < startsOn) problems.noticeCount = 'noticeTooLong'
  }
  return problems
}

/** Refuses facts that do not fit together, each beside its field. */
export function mustFit(facts: Facts): void {
  const problems = Object.entries(problemsOf(facts)) as [string, Problem][]
  if (problems.length === 0) return
  const fields = problems.map(([name, code]): [string, { code: Problem }] => [name, { code }])
  throw no('factsUnfit', {}, Object.fromEntries(fields))
}

/** The end of the running term and the last day for notice, as lists and reminders need them; null where none is agreed. A01. */
export function daysOf(facts: Facts, today: Day): { endsOn: Day | null; noticeOn: Day | null } {
  const { startsOn, months, renewal, renewalMonths, noticeCount, noticeUnit } = facts
  if (startsOn === null) return { endsOn: null, noticeOn: null }
  const notice = noticeCount === null ? null : { count: noticeCount, unit: noticeUnit }
  const term = { startsOn, months, renewal, renewalMonths: renewalMonths ?? 0, maxRenewals: null, notice }
  const { endsOn, noticeOn } = termAsOf(term, today)
  return { endsOn, noticeOn: notice && noticeOn }
}

type Kept = Readonly<Record<keyof Facts, unknown>>

/** The facts out of a version as it is kept. */
export const factsOf = (version: Kept): Facts =>
  Object.fromEntries(factNames.map((name) => [name, version[name]])) as Facts

type Both = Readonly<Record<Locale, string>>
type Term = { code: string; name: Both; said: Both }

/** The trade terms in which the annexes of two versions differ, each as it was and as it is in the language of the paper. */
export function changedTerms(before: readonly Term[], after: readonly Term[], language: Locale) {
  const saidOf = (terms: readonly Term[], code: string) =>
    terms.find((term) => term.code === code)?.said[language] ?? ''
  const all = new Map([...before, ...after].map((term) => [term.code, term.name[language]]))
  return [...all].flatMap(([code, name]) => {
    const [was, now] = [saidOf(before, code), saidOf(after, code)]
    return was === now ? [] : [{ code, name, was, now }]
  })
}

/** The facts in which two versions differ, each as it was and as it is. */
export const changedFacts = (before: Facts, after: Facts): { name: keyof Facts; was: string; now: string }[] =>
  factNames.flatMap((name) => {
    const [was, now] = [before[name], after[name]].map((value) => (value === null ? '' : String(value)))
    return was === now ? [] : [{ name, was: was ?? '', now: now ?? '' }]
  })

/** What a version is, and for which days it is to hold. */
export type Framed = { kind: string; validFrom: Day; validTo: Day | null }

/** Of a later version what it is and for which days it holds, which both sides sign; the days of a first one are its term. */
export const frameOf = ({ kind = 'original', validFrom = '', validTo = null }: Partial<Framed>): Framed | null =>
  kind === 'original' ? null : { kind, validFrom, validTo }
