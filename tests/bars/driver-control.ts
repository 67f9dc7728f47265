import { pathToFileURL } from 'node:url'
import type postgres from 'postgres'
import { loadWithKills } from './driver-load'
import { scene, within } from './driver-scene'

/**
 * Runs the load on the driver whose entry file is named on the command line and prints what happened. A program of its
 * own, because the released driver may throw where nobody can catch it.
 */
const [, , entry, victims, calm] = process.argv
const uncaught: string[] = []
process.on('uncaughtException', (error) => uncaught.push(error.message))
process.on('unhandledRejection', (reason) => uncaught.push(String(reason)))

const driver: typeof postgres = (await import(pathToFileURL(entry ?? '').href)).default
const sql = driver(process.env.DATABASE_URL ?? '', {
  max: 4,
  onnotice: () => {},
  connection: { application_name: 'accord' },
})
const place = await scene()
const told = await loadWithKills({
  transact: async (request) => {
    await sql.begin(async (tx) => {
      const workspace = '00000000-0000-4000-8000-000000000001'
      await tx`select app.enter_workspace(${workspace})`
      await request({
        pid: async () => (await tx`select pg_backend_pid() as pid`)[0]?.pid,
        note: (id) => tx`insert into ${tx(place.schema)}.ledger (workspace_id, id) values (${workspace}, ${id})`,
        sleep: (seconds) => tx`select pg_sleep(${seconds})`,
      })
    })
  },
  kill: place.kill,
  isClean: (error) => ['CONNECTION_CLOSED', '57P01'].includes(String((error as { code?: unknown }).code)),
  victims: Number(victims),
  calm: Number(calm),
  workers: 16,
  patience: 1_500,
})
const after = await Promise.all(
  Array.from({ length: 4 }, () =>
    within(
      1_500,
      sql`select 1`.catch(() => 'failed'),
    ),
  ),
)
await place.end()
process.stdout.write(
  JSON.stringify({
    ...told,
    answered: told.answered.length,
    uncaught: uncaught.length,
    deaf: after.filter((answer) => typeof answer === 'string').length,
  }),
  () => process.exit(0),
)
