import 'server-only'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Work } from './command'
import type { NewRow, TenantTable } from './write'

/**
 * Adds rows that carry the bytes of a file. They are neither read back nor copied into the history: what the history
 * keeps is the row that owns them, with the size and the hash of the whole, so that a changed byte is noticed there.
 */
export async function insertContent<T extends TenantTable>(work: Work, table: T, values: readonly NewRow<T>[]) {
  const owned = values.map((value) => ({ ...value, workspaceId: work.actor.workspaceId })) as T['$inferInsert'][]
  if (owned.length > 0) await work.tx.insert(table as PgTable).values(owned)
}
