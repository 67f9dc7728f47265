import { Exact, sumOf } from './exact'
import type { Locale } from './messages'

/** An exact amount in decimal notation (`-1234.5`) with its ISO 4217 currency. */
export type Money = { amount: string; currency: string }

const wholeCurrencies = new Set(['TWD', 'JPY', 'KRW', 'VND'])
const symbols: Readonly<Record<string, string>> = {
  TWD: 'NT$',
  USD: 'US$',
  HKD: 'HK$',
  SGD: 'S$',
  AUD: 'A$',
  CAD: 'CA$',
  CNY: 'CN¥',
  JPY: '¥',
  EUR: '€',
  GBP: '£',
  KRW: '₩',
}

/** Decimal places of an amount on screen: none for TWD and JPY, two otherwise. */
export const placesOf = (currency: string): number => (wholeCurrencies.has(currency) ? 0 : 2)

/** Half-up away from zero: 2.5 → 3, -2.5 → -3. */
export const roundHalfUp = (value: string | number, places = 0): string =>
  new Exact(value)
    .toDecimalPlaces(places)
    .toFixed(places)
    .replace(/^-(0(?:\.0+)?)$/, '$1')

/** `1234567.8` with its thousands apart: `1,234,567.8`. */
export const groupThousands = (digits: string): string => {
  const [whole = '', fraction] = digits.split('.')
  const groups = whole.replace(/\B(?=(?:\d{3})+$)/g, ',')
  return fraction === undefined ? groups : `${groups}.${fraction}`
}

/**
 * `NT$1,234,567` in both languages, because the bare `$` of zh-TW reads as US dollars; never in exponent form. With the
 * usual decimals of its currency, or with so many places as the company shows.
 */
export function formatMoney({ amount, currency }: Money, places = placesOf(currency)): string {
  const rounded = roundHalfUp(amount, places)
  const sign = rounded.startsWith('-') ? '-' : ''
  return `${sign}${symbols[currency] ?? `${currency} `}${groupThousands(rounded.replace('-', ''))}`
}

/** A price for one unit, exact: `NT$9.8`, `US$9.80`; at least the currency's decimals, and all that it has. */
export function formatPrice({ amount, currency }: Money): string {
  const value = new Exact(amount)
  const places = Math.max(value.decimalPlaces(), placesOf(currency))
  const sign = value.isNegative() && !value.isZero() ? '-' : ''
  return `${sign}${symbols[currency] ?? `${currency} `}${groupThousands(value.abs().toFixed(places))}`
}

const steps: Readonly<Record<Locale, readonly (readonly [size: Exact, unit: string])[]>> = {
  'zh-TW': [
    [new Exact(10).pow(12), '兆'],
    [new Exact(10).pow(8), '億'],
    [new Exact(10).pow(4), '萬'],
  ],
  en: [
    [new Exact(10).pow(9), 'B'],
    [new Exact(10).pow(6), 'M'],
    [new Exact(10).pow(3), 'K'],
  ],
}

/** For charts and cards: NT$8271萬 · NT$82.7M; from 100 units on without decimals, below with one. */
export function formatMoneyShort(money: Money, locale: Locale, places?: number): string {
  const value = new Exact(money.amount)
  const size = value.abs()
  const step = steps[locale].find(([least]) => size.gte(least))
  if (!step) return formatMoney(money, places)
  const scaled = size.div(step[0])
  const digits = scaled.toDecimalPlaces(scaled.gte(100) ? 0 : 1).toString()
  return `${value.isNegative() ? '-' : ''}${symbols[money.currency] ?? `${money.currency} `}${digits}${step[1]}`
}

/**
 * Splits a total by weights in units of `places` decimals; what is left goes to the largest remainders, ties to the
 * earlier part, so that the parts always add up to the total (P07). Negative totals split as their absolute value.
 * Refuses weights that are negative or add up to nothing.
 */
export function allocate(total: string | number, weights: readonly (string | number)[], places = 0): string[] {
  const unit = new Exact(10).pow(places)
  const whole = new Exact(roundHalfUp(total, places)).times(unit)
  const shares = weights.map((weight) => new Exact(weight))
  const sum = sumOf(shares)
  if (sum.lte(0) || shares.some((share) => share.isNegative()))
    throw new RangeError('weights must add up to more than nothing')
  const exact = shares.map((share) => whole.abs().times(share).div(sum))
  const units = exact.map((part) => part.floor())
  const left = whole.abs().minus(sumOf(units)).toNumber()
  const byRemainder = exact
    .map((part, index) => ({ index, remainder: part.minus(part.floor()) }))
    .sort((a, b) => b.remainder.comparedTo(a.remainder) || a.index - b.index)
  for (const { index } of byRemainder.slice(0, left)) units[index] = (units[index] ?? new Exact(0)).plus(1)
  return units.map((part) =>
    part
      .div(unit)
      .times(whole.isNegative() ? -1 : 1)
      .toFixed(places)
      .replace(/^-(0(?:\.0+)?)$/, '$1'),
  )
}

const wholeNumber = '\\d{1,3}(?:,\\d{3})+|\\d+'
const upTo9999 = '\\d{1,4}|\\d,\\d{3}'
const plainNumber = new RegExp(`^(?:${wholeNumber})(?:\\.\\d+)?$`)
const inOneUnit = new RegExp(`^((?:${wholeNumber})(?:\\.\\d+)?)([萬億兆])$`)
const inUnits = new RegExp(`^(?:(${upTo9999})兆)?(?:(${upTo9999})億)?(?:(${upTo9999})萬(\\d{4}|\\d,\\d{3})?)?$`)
const sizeOf = new Map(steps['zh-TW'].map(([size, unit]) => [unit, size]))

/**
 * A number without its sign: 1,234.5 and 1.5億 and 1億2,000萬. What follows the last unit must fill its places: 3萬5 is 35,000
 * to one reader and 30,005 to the next, and is neither here.
 */
function unsignedIn(text: string): Exact | null {
  const value = (digits = '0') => new Exact(digits.replaceAll(',', ''))
  if (plainNumber.test(text)) return value(text)
  const [, digits, unit = ''] = inOneUnit.exec(text) ?? []
  if (digits) return value(digits).times(sizeOf.get(unit) ?? 1)
  const parts = /[萬億兆]/.test(text) ? inUnits.exec(text)?.slice(1) : undefined
  return parts?.reduce<Exact>((sum, part) => sum.times(10_000).plus(value(part)), new Exact(0)) ?? null
}

/**
 * The exact amount in what somebody typed or pasted: full-width digits, thousands separators, NT$, 元, 萬 and 億, a leading
 * minus or accounting brackets. Null when it is not a plain number.
 */
export function parseAmount(text: string): string | null {
  if (text.length > 80) return null
  const plain = text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(-?)(?:NT\$?|TWD|US\$|USD|[$¥€£])/i, '$1')
    .replace(/元整?$/, '')
    .replace('万', '萬')
  const bracketed = /^\((.+)\)$/.exec(plain)
  const [, sign, number = ''] = /^([+-]?)(.*)$/.exec(bracketed?.[1] ?? plain.replace(/^[−–]/, '-')) ?? []
  const value = unsignedIn(number)
  if (!value) return null
  const isNegative = (sign === '-') !== Boolean(bracketed)
  return (isNegative ? value.negated() : value).toFixed().replace(/^-(0(?:\.0+)?)$/, '$1')
}
