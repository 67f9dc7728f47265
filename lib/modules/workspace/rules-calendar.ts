import { parse } from 'csv-parse/sync'
import { type Day, parseDay, weekday } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { type CalendarDay, type ClosedDays, closedDaysOf } from '@/lib/kernel/workday'
import { type NamedDay, taiwanCalendar } from './rules-calendar-taiwan'

/** A line of the workspace's own calendar; without a county it holds everywhere. */
export type CalendarRow = { day: Day; name: string; kind: CalendarDay['kind']; county: string | null }
/** Line numbers count as a spreadsheet shows them, the heading being line 1. */
export type RefusedRow = { line: number; reason: 'day' | 'kind' | 'columns' | 'name'; typed: string }
export type CalendarFile = { rows: CalendarRow[]; refused: RefusedRow[] }

const mostRows = 5000
const longestName = 100

/** The calendar to ask: the bundled one, and over it the workspace's own lines. */
export const calendarWith = (own: Iterable<CalendarDay>): ClosedDays => closedDaysOf([...taiwanCalendar, ...own])

/** What a day off is called, the workspace's own name first; null on an ordinary day. */
export function holidayName(day: Day, own: readonly CalendarRow[], locale: Locale): string | null {
  const line = own.findLast((row) => row.day === day)
  return line ? line.name : (bundledOn(day)?.name[locale] ?? null)
}

const bundledOn = (day: Day): NamedDay | undefined => taiwanCalendar.find((line) => line.day === day)

const headings: Readonly<Record<string, keyof Columns>> = {
  day: 'day',
  date: 'day',
  日期: 'day',
  西元日期: 'day',
  name: 'name',
  名稱: 'name',
  備註: 'name',
  說明: 'name',
  kind: 'kind',
  種類: 'kind',
  類別: 'kind',
  county: 'county',
  縣市: 'county',
  是否放假: 'off',
}
type Columns = { day: number; name: number; kind: number; county: number; off: number }

const kinds: Readonly<Record<string, CalendarDay['kind']>> = {
  holiday: 'holiday',
  放假: 'holiday',
  假日: 'holiday',
  國定假日: 'holiday',
  補假: 'holiday',
  workday: 'workday',
  上班: 'workday',
  補班: 'workday',
  補行上班: 'workday',
  closed: 'closed',
  停班: 'closed',
  颱風假: 'closed',
  公休: 'closed',
}

/**
 * Reads a calendar update: columns day, name, kind (holiday, workday, closed) and county, or the government's own file
 * (西元日期, 星期, 是否放假 0 or 2, 備註), of which only the days that differ from their weekday are taken. Lines that cannot be
 * read come back with their reason; a file without the columns, or with more than 5,000 lines, is refused as a whole.
 */
export function readCalendarFile(text: string): CalendarFile {
  const [heading, ...records] = recordsOf(text) ?? []
  const columns = columnsOf(heading ?? [])
  if (!columns || records.length > mostRows) {
    return {
      rows: [],
      refused: [{ line: 1, reason: 'columns', typed: (heading ?? []).join(',').slice(0, longestName) }],
    }
  }
  const file: CalendarFile = { rows: [], refused: [] }
  for (const [index, record] of records.entries()) {
    const read = rowOf(record, columns)
    if (typeof read === 'string')
      file.refused.push({ line: index + 2, reason: read, typed: record.join(',').slice(0, longestName) })
    else if (read) file.rows.push(read)
  }
  return file
}

function recordsOf(text: string): string[][] | null {
  try {
    return parse(text, { bom: true, trim: true, skip_empty_lines: true, relax_column_count: true, to: mostRows + 2 })
  } catch {
    return null
  }
}

function columnsOf(heading: readonly string[]): Partial<Columns> | null {
  const columns: Partial<Columns> = {}
  for (const [index, cell] of heading.entries()) {
    const column = headings[cell.normalize('NFKC').trim().toLowerCase()]
    if (column && columns[column] === undefined) columns[column] = index
  }
  return columns.day !== undefined && (columns.kind !== undefined || columns.off !== undefined) ? columns : null
}

function rowOf(record: readonly string[], columns: Partial<Columns>): CalendarRow | RefusedRow['reason'] | null {
  const cell = (column: keyof Columns) => (columns[column] === undefined ? '' : (record[columns[column]] ?? '').trim())
  const day = parseDay(cell('day'))
  if (!day) return 'day'
  const name = cell('name')
  if (name.length > longestName) return 'name'
  const county = cell('county').replaceAll('臺', '台') || null
  if (columns.kind === undefined) return officialRow(day, cell('off'), name)
  const kind = kinds[cell('kind').toLowerCase()]
  return kind ? { day, name, kind, county } : 'kind'
}

/** In the government's file 2 is a day off and 0 a workday; ordinary days say nothing and are passed over. */
function officialRow(day: Day, off: string, name: string): CalendarRow | RefusedRow['reason'] | null {
  if (off !== '0' && off !== '2') return 'kind'
  const kind = off === '2' ? 'holiday' : 'workday'
  const ordinary = weekday(day) > 5 === (kind === 'holiday')
  return ordinary && (kind === 'workday' || name === '') ? null : { day, name, kind, county: null }
}
