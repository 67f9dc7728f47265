import PgBoss from 'pg-boss'
import type { Sql } from 'postgres'

const schema = 'pgboss'
/** The queue's own queue for jobs that a clock sends. */
const clockQueue = '__pgboss__send-it'

const grants = `
  grant usage on schema ${schema} to accord_app;
  grant select, insert, update, delete on all tables in schema ${schema} to accord_app`

/** The queue hands over objects for json and undefined for null. */
const parameter = (value: unknown) =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : ((value ?? null) as string | number | null)

/** Which of these queues the database does not have. */
export async function missingQueues(sql: Sql, queues: readonly string[]): Promise<string[]> {
  const known = (await sql.unsafe(`select name from ${schema}.queue`)).map((each) => each.name)
  return [clockQueue, ...queues].filter((name) => !known.includes(name))
}

/**
 * Makes or updates the schema and every queue named as the owner, because each queue is a table of its own;
 * the product's role then reads and writes jobs, and defines nothing.
 */
export async function installQueues(sql: Sql, queues: readonly string[]): Promise<void> {
  const rows = (text: string, values: unknown[] = []) =>
    sql.unsafe(text, values.map(parameter)).then((found) => ({ rows: [...found] }))
  const boss = new PgBoss({ schema, supervise: false, schedule: false, db: { executeSql: rows } })
  const versionBefore = await installedVersion(sql)
  await boss.start()
  const missing = await missingQueues(sql, queues)
  for (const name of missing) await boss.createQueue(name)
  await boss.stop({ graceful: false, wait: true, close: false })
  if (missing.length > 0 || versionBefore !== (await installedVersion(sql))) await sql.unsafe(grants)
}

async function installedVersion(sql: Sql): Promise<number | null> {
  const [table] = await sql<{ found: string | null }[]>`select to_regclass('pgboss.version') as found`
  if (!table?.found) return null
  const [row] = await sql.unsafe(`select version from ${schema}.version`)
  return row?.version ?? null
}
