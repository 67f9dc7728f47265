import { exact, plain } from '@/lib/kernel/exact'
import { type FieldRefusal, Refusal, refusals } from '@/lib/kernel/refusal'
import { messages } from './messages'
import type { TermType } from './model-catalogue'
import { countsMonths, type TermValue, type TypedValue } from './model-values'

export const no = refusals('terms', messages)

const refused = (field: string, code: keyof typeof messages.en, params = {}) =>
  no(code, params, { [`value.${field}`]: { code, params } })

function given<Value>(field: string, value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw refused(field, 'valueMissing')
  return value
}

const isWhole = (number: string) => exact(number).isInteger()

/** A percentage as it was meant: at most 100, and below 1 only when that was said to be right. */
function percentOf(field: string, value: string | null | undefined, small: boolean | undefined): string {
  const number = given(field, value)
  if (exact(number).gt(100)) throw refused(field, 'percentTooHigh')
  if (exact(number).gt(0) && exact(number).lt(1) && !small)
    throw refused(field, 'percentAsks', { meant: plain(exact(number).times(100)) })
  return plain(number)
}

const mostCount = { months: 24, days: 365 }

/** What was typed as a value of this kind of term. Refuses with the field that is wrong or missing. */
export function valueFrom(type: TermType, typed: TypedValue): TermValue {
  const { kind } = type
  switch (kind) {
    case 'percent':
      return { kind, number: percentOf('number', typed.number, typed.smallPercent) }
    case 'amount':
    case 'quantity':
      return { kind, number: plain(given('number', typed.number)) }
    case 'each':
      return { kind, number: plain(given('number', typed.number)), times: typed.times && plain(typed.times) }
    case 'days': {
      const number = given('number', typed.number)
      if (!isWhole(number) || exact(number).gt(3650)) throw refused('number', 'wholeDays')
      return { kind, number: plain(number) }
    }
    case 'dayOfMonth': {
      const number = given('number', typed.number)
      if (!isWhole(number) || exact(number).lt(1) || exact(number).gt(31)) throw refused('number', 'dayOfMonthWrong')
      return { kind, number: plain(number) }
    }
    case 'yesNo':
      return { kind, yes: given('yes', typed.yes) === 'yes' }
    case 'text':
      return { kind, text: given('text', typed.text) }
    case 'payment': {
      const [rule, count] = [given('rule', typed.rule), given('number', typed.number)]
      if (!isWhole(count) || exact(count).gt(countsMonths(rule) ? mostCount.months : mostCount.days))
        throw refused('number', 'wholeCount')
      return { kind, rule, count: plain(count) }
    }
    case 'cashDiscount':
      return {
        kind,
        pct: percentOf('number', typed.number, typed.smallPercent),
        days: plain(given('days', typed.days)),
      }
    case 'tiers':
      return { kind, scheme: typed.scheme ?? 'retrospective', tiers: tiersFrom(typed) }
  }
}

function tiersFrom(typed: TypedValue) {
  const filled = (typed.tiers ?? []).flatMap((tier, index) =>
    tier.from === null && tier.pct === null ? [] : [{ ...tier, index }],
  )
  if (filled.length === 0) throw refused('tiers', 'tiersMissing')
  return filled.map(({ from, pct, index }, at) => {
    const tier = {
      from: plain(given(`tiers.${index}.from`, from)),
      pct: percentOf(`tiers.${index}.pct`, pct, typed.smallPercent),
    }
    const before = filled[at - 1]?.from
    if (before && exact(tier.from).lte(before)) throw refused(`tiers.${index}.from`, 'tiersRising')
    return tier
  })
}

/** A later tier that pays less than the one before: allowed, and shown to whoever reviews. */
export const fallingTiers = (value: TermValue): boolean =>
  value.kind === 'tiers' &&
  value.tiers.some(({ pct }, index) => index > 0 && exact(pct).lt(value.tiers[index - 1]?.pct ?? 0))

/** Several wrong things at once, each under its own name. */
export const refusedAt = (fields: Readonly<Record<string, FieldRefusal>>) =>
  new Refusal('terms.notReady', {}, fields, messages)
