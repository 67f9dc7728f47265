import { sql } from 'drizzle-orm'
import { beforeAll, describe, expect, it } from 'vitest'
import { kpis, urgencyOf } from '@/db/schema/kpis'
import { fillAgreements } from '@/db/seed/large-agreements'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import { boardSize, list } from '@/lib/modules/kpis/list'
import { boardExport } from '@/lib/modules/kpis/list-export'
import { due } from '@/lib/modules/kpis/queries-board'
import { aWorkspace, newcomer, owner, person } from '@/tests/people'

const [agreementsMade, kpisEach] = [100, 5]

describe('the board over a hundred agreements', () => {
  let manager: Actor
  let serving: Actor
  beforeAll(async () => {
    const workspace = await aWorkspace()
    manager = await person('manager', workspace)
    serving = await person('accountManager', workspace, { name: '周業務' })
    await owner()`
      insert into accounts (workspace_id, id, kind, name, name_key, tier, status, country, owner_id, due_on)
      select ${workspace.id}, gen_random_uuid(), 'customer', '客戶' || n, '客戶' || n, 'A', 'active', 'TW', ${serving.id}, current_date
      from generate_series(1, ${agreementsMade}) n`
    await fillAgreements(owner() as never, workspace.id, { agreements: agreementsMade, kpis: kpisEach, months: 14 })
  })

  it('begins with the most urgent and turns through every KPI once', async () => {
    const seen: string[] = []
    const order: string[] = []
    let after: string | null = ''
    for (let pages = 0; after !== null && pages < 40; pages++) {
      const page: Awaited<ReturnType<typeof list.run>> = await ask(list, manager, { after })
      expect(page.rows.length).toBeLessThanOrEqual(boardSize)
      for (const row of page.rows) {
        seen.push(row.id)
        if (order.at(-1) !== row.status) order.push(row.status)
      }
      after = page.after
    }
    expect([new Set(seen).size, seen.length]).toEqual([agreementsMade * kpisEach, agreementsMade * kpisEach])
    expect(order).toEqual(['red', 'amber', 'green'])
  })

  it('shows of each what stands in its rows: value, target, about a year of values, what is missing', async () => {
    const { rows } = await ask(list, manager, { missing: '..9998-12-31', sort: 'missing' })
    expect(rows.length).toBe(boardSize)
    for (const row of rows) {
      const measured = await owner()`select value::float8 as value from kpi_measurements
        where workspace_id = ${manager.workspaceId} and kpi_id = ${row.id} and current order by from_day`
      const values = measured.map(({ value }) => value as number)
      expect(values.slice(-row.trend.length)).toEqual(row.trend)
      expect([row.trend.length, Number(row.actual)]).toEqual([13, values.at(-1)])
      expect(row.missing).not.toBeNull()
    }
  })

  it.each([
    ['status=red', { status: 'red' }, (row: { status: string }) => row.status === 'red'],
    ['party=them', { party: 'them' }, (row: { party: string }) => row.party === 'them'],
    ['a breach', { breaches: '1..' }, (row: { breaches: number }) => row.breaches > 0],
  ])('is cut by %s', async (_, address, fits) => {
    const { rows } = await ask(list, manager, address)
    expect([rows.length > 0, rows.every(fits as never)]).toEqual([true, true])
  })

  it('is cut to those of one owner, and to a period', async () => {
    expect((await ask(list, manager, { owner: manager.id })).rows).toEqual([])
    expect((await ask(list, manager, { owner: serving.id })).rows.length).toBe(boardSize)
    expect((await ask(list, manager, { periodFrom: '..2001-01-01' })).rows).toEqual([])
  })

  it('says first what is due: breaches, notices and values that are missing, a few of each', async () => {
    const { renewals, breaches, missing } = await ask(due, manager, {})
    expect([renewals, breaches, missing].map(({ rows, more }) => [rows.length, more])).toEqual([
      [3, true],
      [3, true],
      [3, true],
    ])
    expect(renewals.rows.map(({ day }) => day)).toEqual(renewals.rows.map(({ day }) => day).sort())
  })

  it('goes along as a spreadsheet with all of its pages', async () => {
    const columns = boardExport.columns(undefined)
    const request = boardExport.request({ status: 'red' }, 'zh-TW')
    const step = await inTransaction(manager, 'read only', (tx) =>
      boardExport.step({ tx, actor: manager, now: new Date() }, request, columns, 500),
    )
    expect(boardExport.header(columns, 'zh-TW').slice(0, 5)).toEqual(['KPI', '狀態', '實際', '目標', '客戶或供應商'])
    expect(step.rows.length).toBeGreaterThan(boardSize)
    expect(step.rows.every((row) => JSON.stringify(row[1]).includes('未達標'))).toBe(true)
  })

  it.each([
    ['kpis_by_urgency', sql`${urgencyOf(kpis)}, ${kpis.id}`],
    ['kpis_missing', sql`${kpis.missingSince}, ${kpis.id}`],
  ])('%s answers a page without sorting the others', async (index, order) => {
    const rows = await inTransaction(manager, 'read only', (tx) =>
      tx.execute<{ 'QUERY PLAN': string }>(sql`explain (costs off) select ${kpis.id} from ${kpis}
        where ${kpis.workspaceId} = ${manager.workspaceId} and ${kpis.archivedAt} is null order by ${order} limit 26`),
    )
    const steps = rows.map((row) => row['QUERY PLAN'])
    expect([steps.some((step) => step.includes(index)), steps]).toEqual([true, steps])
    expect(steps.some((step) => /^\s*(?:->\s+)?Sort\b/.test(step))).toBe(false)
  })

  it('shows nothing of it to another company', async () => {
    const stranger = await newcomer('manager')
    expect((await ask(list, stranger, {})).rows).toEqual([])
    expect(await ask(due, stranger, {})).toMatchObject({ breaches: { rows: [], more: false } })
  })
})
