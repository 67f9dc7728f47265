import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { inTransaction } from '@/lib/kernel/transaction'
import { isUnavailable } from '@/lib/kernel/unavailable'
import { full, type Scene, scene, within } from './driver-scene'

const actor = { workspaceId: '00000000-0000-4000-8000-000000000001' }
let place: Scene

beforeAll(async () => {
  place = await scene()
})
afterAll(async () => {
  await closeDatabase()
  await place.end()
})

/** How one visitor fares who gives up after `patience` milliseconds. */
const visit = (patience: number) =>
  within(
    patience,
    inTransaction(actor, 'read only', (tx) => tx.execute(sql`select pg_sleep(0.01)`)).then(
      () => 'answered',
      (error) => (isUnavailable(error) ? 'unavailable' : String(error)),
    ),
  )

/** Ends the whole server the hard way, so it runs alone and only among the full counts, on a server of this machine. */
test.runIf(full)(
  'a crashed server is a pause, not a failure: visitors are told, then served within five seconds',
  async () => {
    const fates = new Set<string>()
    let unavailable = 0
    let ending = false
    const visitor = async () => {
      while (!ending) {
        const fate = await visit(10_000)
        fates.add(fate)
        if (fate === 'unavailable') unavailable++
      }
    }
    const visitors = Promise.all(Array.from({ length: 16 }, visitor))
    await expect.poll(async () => (await place.backends()).length).toBeGreaterThan(0)
    const [{ pid } = { pid: 0 }] = await place.backends()
    process.kill(pid, 'SIGKILL')
    await expect.poll(() => unavailable, { timeout: 10_000 }).toBeGreaterThan(0)
    const state = () =>
      place.owner`select 1`.then(
        () => 'up',
        () => 'down',
      )
    await expect.poll(state, { timeout: 60_000 }).toBe('up')
    expect(await Promise.all(Array.from({ length: 32 }, () => visit(5_000)))).toEqual(Array(32).fill('answered'))
    ending = true
    await visitors
    expect([...fates].sort()).toEqual(['answered', 'unavailable'])
  },
  120_000,
)
