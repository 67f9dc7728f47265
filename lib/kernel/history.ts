import 'server-only'
import { and, desc, eq, inArray, lt, or, type SQL } from 'drizzle-orm'
import { commandLog, rowChanges } from '@/db/schema/audit'
import { people } from '@/db/schema/contacts'
import { members } from '@/db/schema/workspace'
import { among } from './among'
import type { RecordedChange } from './changed'
import type { Look } from './command'
import { findNamesOfMembers } from './member-names'
import { joined, own } from './own'

/** Changes that a page of a record's history looks at. */
const historyPage = 50

/** A page of changes, newest first, and the last of them when there are older ones. */
export type HistoryPage<Table extends string = string> = { changes: RecordedChange<Table>[]; older: string | null }

/**
 * Changes of these rows, from before a change on, with who made them. Whoever calls has seen that the actor may read every
 * one of the rows.
 */
export async function findRowChanges<Table extends string>(
  look: Look,
  rows: ReadonlyMap<Table, readonly string[]>,
  before: string | null,
): Promise<HistoryPage<Table>> {
  const named = [...rows].filter(([, ids]) => ids.length > 0)
  if (named.length === 0) return { changes: [], older: null }
  const ofRows = or(...named.map(([table, ids]) => changesOf(table, ids)))
  return (await findChanges(look, ofRows, before)) as HistoryPage<Table>
}

/** The changes of some rows of a table, as a condition. */
export const changesOf = (table: string, ids: readonly string[]): SQL | undefined =>
  and(eq(rowChanges.table, table), inArray(rowChanges.rowId, [...ids]))

/** The same for changes that are named by a condition. */
export async function findChanges(
  { tx, actor }: Look,
  condition: SQL | undefined,
  before: string | null,
): Promise<HistoryPage> {
  const rows = await tx
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
    .where(and(own(rowChanges, actor), condition, before ? lt(rowChanges.id, before) : undefined))
    .orderBy(desc(rowChanges.id))
    .limit(historyPage + 1)
  const changes = rows.slice(0, historyPage) as RecordedChange[]
  return { changes, older: rows.length > historyPage ? (changes.at(-1)?.id ?? null) : null }
}

/** Names of the members and people among these ids. */
export async function findNames(look: Look, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { tx, actor } = look
  const [ours, theirs] = await Promise.all([
    findNamesOfMembers(look, ids),
    tx
      .select({ id: people.id, name: people.displayName })
      .from(people)
      .where(and(own(people, actor), among(people.id, ids))),
  ])
  return new Map([...ours, ...theirs.map(({ id, name }) => [id, name] as const)])
}
