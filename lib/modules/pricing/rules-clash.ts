import type { Day } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import type { Rule } from './model'
import { byRank, currencyOf, scopeKeyOf } from './rules-resolution'

export type Overlap = { fromDay: Day; toDay: Day | null; minQuantity: string }
export type Clash = { rule: Rule; overlap: Overlap }

/**
 * Rules that would share a rank with this one on some day, for some quantity of the same scope, and of which neither adds
 * to the other: nobody could say which one holds. Rules of one stacking group add up, so they never clash.
 */
export const clashesOf = (rule: Rule, others: Iterable<Rule>): Clash[] =>
  [...others].flatMap((other) => {
    if (other.id === rule.id || scopeKeyOf(other) !== scopeKeyOf(rule) || byRank(rule, other) !== 0) return []
    if (stackTogether(rule, other) || !shareCurrency(rule, other)) return []
    const fromDay = later(rule.fromDay, other.fromDay)
    const toDay = earlier(rule.toDay, other.toDay)
    if (toDay !== null && toDay < fromDay) return []
    const minQuantity = exact(rule.minQuantity).gt(other.minQuantity) ? rule.minQuantity : other.minQuantity
    return [{ rule: other, overlap: { fromDay, toDay, minQuantity } }]
  })

const stackTogether = (a: Rule, b: Rule) =>
  a.stackGroup !== null &&
  a.stackGroup === b.stackGroup &&
  a.stackMode === b.stackMode &&
  a.action === 'discount' &&
  b.action === 'discount'

const shareCurrency = (a: Rule, b: Rule) =>
  currencyOf(a) === null || currencyOf(b) === null || currencyOf(a) === currencyOf(b)

const earlier = (a: Day | null, b: Day | null) => (a === null ? b : b === null || a < b ? a : b)

const later = (a: Day, b: Day): Day => [a, b].sort()[1] ?? a
