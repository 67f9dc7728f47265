import postgres, { type Sql } from 'postgres'
import { keepSecrets, randomPassword, readSecrets, secret } from '../lib/run/secrets.mjs'
import { roleProblem } from './assert-role'

/** What the product serves with, and what its owner migrates with; no owner when only the product's role is known. */
export type Addresses = { app: string; owner: string | null }

/** Something that the person at the console can mend; shown as one sentence. */
export class Mend extends Error {}

/** One connection of our own that says nothing unasked. */
export const connect = (url: string, options: { connect_timeout?: number } = {}): Sql =>
  postgres(url, { max: 1, onnotice: () => {}, connect_timeout: 10, ...options })

const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

const roleExists = async (sql: Sql, name: string) =>
  (await sql`select from pg_roles where rolname = ${name}`).count === 1

/** Whether one can connect with this address. */
async function opens(url: string): Promise<boolean> {
  const sql = connect(url)
  try {
    await sql`select 1`
    return true
  } catch {
    return false
  } finally {
    await sql.end()
  }
}

function withUser(url: string, user: string, password: string, database?: string): string {
  const next = new URL(url)
  next.username = encodeURIComponent(user)
  next.password = encodeURIComponent(password)
  if (database) next.pathname = `/${encodeURIComponent(database)}`
  return next.toString()
}

async function makeRole(sql: Sql, name: string, password: string) {
  const options = `login nosuperuser nobypassrls nocreatedb nocreaterole password ${literal(password)}`
  await sql.unsafe(`${(await roleExists(sql, name)) ? 'alter' : 'create'} role ${quoted(name)} ${options}`)
}

/**
 * The roles and the database of the bundled cluster: one role that owns and migrates, one that serves and owns nothing.
 * Made when missing; a password that no longer opens is set again.
 */
export async function bundledDatabase(superuser: string, database: string, secretsFile: string) {
  const owner = withUser(superuser, 'accord_owner', secret('owner', secretsFile), database)
  const app = withUser(superuser, 'accord_app', secret('app', secretsFile), database)
  if ((await opens(owner)) && (await opens(app))) return { app, owner }
  const sql = connect(superuser)
  try {
    await makeRole(sql, 'accord_owner', secret('owner', secretsFile))
    await makeRole(sql, 'accord_app', secret('app', secretsFile))
    const [known] = await sql`select from pg_database where datname = ${database}`
    if (!known) await sql.unsafe(`create database ${quoted(database)} owner accord_owner`)
    return { app, owner }
  } finally {
    await sql.end()
  }
}

/** A name for the product's role that nobody on the server uses yet; the first one is the plain name. */
async function freeName(sql: Sql): Promise<string> {
  for (let number = 1; ; number++) {
    const name = number === 1 ? 'accord_app' : `accord_app_${number}`
    if (!(await roleExists(sql, name))) return name
  }
}

/**
 * The product's role on a server of one's own, made by the owner. Its password stays in the secrets file. Where another
 * installation already uses `accord_app`, ours is a member of it, so that nobody's password changes.
 */
async function serveAs(sql: Sql, ownerUrl: string, secretsFile: string): Promise<string> {
  const { host, pathname } = new URL(ownerUrl)
  const place = `${host}${pathname}`
  const kept = readSecrets(secretsFile).servers?.[place]
  if (kept && (await opens(withUser(ownerUrl, kept.user, kept.password)))) {
    return withUser(ownerUrl, kept.user, kept.password)
  }
  const user = await freeName(sql)
  const password = randomPassword()
  try {
    await makeRole(sql, user, password)
    if (user !== 'accord_app') await sql.unsafe(`grant accord_app to ${quoted(user)}`)
  } catch (error) {
    throw new Mend(
      `The role in DATABASE_URL may not create the role that serves the product (${sentence(error)}): ask the server's ` +
        `administrator for "create role accord_app login password '…'", then set DATABASE_URL to that role and DATABASE_URL_DIRECT to the owner.`,
    )
  }
  keepSecrets({ servers: { ...readSecrets(secretsFile).servers, [place]: { user, password } } }, secretsFile)
  return withUser(ownerUrl, user, password)
}

/** What went wrong, without its stack. */
export const sentence = (error: unknown) => (error instanceof Error ? error.message : String(error))

/** The address that the product serves with, from what is set and kept, without asking or changing anything. */
export function keptAddress(env: NodeJS.ProcessEnv, secretsFile: string): string | null {
  const { ACCORD_SUPERUSER, DATABASE_URL, DATABASE_URL_DIRECT } = env
  const secrets = readSecrets(secretsFile)
  if (ACCORD_SUPERUSER) return secrets.app ? withUser(ACCORD_SUPERUSER, 'accord_app', secrets.app, 'accord') : null
  const url = DATABASE_URL || DATABASE_URL_DIRECT
  if (!url || (DATABASE_URL && DATABASE_URL_DIRECT)) return url ?? null
  const { host, pathname } = new URL(url)
  const kept = secrets.servers?.[`${host}${pathname}`]
  return kept ? withUser(url, kept.user, kept.password) : url
}

async function ask<T>(url: string, name: string, question: (sql: Sql) => Promise<T>): Promise<T> {
  const sql = connect(url)
  try {
    await sql`select 1`.catch((error) => {
      throw new Mend(`The database in ${name} cannot be reached: ${sentence(error)}.`)
    })
    const [server] = await sql<{ number: number }[]>`select current_setting('server_version_num')::int as number`
    if ((server?.number ?? 0) < 150_000) throw new Mend('Accord needs Postgres 15 or newer; this server is older.')
    return await question(sql)
  } finally {
    await sql.end()
  }
}

/**
 * The addresses on a server of one's own. Two URLs are taken as they are; a single one that names an owner makes the
 * product's role itself; a single one that names the product's role cannot migrate.
 * Refuses, in one sentence, to serve as a role that row security does not bind.
 */
export async function ownDatabase(
  url: string | undefined,
  direct: string | undefined,
  secretsFile: string,
): Promise<Addresses> {
  if (!url || !direct) {
    const only = url || direct
    if (!only) throw new Mend('Neither DATABASE_URL nor DATABASE_URL_DIRECT is set.')
    return ask(only, url ? 'DATABASE_URL' : 'DATABASE_URL_DIRECT', async (sql) =>
      (await roleProblem(sql))
        ? { app: await serveAs(sql, only, secretsFile), owner: only }
        : { app: only, owner: null },
    )
  }
  const problem = await ask(url, 'DATABASE_URL', roleProblem)
  if (problem) throw new Mend(problem)
  return { app: url, owner: direct }
}
