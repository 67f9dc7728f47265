import { and, eq } from 'drizzle-orm'
import { productCosts, productUnits } from '@/db/schema/products'
import { findRowChanges } from '@/lib/kernel/history'
import { optionalId } from '@/lib/kernel/input'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { seesMargin } from '@/lib/kernel/rights'
import { may } from './manifest'
import { productRef } from './model'
import { findProduct } from './queries'
import { type ProductEntry, type ProductSubject, productHistory } from './rules-history'

/** What happened to a product and its units, newest first; to its costs only for those who may know them. */
export const history = query({
  name: 'products.history',
  permission: may.see,
  input: productRef.extend({ before: optionalId }),
  async run(look, { productId, before }): Promise<{ entries: ProductEntry[]; older: string | null }> {
    const { tx, actor } = look
    await findProduct(look, productId)
    const partsOf = (table: typeof productUnits | typeof productCosts) =>
      tx
        .select({ id: table.id })
        .from(table)
        .where(and(own(table, actor), eq(table.productId, productId)))
    const [units, costs] = await Promise.all([partsOf(productUnits), seesMargin(actor) ? partsOf(productCosts) : []])
    const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
    const rows = new Map<ProductSubject, string[]>([
      ['products', [productId]],
      ['product_units', ids(units)],
      ['product_costs', ids(costs)],
    ])
    const { changes, older } = await findRowChanges(look, rows, before)
    return { entries: productHistory(changes), older }
  },
})
