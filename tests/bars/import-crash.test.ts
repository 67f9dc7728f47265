import { afterAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { map, run, undo } from '@/lib/modules/imports/commands'
import { holdingsDigest } from '@/tests/modules/imports/holdings'
import { batchOf, changesOf, done, imported, liveCount, upload } from '@/tests/modules/imports/scene'
import { aWorker, endWorkers } from '@/tests/modules/imports/worker'
import { newcomer, owner } from '@/tests/people'
import { aCustomerFile } from './import-file'

const full = process.env.ACCORD_BARS === 'full'
const total = full ? 50_000 : 1_500
const refused = total / 100
const early = total / 20
/** How often the worker dies while it runs, besides once in the dry run and once in the undo. */
const deaths = full ? 8 : 2
const timeout = full ? 1_800_000 : 240_000

afterAll(endWorkers)

/** What became of a batch, all told at one moment: what the batch says, and what its rows and the records say. */
async function standing({ workspaceId }: Actor, batchId: string) {
  const [row] = await owner()<
    { status: string; done: number; kept: number; settled: number; named: number; opened: number }[]
  >`
    select b.status, b.done_rows as done,
      (select count(*)::int from import_rows r where r.workspace_id = ${workspaceId} and r.batch_id = b.id) as kept,
      (select count(*)::int from import_rows r where r.workspace_id = ${workspaceId} and r.batch_id = b.id
        and r.undo_command_id is not null) as undone,
      (select count(*)::int from import_rows r where r.workspace_id = ${workspaceId} and r.batch_id = b.id
        and r.command_id is not null and r.outcome = 'new') as named,
      (select count(*)::int from accounts a where a.workspace_id = ${workspaceId} and a.archived_at is null) as opened
    from import_batches b where b.workspace_id = ${workspaceId} and b.id = ${batchId}`
  if (!row) throw new Error('no such batch')
  return row as typeof row & { undone: number }
}

type Standing = Awaited<ReturnType<typeof standing>>

/** Lets a worker go on until the batch has come so far, and kills it there, in the middle of its next step. */
async function killedAt(manager: Actor, batchId: string, isFar: (now: Standing) => boolean): Promise<Standing> {
  const worker = await aWorker()
  const ended = worker.work(manager, batchId)
  await expect.poll(async () => isFar(await standing(manager, batchId)), { interval: 20, timeout }).toBe(true)
  await worker.kill()
  await ended
  return standing(manager, batchId)
}

async function finish(manager: Actor, batchId: string) {
  const worker = await aWorker()
  await worker.work(manager, batchId)
  return (await batchOf(manager, batchId)).counts
}

describe('an import whose worker is killed again and again', () => {
  it('accounts for every row exactly once, brings nothing twice, and can still be undone as a whole', {
    timeout,
  }, async () => {
    const manager = await newcomer('manager')
    await imported(manager, 'customers.csv', aCustomerFile({ rows: early, note: '舊備註' }))
    const before = await holdingsDigest(manager)
    const content = aCustomerFile({ rows: total, refusedEvery: 100 })
    const update = early - Math.floor(early / 100)
    const counts = { new: total - refused - update, update, refused }

    const batchId = await upload(manager, 'customers.csv', content)
    const { mapping, source } = await batchOf(manager, batchId)
    await done(map, manager, { batchId, source, columns: mapping.columns.map((name) => name ?? '') })
    expect(await killedAt(manager, batchId, ({ kept }) => kept > 0)).toMatchObject({
      status: 'checking',
      done: 0,
      opened: early,
    })
    expect((await finish(manager, batchId)).checked).toEqual(counts)

    await done(run, manager, { batchId })
    for (let death = 1; death <= deaths; death++) {
      const least = Math.floor((total / (deaths + 1)) * (death - 0.5))
      const now = await killedAt(manager, batchId, ({ done }) => done >= least)
      expect(now.status).toBe('running')
      expect(now.done).toBeLessThan(total)
      expect(now.opened).toBe(early + now.named)
    }
    expect((await finish(manager, batchId)).done).toEqual(counts)
    expect(await standing(manager, batchId)).toMatchObject({ status: 'done', done: total, kept: total })
    const live = early + counts.new
    expect([await liveCount(manager, 'accounts'), await liveCount(manager, 'people')]).toEqual([live, live])
    const [twice] = await owner()`
      select count(*)::int as count from (select value from external_ids where workspace_id = ${manager.workspaceId}
        and archived_at is null group by source, value having count(*) > 1) numbers`
    expect(twice?.count).toBe(0)

    const changes = await changesOf(manager)
    expect((await imported(manager, 'customers.csv', content)).done).toEqual({ same: total - refused, refused })
    expect(await changesOf(manager)).toBe(changes)

    await done(undo, manager, { batchId })
    const halfway = await killedAt(manager, batchId, ({ undone }) => undone > 0)
    expect(halfway.status).toBe('undoing')
    expect((await finish(manager, batchId)).undone).toEqual({ undone: total - refused })
    expect(await holdingsDigest(manager)).toEqual(before)
  })
})
