import { owner } from './people'

/** A transaction of the owner's, in which somebody else does something. */
export type Held = Parameters<Parameters<ReturnType<typeof owner>['begin']>[1]>[0]

/**
 * Does `act` while somebody else holds rows (`hold`): as soon as it waits for them, or is over, they keep their `change`, and it
 * goes on.
 */
export async function beside<T>(
  { hold, change }: Readonly<Record<'hold' | 'change', (sql: Held) => Promise<unknown>>>,
  act: () => Promise<T>,
): Promise<T> {
  const begun: { acting: Promise<T> | null } = { acting: null }
  await owner().begin(async (sql) => {
    await hold(sql)
    let over = false
    const acting = act().finally(() => {
      over = true
    })
    begun.acting = acting
    for (let waits = false; !waits && !over; ) {
      const rows = await sql`select 1 from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))`
      waits = rows.length > 0
    }
    await change(sql)
  })
  if (!begun.acting) throw new Error('nothing was done')
  return begun.acting
}
