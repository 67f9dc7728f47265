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
      return (value) => formatDay(String(value), words.locale, 'short', words.calendar)
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
