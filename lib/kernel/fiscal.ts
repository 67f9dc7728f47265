import { addDays, addMonths, type Day, daysBetween, startOfMonth, startOfWeek } from './day'
import { twoDigits } from './day-roc'
import { remembered } from './remembered'

export const periodKinds = ['month', 'weeks445'] as const
/** How the year is cut: into months, or into quarters of thirteen weeks as 4, 4 and 5. */
export type FiscalCalendar = { kind: (typeof periodKinds)[number]; firstMonth: number }
export const firstFiscalCalendar: FiscalCalendar = { kind: 'month', firstMonth: 1 }

/** A stretch of the fiscal year; both days belong to it. `key`: 2026, 2026-Q1, 2026-01, 2026-W01. */
export type Period = Readonly<{ key: string; from: Day; to: Day }>
export type Periods = Readonly<{ year: Period; quarter: Period; month: Period; week: Period }>

const yearOf = (day: Day) => Number(day.slice(0, 4))

/** What a calendar says of a text is kept: thousands of measurements lie in the same few periods. */
export function perCalendar<Found>(find: (text: string, calendar: FiscalCalendar) => Found) {
  const known = (kind: FiscalCalendar['kind']) =>
    remembered((firstMonth: number) => remembered((text: string) => find(text, { kind, firstMonth })))
  const cuts = { month: known('month'), weeks445: known('weeks445') }
  return (text: string, { kind, firstMonth }: FiscalCalendar): Found => cuts[kind](firstMonth)(text)
}

/**
 * The fiscal year, quarter, month and week that a day belongs to. A fiscal year is named after the calendar year in which
 * it begins. By months: a month keeps its calendar name, and weeks are those of ISO 8601. By 4-4-5: the year begins on the
 * Monday of the week that holds the fourth day of its first month; a 53rd week belongs to its last month.
 */
export const periodsOf = perCalendar(
  (day: Day, calendar): Periods =>
    calendar.kind === 'month' ? byMonths(day, calendar.firstMonth) : byWeeks(day, calendar.firstMonth),
)

/** One of them by name. */
export const periodOf = (day: Day, calendar: FiscalCalendar, kind: keyof Periods = 'month'): Period =>
  periodsOf(day, calendar)[kind]

const spanOf = (key: string, from: Day, next: Day): Period => ({ key, from, to: addDays(next, -1) })

function byMonths(day: Day, firstMonth: number): Periods {
  const first = `${yearOf(day)}-${twoDigits(firstMonth)}-01`
  const begin = day < first ? addMonths(first, -12) : first
  const year = yearOf(begin)
  const month = startOfMonth(day)
  const number = (yearOf(month) - year) * 12 + Number(month.slice(5, 7)) - firstMonth
  const quarter = Math.floor(number / 3)
  return {
    year: spanOf(String(year), begin, addMonths(begin, 12)),
    quarter: spanOf(`${year}-Q${quarter + 1}`, addMonths(begin, quarter * 3), addMonths(begin, quarter * 3 + 3)),
    month: spanOf(month.slice(0, 7), month, addMonths(month, 1)),
    week: isoWeek(day),
  }
}

/** The week of ISO 8601: it belongs to the year of its Thursday. */
function isoWeek(day: Day): Period {
  const monday = startOfWeek(day)
  const year = yearOf(addDays(monday, 3))
  const number = daysBetween(startOfWeek(`${year}-01-04`), monday) / 7
  return spanOf(`${year}-W${twoDigits(number + 1)}`, monday, addDays(monday, 7))
}

/** The weeks after which the months of a 4-4-5 year begin. */
const monthWeeks = [0, 4, 8, 13, 17, 21, 26, 30, 34, 39, 43, 47]
const lastQuarter = 3

function byWeeks(day: Day, firstMonth: number): Periods {
  const beginOf = (year: number) => startOfWeek(`${year}-${twoDigits(firstMonth)}-04`)
  const year = [yearOf(day) + 1, yearOf(day), yearOf(day) - 1].find((each) => beginOf(each) <= day) ?? yearOf(day)
  const [begin, next] = [beginOf(year), beginOf(year + 1)]
  const week = Math.floor(daysBetween(begin, day) / 7)
  const after = (weeks: number) => addDays(begin, weeks * 7)
  const quarter = Math.min(Math.floor(week / 13), lastQuarter)
  const month = monthWeeks.filter((start) => start <= week).length - 1
  const endOf = (index: number) => (index >= monthWeeks.length ? next : after(monthWeeks[index] ?? 0))
  return {
    year: spanOf(String(year), begin, next),
    quarter: spanOf(
      `${year}-Q${quarter + 1}`,
      after(quarter * 13),
      quarter === lastQuarter ? next : after((quarter + 1) * 13),
    ),
    month: spanOf(`${year}-${twoDigits(month + 1)}`, endOf(month), endOf(month + 1)),
    week: spanOf(`${year}-W${twoDigits(week + 1)}`, after(week), after(week + 1)),
  }
}
