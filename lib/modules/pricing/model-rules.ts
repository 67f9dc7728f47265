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
  currency,
  optionalAmount,
  optionalNumber,
  optionalPercent,
  optionalQuantity,
  percent,
  quantity,
} from '@/lib/kernel/input-numbers'
import { ruleActions, stackModes } from './model'
import { floorMethods } from './rules-floors'
import { scheduleTypes } from './rules-tiers'

export const optionalCurrency = z.preprocess(
  (value) => (typeof value === 'string' && value.trim() === '' ? null : (value ?? null)),
  currency.nullable(),
)
const priority = z.preprocess(
  (value) => (value === '' || value === undefined || value === null ? 0 : value),
  z.coerce.number().int().min(-100).max(100),
)

const fields = {
  name: text(120),
  accountId: optionalId,
  segment: optionalText(80),
  channel: optionalText(80),
  productId: optionalId,
  categoryId: optionalId,
  fromDay: day,
  toDay: optionalDay,
  minQuantity: optionalQuantity,
  priority,
  action: z.enum(ruleActions),
  discountPct: optionalPercent,
  fixedPrice: optionalAmount,
  currency: optionalCurrency,
  formulaPct: optionalPercent,
  roundTo: optionalAmount,
  surcharge: optionalNumber(),
  minMargin: optionalNumber(),
  maxMargin: optionalNumber(),
  schedule: optionalChoice(scheduleTypes),
  tiers: listOf(z.strictObject({ from: quantity, discountPct: percent }), 20),
  stackGroup: optionalText(40),
  stackMode: optionalChoice(stackModes),
  note: optionalText(1000),
  /** A percentage below 1 is asked about once; this says that it was meant. */
  smallPercent: flag,
}
export const ruleRef = z.strictObject({ ruleId: id })
export const setRuleInput = z.strictObject(fields)
export const editRuleInput = ruleRef.extend({ version: version.optional(), ...fields })
export type RuleInput = z.output<typeof setRuleInput>

const floorFields = {
  productId: optionalId,
  categoryId: optionalId,
  method: z.enum(floorMethods),
  value: optionalAmount,
  currency: optionalCurrency,
  fromDay: day,
  toDay: optionalDay,
  note: optionalText(1000),
}
export const floorRef = z.strictObject({ floorId: id })
export const setFloorInput = z.strictObject(floorFields)
export type FloorInput = z.output<typeof setFloorInput>
