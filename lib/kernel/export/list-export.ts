import 'server-only'
import type { Actor } from '../actor'
import type { Look } from '../command'
import { columnViews, type ListRequest, type ListSpec, listInput } from '../list'
import type { ColumnKind, ListPage } from '../list-view'
import type { Locale } from '../messages'
import type { Permission } from '../permission'
import { type Cell, text, typed } from './cell'

/** How a list is taken along as a spreadsheet: the same request, the same columns, the same words. */
type ExportSpec<Row extends { id: string }> = {
  list: ListSpec
  permission: Permission
  /** The list's own page, in steps of any size. */
  page: (look: Look, request: ListRequest, size: number) => Promise<ListPage<Row>>
  title: (locale: Locale) => string
  column: (name: string, locale: Locale) => string
  choice: (column: string, value: string, locale: Locale) => string
  /** Columns that only filter or sort. */
  without?: readonly string[]
  /** A cell that is not simply the row's value of that name. */
  cells?: Readonly<Record<string, (row: Row) => Cell>>
  /** The order of the list where its address names none. */
  firstSort?: (locale: Locale) => string
}

type Shown = { name: string; kind: ColumnKind }

/** A list that can be exported, whatever its rows are. */
export type ListExport = {
  name: string
  permission: Permission
  title: (locale: Locale) => string
  /** The columns that the address shows, in its order; without a choice those that the list shows at first. */
  columns: (wanted: string | undefined) => Shown[]
  header: (columns: readonly Shown[], locale: Locale) => string[]
  request: (address: Readonly<Record<string, string>>, locale: Locale) => ListRequest
  step: (look: Look, request: ListRequest, columns: readonly Shown[], size: number) => Promise<ExportStep>
}
export type ExportStep = { rows: Cell[][]; after: string | null; narrowed: boolean }

/** The last column: the record's id, by which an import recognises it again whatever else was changed. */
const idHeader = 'ID'

export function listExport<Row extends { id: string }>(spec: ExportSpec<Row>): ListExport {
  const offered = columnViews(spec.list).filter(({ name }) => !spec.without?.includes(name))
  return {
    name: spec.list.name,
    permission: spec.permission,
    title: spec.title,
    columns(wanted) {
      const [first, ...rest] = offered
      if (!first) return []
      const names = wanted?.split(',') ?? []
      const chosen = [...new Set(names)].flatMap((name) => rest.filter((column) => column.name === name))
      return [first, ...(wanted === undefined ? rest.filter(({ shown }) => shown) : chosen)]
    },
    header: (columns, locale) => [...columns.map(({ name }) => spec.column(name, locale)), idHeader],
    request: (address, locale) =>
      listInput(spec.list).parse({ ...(spec.firstSort ? { sort: spec.firstSort(locale) } : {}), ...address }),
    async step(look, request, columns, size) {
      const page = await spec.page(look, request, size)
      const cells = columns.map(({ name, kind }) => spec.cells?.[name] ?? plainCell(name, kind, spec, look.actor))
      return {
        rows: page.rows.map((row) => [...cells.map((cell) => cell(row)), text(row.id)]),
        after: page.after,
        narrowed: page.narrowed,
      }
    },
  }
}

type Words = { choice: (column: string, value: string, locale: Locale) => string }

/** The row's value of the column's name, as its kind says. */
const plainCell =
  (name: string, kind: ColumnKind, { choice }: Words, { locale }: Actor) =>
  (row: object): Cell => {
    const value = (row as Record<string, unknown>)[name]
    if (value === null || value === undefined || value === '') return null
    if (kind === 'day') return { kind: 'day', day: String(value) }
    if (kind === 'moment') return { kind: 'moment', at: new Date(value as string) }
    if (kind === 'number') return typed('number', value as string)
    if (kind === 'flag') return text(choice(name, String(value), locale))
    return text(kind === 'choice' ? choice(name, String(value), locale) : String(value))
  }
