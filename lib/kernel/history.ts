import 'server-only'
import { and, desc, eq, inArray, lt, or } from 'drizzle-orm'
import { commandLog, rowChanges } from '@/db/schema/audit'
import { members } from '@/db/schema/workspace'
import type { Look } from './command'
import { joined, own } from './own'

/** Changes that a page of a record's history looks at. */
export const historyPage = 50

/**
 * Changes of these rows, newest first, with who made them: one page and one more, from before a change on. Whoever calls
 * has seen that the actor may read every one of the rows.
 */
export async function findRowChanges(
  { tx, actor }: Look,
  rows: ReadonlyMap<string, readonly string[]>,
  before: string | null,
) {
  const named = [...rows].filter(([, ids]) => ids.length > 0)
  if (named.length === 0) return []
  return tx
    .select({
      id: rowChanges.id,
      table: rowChanges.table,
      rowId: rowChanges.rowId,
      before: rowChanges.before,
      after: rowChanges.after,
      at: rowChanges.createdAt,
      by: members.name,
    })
    .from(rowChanges)
    .innerJoin(commandLog, joined(commandLog, actor, rowChanges.commandId))
    .leftJoin(members, joined(members, actor, commandLog.actorId))
    .where(
      and(
        own(rowChanges, actor),
        or(...named.map(([table, ids]) => and(eq(rowChanges.table, table), inArray(rowChanges.rowId, [...ids])))),
        before ? lt(rowChanges.id, before) : undefined,
      ),
    )
    .orderBy(desc(rowChanges.id))
    .limit(historyPage + 1)
}
