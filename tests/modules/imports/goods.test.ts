import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { byId as fileById } from '@/lib/modules/files/queries'
import { undo } from '@/lib/modules/imports/commands'
import { byId, rawOf, refusedRows, rows } from '@/lib/modules/imports/queries'
import { book } from '@/lib/modules/sales/commands'
import { list } from '@/lib/modules/sales/list'
import { overview } from '@/lib/modules/sales/queries'
import { newcomer, owner, person } from '@/tests/people'
import { anAccount, codeOf as refusalOf } from '../accounts/scene'
import { aProduct } from '../products/scene'
import { batchOf, checked, csv, done, imported, northwind, ran, undone, upload, work } from './scene'

const counts = async (workspaceId: string) => {
  const [row] = await owner()`select
    (select count(*)::int from products where workspace_id = ${workspaceId} and archived_at is null) as products,
    (select count(*)::int from sales_documents where workspace_id = ${workspaceId} and archived_at is null) as documents,
    (select count(*)::int from sales_lines where workspace_id = ${workspaceId} and archived_at is null) as lines,
    (select trim_scale(coalesce(sum(net_amount), 0))::text from sales_lines where workspace_id = ${workspaceId} and archived_at is null) as net,
    (select trim_scale(coalesce(sum(freight), 0))::text from sales_documents where workspace_id = ${workspaceId} and archived_at is null) as freight`
  return row
}

describe('Northwind’s goods', () => {
  it('come in at once: 77 products, 830 orders, 2,155 lines, amounts exact, the second time all the same, and go again', async () => {
    const manager = await newcomer('manager')
    await ran(manager, await tried(manager, 'customers.csv'))
    const names = ['products.csv', 'orders.csv', 'order_details.csv'] as const
    const ids = [
      await begun(manager, names[0]),
      await begun(manager, names[1]),
      await begun(manager, names[2]),
    ] as const
    expect(await Promise.all(ids.map(async (id) => (await batchOf(manager, id)).subject))).toEqual([
      'products',
      'orders',
      'sales',
    ])
    const expected = [77, 830, 2155]
    for (const [index, id] of ids.entries()) {
      const all = { new: expected[index] }
      expect(await checked(manager, id, { source: 'northwind', currency: 'USD' })).toEqual(all)
      expect(await ran(manager, id)).toEqual(all)
    }
    const exact = { products: 77, documents: 830, lines: 2155, net: '1265793.0395', freight: '64942.69' }
    expect(await counts(manager.workspaceId)).toMatchObject(exact)
    for (const [index, name] of names.entries()) {
      const again = await begun(manager, name)
      expect(await checked(manager, again, { source: 'northwind', currency: 'USD' })).toEqual({ same: expected[index] })
    }
    for (const [index, id] of [...ids].reverse().entries())
      expect(await undone(manager, id)).toEqual({ undone: [2155, 830, 77][index] })
    expect(await counts(manager.workspaceId)).toMatchObject({ products: 0, documents: 0, lines: 0 })
  })
})

const begun = (actor: Parameters<typeof upload>[0], name: string) => upload(actor, name, northwind(name), 'northwind')
async function tried(actor: Parameters<typeof upload>[0], name: string) {
  const id = await begun(actor, name)
  await checked(actor, id)
  return id
}

async function aSeller() {
  const manager = await newcomer('manager')
  const accountId = await anAccount(manager, { name: '大安食品' })
  const productId = await aProduct(manager, { code: 'SOY-500', name: '純釀醬油' })
  return { manager, accountId, productId }
}
const flat = [
  ['單號', '日期', '客戶', '品號', '數量', '單價', '折扣'],
  ['A-1', '2026/3/5', '大安食品', 'SOY-500', '１２', '9.8', '0.15'],
  ['A-2', '115/3/6', '大安食品', 'SOY-500', '1', '1,000', ''],
]
const linesOf = async (actor: Parameters<typeof ask>[1]) => (await ask(list, actor, {})).rows

describe('a sheet of sales', () => {
  it('with date and client in every row makes its documents itself, in Chinese and with ROC dates', async () => {
    const { manager } = await aSeller()
    const id = await upload(manager, '銷售.csv', csv(flat))
    expect((await batchOf(manager, id)).subject).toBe('sales')
    expect(await checked(manager, id)).toEqual({ new: 2 })
    await ran(manager, id)
    expect(
      (await linesOf(manager)).map(({ day, quantity, netAmount, currency }) => [day, quantity, netAmount, currency]),
    ).toEqual([
      ['2026-03-06', '1', '1000', 'TWD'],
      ['2026-03-05', '12', '99.96', 'TWD'],
    ])
    expect(await undone(manager, id)).toEqual({ undone: 2 })
    expect(await linesOf(manager)).toEqual([])
  })

  it('changes what it says otherwise, and takes that back', async () => {
    const { manager } = await aSeller()
    const first = await upload(manager, '銷售.csv', csv(flat))
    await checked(manager, first)
    await ran(manager, first)
    const changed = flat.map((row, index) => (index === 1 ? row.map((cell) => (cell === '１２' ? '10' : cell)) : row))
    const second = await upload(manager, '銷售.csv', csv(changed))
    expect(await checked(manager, second)).toEqual({ update: 1, same: 1 })
    await ran(manager, second)
    expect((await linesOf(manager)).map(({ netAmount }) => netAmount)).toEqual(['1000', '83.3'])
    expect(await undone(manager, second)).toEqual({ undone: 1 })
    expect((await linesOf(manager)).map(({ netAmount }) => netAmount)).toEqual(['1000', '99.96'])
  })

  it('leaves on undo what others booked since as they left it', async () => {
    const { manager, accountId, productId } = await aSeller()
    const first = await upload(manager, '銷售.csv', csv(flat))
    await checked(manager, first)
    await ran(manager, first)
    const line = { lineKey: 'SOY-500', productId, quantity: '2', unitPrice: '1000' }
    await done(book, manager, { accountId, number: 'A-2', day: '2026-03-06', currency: 'TWD', lines: [line] })
    expect(await undone(manager, first)).toEqual({ undone: 1, kept: 1 })
    expect((await linesOf(manager)).map(({ number, quantity }) => [number, quantity])).toEqual([['A-2', '2']])
  })

  it('refuses each row that cannot be right, with its reason, and brings the others in', async () => {
    const { manager } = await aSeller()
    const id = await upload(
      manager,
      '銷售.csv',
      csv([
        ...flat,
        ['A-1', '2026-03-05', '大安食品', 'SOY-500', '3', '9.8', '0'],
        ['A-3', '2026-03-05', '大安食品', 'NO-1', '3', '9.8', '0'],
        ['A-3', '2026-03-05', '沒有這家', 'SOY-500', '3', '9.8', '0'],
        ['A-3', '', '', 'SOY-500', '3', '9.8', '0'],
        ['A-3', '2026-03-05', '大安食品', 'SOY-500', '三', '9.8', '0'],
        ['A-3', '2026-03-05', '大安食品', 'SOY-500', '3', '9.8', '15'],
        ['A-3', '2026-03-05', '大安食品', 'SOY-500', '3', '1.23456', '0'],
        ['A-3', '2026-03-05', '大安食品', 'SOY-500', '3', '123456789012345', '0'],
      ]),
    )
    const columns = ['number', 'day', 'account', 'product', 'quantity', 'unitPrice', 'discountRatio']
    expect(await checked(manager, id, { columns })).toEqual({ new: 2, refused: 8 })
    const rows =
      await owner()`select number, reason->>'code' as code from import_rows where batch_id = ${id} and outcome = 'refused' order by number`
    expect(rows.map(({ code }) => code)).toEqual([
      'lineTwice',
      'productUnknown',
      'accountUnknown',
      'documentUnknown',
      'notANumber',
      'ratioUnclear',
      'tooManyDecimals',
      'numberTooLarge',
    ])
    await ran(manager, id)
    expect(await linesOf(manager)).toHaveLength(2)
  })

  it('takes 15% for the ratio 0.15', async () => {
    const { manager } = await aSeller()
    const percent = flat.map((cells) => cells.map((typed) => (typed === '0.15' ? '15％' : typed)))
    const id = await upload(manager, '銷售.csv', csv(percent))
    const columns = ['number', 'day', 'account', 'product', 'quantity', 'unitPrice', 'discountRatio']
    expect(await checked(manager, id, { columns })).toEqual({ new: 2 })
    await ran(manager, id)
    expect((await linesOf(manager)).map(({ netAmount }) => netAmount)).toEqual(['1000', '99.96'])
  })

  it('asks whether 0.15 is a ratio or a percentage', async () => {
    const { manager } = await aSeller()
    const id = await upload(manager, '銷售.csv', csv(flat))
    const columns = ['number', 'day', 'account', 'product', 'quantity', 'unitPrice', 'discountPct']
    expect(await checked(manager, id, { columns })).toEqual({ new: 1, refused: 1 })
  })

  it('is for assistants, leads, managers and administrators', async () => {
    const { manager } = await aSeller()
    const mine = await person('accountManager', { id: manager.workspaceId })
    const id = await upload(mine, '銷售.csv', csv(flat))
    expect(await refusalOf(undo, mine, { batchId: id })).toBe('imports.notNow')
    await expect(checked(mine, id)).rejects.toThrow()
    await work(mine, id)
    expect(await linesOf(manager)).toEqual([])
  })
})

describe('a sheet of open invoices', () => {
  const sheet = (open: string) =>
    csv([
      ['發票號碼', '客戶', '發票日', '到期日', '金額', '未收金額', '票據到期日'],
      ['AB-10000001', '大安食品', '2026-09-01', '2026-10-31', '105,000', open, ''],
      ['AB-10000002', '大安食品', '2026-09-15', '2026-11-15', '50,000', '50000', '2026-12-15'],
    ])

  it('shows the account what is open and how old it is; the next one brings it up to date, and it can be taken back', async () => {
    const { manager, accountId } = await aSeller()
    const first = await upload(manager, '應收.csv', sheet('105000'))
    expect((await batchOf(manager, first)).subject).toBe('receivables')
    expect(await checked(manager, first)).toEqual({ new: 2 })
    await ran(manager, first)
    const owed = async () =>
      (await ask(overview, manager, { accountId })).owed?.aging[0]?.buckets
        .filter(({ invoices }) => invoices > 0)
        .map(({ bucket, amount }) => [bucket, amount])
    expect(await owed()).toEqual([
      ['to30', '105000'],
      ['cheques', '50000'],
    ])
    const second = await upload(manager, '應收.csv', sheet('5000'))
    expect(await checked(manager, second)).toEqual({ update: 1, same: 1 })
    await ran(manager, second)
    expect((await owed())?.[0]).toEqual(['to30', '5000'])
    expect(await undone(manager, second)).toEqual({ undone: 1 })
    expect((await owed())?.[0]).toEqual(['to30', '105000'])
  })
})

describe('a column of costs in a file of products', () => {
  const sheet = csv([
    ['品號', '品名', '單位成本', '條碼'],
    ['SOY-500', '純釀醬油', '41777.1234', '4710000000017'],
    ['', '沒有品號', '41777.1234', '4710000000024'],
  ])

  it('is kept with its rows and shown to those who see margins, in no list, report or refused file of anybody else', async () => {
    const { manager } = await aSeller()
    const { batchId } = await imported(manager, '產品.csv', sheet)
    const [product] = await owner()`select subject_id from import_rows where batch_id = ${batchId} and number = 2`
    const told = async (actor: Parameters<typeof ask>[1]) =>
      JSON.stringify([
        await ask(rawOf, actor, { subjectId: product?.subject_id }),
        await ask(rows, actor, { batchId, outcome: 'refused' }).catch(() => null),
        await ask(rows, actor, { batchId, outcome: 'update' }).catch(() => null),
        await ask(refusedRows, actor, { batchId, after: 0 }).catch(() => null),
        await ask(byId, actor, { batchId }).catch(() => null),
      ])
    const workspace = { id: manager.workspaceId }
    for (const role of ['accountManager', 'salesAssistant', 'administrator'] as const) {
      const answer = await told(await person(role, workspace))
      expect([role, answer.includes('41777'), answer.includes('4710000000017')]).toEqual([role, false, true])
    }
    expect(await told(await person('auditor', workspace))).toContain('41777')
  })

  it('is not to be had as the file itself either, but for who brought it and who sees margins', async () => {
    const { manager } = await aSeller()
    const { batchId } = await imported(manager, '產品.csv', sheet)
    const [batch] = await owner()`select file_id from import_batches where id = ${batchId}`
    const fileId = batch?.file_id as string
    const workspace = { id: manager.workspaceId }
    for (const role of ['accountManager', 'salesAssistant', 'administrator'] as const)
      await expect(ask(fileById, await person(role, workspace), { fileId })).rejects.toMatchObject({ code: 'notFound' })
    expect(await ask(fileById, await person('auditor', workspace), { fileId })).toMatchObject({ name: '產品.csv' })
  })
})
