import { type Exact, exact, plain, sumOf } from '@/lib/kernel/exact'
import { marksOf } from '@/lib/kernel/punctuation'
import { eachLocale, type Said } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { messages } from './messages'
import { catalogueWords, factorWord } from './messages-catalogue'
import { type Aspect, typeOf } from './model-catalogue'
import type { TermValue, TermValues } from './model-values'
import { type CostBasis, chainOf } from './rules-cost'
import type { Difference } from './rules-difference'
import { namedDays } from './rules-due-dates'
import { reviewFees } from './rules-fees'
import { type Departure, feesOf } from './rules-ready'
import { nameOfType, type TypeNames, valueSaid } from './rules-words'

/** What a term touches for an approver: prices, payment, fees, or the rest. */
export const aspectOf = (code: string): Aspect => typeOf(code)?.aspect ?? 'terms'

/** The aspects in which two sets of departures differ, each once. */
export const aspectsOf = (codes: readonly string[]): Aspect[] => [...new Set(codes.map(aspectOf))]

const pctOf = (value: TermValue): string => {
  if (value.kind === 'percent') return value.number
  if (value.kind === 'cashDiscount') return value.pct
  if (value.kind !== 'tiers') return '0'
  return value.tiers
    .map(({ pct }) => exact(pct))
    .reduce<Exact>((most, pct) => (pct.gt(most) ? pct : most), exact(0))
    .toFixed()
}

/** All that comes off the price in percent: discounts and rebates, tiers at their highest. */
export const discountOf = (agreed: TermValues): string =>
  plain(
    sumOf(
      Object.entries(agreed)
        .filter(([code]) => aspectOf(code) === 'price')
        .map(([, value]) => pctOf(value)),
    ),
  )

/** Days of credit by name, cheque included: what policies compare; null when the terms do not say when they pay. */
export function creditDaysOf(agreed: TermValues): string | null {
  const chain = chainOf(agreed)
  return chain ? String(namedDays(chain) + (chain.chequeDays ?? 0)) : null
}

/** What the approval policies judge a version by. Facts of aspects that do not differ from standard are left out. */
export function factsOf(
  differences: readonly Difference[],
  departures: readonly Departure[],
  agreed: TermValues,
  basis: CostBasis,
): Record<string, string | boolean> {
  const touched = aspectsOf(differences.map(({ code }) => code))
  const days = creditDaysOf(agreed)
  const flags = [...reviewFees(feesOf(departures, basis), basis.sales).flags.values()].flat()
  const dearerFee = differences.some(({ code, impact }) => typeOf(code)?.fee && (impact === null || impact.gt(0)))
  return {
    newFee: dearerFee,
    feeFlags: flags.length > 0,
    ...(touched.includes('payment') && days !== null ? { paymentDays: days } : {}),
    ...(touched.includes('price') ? { discountPct: discountOf(agreed) } : {}),
  }
}

export type Line = {
  key: string
  aspect: Aspect
  label: Said
  standard: Said | null
  was: Said | null
  now: Said
  costPerYear: { amount: string; currency: string } | null
  detail: Said | null
  why: string | null
  confidential: boolean
}

type LinesOf = {
  differences: readonly Difference[]
  departures: readonly Departure[]
  /** Codes of departures that rest on a need which is not verified. */
  unsure: readonly string[]
  /** What was approved and agreed before; empty for a first version. */
  before: TermValues
  currency: string
  names: TypeNames
}

/** One line for each departure: standard, before, now, what it costs in a year, the factors and the condition in words. */
export const linesOf = ({ differences, departures, unsure, before, currency, names }: LinesOf): Line[] =>
  differences.map(({ code, was, now, impact }) => {
    const departure = departures.find((each) => each.code === code)
    const earlier = before[code]
    return {
      key: code,
      aspect: aspectOf(code),
      label: eachLocale((locale) => nameOfType(code, locale, names)),
      standard: was ? valueSaid(code, was, currency) : null,
      was: earlier ? valueSaid(code, earlier, currency) : null,
      now: valueSaid(code, now, currency),
      costPerYear: impact && { amount: impact.toFixed(4), currency },
      detail: departure ? groundsSaid(departure, unsure.includes(code)) : null,
      why: departure?.reason ?? null,
      confidential: false,
    }
  })

const groundsSaid = ({ factors, condition, unconditional }: Departure, unsure: boolean): Said =>
  eachLocale((locale) => {
    const t = translatorOf(messages, locale)
    const words = factors.map((factor) => translatorOf(catalogueWords, locale)(factorWord(factor)))
    const gives = unconditional || !condition ? t('unconditionalWord') : condition
    const line = t('factorsLine', { factors: words.join(marksOf(locale).comma) || '—', condition: gives })
    return unsure ? t('restsUnverified', { line }) : line
  })

/** The name of a record as an approver reads it. */
export const titleOf = (account: { name: string; englishName: string | null }, number: number): Said =>
  eachLocale((locale) => {
    const name = locale === 'en' ? (account.englishName ?? account.name) : account.name
    return translatorOf(messages, locale)('sheetTitle', { account: name, number })
  })

export const standardTitleOf = (segment: string, number: number): Said =>
  eachLocale((locale) => {
    const t = translatorOf(messages, locale)
    return t('standardTitle', { segment: segment || t('allSegments'), number })
  })
