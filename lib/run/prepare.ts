import { roleProblem } from '../../db/assert-role'
import { bringUpToDate, pendingMigrations } from '../../db/migrate'
import { type Addresses, bundledDatabase, connect, Mend, ownDatabase } from '../../db/roles'
import { queueNames } from '../modules/queues'
import { secretsFile } from './secrets.mjs'

/**
 * The part of a start that knows the database: roles, migrations, queue, and on an empty database the set-up link.
 * Runs as a child and reports to the parent step by step, so that serving begins while the link is being made.
 */
const report = (message: Record<string, unknown>) => new Promise<void>((done) => process.send?.(message, () => done()))

async function addresses(): Promise<Addresses> {
  const { ACCORD_SUPERUSER, DATABASE_URL, DATABASE_URL_DIRECT } = process.env
  return ACCORD_SUPERUSER
    ? bundledDatabase(ACCORD_SUPERUSER, 'accord', secretsFile)
    : ownDatabase(DATABASE_URL, DATABASE_URL_DIRECT, secretsFile)
}

/**
 * Refuses a role that row security does not bind and a database of another version. Says whether the database finds Chinese text, for which letters
 * must be known as letters; the C locale denies that.
 */
async function checked(url: string): Promise<boolean> {
  const sql = connect(url)
  try {
    const problem = await roleProblem(sql)
    if (problem) throw new Mend(problem)
    const pending = await pendingMigrations(sql)
    if (pending.length > 0) {
      throw new Mend(
        'This database lacks the tables of this version: set DATABASE_URL_DIRECT to its owner, who makes them.',
      )
    }
    const [row] = await sql<{ grams: string[] }[]>`select show_trgm('台積電') as grams`
    return (row?.grams.length ?? 0) > 0
  } finally {
    await sql.end()
  }
}

/** The one-time set-up link of an empty database; asked last, because that layer reads the address when it is loaded. */
async function setUpLink(): Promise<string | null> {
  const { firstRunLink } = await import('../../db/first-run')
  return firstRunLink()
}

process.once('disconnect', () => process.exit(1))

try {
  const { app, owner } = await addresses()
  const applied = owner ? await bringUpToDate(owner, queueNames) : []
  const chinese = await checked(app)
  await report({ step: 'ready', app, owner, applied, findsChinese: chinese })
  process.env.DATABASE_URL = app
  await report({ step: 'link', link: await setUpLink() })
  process.exit(0)
} catch (error) {
  if (!(error instanceof Mend)) console.error(error)
  const sentence = error instanceof Mend ? error.message : 'The database could not be prepared; the cause stands above.'
  await report({ step: 'failed', sentence })
  process.exit(1)
}
