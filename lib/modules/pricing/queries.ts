import type { Look } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { query } from '@/lib/kernel/query'
import { seesMargin } from '@/lib/kernel/rights'
import { type Said, saidInAll } from '@/lib/kernel/said'
import { findAccount } from '@/lib/modules/accounts/queries'
import type { ListPrice, Unit } from '@/lib/modules/products/model'
import { costOf, findProducts, findUnits, listPricesOf } from '@/lib/modules/products/queries'
import { may } from './manifest'
import { messages } from './messages'
import type { PriceAnswer, Rule } from './model'
import { priceQuestion } from './model-deals'
import { findExceptionsFor, findFloorsFor, findRulesFor, knowsTerms } from './queries-held'
import { findAuthority } from './queries-policy'
import { ruleOfException } from './rules-exceptions'
import { explain, explainLosers } from './rules-explain'
import { effectiveFloor, isBelow } from './rules-floors'
import { breakEvenVolumeChange } from './rules-margin'
import { indexOf, resolvePrice } from './rules-resolution'
import { no } from './rules-saving'
import { inversionsOf, scheduleTotal } from './rules-tiers'

export const usualCurrency = 'TWD'

type Wanted = { accountId: string; productIds: readonly string[]; day: Day; currency: string; channel: string | null }

/** What prices of one client on one day are found from, loaded once for any number of lines. */
export async function findBasis(look: Look, { accountId, productIds, day, currency, channel }: Wanted) {
  const account = await findAccount(look, accountId)
  const ids = [...new Set(productIds)]
  const products = new Map((await findProducts(look, ids)).map((product) => [product.id, product]))
  const categoryIds = [...products.values()].flatMap(({ categoryId }) => categoryId ?? [])
  const about = { accountId, segment: account.segment, channel, productIds: ids, categoryIds }
  const [rules, exceptions, lists, authority] = await Promise.all([
    findRulesFor(look, about),
    findExceptionsFor(look, accountId, ids),
    listPricesOf(look, { productIds: ids, day, currency }),
    findAuthority(look, day),
  ])
  const all = [
    ...rules,
    ...exceptions.map((each) =>
      ruleOfException(each, `${products.get(each.productId)?.name ?? ''} ${each.fromDay}–${each.toDay}`),
    ),
  ]
  return {
    account,
    products,
    rules: new Map(all.map((rule) => [rule.id, rule])),
    index: indexOf(all),
    lists,
    ...authority,
  }
}
export type PriceBasis = Awaited<ReturnType<typeof findBasis>>

type Line = { productId: string; quantity: string; day: Day; currency: string; channel: string | null }

/** The price of one line, with its story and at most so many other rules; null when the product has no list price. */
export function priceLine(basis: PriceBasis, line: Line, mostOthers = 40): (PriceAnswer & { list: ListPrice }) | null {
  const list = basis.lists.get(line.productId)
  const product = basis.products.get(line.productId)
  if (!list || !product) return null
  const { roundTo } = basis.limits
  const resolved = resolvePrice(
    { index: basis.index, listPrice: list.price, roundTo },
    { ...line, accountId: basis.account.id, segment: basis.account.segment, categoryId: product.categoryId },
  )
  const told = { rules: basis.rules, unit: list.unit, roundTo, quantity: line.quantity }
  return {
    ...resolved,
    chain: explain(resolved, told),
    lost: explainLosers(resolved.losers.slice(0, mostOthers)),
    unit: list.unit,
    priceListVersionId: list.priceListVersionId,
    list,
  }
}

export type PriceAsked = {
  accountId: string
  productId: string
  quantity: string
  day: Day
  currency?: string | undefined
  channel?: string | null
}

/**
 * The price of a product for a client: by the law of precedence, with its chain in words, the rules that lost and those
 * that contradict. Refuses with `noListPrice`, and with `otherClient` those who may not know this client's prices.
 */
export async function priceOf(look: Look, asked: PriceAsked): Promise<PriceAnswer> {
  const { answer } = await answerOf(look, asked)
  return answer
}

async function answerOf(
  look: Look,
  { accountId, productId, quantity, day, currency = usualCurrency, channel = null }: PriceAsked,
) {
  const basis = await findBasis(look, { accountId, productIds: [productId], day, currency, channel })
  if (!knowsTerms(look.actor, basis.account)) throw no('otherClient')
  const answer = priceLine(basis, { productId, quantity, day, currency, channel })
  if (!answer) throw no('noListPrice', { product: basis.products.get(productId)?.name ?? '', currency, day })
  return { basis, answer }
}

/** What one list unit costs us and the lowest price that floors allow; null where nobody said. */
export function costAndFloor(
  {
    productId,
    categoryId,
    unit,
    day,
    currency,
  }: { productId: string; categoryId: string | null; unit: string; day: Day; currency: string },
  known: {
    costs: Awaited<ReturnType<typeof costOf>>
    units: ReadonlyMap<string, readonly Unit[]>
    floors: Awaited<ReturnType<typeof findFloorsFor>>
  },
): { unitCost: string | null; floor: string | null } {
  const cost = known.costs.get(productId)
  const factor = known.units.get(productId)?.find((each) => each.unit === unit)?.factor
  const unitCost = cost && cost.currency === currency && factor ? plain(exact(cost.cost).times(factor)) : null
  const question = { productId, categoryIds: categoryId ? [categoryId] : [], day, currency, unitCost }
  return { unitCost, floor: effectiveFloor(known.floors, question) }
}

export type TierRow = { from: string; quantity: string; unitPrice: string; total: string; inverted: boolean }

/** What the tiers of the winning schedule come to at their thresholds, and just below them where less costs more. */
function tierTable(rule: Rule | undefined, listPrice: string): TierRow[] {
  if (rule?.action !== 'schedule') return []
  const inversions = rule.schedule === 'range' ? inversionsOf(rule.tiers) : []
  const quantities = [
    ...rule.tiers.map(({ from }) => ({ quantity: from, inverted: false })),
    ...inversions.map(({ from }) => ({ quantity: from, inverted: true })),
  ]
  return quantities
    .filter(({ quantity }) => exact(quantity).gt(0))
    .sort((a, b) => exact(a.quantity).comparedTo(b.quantity))
    .map(({ quantity, inverted }) => {
      const total = scheduleTotal(rule.schedule, listPrice, rule.tiers, quantity)
      const unitPrice = plain(exact(total).div(quantity).toDecimalPlaces(4))
      return { from: quantity, quantity, unitPrice, total, inverted }
    })
}

export type Simulated = {
  answer: PriceAnswer | null
  problem: Said | null
  product: string | null
  tiers: TierRow[]
  inversions: { threshold: string; from: string; to: string }[]
  /** Only for those who see margins. */
  inside: {
    unitCost: string | null
    floor: string | null
    margin: string | null
    belowFloor: boolean
    /** By how many percent more must be sold than at the list price to earn as much; null when nothing makes up for it. */
    breakEvenPct: string | null
  } | null
  /** Whose prices these are. */
  day: Day
}

/** What the simulator shows: a price with its story, or why there is none. */
export const simulate = query({
  name: 'pricing.simulate',
  permission: may.see,
  input: priceQuestion,
  async run(look, asked): Promise<Simulated> {
    const { productId, quantity, currency = usualCurrency, channel } = asked
    const day = asked.pricedBy === 'delivery' ? (asked.deliveryDay ?? asked.day) : asked.day
    const basis = await findBasis(look, { ...asked, day, currency, productIds: [productId] })
    const product = basis.products.get(productId)
    const none = {
      answer: null,
      product: product?.name ?? null,
      tiers: [],
      inversions: [],
      inside: null,
      day,
    }
    if (asked.pricedBy === 'delivery' && asked.deliveryDay === null)
      return { ...none, problem: saidInAll(messages, 'deliveryDayMissing') }
    if (!knowsTerms(look.actor, basis.account)) return { ...none, problem: saidInAll(messages, 'otherClient') }
    const answer = priceLine(basis, { productId, quantity, day, currency, channel })
    if (!product || !answer)
      return { ...none, problem: saidInAll(messages, 'noListPrice', { product: product?.name ?? '', currency, day }) }
    const winner = answer.winner ? basis.rules.get(answer.winner.id) : undefined
    const { list: _, ...shown } = answer
    return {
      answer: shown,
      problem: null,
      product: product.name,
      tiers: tierTable(winner, answer.listPrice),
      inversions: winner?.action === 'schedule' && winner.schedule === 'range' ? inversionsOf(winner.tiers) : [],
      inside: seesMargin(look.actor) ? await insideOf(look, answer, { productId, day, currency }) : null,
      day,
    }
  },
})

/** The same for one product, loaded for it alone. */
export async function costAndFloorOf(
  look: Look,
  line: { productId: string; unit: string; day: Day; currency: string },
): Promise<{ unitCost: string | null; floor: string | null }> {
  const ids = [line.productId]
  const categoryId = (await findProducts(look, ids))[0]?.categoryId ?? null
  const known = {
    costs: await costOf(look, ids, line.day),
    units: await findUnits(look, ids),
    floors: await findFloorsFor(look, { productIds: ids, categoryIds: categoryId ? [categoryId] : [] }),
  }
  return costAndFloor({ ...line, categoryId }, known)
}

async function insideOf(look: Look, answer: PriceAnswer, line: { productId: string; day: Day; currency: string }) {
  const { unitCost, floor } = await costAndFloorOf(look, { ...line, unit: answer.unit })
  return {
    unitCost,
    floor,
    margin: unitCost === null ? null : plain(exact(answer.price).minus(unitCost)),
    belowFloor: isBelow(answer.price, floor),
    breakEvenPct: unitCost === null ? null : breakEvenPct(answer, unitCost),
  }
}

function breakEvenPct({ listPrice, price }: PriceAnswer, unitCost: string): string | null {
  const change = breakEvenVolumeChange(plain(exact(listPrice).minus(unitCost)), plain(exact(price).minus(listPrice)))
  return change && plain(exact(change).times(100))
}
