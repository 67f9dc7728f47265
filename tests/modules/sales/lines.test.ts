import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { query } from '@/lib/kernel/query'
import { addUnit } from '@/lib/modules/products/commands'
import { book } from '@/lib/modules/sales/commands'
import { refreshMonths, refreshTotals } from '@/lib/modules/sales/commands-months'
import { list } from '@/lib/modules/sales/list'
import { may } from '@/lib/modules/sales/manifest'
import { annualSales, comparableLines, overview, shareOfSales } from '@/lib/modules/sales/queries'
import { setRate } from '@/lib/modules/workspace/commands-money'
import { person } from '@/tests/people'
import { aCompany, anAccount, codeOf, denied, done, refused } from '../accounts/scene'
import { aProduct } from '../products/scene'
import { aSale, bothSums, follow, rebuild } from './scene'

async function aSeller() {
  const company = await aCompany()
  const [accountId, soy, vinegar] = [
    await anAccount(company.mine),
    await aProduct(company.lead),
    await aProduct(company.lead, { name: '白醋' }),
  ]
  await done(addUnit, company.lead, { productId: soy, unit: '箱', factor: '24' })
  return { ...company, accountId, soy, vinegar }
}

const linesOf = async (actor: Parameters<typeof ask>[1], accountId: string, more = {}) =>
  (await ask(list, actor, { account: accountId, ...more })).rows

describe('sales lines', () => {
  it('are booked by document, in any unit of the product, with exact amounts', async () => {
    const { lead, mine, accountId, soy, workspace } = await aSeller()
    await aSale(lead, accountId, '2026-03-05', [
      { productId: soy, quantity: '2', unit: '箱', unitPrice: '9.8', discountPct: '15' },
    ])
    expect(await linesOf(mine, accountId)).toMatchObject([
      { quantity: '2', unit: '箱', grossAmount: '19.6', netAmount: '16.66' },
    ])
    await follow(lead, [accountId], '2026-03-05', '2026-03-05')
    expect((await bothSums(workspace.id)).kept).toMatchObject([{ q: '48', g: '19.6', n: '16.66', lines: 1 }])
  })

  it('say what holds now when their document is booked again: changed, added and put away', async () => {
    const { lead, mine, accountId, soy, vinegar } = await aSeller()
    const number = await aSale(lead, accountId, '2026-03-05', [{ productId: soy }, { productId: vinegar }])
    const again = { accountId, number, day: '2026-04-01', currency: 'TWD' }
    const line = { lineKey: '1', productId: soy, quantity: '7', unitPrice: '100' }
    await done(book, lead, { ...again, lines: [line, { ...line, lineKey: '3' }] })
    const rows = await linesOf(mine, accountId)
    expect(rows.map(({ day, quantity }) => [day, quantity])).toEqual([
      ['2026-04-01', '7'],
      ['2026-04-01', '7'],
    ])
    await follow(lead, [accountId], '2026-03-05', '2026-04-01')
    const { kept, raw } = await bothSums(lead.workspaceId)
    expect(kept).toEqual(raw)
  })

  it('refuse units without a factor, keys named twice, foreign numbers and unknown products', async () => {
    const { lead, mine, stranger, accountId, vinegar } = await aSeller()
    const other = await anAccount(mine, { name: '永信物流' })
    const number = await aSale(lead, accountId, '2026-03-05', [{ productId: vinegar }])
    const line = { lineKey: '1', productId: vinegar, quantity: '1', unitPrice: '1' }
    const sale = { accountId, number: 'N-1', day: '2026-03-05', currency: 'TWD', lines: [line] }
    expect(await codeOf(book, lead, { ...sale, lines: [{ ...line, unit: '箱' }] })).toBe('sales.unitUnknown')
    expect(await codeOf(book, lead, { ...sale, lines: [line, line] })).toBe('sales.lineTwice')
    expect(await codeOf(book, lead, { ...sale, accountId: other, number })).toBe('sales.numberOfOther')
    const theirs = await aProduct(stranger)
    expect(await codeOf(book, lead, { ...sale, lines: [{ ...line, productId: theirs }] })).toBe('sales.productUnknown')
    for (const [field, value] of [
      ['unitPrice', '-1'],
      ['quantity', '9'.repeat(30)],
      ['discountPct', '101'],
    ] as const)
      expect((await refused(book, lead, { ...sale, lines: [{ ...line, [field]: value }] })).fields).toHaveProperty(
        `lines.0.${field}`,
      )
  })

  it('are booked by those who may, on accounts that they see, and never seen from elsewhere', async () => {
    const { lead, mine, manager, other, stranger, accountId, soy } = await aSeller()
    const line = { lineKey: '1', productId: soy, quantity: '1', unitPrice: '1' }
    const sale = { accountId, number: 'N-1', day: '2026-03-05', currency: 'TWD', lines: [line] }
    expect(await codeOf(book, mine, sale)).toBe('notAllowed')
    expect(await codeOf(book, stranger, sale)).toBe('notFound')
    const secret = await anAccount(manager, { restricted: 'true', name: '密件' })
    await done(book, manager, { ...sale, accountId: secret })
    expect(await codeOf(book, lead, { ...sale, accountId: secret, number: 'N-2' })).toBe('notFound')
    expect(await linesOf(other, secret)).toEqual([])
    expect(await denied(overview, other, { accountId: secret })).toBe('notFound')
    expect(await denied(overview, stranger, { accountId })).toBe('notFound')
    expect((await ask(list, stranger, {})).rows).toEqual([])
    expect(await codeOf(refreshMonths, lead, { accountIds: [accountId], from: '2026-01-01', to: '2026-01-01' })).toBe(
      'notAllowed',
    )
    expect(await codeOf(refreshTotals, lead, {})).toBe('notAllowed')
  })
})

describe('months of sales', () => {
  it('equal the lines they add up, however lines were booked, moved and put away, and after a full rebuild', async () => {
    const { lead, mine, accountId, soy, vinegar, workspace } = await aSeller()
    const other = await anAccount(mine, { name: '永信物流' })
    let seed = 20260305
    const dice = (sides: number) => {
      seed = (seed * 1103515245 + 12345) % 2147483648
      return seed % sides
    }
    const numbers: { number: string; account: string }[] = []
    for (let round = 0; round < 40; round++) {
      const again = numbers.length > 0 && dice(3) === 0 ? numbers[dice(numbers.length)] : undefined
      const account = again?.account ?? (dice(2) ? accountId : other)
      const number = again?.number ?? `R-${round}`
      numbers.push({ number, account })
      const lines = Array.from({ length: dice(4) }, (_, index) => ({
        lineKey: String(index),
        productId: dice(2) ? soy : vinegar,
        quantity: `${dice(50)}.${dice(10_000)}`,
        unitPrice: `${dice(900)}.${dice(100)}`,
        discountPct: String(dice(30)),
      }))
      const day = `2026-0${1 + dice(9)}-1${dice(10)}`
      await done(book, lead, { accountId: account, number, day, currency: dice(4) ? 'TWD' : 'USD', lines })
      if (dice(2)) await follow(lead, [account], '2026-01-01', '2026-12-31')
    }
    await follow(lead, [accountId, other], '2026-01-01', '2026-12-31')
    const incremental = await bothSums(workspace.id)
    expect(incremental.kept).toEqual(incremental.raw)
    await rebuild(lead)
    expect((await bothSums(workspace.id)).kept).toEqual(incremental.kept)
    await rebuild(lead)
    expect((await bothSums(workspace.id)).kept).toEqual(incremental.raw)
  })

  it('answer an account’s share of a year, in its main currency, as of the night in which everything was summed up', async () => {
    const { workspace, lead, mine, accountId, soy, stranger } = await aSeller()
    const others = await anAccount(lead, { name: '全家商行' })
    const share = query({
      name: 'sales.shareForTest',
      permission: may.see,
      input: z.strictObject({}),
      run: (look) => shareOfSales(look, accountId, '2026-11-22'),
    })
    await aSale(lead, accountId, '2026-10-31', [{ productId: soy, quantity: '10' }])
    await aSale(lead, others, '2026-09-30', [{ productId: soy, quantity: '30' }])
    await aSale(lead, others, '2026-11-02', [{ productId: soy, quantity: '99' }])
    await aSale(lead, others, '2026-10-01', [{ productId: soy, quantity: '99' }], { currency: 'USD' })
    await follow(lead, [accountId, others], '2025-01-01', '2026-12-31')
    expect(await ask(share, mine, {})).toBeNull()
    const sumUp = () => done(refreshTotals, workspaceActor(workspace.id), {})
    await sumUp()
    expect(await ask(share, mine, {})).toBe('25')
    await sumUp()
    expect(await ask(share, mine, {})).toBe('25')
    expect(await ask(share, stranger, {})).toBeNull()
  })

  it('answer a year of sales and the overview, in the currency of most lines', async () => {
    const { workspace, lead, mine, accountId, soy, vinegar } = await aSeller()
    const now = new Date('2026-11-22T02:00:00Z')
    await aSale(lead, accountId, '2026-10-31', [{ productId: soy, quantity: '10' }, { productId: vinegar }])
    await aSale(lead, accountId, '2025-11-01', [{ productId: soy, quantity: '5', discountPct: '10' }])
    await aSale(lead, accountId, '2025-10-31', [{ productId: soy, quantity: '3' }])
    await aSale(lead, accountId, '2026-11-02', [{ productId: soy, quantity: '1' }])
    await aSale(lead, accountId, '2026-10-01', [{ productId: soy }], { currency: 'USD' })
    await follow(lead, [accountId], '2025-01-01', '2026-12-31')
    const year = query({
      name: 'sales.yearForTest',
      permission: may.see,
      input: z.strictObject({}),
      run: (look) => annualSales(look, accountId, '2026-11-22'),
    })
    expect(await ask(year, mine, {})).toEqual({
      gross: '1600',
      net: '1550',
      currency: 'TWD',
      lines: 3,
      from: '2025-11-01',
      to: '2026-10-31',
    })
    const shown = await ask(overview, mine, { accountId }, now)
    expect(shown).toMatchObject({
      currency: 'TWD',
      others: [{ currency: 'USD', amount: '100', converted: null }],
      lastSoldOn: '2026-11-02',
      thisYear: '1200',
      lastYear: '750',
      products: 2,
      owed: null,
    })
    const rate = { day: '2026-11-20', fromCurrency: 'USD', toCurrency: 'TWD', rate: '32.155', source: '臺灣銀行' }
    await done(setRate, await person('administrator', workspace), rate, now)
    expect((await ask(overview, mine, { accountId }, now)).others).toMatchObject([
      { amount: '100', converted: { amount: '3216', currency: 'TWD', rate: '32.155', day: '2026-11-20' } },
    ])
    expect(shown.months.at(-1)).toMatchObject({ month: '2026-11-01', net: '100', before: '450' })
    expect(shown.top.map(({ name, thisYear, lastYear }) => [name, thisYear, lastYear])).toEqual([
      ['純釀醬油', '1100', '750'],
      ['白醋', '100', '0'],
    ])
  })

  it('open their rows: the lines of a month and product', async () => {
    const { lead, mine, accountId, soy, vinegar } = await aSeller()
    await aSale(lead, accountId, '2026-10-31', [{ productId: soy }, { productId: vinegar }])
    await aSale(lead, accountId, '2026-11-01', [{ productId: soy }])
    const october = await linesOf(mine, accountId, { day: '2026-10-01..2026-10-31', product: soy })
    expect(october.map(({ day, product }) => [day, product])).toEqual([['2026-10-31', '純釀醬油']])
    expect(await linesOf(mine, accountId)).toHaveLength(3)
  })
})

describe('deals of other clients', () => {
  it('are told to those who may see margins only', async () => {
    const { lead, mine, accountId, soy } = await aSeller()
    await aSale(lead, accountId, '2026-10-31', [{ productId: soy, unitPrice: '98.7' }])
    const comparable = query({
      name: 'sales.comparableForTest',
      permission: may.see,
      input: z.strictObject({}),
      run: (look) => comparableLines(look, { productId: soy, currency: 'TWD', from: '2026-01-01', to: '2026-12-31' }),
    })
    expect((await ask(comparable, lead, {})).map(({ unitPrice }) => unitPrice)).toEqual(['98.7'])
    expect(await ask(comparable, mine, {})).toEqual([])
  })
})
