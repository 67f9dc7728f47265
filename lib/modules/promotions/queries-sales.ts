import { and, gte, inArray, lte, sql } from 'drizzle-orm'
import { salesLines } from '@/db/schema/sales'
import type { Look } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { findOthers } from './queries-held'
import {
  averagePrice,
  type DaySale,
  daysIn,
  type Period,
  periodsOf,
  soldIn,
  soldSoFar,
  spanOf,
  weeklyBaseline,
  weeksIn,
} from './rules-periods'

type About = {
  id: string
  storeFrom: Day
  storeTo: Day
  currency: string
  baselineMethod: string
  baselineTyped: string | null
  baselineWeeks: number
}

/**
 * What was sold of a promotion's products to its clients around it, day by day, with the days of other promotions. The
 * caller has checked that the actor may see the clients.
 */
export async function readSales(
  look: Look,
  promotion: About,
  accountIds: readonly string[],
  productIds: readonly string[],
): Promise<{ sales: DaySale[]; others: Period[] }> {
  const periods = periodsOf({ from: promotion.storeFrom, to: promotion.storeTo }, promotion.baselineWeeks)
  const span = spanOf(periods)
  const [sales, others] = await Promise.all([
    findDaySales(look, { accountIds, productIds, span, currency: promotion.currency }),
    findOthers(look, { except: promotion.id, accountIds, productIds, period: periods.baseline }),
  ])
  return { sales, others: others.map(({ storeFrom, storeTo }) => ({ from: storeFrom, to: storeTo })) }
}

type Wanted = { accountIds: readonly string[]; productIds: readonly string[]; span: Period; currency: string }

async function findDaySales(
  { tx, actor }: Look,
  { accountIds, productIds, span, currency }: Wanted,
): Promise<DaySale[]> {
  if (accountIds.length === 0 || productIds.length === 0) return []
  const rows = await tx
    .select({
      day: salesLines.day,
      productId: salesLines.productId,
      units: sql<string>`sum(${salesLines.baseQuantity})::text`,
      net: sql<string>`coalesce(sum(${salesLines.netAmount}) filter (where ${salesLines.currency} = ${currency}), 0)::text`,
      taxIncluded: sql<boolean>`bool_or(${salesLines.taxMode} = 'inclusive')`,
    })
    .from(salesLines)
    .where(
      and(
        own(salesLines, actor),
        inArray(salesLines.accountId, [...accountIds]),
        inArray(salesLines.productId, [...productIds]),
        gte(salesLines.day, span.from),
        lte(salesLines.day, span.to),
        live(salesLines),
      ),
    )
    .groupBy(salesLines.day, salesLines.productId)
  return rows.map((row) => ({ ...row, units: plain(row.units), net: plain(row.net) }))
}

/** Before, during and after a promotion, week by week, with what an ordinary week sells. */
export function aroundOf(promotion: About, sales: readonly DaySale[], others: readonly Period[], today: Day) {
  const periods = periodsOf({ from: promotion.storeFrom, to: promotion.storeTo }, promotion.baselineWeeks)
  const read = weeklyBaseline(sales, periods.baseline, others)
  const typed = promotion.baselineMethod === 'typed'
  const weekly = typed && promotion.baselineTyped !== null ? plain(promotion.baselineTyped) : read.weekly
  const part = (name: 'before' | 'during' | 'after') => {
    const period = periods[name]
    const sold = soldSoFar(sales, period)
    return {
      name,
      ...period,
      ...sold,
      days: daysIn(period),
      over: soldIn(sales, period, today) !== null,
      begun: period.from <= today,
      price: averagePrice(sold),
      weeks: weeksIn(sales, period),
    }
  }
  return {
    parts: [part('before'), part('during'), part('after')] as const,
    baseline: { ...periods.baseline, weekly, typed, days: typed ? 0 : read.days },
    /** What was sold for in ordinary time, for the discount that the promotion gave. */
    ordinaryPrice: averagePrice(soldSoFar(sales, periods.baseline)),
    onRecord: sales.length > 0,
  }
}
export type Around = ReturnType<typeof aroundOf>
