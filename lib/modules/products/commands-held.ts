import { and, eq, inArray } from 'drizzle-orm'
import { priceLists, priceListVersions, productCategories, products } from '@/db/schema/products'
import type { Work } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { keepSearchable } from '@/lib/kernel/search'
import { insertRows, lockRow } from '@/lib/kernel/write'
import { accountsByIds } from '@/lib/modules/accounts/queries'
import { mustBeDraft, mustBeLive, no } from './rules'

type Product = typeof products.$inferSelect

/** The product, locked, while it is not archived. */
export async function holdProduct(work: Work, productId: string): Promise<Product> {
  const row = await lockRow(work, products, productId)
  mustBeLive(row)
  return row
}

/** The price list, locked, while it is not archived. */
export async function holdList(work: Work, priceListId: string) {
  const row = await lockRow(work, priceLists, priceListId)
  mustBeLive(row)
  return row
}

/** A draft edition, locked; refuses a published one. */
export async function holdDraft(work: Work, versionId: string) {
  const row = await lockRow(work, priceListVersions, versionId)
  if (row.archivedAt) throw new Refusal('notFound')
  mustBeDraft(row)
  return row
}

/** The ids of categories by name; those that are new are made. */
export async function categoryIds(work: Work, names: readonly (string | null | undefined)[]) {
  const wanted = [...new Set(names.flatMap((name) => name ?? []))]
  if (wanted.length === 0) return new Map<string, string>()
  const known = await work.tx
    .select({ id: productCategories.id, name: productCategories.name })
    .from(productCategories)
    .where(and(own(productCategories, work.actor), inArray(productCategories.name, wanted), live(productCategories)))
  const missing = wanted.filter((name) => !known.some((each) => each.name === name))
  const made = await insertRows(
    work,
    productCategories,
    missing.map((name) => ({ name })),
  )
  return new Map([...known, ...made].map(({ id, name }) => [name, id]))
}

/** Codes that live products have already, with whose they are. */
export async function takenCodes(work: Work, codes: readonly string[]) {
  if (codes.length === 0) return []
  return work.tx
    .select({ id: products.id, code: products.code, name: products.name })
    .from(products)
    .where(and(own(products, work.actor), inArray(products.code, [...codes]), live(products)))
}

/** A code names one product. */
export async function mustHaveFreeCode(work: Work, code: string, except: string | null) {
  const taken = (await takenCodes(work, [code])).find(({ id }) => id !== except)
  const params = { code, name: taken?.name ?? '' }
  if (taken) throw no('codeTaken', params, { code: { code: 'codeTaken', params } })
}

/** A supplier is an account that the actor may see. */
export async function mustKnowSuppliers(work: Work, ids: readonly (string | null | undefined)[]) {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  const known = await accountsByIds(work, wanted)
  if (known.length < wanted.length) throw no('supplierUnknown', {}, { supplierId: { code: 'supplierUnknown' } })
}

/** Puts what products are found by into the search: code, names, brand, packing. */
export const keepProductsSearchable = (work: Work, rows: readonly Product[]) =>
  keepSearchable(
    work,
    rows
      .filter((row) => row.archivedAt === null)
      .map((row) => ({
        kind: 'product',
        id: row.id,
        accountId: null,
        ownerId: null,
        restricted: false,
        texts: [row.code, row.name, row.englishName, row.brand, row.specification],
      })),
  )

/** Published editions of a list, locked with it. */
export const publishedEditions = (work: Work, priceListId: string) =>
  work.tx
    .select()
    .from(priceListVersions)
    .where(
      and(own(priceListVersions, work.actor), eq(priceListVersions.priceListId, priceListId), live(priceListVersions)),
    )
    .then((rows) => rows.filter(({ publishedAt }) => publishedAt !== null))
