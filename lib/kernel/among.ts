import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

/** Texts as one array parameter; cast it to its type where it is used. */
export const pgArray = (values: readonly string[]) =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`

/** Whether a column is one of many values, sent as one array: hundreds of parameters cost more than their rows. */
export const among = (column: AnyPgColumn, values: readonly string[]): SQL =>
  sql`${column} = any(${pgArray([...new Set(values)])}::${sql.raw(column.getSQLType())}[])`
