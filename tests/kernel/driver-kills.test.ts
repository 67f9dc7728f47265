import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { closeDatabase } from '@/db/client'
import { inTransaction } from '@/lib/kernel/transaction'
import { Unavailable } from '@/lib/kernel/unavailable'
import { edits, released } from '@/lib/run/patch-postgres.mjs'
import { loadWithKills, type Statements } from '../bars/driver-load'
import { count, type Scene, scene, within } from '../bars/driver-scene'

const actor = { workspaceId: '00000000-0000-4000-8000-000000000001' }
const pool = 4
let place: Scene

beforeAll(async () => {
  process.env.DATABASE_POOL = String(pool)
  place = await scene()
})
afterAll(async () => {
  await closeDatabase()
  await place.end()
})

/** The server's last word, or none; a deadline would not be clean. */
const lost = new Set<unknown>(['57P01', 'CONNECTION_CLOSED'])

const ledger = () => sql`${sql.identifier(place.schema)}.ledger`

const transact = (request: (statements: Statements) => Promise<void>) =>
  inTransaction(actor, 'read write', (tx) =>
    request({
      pid: async () => Number((await tx.execute(sql`select pg_backend_pid() as pid`))[0]?.pid),
      note: (id) => tx.execute(sql`insert into ${ledger()} (workspace_id, id) values (${actor.workspaceId}, ${id})`),
      sleep: (seconds) => tx.execute(sql`select pg_sleep(${seconds})`),
    }),
  )

/** Every connection of the pool at once, each within five seconds. */
const roundOfAnswers = () =>
  Promise.all(
    Array.from({ length: pool * 4 }, () =>
      within(
        5_000,
        transact(async ({ sleep }) => void (await sleep(0.01))).then(() => 'answered'),
      ),
    ),
  )

test('backends that die under load fail exactly their own requests, cleanly; nothing hangs, nothing is lost', async () => {
  const victims = count(19, 200)
  const calm = 20
  const errors: unknown[] = []
  const told = await loadWithKills({
    transact,
    kill: place.kill,
    isClean: (error) => {
      errors.push(error)
      return error instanceof Unavailable && lost.has((error.cause as { code?: unknown }).code)
    },
    victims,
    calm,
    workers: 16,
    patience: 10_000,
  })
  const none = { 'other failure': 0, hung: 0 }
  expect(told.victims, String(errors[0])).toEqual({ answered: 0, 'clean failure': victims, ...none })
  expect(told.others, String(errors[0])).toEqual({ answered: victims * (calm - 1), 'clean failure': 0, ...none })
  expect(await roundOfAnswers()).toEqual(Array(pool * 4).fill('answered'))
  const saved = await place.owner`select id from ${place.owner(place.schema)}.ledger`
  expect(new Set(saved.map(({ id }) => id))).toEqual(new Set(told.answered))
}, 300_000)

test('backends that die idle are noticed by nobody', async () => {
  for (let round = 0; round < count(3, 20); round++) {
    expect(await roundOfAnswers()).not.toContain('hung')
    const idle = await place.backends()
    expect(idle).toHaveLength(pool)
    await Promise.all(idle.map(({ pid }) => place.kill(pid)))
    expect(await roundOfAnswers()).toEqual(Array(pool * 4).fill('answered'))
  }
}, 120_000)

test('the released driver fails the same load: requests hang or fail that lost nothing', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'accord-released-'))
  try {
    cpSync('node_modules/postgres', folder, { recursive: true })
    const run = async () => {
      const program = ['--import', 'tsx', 'tests/bars/driver-control.ts', path.join(folder, 'src/index.js'), '19', '6']
      return JSON.parse((await promisify(execFile)(process.execPath, program)).stdout)
    }
    const cured = await run()
    for (const file of Object.keys(edits)) {
      const text = path.join(folder, file)
      writeFileSync(text, released(readFileSync(text, 'utf8'), file))
    }
    const uncured = await run()
    const nothing = { 'clean failure': 0, 'other failure': 0, hung: 0 }
    expect(cured).toEqual({
      answered: 95,
      victims: { ...nothing, answered: 0, 'clean failure': 19 },
      others: { ...nothing, answered: 95 },
      uncaught: 0,
      deaf: 0,
    })
    expect(uncured.others.answered).toBeLessThan(95)
    expect(uncured.uncaught + uncured.deaf).toBeGreaterThan(0)
  } finally {
    rmSync(folder, { recursive: true })
  }
}, 120_000)
