import { exact, plain } from '@/lib/kernel/exact'
import type { TermType } from './model-catalogue'
import { countsMonths, type TermValue, type TypedValue } from './model-values'

const nothing: TypedValue = {
  number: null,
  times: null,
  days: null,
  rule: null,
  text: null,
  yes: null,
  scheme: null,
}

/**
 * What was settled on a term, as somebody would type it into the sheet; `stands` is the term as it stands, which keeps what
 * the talk did not speak of: the times of a fee, the days of a cash discount, the rule by which days are counted. Null where
 * the term cannot be said so (a number for words, tiers).
 */
export function typedOf({ kind }: TermType, said: string | boolean, stands: TermValue | undefined): TypedValue | null {
  if (kind === 'yesNo') return typeof said === 'boolean' ? { ...nothing, yes: said ? 'yes' : 'no' } : null
  if (typeof said !== 'string') return null
  if (kind === 'text') return { ...nothing, text: said }
  if (!/^\d+(\.\d+)?$/.test(said) || kind === 'tiers') return null
  const number = plain(said)
  if (kind === 'payment') return exact(number).isInteger() ? { ...nothing, ...paymentOf(number, stands) } : null
  return {
    ...nothing,
    number,
    smallPercent: true,
    times: stands?.kind === 'each' ? stands.times : null,
    days: stands?.kind === 'cashDiscount' ? stands.days : kind === 'cashDiscount' ? '0' : null,
  }
}

/** So many days by the rule that stands; a rule of months keeps counting them where the days are whole months of thirty. */
function paymentOf(days: string, stands: TermValue | undefined): Pick<TypedValue, 'rule' | 'number'> {
  if (stands?.kind !== 'payment') return { rule: 'net', number: days }
  if (!countsMonths(stands.rule)) return { rule: stands.rule, number: days }
  const months = exact(days).div(30)
  return months.isInteger() ? { rule: stands.rule, number: plain(months) } : { rule: 'net', number: days }
}
