import 'server-only'
import { getTableColumns, getTableName, is, SQL, sql } from 'drizzle-orm'
import { type AnyPgColumn, alias, PgDialect, type PgTable } from 'drizzle-orm/pg-core'
import type { ScopedTx } from './transaction'

type Values = Readonly<Record<string, unknown>>
type Column = { key: string; name: string; column: AnyPgColumn }
type Client = { unsafe: (text: string, values: unknown[]) => { values: () => Promise<unknown[][]> } }
type Session = { client: Client; logger: { logQuery: (text: string, values: unknown[]) => void } }

const dialect = new PgDialect({ casing: 'snake_case' })
const known = new WeakMap<PgTable, readonly Column[]>()

/** The columns of a table with the names that the database knows. */
function columnsOf(table: PgTable): readonly Column[] {
  const before = known.get(table)
  if (before) return before
  const columns = Object.entries(getTableColumns(table) as Record<string, AnyPgColumn>).map(([key, column]) => ({
    key,
    name: dialect.sqlToQuery(sql`${column}`).sql.replace(/^.*\./, ''),
    column,
  }))
  known.set(table, columns)
  return columns
}

/** From this many rows or keys on a statement is worth a way of its own: the builder costs more than the statement. */
export const manyRows = 20

type Options = {
  /** Keys by which a row is known that may be there already, and fields that it then takes from the new one. */
  onConflict?: { keys: readonly string[]; set: readonly string[] }
  returning?: boolean
}

/** Adds rows with one INSERT; answers them as they are when `returning`. */
export const insertMany = (
  tx: ScopedTx,
  table: PgTable,
  rows: readonly Values[],
  options: Options = {},
): Promise<Record<string, unknown>[]> =>
  rows.length < manyRows ? insertBuilt(tx, table, rows, options) : insertWritten(tx, table, rows, options)

/** A few rows with Drizzle's builder, whose statements the database knows already. */
async function insertBuilt(tx: ScopedTx, table: PgTable, rows: readonly Values[], { onConflict, returning }: Options) {
  const inserted = tx.insert(table).values([...rows])
  const settled = onConflict ? inserted.onConflictDoUpdate(conflictOf(table, onConflict)) : inserted
  if (returning) return (await settled.returning()) as Record<string, unknown>[]
  await settled
  return []
}

function conflictOf(table: PgTable, { keys, set }: NonNullable<Options['onConflict']>) {
  const own = getTableColumns(table) as Record<string, AnyPgColumn>
  const excluded = getTableColumns(alias(table, 'excluded')) as Record<string, AnyPgColumn>
  return {
    target: keys.flatMap((key) => own[key] ?? []),
    set: Object.fromEntries(
      set.flatMap((key): [string, SQL][] => (excluded[key] ? [[key, sql`${excluded[key]}`]] : [])),
    ),
  }
}

/**
 * Many rows as INSERT … SELECT from one parameter, which the database takes apart: tens of thousands of parameters cost more
 * than their rows, and a text that is the same for any number of rows is planned once.
 */
async function insertWritten(
  tx: ScopedTx,
  table: PgTable,
  rows: readonly Values[],
  { onConflict, returning = false }: Options,
): Promise<Record<string, unknown>[]> {
  const all = columnsOf(table)
  const given = all.filter(({ key, column }) => column.defaultFn || rows.some((row) => row[key] !== undefined))
  const text = [
    `insert into "${getTableName(table)}" (${given.map(({ name }) => name).join(',')})`,
    `select ${given.map(cellOf(rows)).join(',')} from ${sentRows(given)}`,
    onConflict ? conflictClause(all, onConflict) : '',
    returning ? `returning ${all.map(({ name }) => name).join(',')}` : '',
  ].join(' ')
  const answered = await send(tx, text, [sent(rows, given)])
  return returning ? answered.map((cells) => readRow(all, cells)) : []
}

/** Changes rows that are there, each in its own way in the same fields, with one UPDATE. */
export async function updateMany(
  tx: ScopedTx,
  table: PgTable,
  workspaceId: string,
  rows: readonly (Values & { id: string })[],
  fields: readonly string[],
): Promise<void> {
  const given = columnsOf(table).filter(({ key }) => key === 'id' || fields.includes(key))
  const changes = given.flatMap(({ key, name }, index) => (key === 'id' ? [] : [`${name} = c${index}`]))
  const own = `"${getTableName(table)}"`
  const text = [
    `update ${own} set ${changes.join(',')} from ${sentRows(given)}`,
    `where ${own}.workspace_id = $2 and ${own}.id = c${given.findIndex(({ key }) => key === 'id')}`,
  ].join(' ')
  await send(tx, text, [sent(rows, given), workspaceId])
}

function send(tx: ScopedTx, text: string, values: unknown[]): Promise<unknown[][]> {
  const { client, logger } = (tx as unknown as { session: Session }).session
  logger.logQuery(text, values)
  return client.unsafe(text, values).values()
}

/** The first parameter as a table. */
const sentRows = (columns: readonly Column[]) =>
  `json_to_recordset($1::json) as sent(${columns.map(({ column }, index) => `c${index} ${column.getSQLType()}`).join(',')})`

/** Rows of one shape with the same few keys are written by far the fastest. */
function sent(rows: readonly Values[], columns: readonly Column[]): string {
  const cells = columns.map((column, index) => ({ cell: `c${index}`, column }))
  return JSON.stringify(
    rows.map((row) => {
      const line: Record<string, unknown> = {}
      for (const { cell, column } of cells) line[cell] = sentCell(row, column)
      return line
    }),
  )
}

/** A cell as it travels; what is JSON already is not written as text within it. */
function sentCell(row: Values, { key, column }: Column): unknown {
  const value = row[key] === undefined ? (column.defaultFn?.() ?? constant(column.default)) : row[key]
  return value === null || column.dataType === 'json' ? value : column.mapToDriverValue(value)
}

const constant = (value: unknown) => (value === undefined || is(value, SQL) ? null : value)

/** A cell as the statement reads it: where some rows leave it to the database, its default stands in for them. */
const cellOf =
  (rows: readonly Values[]) =>
  ({ key, column }: Column, index: number): string =>
    is(column.default, SQL) && rows.some((row) => row[key] === undefined)
      ? `coalesce(c${index}, ${dialect.sqlToQuery(column.default).sql})`
      : `c${index}`

function conflictClause(columns: readonly Column[], { keys, set }: NonNullable<Options['onConflict']>): string {
  const named = (wanted: readonly string[]) => columns.filter(({ key }) => wanted.includes(key)).map(({ name }) => name)
  const changes = named(set).map((name) => `${name} = excluded.${name}`)
  return `on conflict (${named(keys).join(',')}) do update set ${changes.join(',')}`
}

const readRow = (columns: readonly Column[], cells: readonly unknown[]) =>
  Object.fromEntries(
    columns.map(({ key, column }, index) => [
      key,
      cells[index] === null ? null : column.mapFromDriverValue(cells[index]),
    ]),
  )

/**
 * Has every statement of this connection planned anew, the database's own checks of references included. Plans made while
 * a table was almost empty look rows up by any index that begins with the workspace, and keep doing so while it grows.
 */
export const planAnew = (tx: ScopedTx) => tx.execute(sql`discard plans`)

/**
 * Reads with a plan made for these very values. A list of hundreds of keys that no index answers is then compared in one
 * pass; with a plan made for any list, every row would be compared with each of them.
 */
export async function plannedForValues<T>(tx: ScopedTx, read: () => Promise<T>): Promise<T> {
  await tx.execute(sql`set local plan_cache_mode = force_custom_plan`)
  const found = await read()
  await tx.execute(sql`set local plan_cache_mode = auto`)
  return found
}

const kinds = { text: sql`text`, uuid: sql`uuid`, timestamptz: sql`timestamptz` } as const

/**
 * Keys to look records up by, as a table named `wanted`, for a lateral join with a limited select on `wantedKey`. Each key
 * is then looked up by its index, also in a table that has grown since the database last counted its rows; asked for a
 * list of keys, it would read the whole workspace.
 */
export const wantedKeys = (keys: readonly string[], kind: keyof typeof kinds) =>
  sql`(values ${sql.join(
    [...new Set(keys)].map((key) => sql`(${key}::${kinds[kind]})`),
    sql`, `,
  )}) as wanted(key)`

export const wantedKey = sql`wanted.key`
