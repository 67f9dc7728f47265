import { addDays, type Day, daysBetween } from '@/lib/kernel/day'
import { type ClosedDays, nextWorkday } from '@/lib/kernel/workday'

/** What the due day of an account follows from; days are calendar dates of the workspace's zone. */
export type Rhythm = {
  /** The tier's interval in days: 14, 30, 90. */
  everyDays: number
  /** The last contact in which the customer took part; mail without an answer does not count. */
  lastTwoWayOn: Day | null
  /** When the account was taken on: the count begins here while there was no two-way contact. */
  startedOn: Day
  closedDays: ClosedDays
  county?: string | null
}

/** The day by which the next contact is due: the interval after the last two-way one (or the start), on a workday there. */
export const dueDayOf = ({ everyDays, lastTwoWayOn, startedOn, closedDays, county }: Rhythm): Day =>
  nextWorkday(addDays(lastTwoWayOn ?? startedOn, everyDays), closedDays, county)

export type CadenceState = 'onTrack' | 'due' | 'overdue' | 'planned'

/** The amber days before the due day: a fifth of the interval, at least three, never the whole interval. */
export const amberDays = (everyDays: number): number =>
  Math.max(0, Math.min(everyDays - 1, Math.max(3, Math.ceil(everyDays / 5))))

/** What an account's standing is judged from. */
export type Standing = { dueOn: Day; everyDays: number; nextPlannedOn: Day | null }

/**
 * How the account stands: planned when its next contact is arranged for today or later, otherwise overdue from the day
 * after it was due, due in the amber days before, on track earlier. `days` counts to the due or planned day, or since the
 * due day.
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
