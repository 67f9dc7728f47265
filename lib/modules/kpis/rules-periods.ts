import { addDays, type Day } from '@/lib/kernel/day'
import { type FiscalCalendar, type Period, perCalendar, periodOf } from '@/lib/kernel/fiscal'
import { frequencyOf } from './model-periods'
import type { Frequency } from './model-values'

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
