import { and, asc, desc, eq, inArray, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import {
  priceListItems,
  priceLists,
  priceListVersions,
  productCosts,
  products,
  productUnits,
} from '@/db/schema/products'
import { among } from '@/lib/kernel/among'
import type { Look } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { id, optionalText } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { seesMargin } from '@/lib/kernel/rights'
import { searchIds } from '@/lib/kernel/search'
import { translatorOf } from '@/lib/kernel/translate'
import { may } from './manifest'
import { words } from './messages'
import type { ListPrice, ProductName, TaxMode, Unit } from './model'

const names = { id: products.id, code: products.code, name: products.name, baseUnit: products.baseUnit }

/** The whole product; refuses with `notFound`. */
export async function findProduct({ tx, actor }: Look, productId: string) {
  const [row] = await tx
    .select()
    .from(products)
    .where(ownRow(products, actor, productId))
  if (!row) throw new Refusal('notFound')
  return row
}

/** Those of the products that exist, archived ones included. */
export async function findProducts({ tx, actor }: Look, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .select()
    .from(products)
    .where(and(own(products, actor), among(products.id, ids)))
    .orderBy(asc(products.code))
}

/** Names of products for chips, tables and links. */
export async function productsByIds({ tx, actor }: Look, ids: readonly string[]): Promise<ProductName[]> {
  if (ids.length === 0) return []
  return tx
    .select(names)
    .from(products)
    .where(and(own(products, actor), among(products.id, ids)))
}

/** The units of each product with the base units in them; the base unit itself comes first, with factor 1. */
export async function findUnits({ tx, actor }: Look, ids: readonly string[]): Promise<Map<string, Unit[]>> {
  if (ids.length === 0) return new Map()
  const wanted = [...new Set(ids)]
  const [bases, others] = await Promise.all([
    tx
      .select({ id: products.id, unit: products.baseUnit })
      .from(products)
      .where(and(own(products, actor), among(products.id, wanted))),
    tx
      .select({ id: productUnits.productId, unit: productUnits.unit, factor: productUnits.factor })
      .from(productUnits)
      .where(and(own(productUnits, actor), among(productUnits.productId, wanted), live(productUnits)))
      .orderBy(asc(productUnits.id)),
  ])
  const units = new Map<string, Unit[]>(bases.map(({ id, unit }) => [id, [{ unit, factor: '1' }]]))
  for (const { id, unit, factor } of others) units.get(id)?.push({ unit, factor: plain(factor) })
  return units
}

type Priced = { productIds: readonly string[]; day: Day; currency: string; priceListId?: string | undefined }

/**
 * What products cost by a price list on a day: by the named list, or by the standard one of the currency. The price for
 * the base unit when the list has one, else for whichever unit it has. Products without a price are left out.
 */
export async function listPricesOf(
  { tx, actor }: Look,
  { productIds, day, currency, priceListId }: Priced,
): Promise<Map<string, ListPrice>> {
  if (productIds.length === 0) return new Map()
  const rows = await tx
    .select({
      productId: priceListItems.productId,
      price: priceListItems.price,
      unit: priceListItems.unit,
      currency: priceLists.currency,
      taxMode: sql<TaxMode>`${priceLists.taxMode}`,
      priceListVersionId: priceListVersions.id,
      base: eq(priceListItems.unit, products.baseUnit),
    })
    .from(priceLists)
    .innerJoin(
      priceListVersions,
      and(own(priceListVersions, actor), eq(priceListVersions.priceListId, priceLists.id), live(priceListVersions)),
    )
    .innerJoin(
      priceListItems,
      and(own(priceListItems, actor), eq(priceListItems.versionId, priceListVersions.id), live(priceListItems)),
    )
    .innerJoin(products, joined(products, actor, priceListItems.productId))
    .where(
      and(
        own(priceLists, actor),
        live(priceLists),
        eq(priceLists.currency, currency),
        priceListId ? eq(priceLists.id, priceListId) : eq(priceLists.standard, true),
        sql`${priceListVersions.publishedAt} is not null`,
        lte(priceListVersions.validFrom, day),
        sql`(${priceListVersions.validTo} is null or ${priceListVersions.validTo} >= ${day})`,
        among(priceListItems.productId, productIds),
      ),
    )
    .orderBy(sql`${priceListItems.unit} = ${products.baseUnit}`, asc(priceListItems.id))
  return new Map(
    rows.map(({ productId, base: _, ...price }) => [productId, { ...price, price: plain(price.price) }] as const),
  )
}

/** The same for one product; null when the list has no price for it that day. */
export const listPriceOf = async (
  look: Look,
  { productId, ...rest }: Omit<Priced, 'productIds'> & { productId: string },
): Promise<ListPrice | null> => (await listPricesOf(look, { productIds: [productId], ...rest })).get(productId) ?? null

/**
 * What one base unit costs us on a day, by product. Confidential: inside commands it answers for their calculations, in
 * a read only those who may see margins; everybody else gets nothing.
 */
export async function costOf(look: Look, productIds: readonly string[], day: Day) {
  const known = new Map<string, { cost: string; currency: string; validFrom: Day }>()
  if (productIds.length === 0 || !('commandId' in look || seesMargin(look.actor))) return known
  const rows = await look.tx
    .selectDistinctOn([productCosts.productId], {
      productId: productCosts.productId,
      cost: productCosts.cost,
      currency: productCosts.currency,
      validFrom: productCosts.validFrom,
    })
    .from(productCosts)
    .where(
      and(
        own(productCosts, look.actor),
        among(productCosts.productId, productIds),
        lte(productCosts.validFrom, day),
        live(productCosts),
      ),
    )
    .orderBy(asc(productCosts.productId), desc(productCosts.validFrom), desc(productCosts.id))
  for (const { productId, cost, ...rest } of rows) known.set(productId, { ...rest, cost: plain(cost) })
  return known
}

const mostFound = 8

/** What a picker offers for what was typed; with nothing typed, the first of the catalogue. */
export const find = query({
  name: 'products.find',
  permission: may.see,
  input: z.strictObject({ q: optionalText(200) }),
  async run(look, { q }) {
    const { tx, actor } = look
    const ids =
      q === null ? null : (await searchIds(look, { kinds: ['product'], text: q, most: 200 })).map((hit) => hit.id)
    const rows =
      ids?.length === 0
        ? []
        : await tx
            .select({ ...names, specification: products.specification })
            .from(products)
            .where(and(own(products, actor), live(products), ids ? inArray(products.id, ids) : undefined))
            .orderBy(asc(products.status), asc(products.code), asc(products.id))
            .limit(mostFound)
    const items = rows.map((row) => ({
      id: row.id,
      title: row.name,
      subtitle: [row.code, row.specification, row.baseUnit].filter(Boolean).join(' · '),
      href: `/products/${row.id}`,
    }))
    const label = translatorOf(words, actor.locale)('products')
    return { groups: items.length > 0 ? [{ label, items }] : [] }
  },
})

/** The units of one product, for a form in which a quantity is typed. */
export const unitsOf = query({
  name: 'products.unitsOf',
  permission: may.see,
  input: z.strictObject({ productId: id }),
  run: async (look, { productId }) => (await findUnits(look, [productId])).get(productId) ?? [],
})
