import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { query } from '@/lib/kernel/query'
import { addUnit } from '@/lib/modules/products/commands'
import {
  archiveList,
  discard,
  draft,
  editList,
  openList,
  publish,
  setPrices,
} from '@/lib/modules/products/commands-lists'
import { may } from '@/lib/modules/products/manifest'
import { listPriceOf } from '@/lib/modules/products/queries'
import { priceList, priceListsNow } from '@/lib/modules/products/queries-lists'
import { owner } from '@/tests/people'
import { aCompany, codeOf, denied, done, refused } from '../accounts/scene'
import { anEdition, aPriceList, aProduct } from './scene'

const priceOf = query({
  name: 'products.priceForTest',
  permission: may.see,
  input: z.strictObject({ productId: z.string(), day: z.string(), currency: z.string() }),
  run: (look, input) => listPriceOf(look, input),
})
const on = async (actor: Actor, productId: string, day: string, currency = 'TWD') =>
  (await ask(priceOf, actor, { productId, day, currency }))?.price ?? null

describe('price lists', () => {
  it('hold by editions: the next one ends the one before, and nothing is said before the first', async () => {
    const { lead, mine } = await aCompany()
    const productId = await aProduct(lead)
    const priceListId = await aPriceList(lead, '2026-01-01', [{ productId, price: '100' }])
    await anEdition(lead, priceListId, '2026-07-01', [{ productId, price: '105.5' }])
    expect(await on(mine, productId, '2025-12-31')).toBeNull()
    expect(await on(mine, productId, '2026-06-30')).toBe('100')
    expect(await on(mine, productId, '2026-07-01')).toBe('105.5')
    expect(await on(mine, productId, '2026-07-01', 'USD')).toBeNull()
    const shown = await ask(priceList, mine, { priceListId })
    expect(shown.editions.map(({ number, validFrom, validTo }) => [number, validFrom, validTo])).toEqual([
      [2, '2026-07-01', null],
      [1, '2026-01-01', '2026-06-30'],
    ])
    expect(shown.differences).toEqual([{ productId, unit: '瓶', was: '100', now: '105.5', changePct: '5.5' }])
  })

  it('begin their next edition with the prices of the last one, and take prices off when they are left blank', async () => {
    const { lead } = await aCompany()
    const [soy, vinegar] = [await aProduct(lead), await aProduct(lead, { name: '白醋' })]
    const priceListId = await aPriceList(lead, '2026-01-01', [
      { productId: soy, price: '100' },
      { productId: vinegar, price: '60' },
    ])
    const { id: priceListVersionId } = await done(draft, lead, { priceListId, validFrom: '2027-01-01' })
    const prices = [
      { productId: soy, unit: '瓶', price: '110' },
      { productId: vinegar, unit: '瓶', price: '' },
    ]
    expect(await done(setPrices, lead, { priceListVersionId, prices })).toMatchObject({
      changed: 1,
      removed: 1,
      added: 0,
    })
    const { items } = await ask(priceList, lead, { priceListId, edition: priceListVersionId })
    expect(items.map(({ price }) => price)).toEqual(['110'])
  })

  it('tell a price of nothing from no price', async () => {
    const { lead } = await aCompany()
    const [gift, other] = [await aProduct(lead), await aProduct(lead)]
    await aPriceList(lead, '2026-01-01', [{ productId: gift, price: '0' }])
    expect(await on(lead, gift, '2026-02-01')).toBe('0')
    expect(await on(lead, other, '2026-02-01')).toBeNull()
  })

  it('refuse units that a product does not have, two prices for one, negative and overlong amounts', async () => {
    const { lead } = await aCompany()
    const productId = await aProduct(lead)
    const { id: priceListId } = await done(openList, lead, { name: '出口', currency: 'USD', taxMode: 'exclusive' })
    const { id: priceListVersionId } = await done(draft, lead, { priceListId, validFrom: '2026-01-01' })
    const set = (prices: object[]) => codeOf(setPrices, lead, { priceListVersionId, prices })
    expect(await set([{ productId, unit: '箱', price: '1' }])).toBe('products.unitUnknown')
    await done(addUnit, lead, { productId, unit: '箱', factor: '24' })
    await done(setPrices, lead, { priceListVersionId, prices: [{ productId, unit: '箱', price: '20.5' }] })
    const twice = { productId, unit: '瓶', price: '1' }
    expect(await set([twice, twice])).toBe('products.priceTwice')
    for (const price of ['-1', '9'.repeat(30), '1.23456']) {
      const refusal = await refused(setPrices, lead, { priceListVersionId, prices: [{ productId, unit: '瓶', price }] })
      expect(refusal.fields).toHaveProperty('prices.0.price')
    }
  })

  it('change no more once published, and are not published empty or where another edition stands', async () => {
    const { lead } = await aCompany()
    const productId = await aProduct(lead)
    const priceListId = await aPriceList(lead, '2026-06-01', [{ productId, price: '100' }])
    const edition = (await ask(priceList, lead, { priceListId })).shown?.id
    const prices = [{ productId, unit: '瓶', price: '1' }]
    expect(await codeOf(setPrices, lead, { priceListVersionId: edition, prices })).toBe('products.versionPublished')
    expect(await codeOf(discard, lead, { priceListVersionId: edition })).toBe('products.versionPublished')
    const earlier = await done(draft, lead, { priceListId, validFrom: '2026-01-01' })
    expect(await codeOf(publish, lead, { priceListVersionId: earlier.id })).toBe('products.editionInTheWay')
    await done(discard, lead, { priceListVersionId: earlier.id })
    const bounded = await done(draft, lead, { priceListId, validFrom: '2026-01-01', validTo: '2026-05-31' })
    await done(publish, lead, { priceListVersionId: bounded.id })
    const other = await done(openList, lead, { name: '空的', currency: 'TWD', taxMode: 'exclusive' })
    const empty = await done(draft, lead, { priceListId: other.id, validFrom: '2026-01-01' })
    expect(await codeOf(publish, lead, { priceListVersionId: empty.id })).toBe('products.editionEmpty')
    expect(await codeOf(draft, lead, { priceListId, validFrom: '2026-03-01', validTo: '2026-02-01' })).toBe(
      'products.endsBeforeItBegins',
    )
  })

  it('cannot overlap even when the rule is gone: the database refuses it', async () => {
    const { lead, workspace } = await aCompany()
    const productId = await aProduct(lead)
    const priceListId = await aPriceList(lead, '2026-06-01', [{ productId, price: '100' }])
    const overlap = owner()`insert into price_list_versions (workspace_id, id, price_list_id, number, valid_from, published_at)
      values (${workspace.id}, ${crypto.randomUUID()}, ${priceListId}, 9, '2026-07-01', now())`
    await expect(overlap).rejects.toMatchObject({ code: '23P01' })
  })

  it('have one name each and one standard list a currency', async () => {
    const { lead } = await aCompany()
    await done(openList, lead, { name: '牌價', currency: 'TWD', taxMode: 'inclusive', standard: 'true' })
    const second = { name: '通路價', currency: 'TWD', taxMode: 'exclusive' }
    expect(await codeOf(openList, lead, { ...second, name: '牌價' })).toBe('products.listNameTaken')
    expect(await codeOf(openList, lead, { ...second, standard: 'true' })).toBe('products.standardTaken')
    const { id: priceListId } = await done(openList, lead, second)
    expect(await codeOf(editList, lead, { priceListId, standard: 'true' })).toBe('products.standardTaken')
    await done(editList, lead, { priceListId, segment: '量販' })
    expect((await ask(priceListsNow, lead, {})).map(({ name }) => name)).toEqual(['牌價', '通路價'])
    await done(archiveList, lead, { priceListId })
    expect((await ask(priceListsNow, lead, {})).map(({ name }) => name)).toEqual(['牌價'])
  })

  it('are made by leads and managers only, and not seen from elsewhere', async () => {
    const { lead, mine, stranger } = await aCompany()
    const productId = await aProduct(lead)
    const priceListId = await aPriceList(lead, '2026-01-01', [{ productId, price: '100' }])
    expect(await codeOf(draft, mine, { priceListId, validFrom: '2027-01-01' })).toBe('notAllowed')
    expect(await codeOf(draft, stranger, { priceListId, validFrom: '2027-01-01' })).toBe('notFound')
    expect(await denied(priceList, stranger, { priceListId })).toBe('notFound')
    expect(await ask(priceListsNow, stranger, {})).toEqual([])
    expect(await on(stranger, productId, '2026-02-01')).toBeNull()
  })
})
