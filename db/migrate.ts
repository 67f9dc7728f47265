import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate } from 'drizzle-orm/postgres-js/migrator'
import type { Sql } from 'postgres'
import { root } from '../lib/run/paths.mjs'
import { installQueues } from './queue'
import { connect, Mend } from './roles'

const folder = path.join(root, 'drizzle')
/** Two starts at once take turns. */
const turn = 7_206_113

/** The product may see which migrations were applied, and refuses to serve a database of another version. */
const maySeeVersion = `grant usage on schema drizzle to accord_app;
  grant select on drizzle.__drizzle_migrations to accord_app`

type Migration = { tag: string; when: number; hashes: string[] }

const hash = (text: string) => createHash('sha256').update(text).digest('hex')

/** The migrations of this version in order; a checkout may have changed the ends of lines, which changes nothing. */
export function migrations(): Migration[] {
  const { entries } = JSON.parse(readFileSync(path.join(folder, 'meta/_journal.json'), 'utf8'))
  return entries.map(({ tag, when }: { tag: string; when: number }) => {
    const text = readFileSync(path.join(folder, `${tag}.sql`), 'utf8').replaceAll('\r\n', '\n')
    return { tag, when, hashes: [hash(text), hash(text.replaceAll('\n', '\r\n'))] }
  })
}

async function applied(sql: Sql): Promise<{ hash: string; when: number }[]> {
  const [known] = await sql<{ table: string | null }[]>`select to_regclass('drizzle.__drizzle_migrations') as table`
  if (!known?.table) return []
  return sql<{ hash: string; when: number }[]>`
    select hash, created_at::float8 as when from drizzle.__drizzle_migrations order by created_at`
}

/** Migrations that this version brings and the database has not seen. Refuses a database of another version. */
export async function pendingMigrations(sql: Sql): Promise<string[]> {
  const ours = migrations()
  const theirs = await applied(sql)
  for (const each of theirs) {
    const known = ours.find(({ when }) => when === each.when)
    if (!known) throw new Mend('This database was made by a newer version of Accord: update the program first.')
    if (!known.hashes.includes(each.hash)) {
      throw new Mend(
        `The migration ${known.tag} was changed after this database had applied it: restore that file, or begin with an empty database.`,
      )
    }
  }
  return ours.filter(({ when }) => !theirs.some((each) => each.when === when)).map(({ tag }) => tag)
}

/** Brings the database of the owner's address up to date, tables and queues. Returns the migrations that it applied. */
export async function bringUpToDate(ownerUrl: string, queues: readonly string[]): Promise<string[]> {
  const sql = connect(ownerUrl)
  try {
    await sql`select pg_advisory_lock(${turn})`
    const pending = await pendingMigrations(sql)
    if (pending.length > 0) await migrate(drizzle(sql), { migrationsFolder: folder })
    const [seen] = await sql<{ may: boolean }[]>`select has_schema_privilege('accord_app', 'drizzle', 'usage') as may`
    if (!seen?.may) await sql.unsafe(maySeeVersion)
    await installQueues(sql, queues)
    return pending
  } finally {
    await sql.end()
  }
}
