import { type CalendarName, formatDay, formatMoment } from '@/lib/kernel/day'
import type { ColumnKind } from '@/lib/kernel/list-view'
import type { Locale } from '@/lib/kernel/messages'

const counters = new Map<Locale, Intl.NumberFormat>()

/** A number with grouping, digits as they are. */
export function numberText(value: number | string, locale: Locale): string {
  const counter = counters.get(locale) ?? new Intl.NumberFormat(locale, { maximumFractionDigits: 6 })
  counters.set(locale, counter)
  return counter.format(Number(value))
}

/** A list shows the same few days again and again; writing one anew costs more than the rest of its cell. */
const days = new Map<string, string>()
const mostDays = 5000

function dayText(day: string, { locale, calendar }: CellWords): string {
  const key = `${locale}${calendar}${day}`
  const known = days.get(key)
  if (known !== undefined) return known
  if (days.size >= mostDays) days.clear()
  const text = formatDay(day, locale, 'short', calendar)
  days.set(key, text)
  return text
}

export type CellWords = {
  locale: Locale
  calendar: CalendarName
  yes: string
  no: string
  choice: (value: string) => string
}

/** Writes plain values of one kind as a cell shows them when the module has nothing better to draw. */
export function cellWriter(kind: ColumnKind, words: CellWords): (value: unknown) => string {
  const write = writerOf(kind, words)
  return (value) => (value === null || value === undefined || value === '' ? '' : write(value))
}

function writerOf(kind: ColumnKind, words: CellWords): (value: unknown) => string {
  switch (kind) {
    case 'number':
      return (value) => numberText(value as number | string, words.locale)
    case 'day':
      return (value) => dayText(String(value), words)
    case 'moment':
      return (value) => formatMoment(new Date(value as string | Date), words.locale, 'short', words.calendar)
    case 'flag':
      return (value) => (value ? words.yes : words.no)
    case 'choice':
      return (value) => words.choice(String(value))
    case 'text':
      return String
  }
}
