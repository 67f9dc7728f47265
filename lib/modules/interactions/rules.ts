import type { Actor } from '@/lib/kernel/actor'
import { addDays, addMonths, type Day, dayOf, instantOf, timeOf } from '@/lib/kernel/day'
import { isGranted } from '@/lib/kernel/permission'
import { refusals } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount } from '@/lib/kernel/rights'
import { may } from './manifest'
import { messages } from './messages'
import type { Held, HeldTask } from './model'
import { isAhead } from './rules-tense'

const no = refusals('interactions', messages)

type When = { happenedAt: string | null; day: string | null; time: string | null }
export type Moment = { at: Date; timeKnown: boolean }

/** Whether anything was said about when; without it a log means now and an edit means no change. */
export const saysWhen = ({ happenedAt, day, time }: When) => happenedAt !== null || day !== null || time !== null

const firstDay = '1970-01-01'
const farthestMonths = 36
const tooLongAgo = () =>
  no('tooLongAgo', { first: firstDay }, { day: { code: 'tooLongAgo', params: { first: firstDay } } })

const minute = 60_000
/** Moments are kept to the minute, so that what a form shows is what is on record. */
const toTheMinute = (at: Date) => new Date(Math.floor(+at / minute) * minute)

/** When it happened or will: an exact moment, a day (noon stands for an hour nobody said), an hour of today, or now. */
export function momentOf(when: When, now: Date, timeZone: string): Moment {
  if (when.happenedAt) return { at: toTheMinute(new Date(when.happenedAt)), timeKnown: true }
  if (!when.day && !when.time) return { at: toTheMinute(now), timeKnown: true }
  const day = when.day ?? dayOf(now, timeZone)
  if (day < firstDay) throw tooLongAgo()
  return { at: instantOf(day, when.time ?? '12:00', timeZone), timeKnown: when.time !== null }
}

/** A year typed wrong would bury or freeze the account's clock: refused before 1970 and beyond three years. */
export function mustBeWithinReach({ at }: Moment, now: Date, timeZone: string): void {
  const day = dayOf(at, timeZone)
  const last = addMonths(dayOf(now, timeZone), farthestMonths)
  if (day < firstDay) throw tooLongAgo()
  if (day > last) throw no('tooFarAhead', { last }, { day: { code: 'tooFarAhead', params: { last } } })
}

/** Past is history, future is a plan; today without an hour is a plan only when it was meant ahead. */
export const isPlan = ({ at, timeKnown }: Moment, now: Date, timeZone: string, meantAhead = false): boolean =>
  isAhead(
    { day: dayOf(at, timeZone), time: timeKnown ? timeOf(at, timeZone) : null },
    { today: dayOf(now, timeZone), time: timeOf(now, timeZone) },
    meantAhead,
  )

/** Only assistants, leads and managers enter for somebody else; everybody else speaks for themselves. */
export function mustMayEnterFor(actor: Actor, speakerId: string): void {
  if (speakerId === actor.id || isGranted(may.enterForOthers, actor)) return
  throw no('notForOthers', {}, { speakerId: { code: 'notForOthers' } })
}

type Authors = Pick<Held, 'speakerId' | 'typedBy'>

/** The speaker, whoever typed it, and those who may edit the account. */
export const mayChange = (actor: Actor, { speakerId, typedBy }: Authors, account: AccountHold): boolean =>
  isGranted(may.change, actor) && (speakerId === actor.id || typedBy === actor.id || mayEditAccount(actor, account))

export function mustMayChange(actor: Actor, authors: Authors, account: AccountHold): void {
  if (!mayChange(actor, authors, account)) throw no('notYours')
}

/** The assignee, who created it, those who may edit its account, and those who enter for others. */
export function mustMayChangeTask(actor: Actor, task: HeldTask, account: AccountHold | null): void {
  if (task.assigneeId === actor.id || task.createdBy === actor.id || isGranted(may.enterForOthers, actor)) return
  if (account && mayEditAccount(actor, account)) return
  throw no('taskNotYours')
}

export function mustBeOpenPlan(held: Pick<Held, 'planned'>): void {
  if (!held.planned) throw no('notAPlan')
}

/** A plan that is completed has happened: its moment may not lie ahead. */
export function mustHaveHappened(moment: Moment, now: Date, timeZone: string): void {
  if (isPlan(moment, now, timeZone)) throw no('notYetHappened', {}, { day: { code: 'notYetHappened' } })
}

type Group = { channel: string; twoWay: boolean; personIds: readonly string[]; answeredIds: readonly string[] }

/**
 * For whom a two-way contact counts: everybody who was there, but in a LINE group or a mail to several only those who
 * answered. Refuses when nobody of such a group is named.
 */
export function answeredOf({ channel, twoWay, personIds, answeredIds }: Group): ReadonlySet<string> {
  if (!twoWay) return new Set()
  const named = answeredIds.filter((id) => personIds.includes(id))
  if (named.length > 0) return new Set(named)
  const written = channel === 'line' || channel === 'mail'
  if (written && personIds.length > 1) throw no('whoAnswered', {}, { answeredIds: { code: 'whoAnswered' } })
  return new Set(personIds)
}

/** Everybody named must exist, be visible and still be here. */
export function mustBeKnown(field: 'personIds' | 'memberIds', named: number, known: number): void {
  const code = field === 'personIds' ? 'personUnknown' : 'memberUnknown'
  if (known < named) throw no(code, {}, { [field]: { code } })
}

export function mustBeLiveAccount(account: { archived: boolean }): void {
  if (account.archived) throw no('accountArchived', {}, { accountId: { code: 'accountArchived' } })
}

export function mustBeLiveContact(contact: { archivedAt: Date | null }): void {
  if (contact.archivedAt) throw no('alreadyWithdrawn')
}

export function mustBeWithdrawn(contact: { archivedAt: Date | null }): void {
  if (!contact.archivedAt) throw no('notWithdrawn')
}

export function mustLieAhead(day: Day, today: Day): void {
  if (day <= today) throw no('planLiesBehind', {}, { day: { code: 'planLiesBehind' } })
}

export function mustBeOpenTask(task: Pick<HeldTask, 'doneAt'>): void {
  if (task.doneAt) throw no('alreadyDone')
}

export function mustBeDone(task: Pick<HeldTask, 'doneAt'>): void {
  if (!task.doneAt) throw no('notDone')
}

/** A plan that was not kept comes up the next morning, and for two months. */
export const forgottenSince = (today: Day): Day => addDays(today, -60)
