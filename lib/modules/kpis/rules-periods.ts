import { addDays, type Day } from '@/lib/kernel/day'
import { type FiscalCalendar, type Period, perCalendar, periodOf } from '@/lib/kernel/fiscal'
import type { Frequency } from './model-values'

const shapes: Readonly<Record<Frequency, RegExp>> = {
  month: /^\d{4}-(?:0[1-9]|1[0-2])$/,
  quarter: /^\d{4}-Q[1-4]$/,
  year: /^\d{4}$/,
}

/** How often the period with this key comes round; null when it is no key. */
export const frequencyOf = (key: string): Frequency | null =>
  (Object.keys(shapes) as Frequency[]).find((frequency) => shapes[frequency].test(key)) ?? null

const most = 12
/** The years of every date that somebody gives; the calendar itself ends with 9999, in whose last period no next one begins. */
const meantYear = /^(?:19|20|21)/

/** The period with this key (2026-01, 2026-Q1, 2026) in the company's calendar; null when there is none. */
export const periodNamed = perCalendar((key, calendar): Period | null => {
  const frequency = frequencyOf(key)
  const first = `${key.slice(0, 4)}-${String(calendar.firstMonth).padStart(2, '0')}-04`
  if (!frequency || !meantYear.test(key)) return null
  if (frequency === 'month' && calendar.kind === 'month') return periodOf(`${key}-01`, calendar, 'month')
  let period = periodOf(periodOf(first, calendar, 'year').from, calendar, frequency)
  for (let count = 1; period.key !== key && count < most; count++)
    period = periodOf(addDays(period.to, 1), calendar, frequency)
  return period.key === key ? period : null
})

export const periodBefore = (period: Period, frequency: Frequency, calendar: FiscalCalendar): Period =>
  periodOf(addDays(period.from, -1), calendar, frequency)

/** The same period a year before: as many periods back as a year has. */
export function yearBefore(period: Period, frequency: Frequency, calendar: FiscalCalendar): Period {
  const steps: Readonly<Record<Frequency, number>> = { month: 12, quarter: 4, year: 1 }
  let found = period
  for (let left = steps[frequency]; left > 0; left--) found = periodBefore(found, frequency, calendar)
  return found
}

/** Every period that has a day between two days, both included, in order; none when the last day is before the first. */
export function periodsBetween(from: Day, to: Day, frequency: Frequency, calendar: FiscalCalendar): Period[] {
  const found: Period[] = []
  for (let day = from; day <= to; day = addDays(found.at(-1)?.to ?? to, 1))
    found.push(periodOf(day, calendar, frequency))
  return found
}

/**
 * The key that somebody typed: 2026-01, 2026/1, 2026年1月, 民國115年1月, 2026-Q1, 2026Q1, 2026年第1季, 115年第1季, 2026, in
 * full-width digits too; the first day of a month, which is what spreadsheets make of one, is the month. Null when it is none,
 * and for 2026.1: a spreadsheet makes that of 2026.10 as well, and January is not guessed for October.
 */
export function readPeriodKey(text: string): string | null {
  const bare = text.normalize('NFKC').replace(/\s+/g, '').toUpperCase()
  if (/^\d{4}\.\d$/.test(bare)) return null
  const plain = bare.replace(/^(\d{4}[-/.]\d{1,2})[-/.]0?1$/, '$1')
  if (plain.length > 20) return null
  const match = /^(民國)?(\d{2,4})(?:年|[-/.])?(?:第?([1-4])季|Q([1-4])|(\d{1,2})月?)?$/.exec(plain)
  if (!match) return null
  const [, era, typed = '', season, quarter = season, month] = match
  const isRoc = era !== undefined || (typed.length === 3 && plain.includes('年'))
  const year = isRoc ? Number(typed) + 1911 : typed.length === 4 ? Number(typed) : null
  if (year === null) return null
  const key = quarter ? `${year}-Q${quarter}` : month ? `${year}-${month.padStart(2, '0')}` : String(year)
  return frequencyOf(key) && (month === undefined || /\d(?:年|[-/.])\d/.test(plain)) ? key : null
}
