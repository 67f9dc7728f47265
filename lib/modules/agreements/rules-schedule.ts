import { addMonths, type Day } from '@/lib/kernel/day'
import { type ClosedDays, nextWorkday, previousWorkday } from '@/lib/kernel/workday'

export type DayRule = 'none' | 'following' | 'modifiedFollowing' | 'preceding'

/** When something is owed: once, every n months from its first day, or when something happens (then nothing is foreseen). */
export type Schedule = {
  schedule: 'once' | 'recurring' | 'event'
  firstDueOn: Day | null
  everyMonths: number | null
  lastDueOn: Day | null
  dayRule: DayRule
}

/** The calendar it is adjusted by; a county has closures of its own. */
export type WorkCalendar = { closedDays: ClosedDays; county?: string | null }

export type DueDay = { nominalOn: Day; dueOn: Day }
/** A time in which the agreement is suspended; until further notice when `until` is null. */
export type Pause = { from: Day; until: Day | null }

/**
 * The day moved to a workday as agreed: the next one, the one before, or the next one unless that lies in another month,
 * then the one before. A04.
 */
export function adjusted(day: Day, rule: DayRule, { closedDays, county }: WorkCalendar): Day {
  if (rule === 'none') return day
  if (rule === 'preceding') return previousWorkday(day, closedDays, county)
  const next = nextWorkday(day, closedDays, county)
  const leaves = next.slice(0, 7) !== day.slice(0, 7)
  return rule === 'modifiedFollowing' && leaves ? previousWorkday(day, closedDays, county) : next
}

/**
 * The nominal days up to and including `until`: each counted from the first day, clamped to its month, so that day 31
 * returns after February. Nothing is foreseen for what an event makes due, nor for the time of a suspension.
 */
export function nominalDays(
  { schedule, firstDueOn, everyMonths, lastDueOn }: Schedule,
  until: Day,
  pauses: readonly Pause[] = [],
): Day[] {
  if (schedule === 'event' || firstDueOn === null) return []
  const last = lastDueOn !== null && lastDueOn < until ? lastDueOn : until
  const every = schedule === 'recurring' && everyMonths !== null && everyMonths >= 1 ? Math.trunc(everyMonths) : null
  const days: Day[] = []
  for (let count = 0, day = firstDueOn; day <= last; day = addMonths(firstDueOn, ++count * (every ?? 0))) {
    days.push(day)
    if (every === null) break
  }
  return days.filter((day) => !pauses.some(({ from, until: end }) => from <= day && (end === null || day <= end)))
}

/**
 * The occurrences that are still missing: those of the schedule up to `until` (the agreement's end or the horizon of the
 * job, whichever is earlier) whose nominal day is not in `existing`. Asked again with its own answer it answers nothing. A04.
 */
export function missingOccurrences(
  schedule: Schedule,
  { until, pauses = [], existing }: { until: Day; pauses?: readonly Pause[]; existing: ReadonlySet<Day> },
  calendar: WorkCalendar,
): DueDay[] {
  return nominalDays(schedule, until, pauses)
    .filter((day) => !existing.has(day))
    .map((nominalOn) => ({ nominalOn, dueOn: adjusted(nominalOn, schedule.dayRule, calendar) }))
}
