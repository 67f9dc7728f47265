import { fork } from 'node:child_process'
import { once } from 'node:events'
import path from 'node:path'
import { afterAll, expect, it, vi } from 'vitest'
import { typescript } from '@/lib/run/child.mjs'
import { root } from '@/lib/run/paths.mjs'
import { road } from '../bars/driver-road'

const usual = process.env.DATABASE_URL ?? ''
const way = await road(usual)
afterAll(() => {
  process.env.DATABASE_URL = usual
  way.close()
})

it('a worker that begins while the database is away waits for it instead of ending', async () => {
  process.env.DATABASE_URL = way.url
  vi.resetModules()
  const { startWorker } = await import('@/lib/kernel/worker')
  way.vanish()
  const begun = startWorker({ jobs: [], workspaces: async () => [] })
  const outcome = begun.then(
    () => 'began',
    (error) => String(error),
  )
  await expect.poll(() => way.refused(), { timeout: 10_000 }).toBeGreaterThan(1)
  way.restore()
  expect(await outcome).toBe('began')
  await (await begun).stop()
})

it('a worker that waits for the database ends when the one that started it is gone', async () => {
  way.vanish()
  const before = way.refused()
  const worker = fork(path.join(root, 'lib/run/worker.ts'), [], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: way.url },
    execArgv: [...typescript],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  await expect.poll(() => way.refused(), { timeout: 30_000 }).toBeGreaterThan(before + 1)
  const ended = once(worker, 'exit')
  worker.disconnect()
  expect(await ended).toEqual([0, null])
})
