import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { begin, map, run } from '@/lib/modules/imports/commands'
import { checkTogether, runTogether, undoTogether } from '@/lib/modules/imports/commands-together'
import { resume } from '@/lib/modules/imports/jobs'
import { together } from '@/lib/modules/imports/queries-together'
import { newcomer, owner, person } from '@/tests/people'
import { batchOf, codeOf, csv, done, imported, northwind, now, work } from './scene'

/** Takes several files in as one, in the order given. */
async function sent(actor: Actor, files: readonly (readonly [string, Buffer])[], togetherId = uuidv7()) {
  for (const [name, content] of files) await done(begin, actor, { name, content: new Uint8Array(content), togetherId })
  return togetherId
}
const seen = (actor: Actor, togetherId: string) => ask(together, actor, { togetherId }, now)

/** The worker takes the events in the order in which they come, however the files depend on each other. */
async function worked(actor: Actor, togetherId: string) {
  for (let turn = 0; turn < 20; turn++) {
    const { files } = await seen(actor, togetherId)
    const moving = files.filter(({ status }) => ['reading', 'checking', 'running', 'undoing'].includes(status))
    if (moving.length === 0) return seen(actor, togetherId)
    for (const { id } of [...moving].reverse()) await work(actor, id)
  }
  throw new Error('still at work')
}
async function tried(actor: Actor, togetherId: string, choices = { source: 'erp', currency: 'TWD' }) {
  await done(checkTogether, actor, { togetherId, ...choices })
  return worked(actor, togetherId)
}
async function ran(actor: Actor, togetherId: string) {
  await done(runTogether, actor, { togetherId })
  return worked(actor, togetherId)
}
const countsOf = ({ files }: Awaited<ReturnType<typeof seen>>, of: 'checked' | 'done' | 'undone') =>
  files.map(({ counts }) => counts[of])

const clients = csv([
  ['客戶編號', '公司名稱', '統一編號'],
  ['C-1', '大安食品股份有限公司', ''],
])
const goods = csv([
  ['品號', '品名', '基本單位'],
  ['SOY-500', '純釀醬油', '瓶'],
])
const orders = csv([
  ['訂單編號', '客戶編號', '訂單日期', '運費'],
  ['A-1', 'C-1', '2026-03-05', '60'],
])
const lines = (...more: string[][]) => csv([['單號', '品號', '數量', '單價'], ['A-1', 'SOY-500', '12', '78'], ...more])

describe('files that come together', () => {
  it('are put into order, tried, run and taken back as one: Northwind’s goods, exact', async () => {
    const manager = await newcomer('manager')
    await imported(manager, 'customers.csv', northwind('customers.csv'), { source: 'northwind' })
    const names = ['order_details.csv', 'orders.csv', 'products.csv']
    const togetherId = await sent(
      manager,
      names.map((name) => [name, northwind(name)] as const),
    )
    const all = [{ new: 77 }, { new: 830 }, { new: 2155 }]
    const found = await tried(manager, togetherId, { source: 'northwind', currency: 'USD' })
    expect(found.files.map(({ fileName }) => fileName)).toEqual([...names].reverse())
    expect([found.status, countsOf(found, 'checked'), found.amounts]).toEqual(['checked', all, []])
    const brought = await ran(manager, togetherId)
    expect([brought.status, countsOf(brought, 'done')]).toEqual(['done', all])
    expect(brought.amounts).toEqual([
      { name: 'freight', currency: 'USD', amount: '64942.69' },
      { name: 'netAmount', currency: 'USD', amount: '1265793.0395' },
    ])
    await done(undoTogether, manager, { togetherId })
    const back = await worked(manager, togetherId)
    expect([back.status, countsOf(back, 'undone')]).toEqual([
      'undone',
      [{ undone: 77 }, { undone: 830 }, { undone: 2155 }],
    ])
    const [left] =
      await owner()`select (select count(*)::int from products where workspace_id = ${manager.workspaceId} and archived_at is null)
      + (select count(*)::int from sales_lines where workspace_id = ${manager.workspaceId} and archived_at is null) as count`
    expect(left?.count).toBe(0)
  })

  it('may bring the clients too: an order refers to an account of the same lot', async () => {
    const manager = await newcomer('manager')
    const togetherId = await sent(manager, [
      ['明細.csv', lines()],
      ['訂單.csv', orders],
      ['產品.csv', goods],
      ['客戶.csv', clients],
    ])
    const found = await tried(manager, togetherId)
    expect([found.files.map(({ subject }) => subject), countsOf(found, 'checked')]).toEqual([
      ['accounts', 'products', 'orders', 'sales'],
      [{ new: 1 }, { new: 1 }, { new: 1 }, { new: 1 }],
    ])
    expect((await ran(manager, togetherId)).amounts).toEqual([
      { name: 'freight', currency: 'TWD', amount: '60' },
      { name: 'netAmount', currency: 'TWD', amount: '936' },
    ])
  })

  it('a second time come to the same, and a file by itself is tried against the record only', async () => {
    const manager = await newcomer('manager')
    const lot = [
      ['明細.csv', lines()],
      ['訂單.csv', orders],
      ['產品.csv', goods],
      ['客戶.csv', clients],
    ] as const
    const first = await sent(manager, lot)
    await tried(manager, first)
    await ran(manager, first)
    const again = await tried(manager, await sent(manager, lot))
    expect(countsOf(again, 'checked')).toEqual([{ same: 1 }, { same: 1 }, { same: 1 }, { same: 1 }])
    expect((await imported(manager, '明細.csv', lines(['A-9', 'SOY-500', '1', '78']))).checked).toEqual({
      same: 1,
      refused: 1,
    })
  })

  it('keep refused rows apart and bring the others in', async () => {
    const manager = await newcomer('manager')
    const togetherId = await sent(manager, [
      ['客戶.csv', clients],
      ['產品.csv', goods],
      ['訂單.csv', orders],
      ['明細.csv', lines(['A-1', 'NO-1', '1', '1'], ['A-2', 'SOY-500', '1', '1'])],
    ])
    const found = await tried(manager, togetherId)
    expect(countsOf(found, 'checked')[3]).toEqual({ new: 1, refused: 2 })
    expect(countsOf(await ran(manager, togetherId), 'done')[3]).toEqual({ new: 1, refused: 2 })
  })

  it('are refused with the name of the one that lacks a column, or cannot be read', async () => {
    const manager = await newcomer('manager')
    const nameless = csv([
      ['備註一', '備註二'],
      ['甲', '乙'],
    ])
    const unmapped = await sent(manager, [
      ['產品.csv', goods],
      ['雜項.csv', nameless],
    ])
    expect(await codeOf(checkTogether, manager, { togetherId: unmapped, source: 'erp' })).toBe('imports.fileUnmapped')
    const unread = await sent(manager, [
      ['產品.csv', goods],
      ['亂碼.csv', Buffer.from([0x81, 0xff, 0xfe, 0x80, 0x0a, 0xff])],
    ])
    expect(await codeOf(checkTogether, manager, { togetherId: unread, source: 'erp' })).toBe('imports.fileUnread')
  })

  it('are tried anew when one of them is mapped anew, and run only as they were seen', async () => {
    const manager = await newcomer('manager')
    const togetherId = await sent(manager, [
      ['產品.csv', goods],
      ['客戶.csv', clients],
    ])
    const { files, seen: before } = await tried(manager, togetherId)
    const [accounts, products] = files
    const batchId = accounts?.id ?? ''
    const { mapping } = await batchOf(manager, batchId)
    await done(map, manager, { ...mapping, batchId, source: 'erp', columns: mapping.columns.map((name) => name ?? '') })
    expect((await batchOf(manager, products?.id ?? '')).status).toBe('checking')
    await worked(manager, togetherId)
    expect(await codeOf(runTogether, manager, { togetherId, seen: before })).toBe('imports.notNow')
    const { seen: after } = await seen(manager, togetherId)
    await done(runTogether, manager, { togetherId, seen: after })
    expect((await worked(manager, togetherId)).status).toBe('done')
  })

  it('are not run by themselves before what they refer to', async () => {
    const manager = await newcomer('manager')
    const togetherId = await sent(manager, [
      ['客戶.csv', clients],
      ['訂單.csv', orders],
    ])
    const { files } = await tried(manager, togetherId)
    expect(await codeOf(run, manager, { batchId: files[1]?.id })).toBe('imports.earlierFirst')
    await done(run, manager, { batchId: files[0]?.id })
    await worked(manager, togetherId)
    await done(runTogether, manager, { togetherId })
    expect((await worked(manager, togetherId)).status).toBe('done')
  })

  it('go on where they stand when the worker died', async () => {
    const manager = await newcomer('manager')
    const togetherId = await sent(manager, [
      ['訂單.csv', orders],
      ['客戶.csv', clients],
    ])
    await tried(manager, togetherId)
    await done(runTogether, manager, { togetherId })
    for (const minutes of [2, 4, 6]) {
      const at = new Date(+now + minutes * 60_000)
      await resume.run({ workspaceId: manager.workspaceId, input: {}, now: at, jobId: uuidv7() })
    }
    expect((await seen(manager, togetherId)).status).toBe('done')
  })

  it('are nobody else’s: not a colleague’s, not another workspace’s, not of those who may not bring them', async () => {
    const manager = await newcomer('manager')
    const togetherId = await sent(manager, [
      ['產品.csv', goods],
      ['客戶.csv', clients],
    ])
    const lead = await person('salesLead', { id: manager.workspaceId })
    for (const other of [lead, await newcomer('manager')]) {
      expect(await codeOf(checkTogether, other, { togetherId, source: 'erp' })).toBe('notFound')
      expect(await codeOf(runTogether, other, { togetherId })).toBe('notFound')
      expect(await codeOf(undoTogether, other, { togetherId })).toBe('notFound')
      await expect(seen(other, togetherId)).rejects.toMatchObject({ code: 'notFound' })
    }
    const content = new Uint8Array(goods)
    expect(await codeOf(begin, lead, { name: '產品.csv', content, togetherId })).toBe('imports.notYoursToChange')
    const mine = await person('accountManager', { id: manager.workspaceId })
    const forbidden = await sent(mine, [
      ['產品.csv', goods],
      ['客戶.csv', clients],
    ])
    expect(await codeOf(checkTogether, mine, { togetherId: forbidden, source: 'erp' })).toBe('imports.mayNot_products')
  })

  it('take no further file once they have run, and are not taken back twice', async () => {
    const manager = await newcomer('manager')
    const togetherId = await sent(manager, [
      ['產品.csv', goods],
      ['客戶.csv', clients],
    ])
    expect(await codeOf(undoTogether, manager, { togetherId })).toBe('imports.notNow')
    await tried(manager, togetherId)
    await ran(manager, togetherId)
    const content = new Uint8Array(orders)
    expect(await codeOf(begin, manager, { name: '訂單.csv', content, togetherId })).toBe('imports.notNow')
    await done(undoTogether, manager, { togetherId })
    await worked(manager, togetherId)
    expect(await codeOf(undoTogether, manager, { togetherId })).toBe('imports.notNow')
    expect(await codeOf(runTogether, manager, { togetherId })).toBe('imports.notNow')
  })
})
