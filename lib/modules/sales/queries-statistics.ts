import { and, asc, eq, gte, lte } from 'drizzle-orm'
import { salesMonths } from '@/db/schema/sales'
import type { Look } from '@/lib/kernel/command'
import { addMonths, type Day, dayOf, startOfMonth } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { own } from '@/lib/kernel/own'
import { ofVisibleAccount } from '@/lib/kernel/visibility'
import { findProducts } from '@/lib/modules/products/queries'
import { yearUntil } from './rules'
import { type MonthSold, type Step, statisticsOf, usageOf } from './rules-statistics'

const topProducts = 10

/** The last whole months before now, as many as are asked for. */
export function lastMonths({ now, actor }: Look, months: number): { from: Day; to: Day } {
  const { to } = yearUntil(dayOf(now, actor.timeZone))
  return { from: startOfMonth(addMonths(startOfMonth(to), 1 - months)), to }
}

type Period = { from: Day; to: Day }

/** How an account buys in a period, by month or quarter; null when nothing is on record. Exact, from the roll-ups. */
export const findStatistics = async (look: Look, accountId: string, period: Period & { step: Step }) =>
  statisticsOf(await findSold(look, accountId, period), period)

/** What an account buys in a period, by product with its name; null when nothing is on record. */
export async function findUsage(look: Look, accountId: string, period: Period) {
  const usage = usageOf(await findSold(look, accountId, period), { ...period, most: topProducts })
  if (!usage) return null
  const products = await findProducts(
    look,
    usage.rows.map(({ productId }) => productId),
  )
  const rows = usage.rows.map((row) => {
    const product = products.find(({ id }) => id === row.productId)
    return { ...row, code: product?.code ?? '', name: product?.name ?? '', unit: product?.baseUnit ?? '' }
  })
  return { ...usage, rows }
}

/** The months of a period and of the same one a year before. */
async function findSold({ tx, actor }: Look, accountId: string, { from, to }: Period): Promise<MonthSold[]> {
  const rows = await tx
    .select({
      month: salesMonths.month,
      productId: salesMonths.productId,
      currency: salesMonths.currency,
      quantity: salesMonths.baseQuantity,
      net: salesMonths.netAmount,
      lines: salesMonths.lines,
    })
    .from(salesMonths)
    .where(
      and(
        own(salesMonths, actor),
        eq(salesMonths.accountId, accountId),
        gte(salesMonths.month, addMonths(startOfMonth(from), -12)),
        lte(salesMonths.month, to),
        ofVisibleAccount(salesMonths.accountId, actor),
      ),
    )
    .orderBy(asc(salesMonths.month), asc(salesMonths.productId), asc(salesMonths.currency))
  return rows.map((row) => ({ ...row, quantity: plain(row.quantity), net: plain(row.net) }))
}
