import {
  addDays,
  addMonths,
  type Day,
  daysBetween,
  endOfMonth,
  startOfMonth,
  startOfWeek,
  weekday,
} from '@/lib/kernel/day'
import { dayFromParts } from '@/lib/kernel/day-roc'
import type { Wall } from './rules-tense'
import type { Range } from './rules-text'

/**
 * A date phrase before it is known whether its clause speaks of the past: a bare weekday or 11/30 can be either.
 * `part` is the hour at which a spoken part of the day begins (今晚 18); `exact` dates carry their year.
 */
export type DayFound = Range & {
  resolve: (past: boolean) => Day | null
  part?: number
  time?: string
  exact?: boolean
}

/** What a reader of one kind of phrase gives back for a match, or null when it only looked like a date. */
export type DayRead = Omit<DayFound, 'start' | 'end'> | null
export type DayReader = readonly [RegExp, (match: RegExpExecArray, now: Wall) => DayRead]

export const fixed = (day: Day | null, more: Partial<DayFound> = {}): DayRead =>
  day ? { resolve: () => day, ...more } : null

/** The bare weekday: today when it is today, otherwise the coming one, or the last one in a clause about the past. */
export const bareWeekday = (number: number, today: Day): DayRead => ({
  resolve: (past) => {
    const ahead = (number - weekday(today) + 7) % 7
    return addDays(today, past && ahead > 0 ? ahead - 7 : ahead)
  },
})

/** A weekday of the calendar week (from Monday) that lies `weeks` after this one. */
export const weekdayOfWeek = (number: number, weeks: number, today: Day): Day =>
  addDays(startOfWeek(today), weeks * 7 + number - 1)

/** A month and date without a year: the nearest such day, in a clause about the past the last one. */
export function nearestYear(month: number, date: number, today: Day): DayRead {
  const year = Number(today.slice(0, 4))
  const candidates = [year - 1, year, year + 1].map((candidate) => dayFromParts(candidate, month, date)).filter(isSet)
  if (candidates.length === 0) return null
  return {
    resolve: (past) => {
      const fitting = past ? candidates.filter((day) => day <= today) : candidates
      const byDistance = fitting.sort((a, b) => distance(a, today) - distance(b, today) || (a > b ? -1 : 1))
      return byDistance[0] ?? null
    },
  }
}

const isSet = (day: Day | null): day is Day => day !== null
const distance = (day: Day, today: Day) => Math.abs(daysBetween(today, day))

/** A date of the month that lies `months` after this one; null when the month is too short. */
export function dateOfMonth(date: number, months: number, today: Day): Day | null {
  const month = addMonths(startOfMonth(today), months)
  return dayFromParts(Number(month.slice(0, 4)), Number(month.slice(5, 7)), date)
}

/** A date of the month alone: the coming one, or the last one in a clause about the past. */
export const bareDateOfMonth = (date: number, today: Day): DayRead => ({
  resolve: (past) => {
    for (const months of past ? [0, -1, -2] : [0, 1, 2]) {
      const day = dateOfMonth(date, months, today)
      if (day && (past ? day <= today : day >= today)) return day
    }
    return null
  },
})

export const endOfQuarter = (day: Day): Day => {
  const month = Number(day.slice(5, 7))
  return endOfMonth(addMonths(startOfMonth(day), (3 - (month % 3)) % 3))
}

export const endOfYear = (day: Day): Day => `${day.slice(0, 4)}-12-31`

/** The Friday of the week that lies `weeks` after this one; of a week past its Friday, the Sunday. */
export const endOfWorkWeek = (weeks: number, today: Day): Day => {
  const friday = weekdayOfWeek(5, weeks, today)
  return friday < today ? weekdayOfWeek(7, weeks, today) : friday
}

/** Counts Monday to Friday only; holidays are not known to a phrase. */
export function addWeekdays(day: Day, count: number): Day {
  let at = day
  for (let left = count; left > 0; ) {
    at = addDays(at, 1)
    if (weekday(at) <= 5) left--
  }
  return at
}

/** A number of minutes from now. */
export function minutesAhead(minutes: number, { today, time }: Wall): DayRead {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const total = hour * 60 + minute + minutes
  const at = `${String(Math.floor(total / 60) % 24).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
  return fixed(addDays(today, Math.floor(total / 1440)), { time: at })
}
