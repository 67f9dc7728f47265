import { afterAll, expect, it } from 'vitest'
import { fillAgreements } from '@/db/seed/large-agreements'
import { addMonths, startOfMonth } from '@/lib/kernel/day'
import { map, run } from '@/lib/modules/imports/commands'
import { batchOf, csv, done, now, upload } from '@/tests/modules/imports/scene'
import { aWorker, endWorkers } from '@/tests/modules/imports/worker'
import { newcomer, owner } from '@/tests/people'

const full = process.env.ACCORD_BARS === 'full'
const agreements = full ? 560 : 10
const [kpisEach, months] = [5, 36]
const total = full ? 100_000 : agreements * kpisEach * months
const mostSeconds = 30

afterAll(endWorkers)

it('100,000 KPI values come in with dry run, comparison, breaches and report in good time; the same again changes nothing', async () => {
  const manager = await newcomer('manager')
  await owner()`
    insert into accounts (workspace_id, id, kind, name, name_key, tier, status, country, owner_id, due_on)
    select ${manager.workspaceId}, gen_random_uuid(), 'customer', '客戶' || n, '客戶' || n, 'A', 'active', 'TW', ${manager.id}, current_date
    from generate_series(1, ${agreements}) n`
  await fillAgreements(owner() as never, manager.workspaceId, { agreements, kpis: kpisEach, months: 2 })
  await owner()`update kpis set starts_on = '2020-01-01' where workspace_id = ${manager.workspaceId}`
  const last = addMonths(startOfMonth(now.toISOString().slice(0, 10)), -1)
  const rows = Array.from({ length: months }, (_, back) => addMonths(last, -back).slice(0, 7)).flatMap((period) =>
    Array.from({ length: agreements }, (_, n) => `AG-2026-${String(n).padStart(5, '0')}`).flatMap((code, n) =>
      ['OTIF', 'UFR', 'OSA', 'PAY', 'PROMO'].map((kpi, k) => [
        code,
        kpi,
        period,
        `${88 + ((n * 7 + k * 5 + Number(period.slice(5))) % 12)}.5%`,
      ]),
    ),
  )
  const content = csv([['協議編號', '指標代碼', '期別', '實際值'], ...rows.slice(0, total)])
  const worker = await aWorker()
  const bring = async (batchId: string) => {
    await worker.work(manager, batchId)
    const { mapping, source } = await batchOf(manager, batchId)
    const began = performance.now()
    await done(map, manager, { batchId, source, columns: mapping.columns.map((name) => name ?? '') })
    await worker.work(manager, batchId)
    const tried = performance.now()
    await done(run, manager, { batchId })
    await worker.work(manager, batchId)
    return { dryRun: (tried - began) / 1000, run: (performance.now() - tried) / 1000 }
  }
  const first = await upload(manager, 'KPI.csv', content)
  const took = await bring(first)
  const { done: did = {} } = (await batchOf(manager, first)).counts
  expect([(did.new ?? 0) + (did.update ?? 0) + (did.same ?? 0), did.refused ?? 0]).toEqual([total, 0])
  const second = await upload(manager, '再來.csv', content)
  const again = await bring(second)
  expect((await batchOf(manager, second)).counts.done).toEqual({ same: total })
  const said = (each: typeof took) => `dry run ${each.dryRun.toFixed(1)} s, run ${each.run.toFixed(1)} s`
  console.info(`import of ${total} KPI values: ${said(took)}; the same again: ${said(again)}`)
  if (full) expect(took.dryRun + took.run).toBeLessThan(mostSeconds)
}, 900_000)
