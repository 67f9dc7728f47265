import { type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'

/** Texts as one array parameter; cast it to its type where it is used. */
export const pgArray = (values: readonly string[]) =>
  `{${values.map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`).join(',')}}`

/** Whether a column of ids or texts is one of many values, sent as one array: hundreds of parameters cost more than their rows. */
export function among(column: AnyPgColumn, values: readonly string[]): SQL {
  const many = pgArray([...new Set(values)])
  return column.getSQLType() === 'uuid' ? sql`${column} = any(${many}::uuid[])` : sql`${column} = any(${many}::text[])`
}
