import { z } from 'zod'
import { exact } from './exact'
import { parseAmount } from './money'

type Bounds = { min?: string; max?: string; places?: number }

/** Whole digits that `numeric(18,4)` holds beside its four decimals. */
const largest = '99999999999999.9999'

/** Blank means null ("not set"), which is never 0; everything else is read as people type numbers. */
const typed = (value: unknown) => {
  if (value === undefined || value === null) return null
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string') return value
  if (text.trim() === '') return null
  return parseAmount(text.trim().replace(/[%％]$/, '')) ?? text
}

const within = ({ min, max = largest, places = 4 }: Bounds) =>
  z
    .string()
    .max(80)
    .regex(/^-?\d+(\.\d+)?$/, { message: 'notANumber' })
    .superRefine((value, context) => {
      if (!/^-?\d+(\.\d+)?$/.test(value)) return
      const number = exact(value)
      const refuse = (message: string) => context.addIssue({ code: 'custom', message })
      if (min !== undefined && number.lt(min)) refuse(min === '0' ? 'notNegative' : 'numberTooSmall')
      else if (number.gt(max) || number.lt(exact(largest).negated())) refuse('numberTooLarge')
      else if (number.decimalPlaces() > places) refuse('tooManyDecimals')
    })

/**
 * A number typed by a person: full-width digits, thousands separators, NT$, a percent sign. The value is exact text
 * (`'1234.5'`), never a float. Blank is refused here; `optionalNumber` reads it as null.
 */
export const number = (bounds: Bounds = {}) => z.preprocess((value) => typed(value) ?? undefined, within(bounds))
export const optionalNumber = (bounds: Bounds = {}) => z.preprocess(typed, within(bounds).nullable())

/** A whole number typed by a person, in full-width digits or with a percent sign too; blank is refused. */
export const whole = (min: number, max: number) =>
  z.preprocess((value) => {
    const read = typed(value)
    return typeof read === 'string' && /^-?\d+(\.\d+)?$/.test(read) ? Number(read) : (read ?? undefined)
  }, z.int().min(min).max(max))

/** Money without its currency: at least 0, at most fourteen whole digits and four decimals. */
export const amount = number({ min: '0' })
export const optionalAmount = optionalNumber({ min: '0' })

/** Percent as a number of percent: 3 is 3 %. From 0 to 100 with at most four decimals. */
export const percent = number({ min: '0', max: '100' })
export const optionalPercent = optionalNumber({ min: '0', max: '100' })

/** A quantity in a unit: more than nothing is not demanded here, because 0 may be a promise too. */
export const quantity = number({ min: '0' })
export const optionalQuantity = optionalNumber({ min: '0' })

/** ISO 4217 in capitals, as somebody typed it. */
export const currency = z.preprocess(
  (value) => (typeof value === 'string' ? value.normalize('NFKC').trim().toUpperCase() : value),
  z.string().regex(/^[A-Z]{3}$/, { message: 'notACurrency' }),
)
