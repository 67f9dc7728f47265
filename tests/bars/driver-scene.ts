import { randomUUID } from 'node:crypto'
import { Pool } from 'pg'
import postgres from 'postgres'

/** The full counts belong to the bars; the same promises are checked with fewer repetitions every day. */
export const full = process.env.ACCORD_BARS === 'full'
export const count = (usual: number, whole: number) => (full ? whole : usual)

const address = (name: 'DATABASE_URL' | 'DATABASE_URL_DIRECT') => {
  const url = process.env[name]
  if (!url) throw new Error(`${name} must name the test database`)
  return url
}

/** The answer, or the word `hung` when none came in time. */
export async function within<T>(milliseconds: number, answer: Promise<T>): Promise<T | 'hung'> {
  let timer: NodeJS.Timeout | undefined
  const patience = new Promise<'hung'>((resolve) => {
    timer = setTimeout(resolve, milliseconds, 'hung')
  })
  return Promise.race([answer, patience]).finally(() => clearTimeout(timer))
}

/**
 * A tenant table of its own with the one policy, and a hand that ends backends. That hand uses another driver, so that
 * the one under test never ends itself.
 */
export async function scene() {
  const schema = `driver_${randomUUID().replaceAll('-', '')}`
  const owner = postgres(address('DATABASE_URL_DIRECT'), { max: 1, onnotice: () => {} })
  const hand = new Pool({ connectionString: address('DATABASE_URL'), application_name: 'hand', max: 4 })
  hand.on('error', () => {})
  const role: string = (await hand.query('select quote_ident(current_user) as role')).rows[0].role
  await owner.unsafe(`
    create schema ${schema};
    grant usage on schema ${schema} to ${role};
    create table ${schema}.ledger (
      workspace_id uuid not null, id uuid not null, note text not null default '', primary key (workspace_id, id));
    alter table ${schema}.ledger enable row level security;
    create policy own_workspace_only on ${schema}.ledger to ${role}
      using (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid)
      with check (workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid);
    grant select, insert, update on ${schema}.ledger to ${role};`)
  return {
    schema,
    owner,
    /** Ends one backend and returns when it is gone. */
    async kill(pid: number) {
      await hand.query('select pg_terminate_backend($1, 5000)', [pid])
    },
    /** Backends of the product in this database and what they are doing. */
    async backends(): Promise<{ pid: number; state: string }[]> {
      const { rows } = await hand.query(
        `select pid, state from pg_stat_activity
         where application_name = 'accord' and datname = current_database() and usename = current_user`,
      )
      return rows
    },
    async end() {
      await hand.end()
      await owner.unsafe(`drop schema ${schema} cascade`)
      await owner.end()
    },
  }
}

export type Scene = Awaited<ReturnType<typeof scene>>
