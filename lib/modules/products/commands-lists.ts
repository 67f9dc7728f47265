import { and, eq, inArray, max } from 'drizzle-orm'
import { priceListItems, priceLists, priceListVersions } from '@/db/schema/products'
import { command, type Work } from '@/lib/kernel/command'
import { exact } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { changeRow, changeRows, insertRow, insertRows } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { holdDraft, holdList, publishedEditions } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { draftInput, editListInput, openListInput, priceListRef, setPricesInput, versionRef } from './model'
import { findUnits } from './queries'
import { editionItems } from './queries-lists'
import { makeRoom, mustEndAfterBeginning, no } from './rules'

const edits = {
  permission: may.price,
  messages,
  refreshes: ['/products/price-lists', '/products/price-lists/[priceListId]', '/products/[productId]'],
}

/** Opens a price list, empty until its first edition. One list a currency is the standard one. */
export const openList = command({
  name: 'products.openList',
  ...edits,
  input: openListInput,
  async run(work, input) {
    await mustBeUnlike(work, input, null)
    const row = await insertRow(work, priceLists, input)
    return { id: row.id }
  },
})

/** Renames a list or says for whom it is. Currency and tax mode stay: its prices are meant in them. */
export const editList = command({
  name: 'products.editList',
  ...edits,
  input: editListInput,
  async run(work, { priceListId, version, ...patch }) {
    const before = await holdList(work, priceListId)
    const named = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
    await mustBeUnlike(work, { ...before, ...named }, priceListId)
    await changeRow(work, priceLists, { id: priceListId, version }, named)
    return { id: priceListId }
  },
})

/** Puts a list away: its prices hold no longer. */
export const archiveList = command({
  name: 'products.archiveList',
  ...edits,
  input: priceListRef,
  async run(work, { priceListId }) {
    await holdList(work, priceListId)
    await changeRow(work, priceLists, { id: priceListId }, { archivedAt: work.now })
    return { id: priceListId }
  },
})

/** Begins the next edition of a list as a draft with the prices of the one before. */
export const draft = command({
  name: 'products.draftPrices',
  ...edits,
  input: draftInput,
  async run(work, { priceListId, validFrom, validTo, note }) {
    await holdList(work, priceListId)
    mustEndAfterBeginning(validFrom, validTo)
    const [last] = await work.tx
      .select({ number: max(priceListVersions.number) })
      .from(priceListVersions)
      .where(and(own(priceListVersions, work.actor), eq(priceListVersions.priceListId, priceListId)))
    const number = (last?.number ?? 0) + 1
    const row = await insertRow(work, priceListVersions, { priceListId, number, validFrom, validTo, note })
    const before = (await publishedEditions(work, priceListId)).sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0]
    if (before) {
      const items = await editionItems(work, before.id)
      await insertRows(
        work,
        priceListItems,
        items.map(({ productId, unit, price }) => ({ versionId: row.id, productId, unit, price })),
      )
    }
    return { id: row.id, priceListId }
  },
})

/** Sets prices of a draft; a blank one is taken off. Refuses units that the product does not have. */
export const setPrices = command({
  name: 'products.setPrices',
  ...edits,
  input: setPricesInput,
  async run(work, { priceListVersionId, prices }) {
    await holdDraft(work, priceListVersionId)
    const ids = [...new Set(prices.map(({ productId }) => productId))]
    const units = await findUnits(work, ids)
    prices.forEach(({ productId, unit }, index) => {
      const known = units.get(productId)
      const field = `prices.${index}.productId`
      if (!known) throw no('productUnknown', {}, { [field]: { code: 'productUnknown' } })
      if (!known.some((each) => each.unit === unit))
        throw no('unitUnknown', { unit }, { [`prices.${index}.unit`]: { code: 'unitUnknown', params: { unit } } })
    })
    if (new Set(prices.map(keyOf)).size < prices.length) throw no('priceTwice')
    const known = new Map((await knownItems(work, priceListVersionId, ids)).map((each) => [keyOf(each), each]))
    const off = prices.flatMap((each) => (each.price === null ? (known.get(keyOf(each))?.id ?? []) : []))
    const changed = prices.flatMap((each) => {
      const item = known.get(keyOf(each))
      return item && each.price !== null && !exact(item.price).eq(each.price)
        ? [{ id: item.id, price: each.price }]
        : []
    })
    const added = prices.flatMap(({ price, ...each }) =>
      price !== null && !known.has(keyOf(each)) ? [{ ...each, price, versionId: priceListVersionId }] : [],
    )
    await changeRows(work, priceListItems, off, { archivedAt: work.now })
    await changeEach(work, priceListItems, changed)
    await insertRows(work, priceListItems, added)
    return { id: priceListVersionId, added: added.length, changed: changed.length, removed: off.length }
  },
})

/**
 * Publishes a draft: from its first day on it is what clients are told, and the edition before it ends the day before.
 * Refuses an empty one, and one that another edition stands in the way of.
 */
export const publish = command({
  name: 'products.publishPrices',
  ...edits,
  input: versionRef,
  async run(work, { priceListVersionId }) {
    const row = await holdDraft(work, priceListVersionId)
    await holdList(work, row.priceListId)
    if ((await editionItems(work, priceListVersionId)).length === 0) throw no('editionEmpty')
    const ended = makeRoom(row, await publishedEditions(work, row.priceListId))
    if (ended) await changeRow(work, priceListVersions, { id: ended.id }, { validTo: ended.validTo })
    await changeRow(work, priceListVersions, { id: row.id }, { publishedAt: work.now, publishedBy: work.actor.id })
    return { id: row.id }
  },
})

/** Drops a draft that is not to be published. */
export const discard = command({
  name: 'products.discardPrices',
  ...edits,
  input: versionRef,
  async run(work, { priceListVersionId }) {
    await holdDraft(work, priceListVersionId)
    await changeRow(work, priceListVersions, { id: priceListVersionId }, { archivedAt: work.now })
    return { id: priceListVersionId }
  },
})

const keyOf = ({ productId, unit }: { productId: string; unit: string }) => `${productId} ${unit}`

const knownItems = (work: Work, versionId: string, productIds: readonly string[]) =>
  work.tx
    .select()
    .from(priceListItems)
    .where(
      and(
        own(priceListItems, work.actor),
        eq(priceListItems.versionId, versionId),
        inArray(priceListItems.productId, [...productIds, work.actor.workspaceId]),
        live(priceListItems),
      ),
    )

type Wanted = { name: string; currency: string; standard: boolean }

async function mustBeUnlike(work: Work, { name, currency, standard }: Wanted, except: string | null) {
  const rows = await work.tx
    .select({ id: priceLists.id, name: priceLists.name, currency: priceLists.currency, standard: priceLists.standard })
    .from(priceLists)
    .where(and(own(priceLists, work.actor), live(priceLists)))
  const others = rows.filter(({ id }) => id !== except)
  if (others.some((each) => each.name === name))
    throw no('listNameTaken', { name }, { name: { code: 'listNameTaken', params: { name } } })
  const other = standard ? others.find((each) => each.standard && each.currency === currency) : undefined
  const params = { name: other?.name ?? '', currency }
  if (other) throw no('standardTaken', params, { standard: { code: 'standardTaken', params } })
}
