import { afterAll, expect, it, vi } from 'vitest'
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
