import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { edit } from '@/lib/modules/accounts/commands'
import { open } from '@/lib/modules/accounts/commands-open'
import { undo } from '@/lib/modules/imports/commands'
import { byId, rows as rowsPage } from '@/lib/modules/imports/queries'
import { log } from '@/lib/modules/interactions/commands'
import { newcomer, owner } from '@/tests/people'
import { holdings } from './holdings'
import { batchOf, checked, codeOf, csv, done, imported, liveCount, northwind, now, ran, undone, upload } from './scene'

const later = (days: number) => new Date(+now + days * 86_400_000)
const header = ['客戶編號', '客戶名稱', '電話', '縣市', '聯絡人', '職稱', '手機']

describe('an import that is undone', () => {
  it('leaves the company as it was: all of Northwind goes, and can be brought in again', async () => {
    const boss = await newcomer(['administrator', 'manager'])
    const before = await holdings(boss)
    const batches = []
    for (const name of ['employees.csv', 'customers.csv', 'suppliers.csv'])
      batches.push(await imported(boss, name, northwind(name)))
    const came = []
    for (const { batchId } of batches.toReversed()) came.push(await undone(boss, batchId))
    expect(came).toEqual([{ undone: 29 }, { undone: 91 }, { undone: 9 }])
    expect(await holdings(boss)).toEqual(before)
    const again = await imported(boss, 'customers.csv', northwind('customers.csv'))
    expect(again.done).toEqual({ new: 91 })
  })

  it('gives changed records back their old values, and what was typed since stays', async () => {
    const manager = await newcomer('manager')
    const opened = await imported(
      manager,
      'a.csv',
      csv([header, ['C1', '大安食品', '02-1', '臺北市', '王大明', '經理', '']]),
      {
        source: 'erp',
      },
    )
    const before = await holdings(manager)
    const { batchId, done: came } = await imported(
      manager,
      'b.csv',
      csv([header, ['C1', '大安食品行', '02-2', '新北市', '王大明', '協理', '0912-345-678']]),
      { source: 'erp' },
    )
    expect([opened.done, came]).toEqual([{ new: 1 }, { update: 1 }])
    expect(await holdings(manager)).not.toEqual(before)
    expect(await undone(manager, batchId)).toEqual({ undone: 1 })
    expect(await holdings(manager)).toEqual(before)
  })

  it('keeps what somebody edited or built upon since, whole, and says which rows those are', async () => {
    const manager = await newcomer('manager')
    const file = csv([
      header,
      ['C1', '大安食品', '02-1', '', '王大明', '', ''],
      ['C2', '信義紙業', '02-2', '', '李小華', '', ''],
      ['C3', '松山電子', '02-3', '', '', '', ''],
    ])
    const { batchId } = await imported(manager, 'a.csv', file, { source: 'erp' })
    const idOf = async (name: string) => {
      const [row] =
        await owner()`select id from accounts where workspace_id = ${manager.workspaceId} and name = ${name}`
      return String(row?.id)
    }
    await done(edit, manager, { accountId: await idOf('大安食品'), industry: '食品' }, later(1))
    await done(log, manager, { accountId: await idOf('信義紙業'), channel: 'call', summary: '第一次通話' }, later(1))
    expect(await undone(manager, batchId, later(2))).toEqual({ undone: 1, kept: 2 })
    expect([await liveCount(manager, 'accounts'), await liveCount(manager, 'people')]).toEqual([2, 2])
    const { rows } = await ask(rowsPage, manager, { batchId, outcome: 'kept' }, later(2))
    expect(rows.map(({ number, kept, href }) => [number, kept?.code, href])).toEqual([
      [2, 'editedSince', `/accounts/${await idOf('大安食品')}`],
      [3, 'editedSince', `/accounts/${await idOf('信義紙業')}`],
    ])
  })

  it('keeps an account under which somebody has placed a unit since, though nobody touched the account itself', async () => {
    const manager = await newcomer('manager')
    const file = csv([header, ['C1', '大安集團', '', '', '王大明', '', ''], ['C2', '信義紙業', '', '', '', '', '']])
    const { batchId } = await imported(manager, 'a.csv', file)
    const [group] = await owner()`
      select id from accounts where workspace_id = ${manager.workspaceId} and name = '大安集團'`
    await done(open, manager, { name: '大安南港廠', kind: 'customer', parentId: String(group?.id) }, later(1))
    expect(await undone(manager, batchId, later(2))).toEqual({ undone: 1, kept: 1 })
    expect([await liveCount(manager, 'accounts'), await liveCount(manager, 'people')]).toEqual([2, 1])
  })

  it('is forgotten by the search, also where it only changed the title of a person', async () => {
    const manager = await newcomer('manager')
    await imported(manager, 'a.csv', csv([header, ['C1', '大安食品', '', '', '王大明', '專員', '']]), { source: 'erp' })
    const before = await holdings(manager)
    const titled = csv([header, ['C1', '大安食品', '', '', '王大明', '協理', '']])
    const { batchId, done: came } = await imported(manager, 'b.csv', titled, { source: 'erp' })
    expect(came).toEqual({ update: 1 })
    expect(await undone(manager, batchId)).toEqual({ undone: 1 })
    expect(await holdings(manager)).toEqual(before)
  })

  it('keeps a change to other fields of a record that it changed, and takes its own back', async () => {
    const manager = await newcomer('manager')
    const { id } = await done(open, manager, { name: '大安食品', kind: 'customer', phone: '02-1' })
    const file = csv([
      ['客戶名稱', '電話'],
      ['大安食品', '02-2'],
    ])
    const { batchId } = await imported(manager, 'a.csv', file)
    await done(edit, manager, { accountId: id, industry: '食品' }, later(1))
    expect(await undone(manager, batchId, later(2))).toEqual({ undone: 1 })
    const [row] =
      await owner()`select phone, industry from accounts where workspace_id = ${manager.workspaceId} and id = ${id}`
    expect(row).toMatchObject({ phone: '02-1', industry: '食品' })
  })

  it('is undone once; what was refused or the same is not touched', async () => {
    const manager = await newcomer('manager')
    await imported(manager, 'a.csv', csv([header, ['C1', '大安食品', '', '', '', '', '']]), { source: 'erp' })
    const file = csv([
      header,
      ['C1', '大安食品', '', '', '', '', ''],
      ['C2', '信義紙業', '', '', '', '', ''],
      ['C3', '', '', '', '', '', ''],
    ])
    const { batchId, done: came } = await imported(manager, 'b.csv', file, { source: 'erp' })
    expect(came).toEqual({ same: 1, new: 1, refused: 1 })
    expect(await undone(manager, batchId)).toEqual({ undone: 1 })
    expect(await codeOf(undo, manager, { batchId })).toBe('imports.notNow')
    expect(await liveCount(manager, 'accounts')).toBe(1)
    expect((await batchOf(manager, batchId)).counts.done).toEqual(came)
  })

  it('can be undone for thirty days', async () => {
    const manager = await newcomer('manager')
    const file = csv([header, ['C1', '大安食品', '', '', '', '', '']])
    const { batchId } = await imported(manager, 'a.csv', file)
    expect(await ask(byId, manager, { batchId }, later(30))).toMatchObject({ mayUndo: true, undoUntil: '2026-12-18' })
    expect(await ask(byId, manager, { batchId }, later(31))).toMatchObject({ mayUndo: false })
    expect(await codeOf(undo, manager, { batchId }, later(31))).toBe('imports.tooLateToUndo')
    expect(await liveCount(manager, 'accounts')).toBe(1)
    expect(await undone(manager, batchId, later(30))).toEqual({ undone: 1 })
  })

  it('can be undone when a later import changed other things, the later one first or last', async () => {
    const manager = await newcomer('manager')
    const before = await holdings(manager)
    const first = await imported(manager, 'a.csv', csv([header, ['C1', '大安食品', '02-1', '', '', '', '']]), {
      source: 'erp',
    })
    const second = await upload(manager, 'b.csv', csv([header, ['C2', '信義紙業', '02-2', '', '', '', '']]), 'erp')
    await checked(manager, second)
    await ran(manager, second)
    expect(await undone(manager, first.batchId)).toEqual({ undone: 1 })
    expect(await undone(manager, second)).toEqual({ undone: 1 })
    expect(await holdings(manager)).toEqual(before)
  })
})

const text = fc.constantFrom('', '02-1', '02-2')
const cells = fc.record({
  number: fc.constantFrom('', '1', '2', '3', '4'),
  name: fc.constantFrom('大安', '信義', '松山', '內湖', '南港'),
  phone: text,
  city: fc.constantFrom('', '臺北市', '高雄市'),
  contact: fc.constantFrom('', '王大明', '李小華'),
  title: fc.constantFrom('', '經理', '專員'),
  mobile: fc.constantFrom('', '0912-345-678', '0987-654-321'),
})
const file = fc.array(cells, { minLength: 1, maxLength: 10 })
const contentOf = (rows: readonly (typeof cells extends fc.Arbitrary<infer Row> ? Row : never)[]) =>
  csv([header, ...rows.map((row) => [row.number, row.name, row.phone, row.city, row.contact, row.title, row.mobile])])

describe('whatever was on record and whatever a file did to it', () => {
  it('undoing the file brings every row of the business back', { timeout: 240_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(file, file, async (earlier, rows) => {
        const manager = await newcomer('manager')
        await imported(manager, 'earlier.csv', contentOf(earlier), { source: 'x' })
        const before = await holdings(manager)
        const { batchId, done: came = {} } = await imported(manager, 'file.csv', contentOf(rows), { source: 'x' })
        const back = await undone(manager, batchId)
        expect(back?.kept ?? 0).toBe(0)
        expect(back?.undone ?? 0).toBe((came.new ?? 0) + (came.update ?? 0))
        expect(await holdings(manager)).toEqual(before)
      }),
      { numRuns: process.env.ACCORD_BARS === 'full' ? 200 : 12 },
    )
  })
})
