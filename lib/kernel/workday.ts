import { addDays, type Day, daysBetween, weekday } from './day'

/** One line of a work calendar: a day off, a working Saturday, or a closure, everywhere or in one county. */
export type CalendarDay = { day: Day; kind: 'holiday' | 'workday' | 'closed'; county?: string | null }

/** A work calendar ready to be asked; made by `closedDaysOf`. */
export type ClosedDays = ReadonlyMap<Day, readonly CalendarDay[]>

const farthest = 400
const sameCounty = (a: string, b: string) => a.trim().replaceAll('臺', '台') === b.trim().replaceAll('臺', '台')

/** Gathers calendar lines by day. A later line overrides an earlier one, so give the bundled calendar first. */
export function closedDaysOf(rows: Iterable<CalendarDay>): ClosedDays {
  const byDay = new Map<Day, CalendarDay[]>()
  for (const row of rows) byDay.set(row.day, [...(byDay.get(row.day) ?? []), row])
  return byDay
}

/** Monday to Friday unless the calendar says otherwise; what it says of the county goes before what holds everywhere. */
export function isWorkday(day: Day, closedDays: ClosedDays, county?: string | null): boolean {
  const lines = closedDays.get(day) ?? []
  const local = county ? lines.findLast((line) => line.county && sameCounty(line.county, county)) : undefined
  const line = local ?? lines.findLast((candidate) => !candidate.county)
  return line ? line.kind === 'workday' : weekday(day) <= 5
}

function step(day: Day, by: 1 | -1, closedDays: ClosedDays, county?: string | null): Day {
  let at = day
  for (let tried = 0; tried < farthest; tried++) {
    if (isWorkday(at, closedDays, county)) return at
    at = addDays(at, by)
  }
  throw new RangeError('the calendar has no workday in a year')
}

/** The day itself when it is a workday, otherwise the next one that is. */
export const nextWorkday = (day: Day, closedDays: ClosedDays, county?: string | null): Day =>
  step(day, 1, closedDays, county)

/** The day itself when it is a workday, otherwise the last one before it. */
export const previousWorkday = (day: Day, closedDays: ClosedDays, county?: string | null): Day =>
  step(day, -1, closedDays, county)

/** Counts `count` workdays on (or back, when negative) from a day; zero is the day itself, shifted to a workday. */
export function addWorkdays(day: Day, count: number, closedDays: ClosedDays, county?: string | null): Day {
  if (count === 0) return nextWorkday(day, closedDays, county)
  const by = count > 0 ? 1 : -1
  let at = day
  for (let left = Math.abs(count); left > 0; left--) at = step(addDays(at, by), by, closedDays, county)
  return at
}

/** Workdays after `from` up to and including `to`; negative when `to` is earlier. */
export function workdaysBetween(from: Day, to: Day, closedDays: ClosedDays, county?: string | null): number {
  if (to < from) return -workdaysBetween(to, from, closedDays, county)
  let count = 0
  for (let ahead = daysBetween(from, to); ahead > 0; ahead--) {
    if (isWorkday(addDays(from, ahead), closedDays, county)) count++
  }
  return count
}
