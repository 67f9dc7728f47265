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

/**
 * How the account stands: planned when its next contact is arranged, otherwise overdue from the day after it was due,
 * due in the `soon` days before, on track earlier. `days` counts to the due day, or since it.
 */
export function cadenceOf(
  { dueOn, nextPlannedOn }: { dueOn: Day; nextPlannedOn: Day | null },
  today: Day,
  soon = 3,
): { state: CadenceState; days: number } {
  const days = daysBetween(today, dueOn)
  if (nextPlannedOn !== null && nextPlannedOn >= today)
    return { state: 'planned', days: daysBetween(today, nextPlannedOn) }
  if (days < 0) return { state: 'overdue', days: -days }
  return { state: days <= soon ? 'due' : 'onTrack', days }
}
