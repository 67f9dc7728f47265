import { is } from 'drizzle-orm'
import { type AnyPgColumn, PgNumeric } from 'drizzle-orm/pg-core'
import { canonical } from './canonical-text'
import { isDecimal, plain } from './exact'

/** A value as it compares and reads: a column of numbers fills up its decimals, so 12345 comes back as 12345.0000. */
export const meaning = (column: AnyPgColumn | undefined, value: unknown) =>
  typeof value === 'string' && isDecimal(value) && is(column, PgNumeric) ? plain(value) : value

/** Whether a field of a row means the same with either value: 95 and 95.00 are one number, however they were typed. */
export const isSameValue = (column: AnyPgColumn | undefined, a: unknown, b: unknown): boolean =>
  canonical(meaning(column, a)) === canonical(meaning(column, b))
