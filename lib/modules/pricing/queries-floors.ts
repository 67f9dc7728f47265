import { and, asc } from 'drizzle-orm'
import { z } from 'zod'
import { priceFloors } from '@/db/schema/pricing'
import { productCategories, products } from '@/db/schema/products'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { seesMargin } from '@/lib/kernel/rights'
import { may } from './manifest'
import type { FloorMethod } from './rules-floors'

/** All floors. Who may not see margins is told that there is no such page. */
export const floors = query({
  name: 'pricing.floors',
  permission: may.see,
  input: z.strictObject({}),
  async run({ tx, actor }) {
    if (!seesMargin(actor)) throw new Refusal('notFound')
    const rows = await tx
      .select({ floor: priceFloors, product: products.name, category: productCategories.name })
      .from(priceFloors)
      .leftJoin(products, joined(products, actor, priceFloors.productId))
      .leftJoin(productCategories, joined(productCategories, actor, priceFloors.categoryId))
      .where(and(own(priceFloors, actor), live(priceFloors)))
      .orderBy(asc(priceFloors.fromDay), asc(priceFloors.id))
      .limit(1000)
    return rows.map(({ floor, product, category }) => ({
      id: floor.id,
      product,
      category,
      method: floor.method as FloorMethod,
      value: plain(floor.value),
      currency: floor.currency,
      fromDay: floor.fromDay,
      toDay: floor.toDay,
      note: floor.note,
    }))
  },
})
export type FloorRow = Awaited<ReturnType<typeof floors.run>>[number]
