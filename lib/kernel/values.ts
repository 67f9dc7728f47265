import 'server-only'
import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'
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

/** Adds rows, many of them with an INSERT for each part; answers them as they are when `returning`. */
export const insertMany = (
  tx: ScopedTx,
  table: PgTable,
  rows: readonly Values[],
  options: Options = {},
): Promise<Record<string, unknown>[]> =>
  rows.length < manyRows
    ? insertBuilt(tx, table, rows, options)
    : inParts(rows, (part) => insertWritten(tx, table, part, options))

const rowsOfPart = 500

/**
 * Sends what many rows come to in parts: each leaves before the next one is made, so that the database works while we do.
 * Answers what came back, in the order of the rows.
 */
export async function inParts<Row, Answer>(
  rows: readonly Row[],
  send: (part: readonly Row[]) => Promise<readonly Answer[]>,
): Promise<Answer[]> {
  const sent: Promise<readonly Answer[]>[] = []
  for (let from = 0; from < rows.length; from += rowsOfPart) {
    const part = send(rows.slice(from, from + rowsOfPart))
    // Should it fail while the next one is made, whoever waits for all of them is told.
    part.catch(() => {})
    sent.push(part)
    if (from + rowsOfPart < rows.length) await new Promise(setImmediate)
  }
  return (await Promise.all(sent)).flat()
}

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
 * Many rows as INSERT … VALUES, every value a parameter. It does what Drizzle's builder does, without asking tens of
 * thousands of values one by one what they are.
 */
async function insertWritten(
  tx: ScopedTx,
  table: PgTable,
  rows: readonly Values[],
  { onConflict, returning = false }: Options,
): Promise<Record<string, unknown>[]> {
  const all = columnsOf(table)
  const given = all.filter(({ key, column }) => column.defaultFn || rows.some((row) => row[key] !== undefined))
  const values: unknown[] = []
  const lines = rows.map((row) => {
    const cells = given.map(({ key, column }) => {
      const value = row[key] === undefined ? column.defaultFn?.() : row[key]
      if (value === undefined) return 'default'
      values.push(value === null ? null : column.mapToDriverValue(value))
      return `$${values.length}`
    })
    return `(${cells.join(',')})`
  })
  const text = [
    `insert into "${getTableName(table)}" (${given.map(({ name }) => name).join(',')}) values ${lines.join(',')}`,
    onConflict ? conflictClause(all, onConflict) : '',
    returning ? `returning ${all.map(({ name }) => name).join(',')}` : '',
  ].join(' ')
  const { client, logger } = (tx as unknown as { session: Session }).session
  logger.logQuery(text, values)
  const answered = await client.unsafe(text, values).values()
  return returning ? answered.map((cells) => readRow(all, cells)) : []
}

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
