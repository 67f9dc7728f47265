import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ask } from '@/lib/kernel/perform'
import { query } from '@/lib/kernel/query'
import { add, addUnit, archive, edit, removeUnit, restore } from '@/lib/modules/products/commands'
import { removeCost, setCost } from '@/lib/modules/products/commands-costs'
import { list } from '@/lib/modules/products/list'
import { may } from '@/lib/modules/products/manifest'
import { costOf, find } from '@/lib/modules/products/queries'
import { history } from '@/lib/modules/products/queries-history'
import { categories, record } from '@/lib/modules/products/queries-record'
import { person } from '@/tests/people'
import { aCompany, anAccount, codeOf, denied, done, refused } from '../accounts/scene'
import { aProduct } from './scene'

const titles = async (actor: Parameters<typeof ask>[1], q: string) =>
  (await ask(find, actor, { q })).groups.flatMap(({ items }) => items.map(({ title }) => title))
const names = async (actor: Parameters<typeof ask>[1], address = {}) =>
  (await ask(list, actor, address)).rows.map(({ name }) => name)

describe('the catalogue', () => {
  it('takes a product with code, name and base unit, makes its category once, and finds it from one character on', async () => {
    const { lead, mine } = await aCompany()
    await aProduct(lead, { code: 'SOY-500', name: '純釀醬油', category: '調味料', specification: '500 ml' })
    await aProduct(lead, { code: 'VIN-300', name: '糯米白醋', category: '調味料' })
    expect(await titles(mine, '醬')).toEqual(['純釀醬油'])
    expect(await titles(mine, '白醋')).toEqual(['糯米白醋'])
    expect(await titles(mine, 'soy')).toEqual(['純釀醬油'])
    expect((await ask(categories, mine, {})).map(({ name }) => name)).toEqual(['調味料'])
    expect(await names(mine, { q: '醋' })).toEqual(['糯米白醋'])
  })

  it('refuses a code twice, also on restoring, and says whose it is', async () => {
    const { lead } = await aCompany()
    const first = await aProduct(lead, { code: 'SOY-500', name: '純釀醬油' })
    const refusal = await refused(add, lead, { code: 'SOY-500', name: '另一種', baseUnit: '瓶' })
    expect(refusal.fieldSentences('zh-TW').code).toContain('純釀醬油')
    await done(archive, lead, { productId: first })
    await aProduct(lead, { code: 'SOY-500', name: '新醬油' })
    expect(await codeOf(restore, lead, { productId: first })).toBe('products.codeTaken')
    await done(edit, lead, { productId: await aProduct(lead, { code: 'X' }), code: 'Y' })
  })

  it('changes what is named and leaves the rest; archived products are read-only and out of the list', async () => {
    const { lead, mine } = await aCompany()
    const productId = await aProduct(lead, { code: 'A', name: '舊名', brand: '和泰' })
    await done(edit, lead, { productId, version: 1, name: '新名', status: 'discontinued' })
    expect((await ask(record, mine, { productId })).product).toMatchObject({ name: '新名', brand: '和泰', code: 'A' })
    await done(archive, lead, { productId })
    expect(await codeOf(edit, lead, { productId, name: '再改' })).toBe('products.archived')
    expect(await names(mine)).toEqual([])
    expect(await names(mine, { archived: 'true' })).toEqual(['新名'])
    await done(restore, lead, { productId })
    expect(await titles(mine, '新名')).toEqual(['新名'])
  })

  it('is edited by leads, managers and administrators, read by all, and not seen from elsewhere', async () => {
    const { lead, mine, auditor, manager, stranger } = await aCompany()
    const productId = await aProduct(lead)
    for (const actor of [mine, auditor]) expect(await codeOf(edit, actor, { productId, name: 'x' })).toBe('notAllowed')
    await done(edit, manager, { productId, name: '好醬油' })
    expect(await codeOf(edit, stranger, { productId, name: 'x' })).toBe('notFound')
    expect(await denied(record, stranger, { productId })).toBe('notFound')
    expect(await names(stranger)).toEqual([])
    expect(await titles(stranger, '好醬油')).toEqual([])
  })

  it('names only suppliers that exist here', async () => {
    const { lead, stranger } = await aCompany()
    const supplierId = await anAccount(stranger)
    expect(await codeOf(add, lead, { code: 'S', name: '醋', baseUnit: '瓶', supplierId })).toBe(
      'products.supplierUnknown',
    )
  })
})

describe('units', () => {
  it('say how many base units are in them, once, and never name the base unit anew', async () => {
    const { lead, mine } = await aCompany()
    const productId = await aProduct(lead)
    const { id: unitId } = await done(addUnit, lead, { productId, unit: '箱', factor: '２４' })
    expect((await ask(record, mine, { productId })).units).toEqual([{ id: unitId, unit: '箱', factor: '24' }])
    expect(await codeOf(addUnit, lead, { productId, unit: '箱', factor: '12' })).toBe('products.unitKnown')
    expect(await codeOf(addUnit, lead, { productId, unit: '瓶', factor: '1' })).toBe('products.unitIsBase')
    expect((await refused(addUnit, lead, { productId, unit: '打', factor: '0' })).fields).toHaveProperty('factor')
    await done(removeUnit, lead, { unitId })
    expect(await codeOf(removeUnit, lead, { unitId })).toBe('notFound')
    await done(addUnit, lead, { productId, unit: '箱', factor: '12' })
  })
})

describe('costs', () => {
  const costs = query({
    name: 'products.costsForTest',
    permission: may.see,
    input: z.strictObject({ productId: z.string(), day: z.string() }),
    run: async (look, { productId, day }) => [...(await costOf(look, [productId], day)).values()],
  })

  it('hold from their day on, the latest one counts, and the same day said again replaces it', async () => {
    const { lead } = await aCompany()
    const productId = await aProduct(lead)
    const set = (validFrom: string, cost: string) =>
      done(setCost, lead, { productId, validFrom, cost, currency: 'twd' })
    await set('2026-01-01', '30')
    await set('2026-07-01', '33.5')
    const last = await set('2026-07-01', '34.25')
    const on = async (day: string) => (await ask(costs, lead, { productId, day })).map(({ cost }) => cost)
    expect(await on('2025-12-31')).toEqual([])
    expect(await on('2026-06-30')).toEqual(['30'])
    expect(await on('2026-07-01')).toEqual(['34.25'])
    await done(removeCost, lead, { costId: last.id })
    expect(await on('2026-07-01')).toEqual(['30'])
  })

  it('are read and set only by those who may know margins, and are in no answer to others', async () => {
    const { lead, mine, manager, auditor, workspace } = await aCompany()
    const finance = await person('specialist', workspace, { disciplines: ['finance'] })
    const legal = await person('specialist', workspace, { disciplines: ['legal'] })
    const productId = await aProduct(lead)
    const cost = { productId, validFrom: '2026-01-01', cost: '31.4159', currency: 'TWD' }
    await done(setCost, finance, cost)
    for (const actor of [mine, auditor, legal]) expect(await codeOf(setCost, actor, cost)).toBe('notAllowed')
    for (const actor of [mine, legal]) {
      const seen = await ask(record, actor, { productId })
      expect(seen.costs).toBeNull()
      expect(JSON.stringify(seen)).not.toContain('31.4159')
      expect(await ask(costs, actor, { productId, day: '2026-02-01' })).toEqual([])
    }
    for (const actor of [lead, manager, auditor, finance])
      expect((await ask(record, actor, { productId })).costs).toMatchObject([{ cost: '31.4159' }])
  })
})

describe('the history of a product', () => {
  it('says who changed what, newest first, and its costs to those who may know them only', async () => {
    const { lead, mine, stranger } = await aCompany()
    const productId = await aProduct(lead, { code: 'SOY-500', name: '純釀醬油' })
    await done(edit, lead, { productId, name: '純釀醬油（新）' })
    await done(addUnit, lead, { productId, unit: '箱', factor: '24' })
    await done(setCost, lead, { productId, validFrom: '2026-01-01', cost: '41777.1234', currency: 'TWD' })
    const { entries } = await ask(history, lead, { productId })
    expect(entries.map(({ subject, event, by }) => [subject, event, by])).toEqual([
      ['product_costs', 'added', '陳主管'],
      ['product_units', 'added', '陳主管'],
      ['products', 'changed', '陳主管'],
      ['products', 'added', '陳主管'],
    ])
    expect(entries[2]?.fields).toEqual([{ field: 'name', before: '純釀醬油', after: '純釀醬油（新）' }])
    const theirs = await ask(history, mine, { productId })
    expect([theirs.entries.length, JSON.stringify(theirs).includes('41777')]).toEqual([3, false])
    await expect(ask(history, stranger, { productId })).rejects.toMatchObject({ code: 'notFound' })
  })
})
