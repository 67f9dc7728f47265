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

export type CellWords = {
  locale: Locale
  calendar: CalendarName
  yes: string
  no: string
  choice: (value: string) => string
}

/** A plain value as a cell shows it when the module has nothing better to draw. */
export function cellText(kind: ColumnKind, value: unknown, words: CellWords): string {
  if (value === null || value === undefined || value === '') return ''
  switch (kind) {
    case 'number':
      return numberText(value as number | string, words.locale)
    case 'day':
      return formatDay(String(value), words.locale, 'short', words.calendar)
    case 'moment':
      return formatMoment(new Date(value as string | Date), words.locale, 'short', words.calendar)
    case 'flag':
      return value ? words.yes : words.no
    case 'choice':
      return words.choice(String(value))
    case 'text':
      return String(value)
  }
}
