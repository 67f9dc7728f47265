import type { Sql } from 'postgres'
import { roleProblem } from '../../db/assert-role'
import { pendingMigrations } from '../../db/migrate'
import { missingQueues } from '../../db/queue'
import { connect, keptAddress, sentence } from '../../db/roles'
import { queueNames } from '../modules/queues'
import { fail, ok, warn } from './finding.mjs'
import { secretsFile } from './secrets.mjs'

/** Asks the database, changes nothing, and prints the findings as one line of JSON. */
type Finding = { level: string; name: string; finding: string; fix?: string }
type Question = (sql: Sql, name: string) => Promise<Finding>

const start = 'Run npm start, which makes and updates the database.'

const questions: Record<string, Question> = {
  async 'Postgres version'(sql, name) {
    const [row] = await sql<{ version: string; number: number }[]>`
      select current_setting('server_version') as version, current_setting('server_version_num')::int as number`
    return (row?.number ?? 0) >= 150_000
      ? ok(name, row?.version)
      : fail(name, `${row?.version} is too old`, 'Use Postgres 15 or newer.')
  },
  async 'Chinese search'(sql, name) {
    const [row] = await sql<{ encoding: string; grams: string[] }[]>`
      select current_setting('server_encoding') as encoding, show_trgm('台積電') as grams`
    return row?.encoding === 'UTF8' && row.grams.length > 0
      ? ok(name, 'finds Chinese text')
      : fail(
          name,
          `does not work in this database (encoding ${row?.encoding})`,
          "Make the database anew: create database … template template0 encoding 'UTF8' locale 'C.UTF-8', then restore into it.",
        )
  },
  async 'Stroke order'(sql, name) {
    const [row] = await sql<{ names: string }[]>`
      select string_agg(name, '' order by name collate public.stroke) as names from unnest(array['陳','王','李','張','一']) name`
    return row?.names === '一王李張陳'
      ? ok(name, 'names sort by strokes')
      : fail(name, `names sort as ${row?.names}`, 'Use a Postgres that was built with ICU.')
  },
  async 'Database role'(sql, name) {
    const problem = await roleProblem(sql)
    return problem
      ? fail(name, problem, 'Set DATABASE_URL to accord_app, or leave it to npm start.')
      : ok(name, 'least privilege')
  },
  async Migrations(sql, name) {
    const pending = await pendingMigrations(sql)
    return pending.length === 0 ? ok(name, 'all applied') : fail(name, `not applied: ${pending.join(', ')}`, start)
  },
  async 'Job queue'(sql, name) {
    const missing = await missingQueues(sql, queueNames)
    return missing.length === 0 ? ok(name, 'every queue is there') : fail(name, `missing: ${missing.join(', ')}`, start)
  },
  async Clock(sql, name) {
    const before = Date.now()
    const [row] = await sql<{ now: Date }[]>`select clock_timestamp() as now`
    const apart = Math.abs((row?.now.getTime() ?? 0) - (before + Date.now()) / 2) / 1000
    const fix = 'Let both machines take their time from the network (NTP).'
    if (apart > 60) return fail(name, `${Math.round(apart)} s apart from the database`, fix)
    return apart > 5
      ? warn(name, `${Math.round(apart)} s apart from the database`, fix)
      : ok(name, 'agrees with the database')
  },
}

async function reach(sql: Sql, name: string): Promise<Finding> {
  try {
    await sql`select 1`
    return ok(name, 'answers')
  } catch (error) {
    return fail(
      name,
      `does not answer (${sentence(error)})`,
      'Check DATABASE_URL, or run npm start for the bundled database.',
    )
  }
}

const found: Finding[] = []
const app = keptAddress(process.env, secretsFile)
if (!app) found.push(warn('Database', 'not prepared yet', start))
else {
  const sql = connect(app)
  const first = await reach(sql, 'Database')
  found.push(first)
  for (const [name, ask] of first.level === 'ok' ? Object.entries(questions) : []) {
    found.push(await ask(sql, name).catch((error) => fail(name, sentence(error), start)))
  }
  await sql.end()
}
console.log(JSON.stringify(found))
