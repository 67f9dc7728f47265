import { z } from 'zod'
import {
  day,
  flag,
  id,
  listOf,
  optionalChoice,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
} from '@/lib/kernel/input'
import {
  amount,
  currency,
  optionalAmount,
  optionalNumber,
  optionalQuantity,
  quantity,
} from '@/lib/kernel/input-numbers'

/** The eleven forms of note 6 of the standard, in its order. */
export const promotionForms = [
  'advertising',
  'catalogue',
  'event',
  'agency',
  'internalExternal',
  'internet',
  'newspaper',
  'poster',
  'broadcast',
  'supplier',
  'website',
] as const
export type PromotionForm = (typeof promotionForms)[number]

/** Where a promotion stands; computed from its facts and the day, never kept. */
export const promotionStates = ['planned', 'agreed', 'running', 'ended', 'settled', 'evaluated', 'cancelled'] as const
export type PromotionState = (typeof promotionStates)[number]

export const baselineMethods = ['weeksBefore', 'typed'] as const
export type BaselineMethod = (typeof baselineMethods)[number]

export const decisions = ['repeat', 'change', 'stop'] as const
export type Decision = (typeof decisions)[number]

export const stances = ['supports', 'contradicts'] as const
export type Stance = (typeof stances)[number]

/** The owner is reminded of a missing result as many days after the end. */
export const remindedAfter = [14, 21] as const

export const promotionRef = z.strictObject({ promotionId: id })
export const promotionRefSeen = promotionRef.extend({ version: version.optional() })

/** Records of one kind; lines of a form that were left blank name none. */
const ids = (most: number) =>
  z.preprocess((value) => (Array.isArray(value) ? value.filter((each) => each !== '') : value), listOf(id, most))

const facts = {
  title: text(200),
  form: z.enum(promotionForms),
  mechanics: optionalText(2000),
  ownerId: optionalId,
  accountIds: ids(50),
  productIds: ids(50),
  orderFrom: optionalDay,
  orderTo: optionalDay,
  shipFrom: optionalDay,
  shipTo: optionalDay,
  storeFrom: day,
  storeTo: day,
  budgetOurs: optionalAmount,
  budgetTheirs: optionalAmount,
  budgetFund: optionalAmount,
  fundId: optionalId,
  /** Percent more than without the promotion; it may be expected to bring less. */
  expectedLiftPct: optionalNumber({ min: '-100', max: '100000' }),
  baselineTyped: optionalQuantity,
}
/** Takes more than the fund holds, for this reason, if those whom the policies name consent. */
const beyondFund = { despiteFund: flag, fundReason: optionalText(1000) }
const weeks = z.coerce.number().int().min(1).max(26)

export const planInput = z.strictObject({
  ...facts,
  currency: currency.default('TWD'),
  baselineMethod: z.enum(baselineMethods).default('weeksBefore'),
  baselineWeeks: weeks.default(8),
  /** Plans it although another promotion of the same client and product lies in the same period. */
  despiteOverlap: flag,
  ...beyondFund,
})
export type PlanInput = z.output<typeof planInput>

type Optional<Fields> = { [Name in keyof Fields]: Fields[Name] extends z.ZodType ? z.ZodOptional<Fields[Name]> : never }

/** Fields that are not named stay as they are. */
export const editInput = promotionRefSeen.extend({
  ...(Object.fromEntries(Object.entries(facts).map(([name, field]) => [name, field.optional()])) as Optional<
    typeof facts
  >),
  currency: currency.optional(),
  baselineMethod: z.enum(baselineMethods).optional(),
  baselineWeeks: weeks.optional(),
  despiteOverlap: flag,
  ...beyondFund,
})

export const agreeInput = promotionRefSeen.extend({ agreedNote: text(500) })
export const cancelInput = promotionRefSeen.extend({ because: text(500) })

/** Settling says what it cost and by which document; proof is a file of one of the clients, or where it lies. */
export const settleInput = promotionRefSeen.extend({
  settledCost: amount,
  settledDocument: optionalText(120),
  proofFileId: optionalId,
  proofNote: optionalText(1000),
})

/** Blank sales and baseline are read from the sales records. */
export const recordResultInput = promotionRef.extend({
  actualUnits: optionalQuantity,
  weeklyBaseline: optionalQuantity,
  cannibalised: quantity.default('0'),
  pulledForward: quantity.default('0'),
  unitDiscount: amount.default('0'),
  fixedCost: amount.default('0'),
  /** Only from those who may know margins; blank is worked out from costs on record. */
  unitContribution: optionalNumber({ min: '-99999999999999' }),
  learning: optionalText(2000),
})

const citation = z.strictObject({
  snapshotId: optionalId,
  citedPromotionId: optionalId,
  stance: optionalChoice(stances),
})
export const decideInput = promotionRef.extend({
  decision: z.enum(decisions),
  reason: text(2000),
  reviewOn: optionalDay,
  /** Lines without a stance are not cited. */
  citations: listOf(citation, 50),
})

export const openFundInput = z.strictObject({
  accountId: id,
  name: text(120),
  amount,
  currency: currency.default('TWD'),
  note: optionalText(500),
})
export const changeFundInput = z.strictObject({
  fundId: id,
  version: version.optional(),
  name: text(120).optional(),
  amount: amount.optional(),
  note: optionalText(500).optional(),
})

export const remindInput = z.strictObject({ promotionIds: listOf(id, 200) })
