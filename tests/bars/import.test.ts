import { afterAll, describe, expect, it } from 'vitest'
import { map, run } from '@/lib/modules/imports/commands'
import { batchOf, done, liveCount, upload } from '@/tests/modules/imports/scene'
import { aWorker, endWorkers } from '@/tests/modules/imports/worker'
import { newcomer } from '@/tests/people'
import { aCustomerFile } from './import-file'

const full = process.env.ACCORD_BARS === 'full'
const total = full ? 10_000 : 1_000
const mostSeconds = 20

afterAll(endWorkers)

describe('a large file', () => {
  it('comes in with dry run, comparison and history, in good time; the same again changes nothing', async () => {
    const manager = await newcomer('manager')
    const content = aCustomerFile({ rows: total })
    const worker = await aWorker()
    const seconds = async (batchId: string) => {
      const { mapping, source } = await batchOf(manager, batchId)
      const columns = mapping.columns.map((name) => name ?? '')
      const began = performance.now()
      await done(map, manager, { batchId, source, columns })
      await worker.work(manager, batchId)
      const tried = performance.now()
      await done(run, manager, { batchId })
      await worker.work(manager, batchId)
      return { dryRun: (tried - began) / 1000, run: (performance.now() - tried) / 1000 }
    }
    const first = await upload(manager, 'customers.csv', content)
    const took = await seconds(first)
    expect((await batchOf(manager, first)).counts).toEqual({ checked: { new: total }, done: { new: total } })
    expect([await liveCount(manager, 'accounts'), await liveCount(manager, 'people')]).toEqual([total, total])
    const second = await upload(manager, 'customers.csv', content)
    const again = await seconds(second)
    expect((await batchOf(manager, second)).counts.done).toEqual({ same: total })
    const said = (each: typeof took) => `dry run ${each.dryRun.toFixed(1)} s, run ${each.run.toFixed(1)} s`
    console.info(`import of ${total} rows: ${said(took)}; the same again: ${said(again)}`)
    if (full) expect(took.dryRun + took.run).toBeLessThan(mostSeconds)
  })
})
