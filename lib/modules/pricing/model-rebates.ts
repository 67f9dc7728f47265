import { z } from 'zod'
import { day, id, listOf, optionalText, text, version } from '@/lib/kernel/input'
import { amount, currency, optionalAmount, percent } from '@/lib/kernel/input-numbers'
import { rebateMethods } from './rules-rebates'

export const rebateBases = ['net', 'gross'] as const
export type RebateBasis = (typeof rebateBases)[number]

const fields = {
  name: text(120),
  method: z.enum(rebateMethods),
  basis: z.enum(rebateBases),
  currency,
  fromDay: day,
  toDay: day,
  tiers: listOf(z.strictObject({ from: amount, pct: percent }), 20),
  forecast: optionalAmount,
  note: optionalText(1000),
}
export const rebateRef = z.strictObject({ rebateId: id })
export const setRebateInput = z.strictObject({ accountId: id, ...fields })
export const editRebateInput = rebateRef.extend({ version: version.optional(), ...fields })
