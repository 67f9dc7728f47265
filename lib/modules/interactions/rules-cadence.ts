import { addDays, type Day, daysBetween } from '@/lib/kernel/day'
import { type ClosedDays, nextWorkday } from '@/lib/kernel/workday'

/** What the cadence of an account is judged from; days are calendar dates of the workspace's zone. */
export type Rhythm = {
  /** The tier's interval in days: 14, 30, 90. */
  everyDays: number
  /** The last contact in which the customer took part; mail without an answer does not count. */
  lastTwoWayOn: Day | null
  nextPlannedOn: Day | null
  /** When the account was taken on: the count begins here while there was no two-way contact. */
  startedOn: Day
  closedDays: ClosedDays
  county?: string | null
  today: Day
}
export type CadenceState = 'onTrack' | 'due' | 'overdue' | 'planned'
/** `days` is what is left until the due day, negative when it has passed. */
export type Cadence = { state: CadenceState; dueOn: Day; days: number }

/** The amber days before the due day: a fifth of the interval, at least three, never the whole interval. */
export const amberDays = (everyDays: number): number =>
  Math.max(0, Math.min(everyDays - 1, Math.max(3, Math.ceil(everyDays / 5))))

/** The interval after the last two-way contact (or the start), moved on from weekends, holidays and closures. */
export const dueDayOf = ({
  everyDays,
  lastTwoWayOn,
  startedOn,
  closedDays,
  county,
}: Omit<Rhythm, 'today' | 'nextPlannedOn'>): Day =>
  nextWorkday(addDays(lastTwoWayOn ?? startedOn, everyDays), closedDays, county)

/** How an account stands. A contact planned for today or later answers for it, even when it is overdue. */
export function cadenceOf(rhythm: Rhythm): Cadence {
  const dueOn = dueDayOf(rhythm)
  const days = daysBetween(rhythm.today, dueOn)
  return { state: stateOf(days, rhythm), dueOn, days }
}

function stateOf(days: number, { nextPlannedOn, everyDays, today }: Rhythm): CadenceState {
  if (nextPlannedOn !== null && nextPlannedOn >= today) return 'planned'
  if (days < 0) return 'overdue'
  return days <= amberDays(everyDays) ? 'due' : 'onTrack'
}
