import { z } from 'zod'
import type { Day } from '@/lib/kernel/day'
import { periodKinds } from '@/lib/kernel/fiscal'
import { day, flag, text } from '@/lib/kernel/input'
import { currency, number } from '@/lib/kernel/input-numbers'

/** A currency as the company deals in it: how many decimals its documents show, and whether it is offered in forms. */
export type Currency = { code: string; displayDecimals: number; active: boolean }

/** What every company begins with. The decimals are those of business papers: none for TWD and JPY, whatever ISO says. */
export const firstCurrencies: readonly Currency[] = [
  { code: 'TWD', displayDecimals: 0, active: true },
  { code: 'USD', displayDecimals: 2, active: true },
  { code: 'EUR', displayDecimals: 2, active: true },
  { code: 'JPY', displayDecimals: 0, active: true },
  { code: 'CNY', displayDecimals: 2, active: true },
  { code: 'HKD', displayDecimals: 2, active: false },
]

export const currencyInput = z.strictObject({
  code: currency,
  displayDecimals: z.coerce.number().int().min(0).max(4),
  active: flag,
})

/** What one unit of `fromCurrency` was worth in `toCurrency` on a day. */
export const rateInput = z.strictObject({
  day,
  fromCurrency: currency,
  toCurrency: currency,
  rate: number({ min: '0', max: '9999999999', places: 8 }),
  source: text(60),
})
export type Rate = z.output<typeof rateInput>
export const rateLines = z.strictObject({ lines: text(60_000), source: text(60) })

/** A rate as it is used: read the other way round when only that one is known. */
export type UsedRate = { rate: string; day: Day; source: string; inverted: boolean }

/** A converted figure never stands alone: rate and day are shown beside it. */
export type Converted = { amount: string; currency: string } & UsedRate

export const fiscalInput = z.strictObject({
  kind: z.enum(periodKinds),
  firstMonth: z.coerce.number().int().min(1).max(12),
})
