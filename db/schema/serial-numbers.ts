import { integer, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { tenant, tenantRules } from '../columns'

/** The last number that was given to a kind of record in a year. Rows are taken in order: a number is never given twice. */
export const serialNumbers = pgTable(
  'serial_numbers',
  { ...tenant, kind: text().notNull(), year: integer().notNull(), last: integer().notNull() },
  (t) => [...tenantRules(t), uniqueIndex('serial_numbers_year').on(t.workspaceId, t.kind, t.year)],
)
