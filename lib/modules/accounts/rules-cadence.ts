import { addDays, type Day, dayOf, daysBetween } from '@/lib/kernel/day'
import { type CalendarDay, closedDaysOf, nextWorkday } from '@/lib/kernel/workday'

/** What the clock starts from: the last two-way contact, or the day on which the account was opened. */
export type CadenceStart = { lastTwoWayAt: Date | null; createdAt: Date }

/**
 * The day by which the next contact is due: so many days after the last two-way contact (or after the account was
 * opened), on a workday of the account's county.
 */
export function dueDay(
  { lastTwoWayAt, createdAt }: CadenceStart,
  contactEveryDays: number,
  closed: readonly CalendarDay[],
  county: string | null,
  timeZone: string,
): Day {
  const from = dayOf(lastTwoWayAt ?? createdAt, timeZone)
  return nextWorkday(addDays(from, contactEveryDays), closedDaysOf(closed), county)
}

export type CadenceState = 'onTrack' | 'due' | 'overdue' | 'planned'

/** The amber days before the due day: a fifth of the interval, at least three, never the whole interval. */
export const amberDays = (everyDays: number): number =>
  Math.max(0, Math.min(everyDays - 1, Math.max(3, Math.ceil(everyDays / 5))))

/** What an account's standing is judged from. */
export type Standing = { dueOn: Day; everyDays: number; nextPlannedOn: Day | null }

/**
 * How the account stands: planned when its next contact is arranged, otherwise overdue from the day after it was due,
 * due in the amber days before, on track earlier. `days` counts to the due or planned day, or since the due day.
 */
export function cadenceOf(
  { dueOn, everyDays, nextPlannedOn }: Standing,
  today: Day,
): { state: CadenceState; days: number } {
  if (nextPlannedOn !== null && nextPlannedOn >= today)
    return { state: 'planned', days: daysBetween(today, nextPlannedOn) }
  const days = daysBetween(today, dueOn)
  if (days < 0) return { state: 'overdue', days: -days }
  return { state: days <= amberDays(everyDays) ? 'due' : 'onTrack', days }
}
