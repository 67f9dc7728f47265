import Decimal from 'decimal.js'

/**
 * Exact decimals for everything that is calculated: 60 significant digits, half-up away from zero, never in exponent
 * form. Binary floats never hold money, rates or percentages.
 */
export const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP, toExpNeg: -60, toExpPos: 60 })
export type Exact = Decimal

/** A plain decimal, as values are kept: no exponent, no NaN or Infinity, no blank, at most forty digits on each side. */
export const isDecimal = (text: string): boolean => /^-?\d{1,40}(\.\d{1,40})?$/.test(text)

/** A number as text, or an exact one, as an exact one. */
export const exact = (value: Decimal.Value): Exact => new Exact(value)

/** The sum of exact values; nothing adds up to 0. */
export const sumOf = (values: readonly Decimal.Value[]): Exact =>
  values.reduce<Exact>((sum, value) => sum.plus(value), new Exact(0))

/** An exact value as text without exponent, and without a minus before zero: what is stored and travels. */
export const plain = (value: Decimal.Value): string => new Exact(value).toFixed().replace(/^-(0(?:\.0+)?)$/, '$1')
