import 'server-only'
import type { ExtractTablesWithRelations } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsDatabase, PostgresJsSession, PostgresJsTransaction } from 'drizzle-orm/postgres-js'
import postgres, { type Sql, type TransactionSql } from 'postgres'

type NoRelations = Record<string, never>
type Database = PostgresJsDatabase<NoRelations> & { $client: Sql }
export type Tx = PostgresJsTransaction<NoRelations, ExtractTablesWithRelations<NoRelations>>

/** `opening` are statements that travel with BEGIN in one message; `signal` gives the transaction up, its connection included. */
type Opening = { mode: string; opening: string; signal: AbortSignal }

/** The driver with our cure, see lib/run/patch-postgres.mjs. */
type Client = Omit<Sql, 'begin'> & {
  readonly survivesLostConnections?: true
  begin<T>(mode: string, work: (sql: TransactionSql) => Promise<T>, extra: Omit<Opening, 'mode'>): Promise<T>
}

/** Whoever wants to see every statement, such as the query lint of the tests. */
export const statements: { listener: ((sql: string) => void) | null } = { listener: null }

const dialect = new PgDialect({ casing: 'snake_case' })
const logger = { logQuery: (query: string) => statements.listener?.(query) }

/** One pool for the whole process, although a build may hold this module more than once. */
type Pool = { client: Client | null; database: Database | null }
const place = globalThis as { [name: symbol]: Pool | undefined }
const name = Symbol.for('accord.database')
const pool: Pool = place[name] ?? { client: null, database: null }
place[name] = pool

/** Seconds to wait before the next attempt to connect: none at first, never more than one, so that recovery is quick. */
const pause = (failures: number) => (failures === 0 ? 0 : Math.min(2 ** failures / 40, 1) * (0.5 + Math.random() / 2))

function connect(): Client {
  const url = process.env.DATABASE_URL
  if (!url) throw new Error('DATABASE_URL is not set: it names the database and the role that the product serves as.')
  const size = Number(process.env.DATABASE_POOL || 10)
  if (!Number.isInteger(size) || size < 1) throw new Error('DATABASE_POOL must be a whole number of connections.')
  // The published types know nothing of the cure.
  const client = postgres(url, {
    max: size,
    prepare: process.env.DATABASE_POOLER !== 'transaction',
    connect_timeout: 5,
    idle_timeout: 60,
    max_lifetime: 30 * 60,
    backoff: pause,
    connection: { application_name: 'accord' },
    onnotice: () => {},
  }) as unknown as Client
  if (!client.survivesLostConnections) {
    throw new Error('This database driver is not cured: run "node lib/run/patch-postgres.mjs", then build again.')
  }
  return client
}

function client(): Client {
  pool.client ??= connect()
  return pool.client
}

function database(): Database {
  pool.database ??= drizzle(client() as unknown as Sql, { casing: 'snake_case', logger })
  return pool.database
}

/** Statements outside any workspace, where row security shows no tenant row. Connects at first use: a build needs no database. */
export const db: Database = new Proxy({} as Database, {
  get: (_, property) => Reflect.get(database(), property),
})

/** The server's major version as soon as one connection has been made, else null. */
export function serverVersion(): number | null {
  const version = Number.parseInt(String(pool.client?.parameters.server_version), 10)
  return Number.isNaN(version) ? null : version
}

/** Statements that came twice: a connection keeps them prepared, so that each takes one round trip and several may travel together. */
const prepared = new Set<string>()
const seenOnce = new Set<string>()
const mostPrepared = 600
const longestPrepared = 8_000

/** Whether a statement is worth preparing: it is short and came before, and few enough are kept. */
function isWorthPreparing(text: string): boolean {
  if (prepared.has(text)) return true
  if (text.length > longestPrepared || prepared.size >= mostPrepared) return false
  const again = seenOnce.delete(text)
  if (seenOnce.size >= mostPrepared) seenOnce.clear()
  ;(again ? prepared : seenOnce).add(text)
  return again
}

/**
 * A statement with its limit in its own text, not as a value beside it: a prepared statement is planned once for all values,
 * and for a limit that it does not know Postgres counts on a tenth of all rows.
 */
function limited(text: string, values: never[] = []): [text: string, values: never[]] {
  const most: unknown = values.at(-1)
  const end = ` limit $${values.length}`
  if (!Number.isSafeInteger(most) || !text.endsWith(end)) return [text, values]
  return [`${text.slice(0, -end.length)} limit ${most}`, values.slice(0, -1)]
}

/** The driver's transaction for Drizzle, which by itself would have every statement parsed anew, in two round trips. */
const remembering = (sql: TransactionSql) =>
  ({
    ...sql,
    unsafe: (given: string, params?: never[]) => {
      const [text, values] = limited(given, params)
      return sql.unsafe(text, values, { prepare: isWorthPreparing(text) })
    },
  }) as unknown as TransactionSql & Sql

/** Runs work in one transaction. Only the kernel's transaction calls this: it knows the workspace and the deadline. */
export function begin<T>({ mode, opening, signal }: Opening, work: (tx: Tx) => Promise<T>): Promise<T> {
  const run = (sql: TransactionSql) => {
    const session = new PostgresJsSession<TransactionSql & Sql, NoRelations, ExtractTablesWithRelations<NoRelations>>(
      remembering(sql),
      dialect,
      undefined,
      { logger },
    )
    return work(new PostgresJsTransaction(dialect, session, undefined))
  }
  // Making the database object teaches the driver Drizzle’s own types: JSON is encoded once, days stay text.
  database()
  return client().begin(mode, run, { opening, signal })
}

/** Lets running transactions end for up to five seconds, then closes every connection. The next use connects again. */
export async function closeDatabase(): Promise<void> {
  const closing = pool.client
  pool.client = pool.database = null
  await closing?.end({ timeout: 5 })
}
