import type { Day } from '@/lib/kernel/day'
import type { Said } from '@/lib/kernel/said'
import type { Formula } from './rules-formula'
import type { ScheduleType, Tier } from './rules-tiers'

/** The one law of precedence, highest first; printed on the page. */
export const priceLevels = ['exception', 'agreement', 'customer', 'group', 'list'] as const
export type PriceLevel = (typeof priceLevels)[number]

export const ruleActions = ['discount', 'fixed', 'formula', 'schedule'] as const
export type RuleAction = (typeof ruleActions)[number]
export const stackModes = ['sequential', 'additive'] as const
export type StackMode = (typeof stackModes)[number]

/** Whom and what a rule speaks of; null means all. */
export type Scope = {
  accountId: string | null
  segment: string | null
  channel: string | null
  productId: string | null
  categoryId: string | null
}
export const scopeFields = ['accountId', 'productId', 'segment', 'categoryId', 'channel'] as const

/** What a rule does with the list price; percentages as numbers of percent, amounts per unit. */
export type Action =
  | { action: 'discount'; discountPct: string }
  | { action: 'fixed'; price: string; currency: string }
  | { action: 'formula'; formula: Formula; currency: string | null }
  | { action: 'schedule'; schedule: ScheduleType; tiers: readonly Tier[] }

export type Rule = Scope & {
  id: string
  name: string
  level: 'exception' | 'agreement' | 'rule'
  fromDay: Day
  toDay: Day | null
  minQuantity: string
  /** What an exception has left; null for rules, which have no end of quantity. */
  maxQuantity?: string | null
  priority: number
  stackGroup: string | null
  stackMode: StackMode | null
} & Action

/** What is asked: which price for whom, for what, how many, when, in which currency. */
export type Question = {
  accountId: string
  segment: string | null
  channel: string | null
  productId: string
  categoryId: string | null
  quantity: string
  day: Day
  currency: string
}

/** Where a rule stands lower than the winner, or why it does not apply at all. */
export const lossReasons = [
  'level',
  'priority',
  'specificity',
  'minQuantity',
  'fromDay',
  'tie',
  'notYet',
  'over',
  'quantity',
  'usedUp',
  'currency',
] as const
export type LossReason = (typeof lossReasons)[number]

export type RuleName = { id: string; name: string }
export type Loser = RuleName & { reason: LossReason; detail: string | null }

/** One price and how it came about. `price` is per unit and unrounded except by the policy's rounding. */
export type Resolved = {
  price: string
  listPrice: string
  currency: string
  discountPct: string
  level: PriceLevel
  winner: RuleName | null
  stacked: RuleName[]
  losers: Loser[]
  /** Rules that share the winner's rank: refused when they are saved, so that this stays empty. */
  conflicts: RuleName[]
  /** No rule speaks of it: the list price holds, and says so. */
  noRule: boolean
  total: string
}

/** A resolved price with its story in words. */
export type PriceAnswer = Resolved & { chain: Said[]; lost: Said[]; unit: string; priceListVersionId: string }
