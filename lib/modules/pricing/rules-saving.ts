import type { Day } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import { refusals } from '@/lib/kernel/refusal'
import { messages } from './messages'
import type { Action } from './model'
import type { FloorInput, RuleInput } from './model-rules'
import type { Clash } from './rules-clash'
import { isIncreasing } from './rules-tiers'

export const no = refusals('pricing', messages)
type Key = keyof typeof messages.en & string
/** Refuses one field with the sentence that it is also the answer of the whole. */
const field = (name: string, code: Key, params: Record<string, string> = {}) =>
  no(code, params, { [name]: { code, params } })

/** Days in order, both included; null is open. */
export function mustEndAfterBeginning(fromDay: Day, toDay: Day | null): void {
  if (toDay !== null && toDay < fromDay) throw field('toDay', 'endsBeforeItBegins')
}

/** 0.03 may be three percent written as a share: nobody scales it silently, somebody is asked. */
export function mustBeMeant(name: string, pct: string | null, meant: boolean): void {
  if (pct === null || meant || !exact(pct).gt(0) || !exact(pct).lt(1)) return
  const params = { pct, maybe: exact(pct).times(100).toFixed() }
  throw no('percentMeant', params, {
    [name]: { code: 'percentMeant', params },
    smallPercent: { code: 'percentMeant', params },
  })
}

/** What a rule does, from what was typed; what another action needs is left out. Refuses what is missing, by field. */
export function actionOf(input: RuleInput): Action {
  if (input.action === 'discount') {
    if (input.discountPct === null) throw field('discountPct', 'discountMissing')
    mustBeMeant('discountPct', input.discountPct, input.smallPercent)
    return { action: 'discount', discountPct: input.discountPct }
  }
  if (input.action === 'fixed') {
    if (input.fixedPrice === null) throw field('fixedPrice', 'priceMissing')
    if (input.currency === null) throw field('currency', 'currencyMissing')
    if (input.productId === null) throw field('productId', 'fixedNeedsProduct')
    return { action: 'fixed', price: input.fixedPrice, currency: input.currency }
  }
  if (input.action === 'formula') return formulaOf(input)
  if (input.schedule === null) throw field('schedule', 'scheduleMissing')
  if (input.tiers.length === 0) throw field('tiers.0.from', 'tiersMissing')
  if (!isIncreasing(input.tiers)) throw field('tiers.0.from', 'tiersNotIncreasing')
  for (const [index, tier] of input.tiers.entries())
    mustBeMeant(`tiers.${index}.discountPct`, tier.discountPct, input.smallPercent)
  return { action: 'schedule', schedule: input.schedule, tiers: input.tiers }
}

function formulaOf({
  formulaPct,
  roundTo,
  surcharge,
  minMargin,
  maxMargin,
  currency,
  smallPercent,
}: RuleInput): Action {
  const formula = { discountPct: formulaPct, roundTo, surcharge, minMargin, maxMargin }
  if (Object.values(formula).every((each) => each === null)) throw field('formulaPct', 'formulaEmpty')
  mustBeMeant('formulaPct', formulaPct, smallPercent)
  if (minMargin !== null && maxMargin !== null && exact(maxMargin).lt(minMargin))
    throw field('maxMargin', 'marginsCrossed')
  const inMoney = [roundTo, surcharge, minMargin, maxMargin].some((each) => each !== null)
  if (inMoney && currency === null) throw field('currency', 'currencyMissing')
  return { action: 'formula', formula, currency: inMoney ? currency : null }
}

/** A product has its category already, so that a rule speaks of one of them; only discounts stack, and say how. */
export function mustBeConsistent(input: RuleInput): void {
  if (input.productId !== null && input.categoryId !== null) throw field('categoryId', 'productOrCategory')
  if (input.stackGroup !== null && input.action !== 'discount') throw field('stackGroup', 'onlyDiscountsStack')
  if (input.stackGroup !== null && input.stackMode === null) throw field('stackMode', 'stackModeMissing')
}

/** Refuses a rule that another one of the same rank contradicts; names both, and the days and quantities they share. */
export function mustNotClash(name: string, [clash]: readonly Clash[]): void {
  if (!clash) return
  const { fromDay, toDay, minQuantity } = clash.overlap
  const params = {
    name,
    other: clash.rule.name,
    from: fromDay,
    to: toDay ?? 'open',
    quantity: exact(minQuantity).toFixed(),
  }
  throw no('rulesClash', params, { fromDay: { code: 'rulesClashHere', params } })
}

/** A floor speaks of one product, one category or everything, and of money in a currency. */
export function mustBeFloor(input: FloorInput): { value: string } {
  if (input.productId !== null && input.categoryId !== null) throw field('categoryId', 'productOrCategory')
  if (input.value === null) throw field('value', 'floorMissing')
  if (input.method !== 'pocketMarginPct' && input.currency === null) throw field('currency', 'currencyMissing')
  if (input.method === 'pocketMarginPct' && exact(input.value).gte(100)) throw field('value', 'marginTooHigh')
  return { value: input.value }
}

/** An archived record is read-only until it is restored. */
export function mustBeLive({ archivedAt }: { archivedAt: Date | null }): void {
  if (archivedAt) throw no('archived')
}

type Rebate = { fromDay: Day; toDay: Day; tiers: readonly { from: string }[] }

/** A rebate runs over a period and has tiers that rise. */
export function mustBeRebate({ fromDay, toDay, tiers }: Rebate): void {
  mustEndAfterBeginning(fromDay, toDay)
  if (tiers.length === 0) throw field('tiers.0.from', 'tiersMissing')
  if (!isIncreasing(tiers)) throw field('tiers.0.from', 'rebateNotIncreasing')
}
