import { dayFromParts, daysInMonth, formatRocDay, parseRocDay, twoDigits } from './day-roc'
import type { Locale } from './messages'
import { remembered } from './remembered'

/** A calendar date without time zone, `YYYY-MM-DD`; two of them compare as strings. */
export type Day = string
/** A time of day, `HH:MM`, 00:00 to 23:59. */
export type TimeOfDay = string
export type DayStyle = 'short' | 'long' | 'weekday' | 'relative'
export type CalendarName = 'gregory' | 'roc'

export const defaultTimeZone = 'Asia/Taipei'
const millisecondsPerDay = 86_400_000
const shape = /^(\d{4})-(\d{2})-(\d{2})$/
const timeShape = /^([01]\d|2[0-3]):[0-5]\d$/

/** True for a real date of the years 1000 to 9999 written `YYYY-MM-DD`. */
export function isDay(value: unknown): value is Day {
  const match = typeof value === 'string' ? shape.exec(value) : null
  return match !== null && dayFromParts(Number(match[1]), Number(match[2]), Number(match[3])) !== null
}

export const isTimeOfDay = (value: unknown): value is TimeOfDay => typeof value === 'string' && timeShape.test(value)

/** Reads a date as people type it: 2026-11-21, 2026/11/21, 2026年11月21日, 20261121, or any form of the ROC calendar. */
export function parseDay(text: string): Day | null {
  if (text.length > 40) return null
  const plain = text.normalize('NFKC').replace(/\s+/g, '')
  const match =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(plain) ??
    /^(?:西元)?(\d{4})年(\d{1,2})月(\d{1,2})日?$/.exec(plain) ??
    /^(\d{4})(\d{2})(\d{2})$/.exec(plain)
  return match ? dayFromParts(Number(match[1]), Number(match[2]), Number(match[3])) : parseRocDay(plain)
}

const serial = remembered((day: Day) => {
  if (!isDay(day)) throw new RangeError('not a day')
  return Date.parse(`${day}T00:00:00Z`) / millisecondsPerDay
})

const fromSerial = remembered((days: number): Day => {
  const day = new Date(days * millisecondsPerDay).toISOString().slice(0, 10)
  if (!isDay(day)) throw new RangeError('out of the calendar')
  return day
})

export const addDays = (day: Day, days: number): Day => fromSerial(serial(day) + days)

/** Whole days from one date to another; negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => serial(to) - serial(from)

/** The same date `months` later, clamped to the month's length; always count from the original date, never chain. */
export function addMonths(day: Day, months: number): Day {
  if (!isDay(day)) throw new RangeError('not a day')
  const [year, month, date] = [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8))]
  const index = year * 12 + month - 1 + months
  const target = [Math.floor(index / 12), (((index % 12) + 12) % 12) + 1] as const
  const moved = dayFromParts(target[0], target[1], Math.min(date, daysInMonth(target[0], target[1])))
  if (!moved) throw new RangeError('out of the calendar')
  return moved
}

export const startOfMonth = (day: Day): Day => `${day.slice(0, 8)}01`
export const endOfMonth = (day: Day): Day => addDays(addMonths(startOfMonth(day), 1), -1)

/** ISO weekday: Monday 1 to Sunday 7. */
export const weekday = (day: Day): number => ((((serial(day) + 3) % 7) + 7) % 7) + 1

/** The Monday of the day's week. */
export const startOfWeek = (day: Day): Day => addDays(day, 1 - weekday(day))

/** For sorting: negative when `a` is earlier. */
export const compareDays = (a: Day, b: Day): number => (a < b ? -1 : a > b ? 1 : 0)

const clockOf = remembered((timeZone: string) => {
  const numeric = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const
  return new Intl.DateTimeFormat('en-US', { ...numeric, second: 'numeric', hourCycle: 'h23', timeZone })
})

/** Taipei has stood at UTC+8 all year since 1980, so its clock needs arithmetic only; lists read hundreds of moments. */
const taipeiSteadySince = Date.UTC(1980, 0, 1)
const taipeiAhead = 8 * 3_600_000

function wallClock(instant: Date, timeZone: string) {
  if (timeZone === defaultTimeZone && instant.getTime() >= taipeiSteadySince) {
    const wall = new Date(instant.getTime() + taipeiAhead)
    const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth() + 1, wall.getUTCDate()]
    return { year, month, day, hour: wall.getUTCHours(), minute: wall.getUTCMinutes(), second: wall.getUTCSeconds() }
  }
  const read: Record<string, number> = {}
  for (const part of clockOf(timeZone).formatToParts(instant)) read[part.type] = Number(part.value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = read
  return { year, month, day, hour, minute, second }
}

/** The calendar date that a wall in `timeZone` shows at that moment. */
export function dayOf(instant: Date, timeZone = defaultTimeZone): Day {
  const { year, month, day } = wallClock(instant, timeZone)
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

/** The time of day that a clock in `timeZone` shows at that moment. */
export function timeOf(instant: Date, timeZone = defaultTimeZone): TimeOfDay {
  const { hour, minute } = wallClock(instant, timeZone)
  return `${twoDigits(hour)}:${twoDigits(minute)}`
}

/** The moment at which a clock in `timeZone` shows that day and time; a time skipped by summer time moves forward. */
export function instantOf(day: Day, time: TimeOfDay = '00:00', timeZone = defaultTimeZone): Date {
  if (!isDay(day) || !isTimeOfDay(time)) throw new RangeError('not a day and time')
  const wall = Date.parse(`${day}T${time}:00Z`)
  const shownAhead = (utc: number) => {
    const shown = wallClock(new Date(utc), timeZone)
    return Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute, shown.second) - utc
  }
  const before = shownAhead(wall - shownAhead(wall))
  const exact = wall - before
  return new Date(shownAhead(exact) === before ? exact : wall - Math.min(before, shownAhead(exact)))
}

const forms = {
  short: { dateStyle: 'short' },
  medium: { dateStyle: 'medium' },
  long: { dateStyle: 'long' },
  weekday: { weekday: 'short', month: 'short', day: 'numeric' },
  weekdayAndYear: { weekday: 'short', month: 'short', day: 'numeric', year: 'numeric' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>

const writer = remembered((key: string) => {
  const [locale, form] = key.split(' ') as [Locale, keyof typeof forms]
  const format = new Intl.DateTimeFormat(locale, { ...forms[form], timeZone: 'UTC' })
  return remembered((day: Day) => format.format(new Date(`${day}T00:00:00Z`)))
})
const written = (day: Day, locale: Locale, form: keyof typeof forms) => writer(`${locale} ${form}`)(day)

const chineseWeekdays = ['', '一', '二', '三', '四', '五', '六', '日']
const counterOf = remembered((locale: Locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }))

/** 今天, 後天, 3 天前 … within six days of `today`; null farther away. */
function near(day: Day, today: Day, locale: Locale): string | null {
  const days = daysBetween(today, day)
  if (Math.abs(days) > 6) return null
  return counterOf(locale).format(days, 'day')
}

/**
 * A date for people. `short` 2026/11/21 · Nov 21, 2026; `long` 2026年11月21日 · November 21, 2026; `weekday` 11/21（六） ·
 * Sat, Nov 21 (with the year only when it is not that of `today`); `relative` 今天, 3 天前, and `weekday` beyond six
 * days (needs `today`, otherwise `short`). The ROC calendar changes `short` and `long`.
 */
export function formatDay(
  day: Day,
  locale: Locale,
  style: DayStyle = 'short',
  calendar: CalendarName = 'gregory',
  today?: Day,
): string {
  if (style === 'relative' && today) {
    return near(day, today, locale) ?? formatDay(day, locale, 'weekday', calendar, today)
  }
  if (style === 'weekday') return withWeekday(day, locale, today !== undefined && today.slice(0, 4) !== day.slice(0, 4))
  const form = style === 'long' ? 'long' : 'short'
  if (calendar === 'gregory') return written(day, locale, form === 'short' && locale === 'en' ? 'medium' : form)
  return locale === 'zh-TW' ? formatRocDay(day, form) : `ROC ${formatRocDay(day, 'short')}`
}

function withWeekday(day: Day, locale: Locale, year: boolean) {
  if (locale === 'en') return written(day, locale, year ? 'weekdayAndYear' : 'weekday')
  const [wholeYear, month, date] = day.split('-').map(Number)
  return `${year ? `${wholeYear}/` : ''}${month}/${date}（${chineseWeekdays[weekday(day)]}）`
}

/** A moment for people: the date in `style` and the time of day on the 24-hour clock, as seen in `timeZone`. */
export function formatMoment(
  instant: Date,
  locale: Locale,
  style: DayStyle = 'short',
  calendar: CalendarName = 'gregory',
  timeZone = defaultTimeZone,
  today?: Day,
): string {
  return `${formatDay(dayOf(instant, timeZone), locale, style, calendar, today)} ${timeOf(instant, timeZone)}`
}
