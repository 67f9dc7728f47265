import { exact, plain } from '@/lib/kernel/exact'

/** Null is "not set", and 0 is a policy: a least margin of 0 forbids to sell below the base. Amounts per unit. */
export type Formula = {
  discountPct: string | null
  roundTo: string | null
  surcharge: string | null
  minMargin: string | null
  maxMargin: string | null
}

/** Discount, round half-up to a multiple, surcharge, least margin, greatest margin: in this order (P03). */
export function formulaPrice(base: string, formula: Formula): string {
  let price = exact(base)
  if (formula.discountPct !== null) price = price.times(exact(100).minus(formula.discountPct)).div(100)
  if (formula.roundTo !== null) price = exact(roundToMultiple(plain(price), formula.roundTo))
  if (formula.surcharge !== null) price = price.plus(formula.surcharge)
  if (formula.minMargin !== null && price.lt(exact(base).plus(formula.minMargin)))
    price = exact(base).plus(formula.minMargin)
  if (formula.maxMargin !== null && price.gt(exact(base).plus(formula.maxMargin)))
    price = exact(base).plus(formula.maxMargin)
  return plain(price)
}

/** The nearest multiple, half up: 125.004 by 10 is 130. A multiple of 0 rounds nothing. */
export const roundToMultiple = (value: string, multiple: string): string =>
  exact(multiple).isZero() ? plain(value) : plain(exact(value).div(multiple).toDecimalPlaces(0).times(multiple))
