import { randomUUID } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase, statements } from '@/db/client'
import { inPlatformTransaction, inTransaction, type ScopedTx, type TransactionOptions } from '@/lib/kernel/transaction'
import { isUnavailable, Unavailable } from '@/lib/kernel/unavailable'
import { type Scene, scene, within } from '../bars/driver-scene'

const actor = { workspaceId: '00000000-0000-4000-8000-000000000001' }
let place: Scene

beforeAll(async () => {
  process.env.DATABASE_POOL = '2'
  place = await scene()
})
afterAll(async () => {
  await closeDatabase()
  await place.end()
})

const ledger = () => sql`${sql.identifier(place.schema)}.ledger`
const write = <T>(work: (tx: ScopedTx) => Promise<T>, options?: TransactionOptions) =>
  inTransaction(actor, 'read write', work, options)
const aRow = async () => {
  const id = randomUUID()
  await write((tx) => tx.execute(sql`insert into ${ledger()} values (${actor.workspaceId}, ${id}, '')`))
  return id
}
const append = (tx: ScopedTx, id: string, text: string) =>
  tx.execute(
    sql`update ${ledger()} set note = note || ${text} where workspace_id = ${actor.workspaceId} and id = ${id}`,
  )
const noteOf = async (id: string) =>
  (await place.owner`select note from ${place.owner(place.schema)}.ledger where id = ${id}`)[0]?.note

/** Two parties that wait for each other once. */
function meeting() {
  let arrived = 0
  let open: () => void = () => {}
  const both = new Promise<void>((resolve) => {
    open = resolve
  })
  return () => {
    if (++arrived === 2) open()
    return both
  }
}

test('the transaction knows its workspace, its access mode and its isolation; the next one does not', async () => {
  const seen = (tx: { execute: ScopedTx['execute'] }) =>
    tx.execute(sql`select current_setting('app.workspace_id', true) as workspace,
      current_setting('transaction_read_only') as readonly, current_setting('transaction_isolation') as isolation`)
  expect(await inTransaction(actor, 'read only', seen, { isolation: 'serializable' })).toEqual([
    { workspace: actor.workspaceId, readonly: 'on', isolation: 'serializable' },
  ])
  expect(await Promise.all([1, 2, 3].map(() => inPlatformTransaction(seen)))).toEqual(
    Array(3).fill([{ workspace: expect.toBeOneOf(['', null]), readonly: 'off', isolation: 'read committed' }]),
  )
})

test('what is no workspace is refused before anything is sent', async () => {
  await expect(inTransaction({ workspaceId: "'; drop" }, 'read only', async () => 1)).rejects.toThrow(
    'without a workspace',
  )
})

test('two serializable writers of one row both succeed: the loser runs again', async () => {
  const id = await aRow()
  const meet = meeting()
  let runs = 0
  const writer = (text: string) => {
    let isFirst = true
    return write(
      async (tx) => {
        runs++
        await tx.execute(sql`select note from ${ledger()}`)
        if (isFirst) await meet()
        isFirst = false
        await append(tx, id, text)
      },
      { isolation: 'serializable' },
    )
  }
  await Promise.all([writer('a'), writer('b')])
  expect([...(await noteOf(id))].sort()).toEqual(['a', 'b'])
  expect(runs).toBeGreaterThan(2)
})

test('two writers who lock each other out both succeed', async () => {
  const ids = [await aRow(), await aRow()] as const
  const meet = meeting()
  let runs = 0
  const writer = ([first, second]: readonly [string, string]) =>
    write(async (tx) => {
      runs++
      await append(tx, first, 'x')
      if (runs <= 2) await meet()
      await append(tx, second, 'x')
    })
  await Promise.all([writer(ids), writer([ids[1], ids[0]])])
  expect(await Promise.all(ids.map(noteOf))).toEqual(['xx', 'xx'])
})

test('work that conflicts for ever is given up after five more attempts, as a request to try later', async () => {
  let runs = 0
  const endless = write((tx) => {
    runs++
    return tx.execute(sql`do $$ begin raise exception sqlstate '40001'; end $$`)
  })
  await expect(endless).rejects.toThrow(Unavailable)
  expect(runs).toBe(6)
})

test('a business error or a bug rolls back and comes out as it is, once', async () => {
  const id = await aRow()
  const refusal = new Error('no')
  let runs = 0
  const refused = write(async (tx) => {
    runs++
    await append(tx, id, 'x')
    throw refusal
  })
  await expect(refused).rejects.toBe(refusal)
  const bug = await write((tx) => tx.execute(sql`select 1/0`)).catch((error) => error)
  expect(isUnavailable(bug)).toBe(false)
  expect(bug.cause.code).toBe('22012')
  expect(runs).toBe(1)
  expect(await noteOf(id)).toBe('')
})

test.each([
  ['a statement that takes too long', (tx: ScopedTx) => tx.execute(sql`select pg_sleep(30)`)],
  ['work that never comes back', () => new Promise(() => {})],
  [
    'many short statements',
    async (tx: ScopedTx) => {
      for (;;) await tx.execute(sql`select pg_sleep(0.01)`)
    },
  ],
])('%s ends at the deadline, in the server too', async (_, work: (tx: ScopedTx) => Promise<unknown>) => {
  for (let round = 0; round < 3; round++) {
    await expect(within(10_000, write(work, { deadlineMs: 150 }))).rejects.toThrow(Unavailable)
  }
  await expect.poll(async () => (await place.backends()).filter(({ state }) => state !== 'idle')).toEqual([])
  expect(
    await within(
      5_000,
      write(async () => 'answered'),
    ),
  ).toBe('answered')
})

test('who waits in vain for a free connection is told so, and the work never runs', async () => {
  let release: () => void = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  const holders = [1, 2].map(() => write(() => held))
  let ran = false
  const waiting = write(
    async () => {
      ran = true
    },
    { deadlineMs: 150 },
  )
  await expect(within(10_000, waiting)).rejects.toThrow(Unavailable)
  release()
  await Promise.all(holders)
  expect(await write(async () => 'answered')).toBe('answered')
  expect(ran).toBe(false)
})

test('a branch that outlives its transaction cannot write into the next one', async () => {
  const id = await aRow()
  let goOn: () => void = () => {}
  const later = new Promise<void>((resolve) => {
    goOn = resolve
  })
  let late: Promise<unknown> = Promise.resolve()
  const failed = write((tx) => {
    late = later.then(() => append(tx, id, 'late'))
    return Promise.all([tx.execute(sql`select 1/0`), late])
  })
  await expect(failed).rejects.toThrow()
  const others = [1, 2].map(() =>
    write(async (tx) => {
      await tx.execute(sql`select 1`)
      goOn()
      await late.catch(() => {})
    }),
  )
  await Promise.all(others)
  await expect(late).rejects.toThrow()
  expect(await noteOf(id)).toBe('')
})

test('a statement that nobody waited for cannot turn a commit into a silent rollback', async () => {
  const id = await aRow()
  const careless = write(async (tx) => {
    await append(tx, id, 'x')
    tx.execute(sql`select 1/0`).catch(() => {})
  })
  await expect(careless).rejects.toThrow()
  expect(await noteOf(id)).toBe('')
})

test('a parameter that cannot be sent fails its own statement, not those in flight', async () => {
  const wrong = write((tx) =>
    Promise.all([tx.execute(sql`select pg_sleep(0.05)`), tx.execute(sql`select ${sql.param(undefined)}::text`)]),
  )
  await expect(wrong).rejects.toMatchObject({ cause: { code: 'UNDEFINED_VALUE' } })
  expect(await Promise.all([1, 2, 3, 4].map((number) => write(async () => number)))).toEqual([1, 2, 3, 4])
})

test('an inner transaction may fail alone', async () => {
  const id = await aRow()
  await write(async (tx) => {
    await append(tx, id, 'outer')
    await tx.transaction((inner) => inner.execute(sql`select 1/0`)).catch(() => {})
  })
  expect(await noteOf(id)).toBe('outer')
})

test('every statement of the work can be listened to', async () => {
  const heard: string[] = []
  const usual = statements.listener
  statements.listener = (statement) => heard.push(statement)
  await write((tx) => tx.execute(sql`select 42`))
  statements.listener = usual
  expect(heard).toEqual(['select 42'])
})
