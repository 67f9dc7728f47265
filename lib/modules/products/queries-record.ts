import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { z } from 'zod'
import {
  priceListItems,
  priceLists,
  priceListVersions,
  productCategories,
  productCosts,
  productUnits,
} from '@/db/schema/products'
import { dayOf } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { seesMargin } from '@/lib/kernel/rights'
import { accountsByIds } from '@/lib/modules/accounts/queries'
import { may } from './manifest'
import { productRef, type TaxMode } from './model'
import { findProduct } from './queries'

/** Everything about one product; costs only for those who may know them. */
export const record = query({
  name: 'products.record',
  permission: may.see,
  input: productRef,
  async run(look, { productId }) {
    const { tx, actor, now } = look
    const product = await findProduct(look, productId)
    const [[category], units, prices, costs, suppliers] = await Promise.all([
      tx
        .select({ name: productCategories.name })
        .from(productCategories)
        .where(and(own(productCategories, actor), eq(productCategories.id, product.categoryId ?? actor.workspaceId))),
      tx
        .select({ id: productUnits.id, unit: productUnits.unit, factor: productUnits.factor })
        .from(productUnits)
        .where(and(own(productUnits, actor), eq(productUnits.productId, productId), live(productUnits)))
        .orderBy(asc(productUnits.id)),
      tx
        .select({
          id: priceListItems.id,
          priceListId: priceLists.id,
          list: priceLists.name,
          currency: priceLists.currency,
          taxMode: sql<TaxMode>`${priceLists.taxMode}`,
          versionId: priceListVersions.id,
          validFrom: priceListVersions.validFrom,
          validTo: priceListVersions.validTo,
          unit: priceListItems.unit,
          price: priceListItems.price,
        })
        .from(priceListItems)
        .innerJoin(priceListVersions, joined(priceListVersions, actor, priceListItems.versionId))
        .innerJoin(priceLists, joined(priceLists, actor, priceListVersions.priceListId))
        .where(
          and(
            own(priceListItems, actor),
            eq(priceListItems.productId, productId),
            live(priceListItems),
            live(priceListVersions),
            live(priceLists),
            sql`${priceListVersions.publishedAt} is not null`,
          ),
        )
        .orderBy(asc(priceLists.name), desc(priceListVersions.validFrom))
        .limit(500),
      seesMargin(actor)
        ? tx
            .select({
              id: productCosts.id,
              validFrom: productCosts.validFrom,
              cost: productCosts.cost,
              currency: productCosts.currency,
            })
            .from(productCosts)
            .where(and(own(productCosts, actor), eq(productCosts.productId, productId), live(productCosts)))
            .orderBy(desc(productCosts.validFrom))
            .limit(200)
        : null,
      accountsByIds(look, product.supplierId ? [product.supplierId] : []),
    ])
    const today = dayOf(now, actor.timeZone)
    return {
      product,
      category: category?.name ?? null,
      supplier: suppliers[0] ?? null,
      units: units.map((row) => ({ ...row, factor: plain(row.factor) })),
      prices: prices.map((row) => ({
        ...row,
        price: plain(row.price),
        inForce: row.validFrom <= today && (row.validTo === null || row.validTo >= today),
      })),
      costs: costs?.map((row) => ({ ...row, cost: plain(row.cost) })) ?? null,
      mayEdit: isGranted(may.edit, actor),
      mayCost: costs !== null && isGranted(may.cost, actor),
      today,
    }
  },
})
export type ProductRecord = Awaited<ReturnType<typeof record.run>>

/** The categories there are, for filters and forms. */
export const categories = query({
  name: 'products.categories',
  permission: may.see,
  input: z.strictObject({}),
  run: ({ tx, actor }) =>
    tx
      .select({ id: productCategories.id, name: productCategories.name })
      .from(productCategories)
      .where(and(own(productCategories, actor), live(productCategories)))
      .orderBy(asc(productCategories.name))
      .limit(500),
})
