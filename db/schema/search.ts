import { boolean, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { tenant, tenantRules } from '../columns'

/**
 * What can be found by typing: one row a record. `normal` is the folded text for three and more characters,
 * `grams` its one- and two-character pieces, because 鴻海 has no trigram. Read only by `app.search_ids`.
 */
export const searchEntries = pgTable(
  'search_entries',
  {
    ...tenant,
    kind: text().notNull(),
    subjectId: uuid().notNull(),
    accountId: uuid(),
    ownerId: uuid(),
    restricted: boolean().notNull().default(false),
    normal: text().notNull(),
    grams: text().array().notNull(),
  },
  (t) => [
    ...tenantRules(t),
    unique('search_entries_subject').on(t.workspaceId, t.kind, t.subjectId),
    index('search_entries_normal').using('gin', t.workspaceId, t.normal.op('gin_trgm_ops')),
    index('search_entries_grams').using('gin', t.workspaceId, t.grams),
    index('search_entries_account').on(t.workspaceId, t.accountId),
  ],
)
