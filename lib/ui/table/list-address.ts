import type { FilterView } from '@/lib/kernel/list-view'
import type { Locale } from '@/lib/kernel/messages'

/** A change to a list's address: a value to set, or null to take the parameter out. */
export type AddressChange = Readonly<Record<string, string | null>>

/** Parameters that a change of sorting or filtering makes stale: the place in the list, and what was opened from it. */
const placeInList = { after: null, before: null, peek: null, panel: null }

/** The address of the same list with some parameters changed, and back on its first page unless the change says where. */
export function addressWith(path: string, now: URLSearchParams, change: AddressChange): string {
  return addressKeeping(path, now, { ...placeInList, ...change })
}

/** The same, staying on the page of the list that is shown. */
export function addressKeeping(path: string, now: URLSearchParams, change: AddressChange): string {
  const next = new URLSearchParams(now)
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '') next.delete(name)
    else next.set(name, value)
  }
  const query = next.toString().replaceAll('%2C', ',')
  return query ? `${path}?${query}` : path
}

/** Sorting by a column: its first press sorts up, the next one down, the third up again. */
export const nextSort = (sorted: string, column: string) => (sorted === column ? `-${column}` : column)

/** Whether and how a list is ordered by a column. */
export const sortedBy = (sorted: string, column: string): false | 'asc' | 'desc' =>
  sorted === column ? 'asc' : sorted === `-${column}` ? 'desc' : false

/** The order of names in which a list shows them: the one that it is in, or else the one that the language reads by. */
export const nameOrderOf = (sorted: string, locale: Locale): 'stroke' | 'name' =>
  (['stroke', 'name'] as const).find((order) => sortedBy(sorted, order)) ?? (locale === 'zh-TW' ? 'stroke' : 'name')

/** The value of a filter in the address: `A,B` or `2026-01-01..2026-03-31`. */
export const filterValue = ({ operator, values }: FilterView) =>
  operator === 'between' ? values.join('..') : values.join(',')

/** A choice filter with one option ticked or unticked; null when nothing is left. */
export function toggledValues(values: readonly string[], option: string): string | null {
  const next = values.includes(option) ? values.filter((each) => each !== option) : [...values, option]
  return next.length > 0 ? next.join(',') : null
}

/** Everything that narrows the list, taken out; sorting and columns stay. */
export function withoutFilters(filters: readonly FilterView[]): AddressChange {
  return { q: null, ...Object.fromEntries(filters.map(({ column }) => [column, null])) }
}

/** Which columns are on screen, in order: those of the address, else those shown at first. The first one always is. */
export function columnsOnScreen<Column extends { name: string; shown: boolean }>(
  columns: readonly Column[],
  wanted: string | null,
): Column[] {
  const standard = columns.filter((column, index) => index === 0 || column.shown)
  if (wanted === null) return standard
  const names = wanted.split(',')
  const chosen = names.flatMap((name) => columns.filter((column) => column.name === name))
  const [first] = columns
  if (!first || chosen.length === 0) return standard
  return [first, ...new Set(chosen.filter((column) => column !== first))]
}
