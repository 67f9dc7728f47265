import { exact } from '@/lib/kernel/exact'
import type { Weighed, Weight } from '@/lib/modules/terms/model-catalogue'
import type { Equivalent, Equivalents } from './model-analysis'
import type { IssueKind, OfferValue, OfferValues } from './model-issues'
import { isDecimal } from './rules'

type Issue = { key: string; kind: IssueKind; termCode: string | null }
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

/** So much is a fee moved for each store or item. */
const usualEach = '1000'

/**
 * What one concession is worth in others: for each issue that one more of has a price, the step between what both sides said
 * last (a usual step where they are not apart), its worth in a year, and how much of every other issue that is. The others
 * say why they cannot be costed. T03. `worth` is null when no issue is linked to a kind of term.
 */
export function equivalentsBetween(issues: readonly Issue[], last: LastWords, worth: Worth | null): Equivalents {
  const weighed = issues.map((issue) => ({ key: issue.key, ...weigh(issue, worth) }))
  const uncosted = weighed.flatMap((each) => ('why' in each ? [each] : []))
  const costed = weighed.flatMap((each) => ('why' in each ? [] : [each]))
  const rows = costed.flatMap(({ key, weight, times }): Equivalent[] => {
    const gap = apart(last.us[key], last.them[key])
    const many = gap ?? (times === '1' ? usual[weight] : usualEach)
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

function weigh({ kind, termCode }: Issue, worth: Worth | null): Weighed | { why: 'noTerm' | 'noNumber' | 'noSales' } {
  if (!termCode || !worth) return { why: 'noTerm' }
  const found = worth.weighedBy(termCode)
  if ('why' in found) return found
  if (kind !== 'numeric') return { why: 'noNumber' }
  return worth.basis.sales === null || exact(worth.basis.sales).lte(0) ? { why: 'noSales' } : found
}

/** How far two numbers are apart; null where one is none, or they are the same. */
function apart(one: OfferValue | null | undefined, other: OfferValue | null | undefined): string | null {
  if (typeof one !== 'string' || typeof other !== 'string' || !isDecimal(one) || !isDecimal(other)) return null
  const gap = exact(one).minus(other).abs()
  return gap.isZero() ? null : gap.toFixed()
}
