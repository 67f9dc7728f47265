import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { bringUpToDate, migrations } from '@/db/migrate'
import { bundledDatabase, connect } from '@/db/roles'
import { queueNames } from '@/lib/modules/queues'
import { root } from '@/lib/run/paths.mjs'
import { dropLeftDatabases, inDatabase, secretsFile } from './cluster'

const prefix = 'accord_template_'
/** Runs that need the template at the same time wait for the one that makes it. */
const turn = 7_206_114

/** Changes with everything that a freshly migrated database consists of. */
function templateName(): string {
  const parts = [migrations(), queueNames, readFileSync(path.join(root, 'db/queue.ts'), 'utf8')]
  return prefix + createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 12)
}

/** A migrated database that test databases are copied from, as the superuser, the owner and the product see it. */
export type Template = { superuser: string; owner: string; app: string; name: string }

/** Makes the template, once for each version of what it contains. */
export async function ensureTemplate(superuser: string): Promise<Template> {
  const name = templateName()
  const draft = `${name}_draft`
  const sql = connect(superuser)
  try {
    await sql`select pg_advisory_lock(${turn})`
    const known = await sql<{ name: string }[]>`
      select datname as name from pg_database where starts_with(datname, ${prefix}) order by oid desc`
    const isMade = known.some((each) => each.name === name)
    if (!isMade) {
      for (const each of known.slice(2)) await sql.unsafe(`drop database if exists ${each.name} with (force)`)
      await sql.unsafe(`drop database if exists ${draft} with (force)`)
    }
    const { app, owner } = await bundledDatabase(superuser, isMade ? name : draft, secretsFile)
    if (!isMade) {
      await bringUpToDate(owner, queueNames)
      await sql.unsafe(`alter database ${draft} rename to ${name}`)
    }
    return { superuser, owner, app, name }
  } finally {
    await sql.end()
  }
}

/** Copies the template into a database of the given name; returns its addresses. Drops what dead test processes left. */
export async function copyTemplate({ superuser, owner, app, name: template }: Template, name: string) {
  const sql = connect(superuser)
  try {
    await dropLeftDatabases(sql)
    await sql.unsafe(`create database ${name} template ${template} owner accord_owner`)
  } finally {
    await sql.end()
  }
  return { app: inDatabase(app, name), owner: inDatabase(owner, name), superuser: inDatabase(superuser, name) }
}
