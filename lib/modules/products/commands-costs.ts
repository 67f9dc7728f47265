import { and, eq } from 'drizzle-orm'
import { productCosts } from '@/db/schema/products'
import { command } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { holdProduct } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { costRef, setCostInput } from './model'
import { mustSeeMargin } from './rules'

const edits = { permission: may.cost, messages, refreshes: ['/products/[productId]'] }

/**
 * Says what one base unit costs us from a day on, in one currency; the same day said again replaces it. Only for those
 * who may know margins; the amount stays out of the log.
 */
export const setCost = command({
  name: 'products.setCost',
  ...edits,
  input: setCostInput,
  hides: ['cost'],
  async run(work, { productId, validFrom, cost, currency }) {
    mustSeeMargin(work.actor)
    await holdProduct(work, productId)
    const [known] = await work.tx
      .select({ id: productCosts.id })
      .from(productCosts)
      .where(
        and(
          own(productCosts, work.actor),
          eq(productCosts.productId, productId),
          eq(productCosts.currency, currency),
          eq(productCosts.validFrom, validFrom),
          live(productCosts),
        ),
      )
    const row = known
      ? await changeRow(work, productCosts, { id: known.id }, { cost })
      : await insertRow(work, productCosts, { productId, validFrom, cost, currency })
    return { id: row.id }
  },
})

/** Takes a cost back that was said wrongly: the one before it holds again. */
export const removeCost = command({
  name: 'products.removeCost',
  ...edits,
  input: costRef,
  async run(work, { costId }) {
    mustSeeMargin(work.actor)
    const row = await lockRow(work, productCosts, costId)
    if (row.archivedAt) throw new Refusal('notFound')
    await changeRow(work, productCosts, { id: costId }, { archivedAt: work.now })
    return { id: costId }
  },
})
