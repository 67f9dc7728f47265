import { randomUUID } from 'node:crypto'
import { and, eq, sql } from 'drizzle-orm'
import { pgSchema, text, uuid } from 'drizzle-orm/pg-core'
import postgres from 'postgres'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeDatabase, db } from '@/db/client'
import { inTransaction, type ScopedTx } from '@/lib/kernel/transaction'
import { causesOf, isUnavailable } from '@/lib/kernel/unavailable'
import { count, type Scene, scene } from '../bars/driver-scene'

const workspaces: string[] = Array.from({ length: 200 }, () => randomUUID())
const rowsEach = 5
const workers = 64
let place: Scene
let ledger: ReturnType<typeof tableIn>
const tableIn = (schema: string) =>
  pgSchema(schema).table('ledger', {
    workspaceId: uuid().notNull(),
    id: uuid().notNull(),
    note: text().notNull().default(''),
  })

beforeAll(async () => {
  process.env.DATABASE_POOL = '4'
  place = await scene()
  ledger = tableIn(place.schema)
  await place.owner`insert into ${place.owner(place.schema)}.ledger (workspace_id, id)
    select workspace::uuid, gen_random_uuid() from unnest(${workspaces}::text[]) workspace, generate_series(1, ${rowsEach})`
})
beforeEach(closeDatabase)
afterAll(async () => {
  await closeDatabase()
  await place.end()
})

const someone = () => workspaces[Math.floor(Math.random() * workspaces.length)] ?? ''
const codeOf = (error: unknown) => [...causesOf(error)].map(({ code }) => code).find((code) => typeof code === 'string')

/** Runs `times` tasks with 64 workers on a pool of four connections. */
async function crowd(times: number, task: (number: number) => Promise<unknown>) {
  let next = 0
  const worker = async () => {
    while (next < times) await task(next++)
  }
  await Promise.all(Array.from({ length: workers }, worker))
}

const told = () => ({ foreign: 0, withoutContext: 0, asked: 0, forbidden: 0, refused: 0, odd: [] as unknown[] })

async function mixture(number: number, prepared: boolean, found: ReturnType<typeof told>) {
  const own = someone()
  const other = workspaces[(workspaces.indexOf(own) + 1) % workspaces.length] ?? ''
  const write = <T>(work: (tx: ScopedTx) => Promise<T>) => inTransaction({ workspaceId: own }, 'read write', work)
  /** Everything that row security lets through, although the query asks for no workspace. */
  const look = async (tx: ScopedTx) => {
    const query = tx.select().from(ledger)
    const rows = await (prepared ? query.prepare('look').execute() : query)
    found.foreign += rows.filter((row) => row.workspaceId !== own).length
    if (rows.length !== rowsEach) found.odd.push(`${rows.length} rows`)
  }
  const fails = async (work: (tx: ScopedTx) => Promise<unknown>, expected: (error: unknown) => boolean) => {
    const error = await write(work).then(
      () => 'no error',
      (error: unknown) => error,
    )
    if (expected(error)) return true
    found.odd.push(error)
    return false
  }
  const rejected = async (work: (tx: ScopedTx) => Promise<unknown>) => {
    found.forbidden++
    if (await fails(work, (error) => codeOf(error) === '42501')) found.refused++
  }
  if (number % 200 === 7) {
    return fails(async (tx) => {
      const [row] = await tx.execute(sql`select pg_backend_pid() as pid`)
      await look(tx)
      await place.kill(Number(row?.pid))
      await look(tx)
    }, isUnavailable)
  }
  switch (number % 10) {
    case 0:
      return fails(
        (tx) => look(tx).then(() => tx.execute(sql`select 1/0`)),
        (error) => codeOf(error) === '22012',
      )
    case 1:
      return fails(
        async (tx) => {
          await look(tx)
          throw new Error('abort')
        },
        (error) => error instanceof Error && error.message === 'abort',
      )
    case 2:
      return fails(async (tx) => {
        await tx.execute(sql`set local statement_timeout = 5`)
        await tx.execute(sql`select pg_sleep(10)`)
      }, isUnavailable)
    case 3: {
      found.asked++
      const rows = await db.select().from(ledger)
      found.withoutContext += rows.length
      return
    }
    case 4:
      return rejected((tx) => tx.insert(ledger).values({ workspaceId: other, id: randomUUID() }))
    case 5:
      return rejected((tx) => tx.update(ledger).set({ workspaceId: other }).where(eq(ledger.workspaceId, own)))
    case 6:
      return write(async (tx) => {
        const changed = await tx
          .update(ledger)
          .set({ note: 'theirs' })
          .where(eq(ledger.workspaceId, other))
          .returning({ workspaceId: ledger.workspaceId })
        found.foreign += changed.length
      })
    case 7:
      return write(async (tx) => {
        await tx
          .update(ledger)
          .set({ note: own })
          .where(and(eq(ledger.workspaceId, own)))
        await look(tx)
      })
    default:
      return inTransaction({ workspaceId: own }, 'read only', look)
  }
}

test.each([
  ['with prepared statements', undefined, true],
  ['behind a transaction pooler', 'transaction', false],
])(
  'pooled connections never carry another workspace, %s',
  async (_, pooler, prepared) => {
    if (pooler) process.env.DATABASE_POOLER = pooler
    else delete process.env.DATABASE_POOLER
    const times = count(2_000, 20_000)
    const found = told()
    await crowd(times, (number) => mixture(number, prepared, found))
    expect(found.odd.slice(0, 3)).toEqual([])
    expect(found).toMatchObject({ foreign: 0, withoutContext: 0, asked: times / 10 })
    expect(found.refused).toBe(found.forbidden)
    const [strange] = await place.owner`select count(*)::int as rows from ${place.owner(place.schema)}.ledger
    where note not in ('', workspace_id::text)`
    expect(strange).toEqual({ rows: 0 })
  },
  600_000,
)

test('a context that is set for the session leaks: the look above would see it', async () => {
  const careless = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => {} })
  let leaked = 0
  await crowd(200, async (number) => {
    if (number % 2) await careless`select set_config('app.workspace_id', ${someone()}, false)`
    else leaked += (await careless`select id from ${careless(place.schema)}.ledger`).length
  })
  await careless.end()
  expect(leaked).toBeGreaterThan(0)
})
