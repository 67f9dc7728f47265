import type { Day } from '@/lib/kernel/day'
import { type Exact, exact, plain } from '@/lib/kernel/exact'
import {
  type Loser,
  type LossReason,
  type PriceLevel,
  type Question,
  type Resolved,
  type Rule,
  type RuleName,
  type Scope,
  scopeFields,
} from './model'
import { formulaPrice, roundToMultiple } from './rules-formula'
import { scheduleTotal } from './rules-tiers'

/** How narrow a rule is: every combination of dimensions has a number of its own (P05, with the channel below them). */
const weights = { accountId: 16, productId: 8, segment: 4, categoryId: 2, channel: 1 } as const
export const specificityOf = (scope: Scope): number =>
  scopeFields.reduce((sum, field) => sum + (scope[field] === null ? 0 : weights[field]), 0)

/** The five dimensions as one text. */
export const scopeKeyOf = (scope: Scope): string => JSON.stringify(scopeFields.map((field) => scope[field]))

const levelRank = { exception: 2, agreement: 1, rule: 0 } as const

/** A rule with what its rank is compared by; `least` is the place of its least quantity among all that are compared. */
type Placed = { rule: Rule; specificity: number; least: number }

/** By the law: level, priority, narrower scope, larger least quantity, later first day. Negative when `a` goes first. */
const compare = (a: Placed, b: Placed): number =>
  levelRank[b.rule.level] - levelRank[a.rule.level] ||
  b.rule.priority - a.rule.priority ||
  b.specificity - a.specificity ||
  b.least - a.least ||
  (a.rule.fromDay < b.rule.fromDay ? 1 : a.rule.fromDay > b.rule.fromDay ? -1 : 0)

const placed = (rule: Rule, least: number): Placed => ({ rule, specificity: specificityOf(rule), least })

export const byRank = (a: Rule, b: Rule): number =>
  compare(placed(a, exact(a.minQuantity).comparedTo(b.minQuantity)), placed(b, 0))

/**
 * A rule where it stands by the law: rules of one `rank` contradict each other, `order` tells them apart by their ids. What
 * every question asks of it is kept as numbers, days as 20260504.
 */
type Ranked = Placed & { rank: number; order: number; from: number; to: number; currency: string | null }

const dayNumber = (day: Day) => Number(day.replaceAll('-', ''))

/** The currency of a rule's amounts; null when it speaks of percentages only. */
export const currencyOf = (rule: Rule) => ('currency' in rule ? rule.currency : null)

/**
 * Rules by scope, sorted once: a question looks up its own scopes only, however many rules there are, and compares whole
 * numbers. `thresholds` are the least quantities in rising order.
 */
export type RuleIndex = { scopes: ReadonlyMap<string, readonly Ranked[]>; thresholds: readonly Exact[] }

export function indexOf(rules: Iterable<Rule>): RuleIndex {
  const all = [...rules]
  const { places, thresholds } = thresholdsOf(all)
  const sorted = all
    .map((rule) => placed(rule, places.get(rule.minQuantity) ?? 0))
    .sort((a, b) => compare(a, b) || byId(a.rule, b.rule))
  const scopes = new Map<string, Ranked[]>()
  let rank = 0
  for (const [order, each] of sorted.entries()) {
    const before = sorted[order - 1]
    if (before && compare(before, each) !== 0) rank += 1
    const { rule, specificity, least } = each
    const to = rule.toDay === null ? Number.POSITIVE_INFINITY : dayNumber(rule.toDay)
    const currency = currencyOf(rule)
    const ranked: Ranked = { rule, specificity, least, rank, order, from: dayNumber(rule.fromDay), to, currency }
    const key = lookUpKey(rule)
    const known = scopes.get(key)
    if (known) known.push(ranked)
    else scopes.set(key, [ranked])
  }
  return { scopes, thresholds }
}

const byId = (a: RuleName, b: RuleName) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** Every least quantity with its place, from 1 on; equal quantities share one however they are written. */
function thresholdsOf(rules: readonly Rule[]) {
  const written = [...new Set(rules.map(({ minQuantity }) => minQuantity))].map((text) => ({
    text,
    value: exact(text),
  }))
  const thresholds: Exact[] = []
  const places = new Map<string, number>()
  for (const { text, value } of written.sort((a, b) => a.value.comparedTo(b.value))) {
    if (!thresholds.at(-1)?.eq(value)) thresholds.push(value)
    places.set(text, thresholds.length)
  }
  return { places, thresholds }
}

/** How many of the rising thresholds a quantity has reached. */
function reachedBy(quantity: Exact, thresholds: readonly Exact[]): number {
  let [low, high] = [0, thresholds.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (thresholds[middle]?.lte(quantity)) low = middle + 1
    else high = middle
  }
  return low
}

/** What the database cannot hold in a text keeps the dimensions apart. */
const lookUpKey = ({ accountId, productId, segment, categoryId, channel }: Scope) =>
  [accountId, productId, segment, categoryId, channel].map((each) => each ?? '\u0001').join('\u0000')

/** Every rule whose dimensions fit the question, also those of another day, quantity or currency, in no order. */
function inScope({ scopes: known }: RuleIndex, question: Question): Ranked[] {
  const scopes: Scope[] = [{ accountId: null, segment: null, channel: null, productId: null, categoryId: null }]
  for (const field of scopeFields)
    if (question[field] !== null) scopes.push(...scopes.map((scope) => ({ ...scope, [field]: question[field] })))
  return scopes.flatMap((scope) => known.get(lookUpKey(scope)) ?? [])
}

type Asked = { on: number; currency: string; reached: number; exactly: Exact }

/** Why a rule of the right scope does not apply; null when it does. */
function outside(rule: Ranked, { on, currency, reached, exactly }: Asked): LossReason | null {
  if (on < rule.from) return 'notYet'
  if (on > rule.to) return 'over'
  if (rule.least > reached) return 'quantity'
  if (rule.rule.maxQuantity != null && exactly.gt(rule.rule.maxQuantity)) return 'usedUp'
  return rule.currency !== null && rule.currency !== currency ? 'currency' : null
}

/** At most so many rules of each kind are told as losers: who reads more than that? */
const mostTold = 20

/** What applies and what does not, in the order of the law; ties in the order of their ids: row order plays no part. */
function sorted(index: RuleIndex, question: Question): { applying: Ranked[]; missed: Loser[] } {
  const exactly = exact(question.quantity)
  const reached = reachedBy(exactly, index.thresholds)
  const asked = { on: dayNumber(question.day), currency: question.currency, exactly, reached }
  const applying: Ranked[] = []
  const missed: Loser[] = []
  for (const each of inScope(index, question).sort((a, b) => a.order - b.order)) {
    const reason = outside(each, asked)
    if (reason === null) applying.push(each)
    else if (missed.length < mostTold)
      missed.push({ ...nameOf(each.rule), reason, detail: detailOf(each.rule, reason) })
  }
  return { applying, missed }
}

function detailOf(rule: Rule, reason: LossReason): string | null {
  if (reason === 'notYet') return rule.fromDay
  if (reason === 'over') return rule.toDay
  if (reason === 'quantity') return rule.minQuantity
  return reason === 'usedUp' ? (rule.maxQuantity ?? null) : null
}

/** Rules that apply, in the order of the law. */
export const candidatesOf = (index: RuleIndex, question: Question): Rule[] =>
  sorted(index, question).applying.map(({ rule }) => rule)

/** The price of one unit by one rule, unrounded; never below 0. */
export function priceBy(rule: Rule, listPrice: string, quantity: string): string {
  const price = unbounded(rule, listPrice, quantity)
  return exact(price).isNegative() ? '0' : price
}

function unbounded(rule: Rule, listPrice: string, quantity: string): string {
  if (rule.action === 'fixed') return rule.price
  if (rule.action === 'formula') return formulaPrice(listPrice, rule.formula)
  if (rule.action === 'discount') return plain(off(exact(listPrice), rule.discountPct))
  if (exact(quantity).lte(0)) return listPrice
  return plain(exact(scheduleTotal(rule.schedule, listPrice, rule.tiers, quantity)).div(quantity))
}

const off = (price: Exact, discountPct: string) => price.times(exact(100).minus(discountPct)).div(100)

export type PriceBasis = {
  index: RuleIndex
  /** Per unit, in the question's currency. Without one there is no price: the caller refuses. */
  listPrice: string
  /** The policy's rounding, half-up to a multiple; null rounds nothing. */
  roundTo: string | null
}

/**
 * The one function that finds a price and says whether it is sound (P05). Rules of one rank never stop anybody: the
 * lowest discount wins and the others are named as conflicts. No rule leaves the list price, flagged, never 0.
 */
export function resolvePrice({ index, listPrice, roundTo }: PriceBasis, question: Question): Resolved {
  const { applying, missed } = sorted(index, question)
  const candidates = applying.map(({ rule }) => rule)
  const top = applying.filter(({ rank }) => rank === applying[0]?.rank).map(({ rule }) => rule)
  const winner = top.reduce<Rule | null>(
    (best, rule) => (best === null || dearer(rule, best, listPrice, question.quantity) ? rule : best),
    null,
  )
  const stacked = winner ? stackedWith(winner, candidates) : []
  const raw = winner ? stackedPrice(winner, stacked, listPrice, question.quantity) : listPrice
  const price = winner && winner.action !== 'fixed' && roundTo !== null ? roundToMultiple(raw, roundTo) : plain(raw)
  const lost = candidates.filter((rule) => rule !== winner && !stacked.includes(rule)).slice(0, mostTold)
  return {
    price,
    listPrice: plain(listPrice),
    currency: question.currency,
    discountPct: discountOf(listPrice, price),
    level: winner ? levelOf(winner) : 'list',
    winner: winner && nameOf(winner),
    stacked: stacked.map(nameOf),
    losers: winner ? [...lost.map((rule) => lossOf(rule, winner)), ...missed] : missed,
    conflicts: top.length > 1 ? top.filter((rule) => rule !== winner && !stacked.includes(rule)).map(nameOf) : [],
    noRule: winner === null,
    total: plain(exact(price).times(question.quantity)),
  }
}

/** Percent off the list price; 0 when the list price itself is 0. */
export const discountOf = (listPrice: string, price: string): string =>
  exact(listPrice).lte(0) ? '0' : plain(exact(listPrice).minus(price).div(listPrice).times(100))

export const levelOf = (rule: Pick<Rule, 'level' | 'accountId' | 'segment' | 'channel'>): PriceLevel => {
  if (rule.level !== 'rule') return rule.level
  if (rule.accountId !== null) return 'customer'
  return rule.segment !== null || rule.channel !== null ? 'group' : 'list'
}

const dearer = (rule: Rule, than: Rule, listPrice: string, quantity: string) => {
  const difference = exact(priceBy(rule, listPrice, quantity)).comparedTo(priceBy(than, listPrice, quantity))
  return difference > 0 || (difference === 0 && rule.id < than.id)
}

/** Discounts of the winner's group add to it; only discounts stack. */
const stackedWith = (winner: Rule, candidates: readonly Rule[]): Rule[] =>
  winner.stackGroup === null || winner.action !== 'discount'
    ? []
    : candidates.filter(
        (rule) => rule !== winner && rule.action === 'discount' && rule.stackGroup === winner.stackGroup,
      )

function stackedPrice(winner: Rule, stacked: readonly Rule[], listPrice: string, quantity: string): string {
  const percents = [winner, ...stacked].flatMap((rule) => (rule.action === 'discount' ? [rule.discountPct] : []))
  if (stacked.length === 0) return priceBy(winner, listPrice, quantity)
  const list = exact(listPrice)
  const price =
    winner.stackMode === 'additive'
      ? off(list, plain(percents.reduce<Exact>((sum, each) => sum.plus(each), exact(0))))
      : percents.reduce((running, each) => off(running, each), list)
  return price.isNegative() ? '0' : plain(price)
}

const nameOf = ({ id, name }: Rule): RuleName => ({ id, name })

function lossOf(rule: Rule, winner: Rule): Loser {
  const reason: LossReason =
    rule.level !== winner.level
      ? 'level'
      : rule.priority !== winner.priority
        ? 'priority'
        : specificityOf(rule) !== specificityOf(winner)
          ? 'specificity'
          : rule.minQuantity !== winner.minQuantity && !exact(rule.minQuantity).eq(winner.minQuantity)
            ? 'minQuantity'
            : rule.fromDay !== winner.fromDay
              ? 'fromDay'
              : 'tie'
  return { ...nameOf(rule), reason, detail: null }
}
