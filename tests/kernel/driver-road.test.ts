import { randomUUID } from 'node:crypto'
import { createServer, type Socket } from 'node:net'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { inTransaction } from '@/lib/kernel/transaction'
import { Unavailable } from '@/lib/kernel/unavailable'
import { type Road, road } from '../bars/driver-road'
import { type Scene, scene, within } from '../bars/driver-scene'

const actor = { workspaceId: '00000000-0000-4000-8000-000000000001' }
const direct = process.env.DATABASE_URL ?? ''
let place: Scene
let way: Road

beforeAll(async () => {
  place = await scene()
  way = await road(direct)
})
beforeEach(async () => {
  await closeDatabase()
  process.env.DATABASE_URL = way.url
  process.env.DATABASE_POOL = '4'
})
afterAll(async () => {
  await closeDatabase()
  way.close()
  await place.end()
})

const visit = (deadlineMs = 5_000) =>
  within(
    10_000,
    inTransaction(actor, 'read only', (tx) => tx.execute(sql`select pg_sleep(0.01)`), { deadlineMs }).then(
      () => 'answered',
      (error) => (error instanceof Unavailable ? 'unavailable' : String(error)),
    ),
  )
const visits = (number: number, deadlineMs?: number) =>
  Promise.all(Array.from({ length: number }, () => visit(deadlineMs)))
const allAnswered = (number: number) => Array(number).fill('answered')

test('a lost answer to COMMIT is never taken for success, although the change may be there', async () => {
  const id = randomUUID()
  way.loseAnswerTo('commit')
  const change = inTransaction(actor, 'read write', (tx) =>
    tx.execute(
      sql`insert into ${sql.identifier(place.schema)}.ledger (workspace_id, id) values (${actor.workspaceId}, ${id})`,
    ),
  )
  await expect(within(10_000, change)).rejects.toThrow(Unavailable)
  expect(await place.owner`select id from ${place.owner(place.schema)}.ledger`).toEqual([{ id }])
  expect(await visits(8)).toEqual(allAnswered(8))
})

test('connections that are reset in a transaction fail it alone', async () => {
  for (let round = 0; round < 6; round++) {
    const broken = inTransaction(actor, 'read write', async (tx) => {
      await tx.execute(sql`select 1`)
      way.reset()
      await tx.execute(sql`select 2`)
    })
    await expect(within(10_000, broken)).rejects.toThrow(Unavailable)
    expect(await visits(8)).toEqual(allAnswered(8))
  }
})

test('a silent network ends every request at its deadline and the pool is whole when it speaks again', async () => {
  expect(await visits(8)).toEqual(allAnswered(8))
  way.silence()
  expect(await visits(12, 300)).toEqual(Array(12).fill('unavailable'))
  way.resume()
  expect(await visits(8)).toEqual(allAnswered(8))
})

test('where nobody listens, the answer comes at once', async () => {
  process.env.DATABASE_URL = 'postgres://accord_app@127.0.0.1:1/accord'
  expect(await visits(8)).toEqual(Array(8).fill('unavailable'))
})

test('a server that hangs up on every greeting is not stormed', async () => {
  let greetings = 0
  const sockets = new Set<Socket>()
  const rude = createServer((socket) => {
    greetings++
    sockets.add(socket)
    socket.on('error', () => {})
    socket.end()
  })
  await new Promise<void>((resolve) => rude.listen(0, '127.0.0.1', resolve))
  const address = rude.address()
  process.env.DATABASE_URL = `postgres://accord_app@127.0.0.1:${typeof address === 'object' ? address?.port : 0}/accord`
  expect(await visits(8)).toEqual(Array(8).fill('unavailable'))
  expect(greetings).toBeLessThanOrEqual(8 * 4)
  await closeDatabase()
  for (const socket of sockets) socket.destroy()
  rude.close()
})

test('a pool whose server is silent can still be closed', async () => {
  way.silence()
  const waiting = visit(1_000)
  await expect(within(10_000, closeDatabase())).resolves.not.toBe('hung')
  expect(await waiting).toBe('unavailable')
  way.resume()
})
