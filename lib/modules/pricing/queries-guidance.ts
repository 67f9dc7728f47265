import { and, between, desc, eq, gt, inArray } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { productCosts, products } from '@/db/schema/products'
import { salesLines } from '@/db/schema/sales'
import type { Look } from '@/lib/kernel/command'
import { addMonths, type Day, dayOf } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { id } from '@/lib/kernel/input'
import { currency, quantity } from '@/lib/kernel/input-numbers'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { seesMargin } from '@/lib/kernel/rights'
import { ofVisibleAccount } from '@/lib/kernel/visibility'
import { findAccount } from '@/lib/modules/accounts/queries'
import { findProduct } from '@/lib/modules/products/queries'
import { may } from './manifest'
import { usualCurrency } from './queries'
import { knowsTerms } from './queries-held'
import { findAuthority } from './queries-policy'
import { type Guidance, guidanceOf, leastDeals, volumeBandOf } from './rules-guidance'

/** So many of the latest comparable deals are looked at. */
const mostDeals = 200

/** Deals of the last twelve months, same segment, category and volume band, with the price of one base unit. */
async function findDeals(
  look: Look,
  about: { segment: string | null; categoryId: string; quantity: string; currency: string; today: Day },
) {
  if (about.segment === null) return []
  const { tx, actor } = look
  const band = volumeBandOf(about.quantity)
  return tx
    .select({
      id: salesLines.id,
      day: salesLines.day,
      accountId: salesLines.accountId,
      account: accounts.name,
      productId: salesLines.productId,
      product: products.name,
      quantity: salesLines.baseQuantity,
      amount: salesLines.netAmount,
    })
    .from(salesLines)
    .innerJoin(accounts, joined(accounts, actor, salesLines.accountId))
    .innerJoin(products, joined(products, actor, salesLines.productId))
    .where(
      and(
        own(salesLines, actor),
        live(salesLines),
        eq(accounts.segment, about.segment),
        eq(products.categoryId, about.categoryId),
        eq(salesLines.currency, about.currency),
        between(salesLines.day, addMonths(about.today, -12), about.today),
        between(salesLines.baseQuantity, band.from, band.to),
        gt(salesLines.netAmount, '0'),
        ofVisibleAccount(salesLines.accountId, actor),
      ),
    )
    .orderBy(desc(salesLines.day), desc(salesLines.id))
    .limit(mostDeals)
}

/** The latest cost of each product: for the calculation only, nothing of it is answered to those who see no margin. */
async function findCosts({ tx, actor }: Look, ids: readonly string[], inCurrency: string) {
  const rows = await tx
    .selectDistinctOn([productCosts.productId], { productId: productCosts.productId, cost: productCosts.cost })
    .from(productCosts)
    .where(
      and(
        own(productCosts, actor),
        live(productCosts),
        inArray(productCosts.productId, [...new Set(ids)]),
        eq(productCosts.currency, inCurrency),
      ),
    )
    .orderBy(productCosts.productId, desc(productCosts.validFrom))
  return new Map(rows.map(({ productId, cost }) => [productId, plain(cost)]))
}

export type ComparableDeal = {
  id: string
  day: Day
  accountId: string
  account: string
  product: string
  quantity: string
  price: string
  marginPct: string
}
export type GuidanceView = {
  least: number
  count: number
  currency: string
  unit: string
  /**
   * Prices of one base unit that leave those margins; null when there are too few deals or one may not know. The floor
   * only for those who see margins.
   */
  prices: (Omit<Guidance, 'floor'> & { floor: string | null }) | null
  /** Margins in percent and the deals behind them: only for those who see margins. */
  margins: Guidance | null
  deals: ComparableDeal[]
}

/** What comparable deals earned (10th, 50th and 80th percentile of the margin), and the prices that would earn it here. */
export const guidance = query({
  name: 'pricing.guidance',
  permission: may.see,
  input: z.strictObject({ accountId: id, productId: id, quantity, currency: currency.optional() }),
  async run(look, { accountId, productId, quantity, currency = usualCurrency }): Promise<GuidanceView> {
    const [account, product] = [await findAccount(look, accountId), await findProduct(look, productId)]
    const today = dayOf(look.now, look.actor.timeZone)
    const inside = seesMargin(look.actor)
    const nothing = { least: leastDeals, currency, unit: product.baseUnit, prices: null, margins: null, deals: [] }
    const { limits } = await findAuthority(look, today)
    const hidden = !inside && (!limits.sharesGuidance || !knowsTerms(look.actor, account))
    if (hidden || product.categoryId === null) return { ...nothing, count: 0 }
    const about = { segment: account.segment, categoryId: product.categoryId, quantity, currency, today }
    const found = await findDeals(look, about)
    const costs = await findCosts(look, [productId, ...found.map((deal) => deal.productId)], currency)
    const deals = found.flatMap(({ amount, productId: of, ...deal }): ComparableDeal[] => {
      const cost = costs.get(of)
      if (cost === undefined) return []
      const price = exact(amount).div(deal.quantity)
      const marginPct = price.minus(cost).div(price).times(100)
      return [
        {
          ...deal,
          quantity: plain(deal.quantity),
          price: plain(price.toDecimalPlaces(4)),
          marginPct: plain(marginPct),
        },
      ]
    })
    const margins = guidanceOf(deals.map(({ marginPct }) => marginPct))
    const cost = costs.get(productId)
    const prices = margins && cost !== undefined ? pricesOf(margins, cost) : null
    const known = { ...nothing, count: deals.length }
    if (inside) return { ...known, prices, margins, deals }
    return { ...known, prices: prices && { ...prices, floor: null } }
  },
})

/** The price that leaves a margin: cost ÷ (1 − margin). A margin of everything has none. */
function pricesOf(margins: Guidance, cost: string): Guidance | null {
  const at = (marginPct: string) => plain(exact(cost).div(exact(100).minus(marginPct)).times(100).toDecimalPlaces(4))
  const all = [margins.floor, margins.target, margins.stretch]
  if (all.some((marginPct) => exact(marginPct).gte(100))) return null
  return { floor: at(margins.floor), target: at(margins.target), stretch: at(margins.stretch) }
}
