import { z } from 'zod'
import { parseDay } from './day'

/** Postgres stores no NUL, and half of a surrogate pair would be altered silently: both are refused at the door. */
const storable = (text: string) => text.isWellFormed() && !text.includes('\u0000')

const storableText = z.string().refine(storable, { message: 'badText' })

/** Required text on one line or several, `max` UTF-16 units; surrounding blanks are dropped. */
export const text = (max: number) => storableText.trim().min(1).max(max)

/** Optional text: blank means null, so that "not set" has one form only. */
export const optionalText = (max: number) =>
  z
    .union([storableText.trim().max(max), z.null()])
    .optional()
    .transform((value) => value || null)

/** Optional choice: blank means null. */
export const optionalChoice = <const Choices extends readonly [string, ...string[]]>(choices: Choices) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), z.enum(choices).nullable())

export const id = z.uuid()
export const optionalId = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.uuid().nullable(),
)

/** Years that somebody can mean; what is counted from such a day stays inside the calendar. */
const meantYear = (day: string) => day >= '1900' && day < '2200'

/** A calendar day as YYYY-MM-DD, also typed as 2026/11/21, with full-width digits, or as an ROC date (115/11/21). */
export const day = z.preprocess(
  (value) => (typeof value === 'string' ? (parseDay(value) ?? value) : value),
  z.iso.date().refine(meantYear, { message: 'dayOutOfRange' }),
)
export const optionalDay = z.preprocess((value) => (value === '' || value === undefined ? null : value), day.nullable())

/** A checkbox: absent or 'false' is false. */
export const flag = z.preprocess((value) => value === true || value === 'true' || value === 'on', z.boolean())

/** The version that the user saw; forms send it as text. */
export const version = z.coerce.number().int().positive()

/** One value or several of the same name in a form. */
export const listOf = <Item extends z.ZodType>(item: Item, max: number) =>
  z.preprocess(
    (value) => (value === undefined || value === '' ? [] : Array.isArray(value) ? value : [value]),
    z.array(item).max(max),
  )
