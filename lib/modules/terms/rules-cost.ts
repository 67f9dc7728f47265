import { type Exact, exact, sumOf } from '@/lib/kernel/exact'
import { chainCodes, type Direction, isChainCode, typeOf, type Weighed, type Weight, weights } from './model-catalogue'
import type { TermValue, TermValues, Tier } from './model-values'
import { averageDays, type PaymentChain } from './rules-due-dates'

/** What a year is reckoned with: sales (or, buying, purchases) in one currency, what money costs, and the year. */
export type CostBasis = { sales: string | null; ratePct: string; year: number }

/** What money costs us in a year, in percent, as long as the workspace says nothing else. */
export const houseRatePct = '6'

/** The payment terms of a set as one chain; null when the set does not say when it pays. T08. */
export function chainOf(values: TermValues): PaymentChain | null {
  const { paymentDays } = values
  if (paymentDays?.kind !== 'payment') return null
  const number = (code: string) => {
    const value = values[code]
    return value && 'number' in value ? Number(value.number) : null
  }
  return {
    rule: paymentDays.rule,
    count: Number(paymentDays.count),
    closingDay: number('closingDay'),
    payRunDay: number('payRunDay'),
    chequeDays: number('chequeTenor'),
    chequeFrom: 'payRun',
  }
}

/** What waiting for the money costs in a year; null without sales or a payment rule. T03: sales × rate × days / 365. */
function costOfWaiting(values: TermValues, { sales, ratePct, year }: CostBasis): Exact | null {
  const chain = chainOf(values)
  if (!chain || sales === null) return null
  return exact(sales).times(ratePct).div(100).times(averageDays(chain, year)).div(365)
}

/** Rebate of a year on these sales: all turnover at the tier reached, or each band at its own rate. P08. */
export function tieredRebate(tiers: readonly Tier[], scheme: 'retrospective' | 'incremental', sales: string): Exact {
  const turnover = exact(sales)
  const reached = tiers.filter(({ from }) => turnover.gte(from))
  if (scheme === 'retrospective') return turnover.times(reached.at(-1)?.pct ?? '0').div(100)
  return sumOf(
    reached.map(({ from, pct }, index) => {
      const until = reached[index + 1]?.from ?? turnover
      return exact(until).minus(from).times(pct).div(100)
    }),
  )
}

/** What one term is worth in a year, without the payment chain; null where it is not counted or cannot be estimated. T03. */
export function yearlyWorth(code: string, value: TermValue, { sales }: CostBasis): Exact | null {
  const type = typeOf(code)
  if (!type || type.cost === 'uncounted') return null
  // What is paid on growth is not known before the year has grown.
  if (type.basis === 'growth') return null
  const ofSales = (pct: string) => (sales === null ? null : exact(sales).times(pct).div(100))
  switch (value.kind) {
    case 'percent':
      return ofSales(value.number)
    case 'cashDiscount':
      return ofSales(value.pct)
    case 'amount':
      return exact(value.number)
    case 'each':
      return value.times === null ? null : exact(value.number).times(value.times)
    case 'tiers':
      return sales === null ? null : tieredRebate(value.tiers, value.scheme, sales)
    default:
      return null
  }
}

/**
 * What a term of a set is worth in a year, a term of the payment chain by how long the whole chain waits; null where it
 * cannot be said. The difference of two is what going from one to the other costs. T03.
 */
export const worthOf = (values: TermValues, code: string, basis: CostBasis): Exact | null => {
  const value = values[code]
  if (isChainCode(code)) return costOfWaiting(values, basis)
  return value ? yearlyWorth(code, value, basis) : null
}

/**
 * What going from one set of terms to another costs us in a year, code by code; negative is our gain, null is not counted
 * in money. The terms of the payment chain share its cost in the order in which they bend it, so that their sum is the
 * whole. Buying, a term that costs the seller is our gain. T03, T04.
 */
export function costOfChange(
  before: TermValues,
  after: TermValues,
  codes: readonly string[],
  basis: CostBasis,
  direction: Direction,
): ReadonlyMap<string, Exact | null> {
  const sign = direction === 'buy' ? -1 : 1
  const costs = new Map<string, Exact | null>()
  let chain: Record<string, TermValue> = { ...before }
  for (const code of chainCodes) {
    const was = costOfWaiting(chain, basis)
    const next = { ...chain }
    if (after[code]) next[code] = after[code]
    else delete next[code]
    chain = next
    if (!codes.includes(code)) continue
    const now = costOfWaiting(chain, basis)
    costs.set(code, now === null && was === null ? null : (now ?? exact(0)).minus(was ?? 0).times(sign))
  }
  for (const code of codes) if (!isChainCode(code)) costs.set(code, changeOf(code, before, after, basis, sign))
  return costs
}

/**
 * What a set of terms costs in a year beside the prices on the invoice. Discounts on the invoice count as far as they
 * change, since what was sold is told without them; what cannot be said in money is left out. T03.
 */
export function burdenOf(before: TermValues, after: TermValues, basis: CostBasis, direction: Direction): Exact {
  const onInvoice = (code: string) => typeOf(code)?.settlement === 'onInvoice'
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const behind = codes.filter((code) => !onInvoice(code))
  const costs = [
    ...costOfChange({}, after, behind, basis, direction).values(),
    ...costOfChange(before, after, codes.filter(onInvoice), basis, direction).values(),
  ]
  return sumOf(costs.map((cost) => cost ?? 0))
}

function changeOf(code: string, before: TermValues, after: TermValues, basis: CostBasis, sign: number): Exact | null {
  const worth = (value: TermValue | undefined) => (value ? yearlyWorth(code, value, basis) : exact(0))
  const [was, now] = [worth(before[code]), worth(after[code])]
  if (was === null || now === null) return null
  return now.minus(was).times(sign)
}

/** Percent of sales that an amount is; null without sales. */
export const shareOfSales = (cost: Exact, sales: string | null): Exact | null =>
  sales === null || exact(sales).lte(0) ? null : cost.div(sales).times(100)

const oneOf = (weight: Weight, sales: string, ratePct: string): Exact => {
  if (weight === 'day') return exact(sales).times(ratePct).div(100).div(365)
  return weight === 'lumpSum' ? exact(1) : exact(sales).div(100)
}

/** How much of every other term equals so much of this one in a year: 15 more days are worth x points of rebate. T03. */
export function equivalentsOf(
  weight: Weight,
  many: string,
  { sales, ratePct }: { sales: string; ratePct: string },
): ReadonlyMap<Weight, Exact> {
  const cost = oneOf(weight, sales, ratePct).times(many)
  return new Map(weights.map((each) => [each, cost.div(oneOf(each, sales, ratePct))]))
}

/**
 * By which weight a kind of term is weighed, and how many of it one more is: a fee for each of twelve stores is twelve. What
 * follows growth, tiers or the calendar has no fixed price for one more, and what is not counted in money has none at all.
 */
export function weighedBy(code: string, stands: TermValue | undefined): Weighed {
  const type = typeOf(code)
  if (!type || type.cost === 'uncounted') return { why: 'uncounted' }
  if (type.basis === 'growth') return { why: 'onGrowth' }
  switch (type.kind) {
    case 'payment':
    case 'days':
      return { weight: 'day', times: '1' }
    case 'dayOfMonth':
      return { why: 'byCalendar' }
    case 'tiers':
      return { why: 'inTiers' }
    case 'amount':
      return { weight: 'lumpSum', times: '1' }
    case 'each': {
      const times = stands?.kind === 'each' ? stands.times : null
      return times === null || exact(times).lte(0) ? { why: 'timesMissing' } : { weight: 'lumpSum', times }
    }
    case 'percent':
    case 'cashDiscount':
      if (code === 'logisticsFee') return { weight: 'logisticsPoint', times: '1' }
      return {
        weight: type.category === 'price' || type.kind === 'cashDiscount' ? 'discountPoint' : 'rebatePoint',
        times: '1',
      }
    default:
      return { why: 'uncounted' }
  }
}
