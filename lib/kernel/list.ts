import 'server-only'
import { type AnyColumn, and, asc, desc, eq, gte, inArray, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import type { Look } from './command'
import { openCursor, sealCursor } from './cursor'
import { isDay } from './day'
import type { ColumnKind, ColumnView, FilterView, ListPage } from './list-view'
import { type SearchKind, searchIds } from './search'

type Source = AnyColumn | SQL<unknown>

/** One column, said once: where it comes from, how it sorts and filters, whether it is shown at first. */
export type Column = {
  kind: ColumnKind
  from: Source
  /** NOT NULL, with an index `(workspace_id, from, id)`. */
  sort?: boolean
  filter?: boolean
  /** `false` hides it until the reader asks for it. */
  shown?: boolean
  choices?: readonly string[]
  /** Filters by a reference's id. */
  reference?: boolean
}

export type ListSpec<Name extends string = string> = {
  name: string
  id: AnyPgColumn
  columns: Readonly<Record<Name, Column>>
  firstSort: NoInfer<Name> | `-${NoInfer<Name>}`
  /** The kind of search entries that `q` looks through. */
  search?: SearchKind
  /** Names the column whose filter the search function takes itself: the owner of the record. */
  owner?: NoInfer<Name>
}

export const listSpec = <const Name extends string>(spec: ListSpec<Name>) => spec

export const pageSize = 50
/** A search that finds more than this asks to be narrowed. */
const mostFound = 1000

const address = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.undefined()]))

export type ListRequest = {
  query: string
  sort: string
  filters: readonly FilterView[]
  after: string | null
  before: string | null
}

/**
 * `?q=大潤發&tier=A,B&dueOn=2026-01-01..&sort=-dueOn&after=…` → a checked request.
 * Names and values that the list does not know do not survive; nothing here can reach SQL as text.
 */
export const listInput = (spec: ListSpec) =>
  address.transform((raw): ListRequest => {
    const value = (name: string) => {
      const given = raw[name]
      const first = Array.isArray(given) ? given.join(',') : (given ?? '')
      return first.isWellFormed() ? first.replaceAll('\u0000', '').slice(0, 2000) : ''
    }
    const sort = value('sort')
    const known = spec.columns[sort.replace(/^-/, '')]?.sort === true
    return {
      query: value('q').trim().slice(0, 200),
      sort: known ? sort : spec.firstSort,
      filters: Object.entries(spec.columns).flatMap(([name, column]) => filterOf(name, column, value(name))),
      after: value('after') || null,
      before: value('before') || null,
    }
  })

const isUuid = (text: string) => z.uuid().safeParse(text).success

function filterOf(name: string, column: Column, given: string): FilterView[] {
  if (!column.filter || given === '') return []
  if (column.kind === 'choice') {
    const values = given
      .split(',')
      .filter((each) => column.choices?.includes(each) || (column.reference && isUuid(each)))
    return values.length > 0 ? [{ column: name, operator: 'is', values }] : []
  }
  if (column.kind === 'flag')
    return given === 'true' || given === 'false' ? [{ column: name, operator: 'is', values: [given] }] : []
  if (column.kind === 'text') return [{ column: name, operator: 'is', values: [given] }]
  const [least = '', most = ''] = given.split('..')
  const fits = column.kind === 'number' ? (each: string) => /^-?\d{1,15}(\.\d{1,6})?$/.test(each) : isDay
  if ((least && !fits(least)) || (most && !fits(most)) || (!least && !most) || !given.includes('..')) return []
  return [{ column: name, operator: 'between', values: [least, most] }]
}

/** The request as SQL, and the way back from rows to a page. `null` means: nothing can match, ask nothing. */
export type ListFrame = {
  where: SQL | undefined
  orderBy: SQL[]
  limit: number
  /** Select it beside the row's fields: the exact value of the sort key, for the cursor. */
  sortKey: SQL<string>
  page: <Row extends { id: string; sortKey: string }>(rows: readonly Row[]) => ListPage<Omit<Row, 'sortKey'>>
  empty: () => ListPage<never>
  matchesNothing: boolean
}

/** `size` above the page's is for exports, which walk the list in larger steps. */
export async function listFrame(look: Look, spec: ListSpec, request: ListRequest, size = pageSize): Promise<ListFrame> {
  const descending = request.sort.startsWith('-')
  const column = spec.columns[request.sort.replace(/^-/, '')]
  if (!column) throw new Error(`cannot sort by ${request.sort}`)
  const scope = `${look.actor.workspaceId}:${spec.name}:${request.sort}`
  const backwards = request.after === null && request.before !== null
  const cursor = openCursor(request.after ?? request.before, scope)
  const found = await foundIds(look, spec, request)
  const down = descending !== backwards
  const direction = down ? desc : asc
  const rest = {
    sort: request.sort,
    query: request.query,
    filters: request.filters,
    narrowed: found?.narrowed ?? false,
  }
  return {
    where: and(
      found ? inArray(spec.id, found.ids.length > 0 ? found.ids : [look.actor.workspaceId]) : undefined,
      ...request.filters.map((filter) => filtered(spec.columns[filter.column], filter)),
      cursor ? beyond(column, spec.id, down, cursor) : undefined,
    ),
    orderBy: [direction(column.from), direction(spec.id)],
    limit: size + 1,
    sortKey: sql<string>`${column.from}::text`,
    matchesNothing: found?.ids.length === 0,
    empty: () => ({ ...rest, rows: [], before: null, after: null }),
    page(fetched) {
      const more = fetched.length > size
      const rows = fetched.slice(0, size)
      if (backwards) rows.reverse()
      const seal = (row: { id: string; sortKey: string } | undefined) =>
        row ? sealCursor({ key: row.sortKey, id: row.id }, scope) : null
      const hasBefore = backwards ? more : cursor !== null
      const hasAfter = backwards ? true : more
      return {
        ...rest,
        rows: rows.map(({ sortKey: _, ...row }) => row),
        before: hasBefore ? seal(rows[0]) : null,
        after: hasAfter ? seal(rows.at(-1)) : null,
      }
    },
  }
}

async function foundIds(look: Look, spec: ListSpec, { query, filters }: ListRequest) {
  if (query === '' || !spec.search) return null
  const owners = filters.find((filter) => filter.column === spec.owner)?.values
  const only = owners?.length === 1 ? owners[0] : undefined
  const hits = await searchIds(look, {
    kinds: [spec.search],
    text: query,
    most: mostFound + 1,
    ...(only ? { ownerId: only } : {}),
  })
  return { ids: hits.slice(0, mostFound).map((hit) => hit.id), narrowed: hits.length > mostFound }
}

const casts: Readonly<Record<ColumnKind, SQL>> = {
  text: sql`text`,
  choice: sql`text`,
  number: sql`numeric`,
  day: sql`date`,
  moment: sql`timestamptz`,
  flag: sql`boolean`,
}

/** Past the last row seen, in one comparison of (key, id), which the list's index answers. */
function beyond(column: Column, id: AnyPgColumn, down: boolean, cursor: { key: string; id: string }): SQL {
  const seen = sql`(${cursor.key}::${casts[column.kind]}, ${cursor.id}::uuid)`
  return down ? sql`(${column.from}, ${id}) < ${seen}` : sql`(${column.from}, ${id}) > ${seen}`
}

function filtered(column: Column | undefined, { operator, values }: FilterView): SQL | undefined {
  if (!column) return undefined
  if (column.kind === 'flag') return eq(sql`${column.from}`, values[0] === 'true')
  if (operator === 'is')
    return values.length === 1 ? eq(sql`${column.from}`, values[0]) : inArray(sql`${column.from}`, [...values])
  const cast = casts[column.kind === 'moment' ? 'day' : column.kind]
  const [least, most] = values
  const until = column.kind === 'moment' ? sql`${most}::${cast} + 1` : sql`${most}::${cast}`
  return and(
    least ? gte(sql`${column.from}`, sql`${least}::${cast}`) : undefined,
    most ? lte(sql`${column.from}`, until) : undefined,
  )
}

/** The columns as the table needs them: no source, no SQL. */
export const columnViews = (spec: ListSpec): ColumnView[] =>
  Object.entries(spec.columns).map(([name, column]) => ({
    name,
    kind: column.kind,
    sortable: column.sort === true,
    filterable: column.filter === true,
    shown: column.shown !== false,
    ...(column.choices ? { choices: column.choices } : {}),
  }))

/** Live rows only: what every list of archivable records says. */
export const live = (table: { archivedAt: AnyPgColumn }): SQL => isNull(table.archivedAt)
