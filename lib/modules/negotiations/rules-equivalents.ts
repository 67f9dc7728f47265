import { exact } from '@/lib/kernel/exact'
import type { Weighed, Weight } from '@/lib/modules/terms/model-catalogue'
import type { Equivalent, Equivalents } from './model-analysis'
import type { IssueKind, OfferValue, OfferValues } from './model-issues'
import { isDecimal } from './rules'

type Issue = { key: string; kind: IssueKind; termCode: string | null; productId: string | null }
type Worth = {
  basis: { sales: string | null; ratePct: string }
  weighedBy: (code: string) => Weighed
  equivalentsOf: (weight: Weight, many: string) => ReadonlyMap<Weight, string> | null
}
/** What each side said last, by issue. */
type LastWords = Readonly<Record<'us' | 'them', OfferValues>>

/** A step that people weigh in their heads, where the two sides are not apart. */
const usual: Readonly<Record<Weight, string>> = {
  day: '15',
  rebatePoint: '1',
  discountPoint: '1',
  logisticsPoint: '1',
  lumpSum: '100000',
}

/** One more of a price by product issue: what it costs us in a year. */
export type Prices = ReadonlyMap<string, string>

/**
 * What one more of a price costs us in a year, from what was sold of the product: a price each, or a discount in percent
 * where the unit says so. T03.
 */
export const oneMoreOf = (unit: string | null, { quantity, net }: { quantity: string; net: string }): string =>
  (/[%％]/.test(unit ?? '') ? exact(net).div(100) : exact(quantity).negated()).toDecimalPlaces(10).toFixed()

/** So much is a fee moved for each store or item. */
const usualEach = '1000'
/** So much is a price or its discount moved. */
const usualPrice = '1'

/**
 * What one concession is worth in others: for each issue that one more of has a price, the step between what both sides said
 * last (a usual step where they are not apart), its worth in a year, and how much of every other issue that is. The others
 * say why they cannot be costed. T03. `worth` is null when no issue is linked to a kind of term.
 */
export function equivalentsBetween(
  issues: readonly Issue[],
  last: LastWords,
  worth: Worth | null,
  prices: Prices = new Map(),
): Equivalents {
  const weighed = issues.map((issue) => ({ key: issue.key, ...weigh(issue, worth, prices) }))
  const uncosted = weighed.flatMap((each) => ('why' in each ? [each] : []))
  const costed = weighed.flatMap((each) => ('why' in each ? [] : [each]))
  const rows = costed.flatMap(({ key, weight, times, step }): Equivalent[] => {
    const gap = apart(last.us[key], last.them[key])
    const many = gap ?? step ?? (times === '1' ? usual[weight] : usualEach)
    const equal = worth?.equivalentsOf(weight, exact(many).times(times).toFixed())
    if (!equal) return []
    const others = costed
      .filter((other) => other.key !== key)
      .map((other) => ({
        key: other.key,
        many: exact(equal.get(other.weight) ?? 0)
          .div(other.times)
          .toFixed(4),
      }))
    return [{ key, weight, many, isGap: gap !== null, yearly: equal.get('lumpSum') ?? '0', others }]
  })
  const { sales = null, ratePct = null } = worth?.basis ?? {}
  return { sales, ratePct, rows, uncosted }
}

type Weighing =
  | (Extract<Weighed, { weight: Weight }> & { step?: string })
  | Extract<Weighed, { why: string }>
  | { why: 'noTerm' | 'noNumber' | 'noSales' | 'notSold' }

function weigh({ key, kind, termCode, productId }: Issue, worth: Worth | null, prices: Prices): Weighing {
  if (!worth || (!termCode && !productId)) return { why: 'noTerm' }
  const found = termCode ? worth.weighedBy(termCode) : weighedAsPrice(prices.get(key))
  if ('why' in found) return found
  if (kind !== 'numeric') return { why: 'noNumber' }
  return worth.basis.sales === null || exact(worth.basis.sales).lte(0) ? { why: 'noSales' } : found
}

function weighedAsPrice(oneMore: string | undefined): Weighing {
  const times = exact(oneMore ?? 0).abs()
  return times.isZero() ? { why: 'notSold' } : { weight: 'lumpSum', times: times.toFixed(), step: usualPrice }
}

/** How far two numbers are apart; null where one is none, or they are the same. */
function apart(one: OfferValue | null | undefined, other: OfferValue | null | undefined): string | null {
  if (typeof one !== 'string' || typeof other !== 'string' || !isDecimal(one) || !isDecimal(other)) return null
  const gap = exact(one).minus(other).abs()
  return gap.isZero() ? null : gap.toFixed()
}
