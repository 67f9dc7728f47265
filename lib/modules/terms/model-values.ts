import { z } from 'zod'
import { flag, optionalChoice, optionalText } from '@/lib/kernel/input'
import { optionalNumber } from '@/lib/kernel/input-numbers'

/**
 * The ways in which a due day follows from an invoice (T01, T07, T08). `closing…` rules start from the first closing day
 * on or after the invoice; the others from the invoice itself. The count is in days or in months, as the name says.
 */
export const paymentRules = [
  'closingMonths',
  'closingDays',
  'closingMonthEnd',
  'net',
  'monthEndThenDays',
  'daysThenMonthEnd',
  'monthEndPlusMonths',
] as const
export type PaymentRuleName = (typeof paymentRules)[number]

export const countsMonths = (rule: PaymentRuleName) =>
  rule === 'closingMonths' || rule === 'closingMonthEnd' || rule === 'monthEndPlusMonths'
export const hasClosing = (rule: PaymentRuleName) =>
  rule === 'closingMonths' || rule === 'closingDays' || rule === 'closingMonthEnd'

export const rebateSchemes = ['retrospective', 'incremental'] as const
export type RebateScheme = (typeof rebateSchemes)[number]
export type Tier = { from: string; pct: string }

/** What a term says, typed. Numbers are exact decimals as text; percent is a number of percent (3 is 3 %). */
export type TermValue =
  | { kind: 'percent'; number: string }
  /** Money in a year. */
  | { kind: 'amount'; number: string }
  /** Money for each store, item or event, and how many are expected in a year; null when nobody can say. */
  | { kind: 'each'; number: string; times: string | null }
  | { kind: 'days'; number: string }
  /** A day of the month, 1 to 31; 31 is the month's last. */
  | { kind: 'dayOfMonth'; number: string }
  | { kind: 'quantity'; number: string }
  | { kind: 'yesNo'; yes: boolean }
  | { kind: 'text'; text: string }
  | { kind: 'payment'; rule: PaymentRuleName; count: string }
  | { kind: 'cashDiscount'; pct: string; days: string }
  | { kind: 'tiers'; scheme: RebateScheme; tiers: readonly Tier[] }
export type ValueKind = TermValue['kind']

/** What stands in a sheet or a standard: one value for each code. */
export type TermValues = Readonly<Record<string, TermValue>>

/** Everything that a form may say of a value; which part counts follows from the type of the term. */
export const valueInput = z.strictObject({
  number: optionalNumber({ min: '0' }),
  times: optionalNumber({ min: '0' }),
  days: optionalNumber({ min: '0', max: '3650', places: 0 }),
  rule: optionalChoice(paymentRules),
  text: optionalText(500),
  yes: optionalChoice(['yes', 'no']),
  scheme: optionalChoice(rebateSchemes),
  tiers: z
    .array(z.strictObject({ from: optionalNumber({ min: '0' }), pct: optionalNumber({ min: '0', max: '100' }) }))
    .max(12)
    .optional(),
  /** Said when a percent below 1 is meant as it stands. */
  smallPercent: flag.optional(),
})
export type TypedValue = z.output<typeof valueInput>
