import type { Sql } from 'postgres'
import { bundled, disposable, endBundled, shareBundled, superuserUrl } from '@/db/embedded.mjs'
import { inData } from '@/lib/run/paths.mjs'
import { alone, signIn, signOut } from './turns'

/** A server of one's own for the tests, named by its superuser; otherwise a bundled one that may lose its data. */
const own = process.env.TEST_DATABASE_URL
const full = process.env.ACCORD_BARS === 'full'
export const secretsFile = inData(full ? 'bars-secrets.json' : 'test-secrets.json')
const place = () => bundled(full ? 'bars-postgres' : 'test-postgres', secretsFile)
/** Timings count only on the settings that the product really has. */
const settings = full ? { max_connections: '200' } : disposable

/** Starts or joins the test cluster and returns its superuser's address. */
export async function joinCluster(): Promise<string> {
  if (own) return own
  return alone(async () => {
    const here = place()
    const port = await shareBundled(here, settings)
    signIn()
    return superuserUrl(here, port)
  })
}

/** Ends the test cluster unless another run still uses it. */
export async function leaveCluster(): Promise<void> {
  if (own) return
  await alone(async () => {
    if (signOut()) await endBundled(place())
  })
}

/** The same address with another database. */
export function inDatabase(url: string, database: string): string {
  const next = new URL(url)
  next.pathname = `/${database}`
  return next.toString()
}

const livesOn = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** Drops the databases of test processes that have ended; their names carry the process id. */
export async function dropLeftDatabases(sql: Sql): Promise<void> {
  const found = await sql<
    { name: string }[]
  >`select datname as name from pg_database where datname ~ '^accord_test_[0-9]+'`
  for (const { name } of found) {
    if (!livesOn(Number(/[0-9]+/.exec(name)?.[0]))) await sql.unsafe(`drop database if exists ${name} with (force)`)
  }
}
