import 'server-only'
import { and, asc, getTableColumns, getTableName, inArray, type SQL } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Work } from './command'
import { own } from './own'
import { isSameValue } from './same-value'
import { insertMany } from './values'
import type { NewRow, TenantTable } from './write'

type Patch<T extends TenantTable> = Partial<Omit<NewRow<T>, 'id'>>
type Row = Record<string, unknown> & { id: string; version: number }

/**
 * Changes several rows, each in its own way, with one statement, and records before and after of each. A row in which
 * nothing differs is not written; ids that do not exist are left out. Answers the rows that changed, as they are now.
 */
export async function changeEach<T extends TenantTable>(
  work: Work,
  table: T,
  patches: readonly ({ id: string } & Patch<T>)[],
): Promise<T['$inferSelect'][]> {
  if (patches.length === 0) return []
  const wanted = new Map(patches.map(({ id, ...patch }) => [id, patch as Record<string, unknown>]))
  const rows = (await work.tx
    .select()
    .from(table as PgTable)
    .where(and(own(table, work.actor), inArray(table.id, [...wanted.keys()])))
    .orderBy(asc(table.id))
    .for('update')) as Row[]
  const changed = rows.flatMap((before) => {
    const patch = differing(table, before, wanted.get(before.id) ?? {})
    const keys = Object.keys(patch)
    return keys.length > 0 ? [{ before, keys, after: { ...before, ...patch, version: before.version + 1 } as Row }] : []
  })
  if (changed.length === 0) return []
  await upsert(
    work,
    table,
    changed.map(({ after }) => after),
    [...new Set(changed.flatMap(({ keys }) => keys))],
  )
  for (const { before, after, keys } of changed)
    work.changes.push({
      table: getTableName(table),
      rowId: before.id,
      rowVersion: after.version,
      before: pick(before, keys),
      after: pick(after, keys),
    })
  return changed.map(({ after }) => after) as T['$inferSelect'][]
}

/** Rows that this transaction has locked are there, so every insert meets its row and changes it instead. */
const upsert = (work: Work, table: TenantTable, rows: readonly Row[], keys: readonly string[]) =>
  insertMany(work.tx, table, rows, { onConflict: { keys: ['workspaceId', 'id'], set: ['version', ...keys] } })

/**
 * Writes rows of a ledger: a table that is itself the account of what happened, so that a second account of its changes
 * would say nothing new. Rows that are there are changed in the named fields.
 */
export async function keepLedger<T extends TenantTable>(
  work: Work,
  table: T,
  rows: readonly Omit<T['$inferInsert'], 'workspaceId'>[],
  fields: readonly (keyof T['$inferSelect'] & string)[] = [],
): Promise<void> {
  if (rows.length === 0) return
  const owned = rows.map((row) => ({ ...row, workspaceId: work.actor.workspaceId }))
  if (fields.length === 0) await insertMany(work.tx, table, owned)
  else await upsert(work, table, owned as unknown as Row[], fields)
}

/** Empties a part of a ledger, before it is written anew. The database grants this by the table's name. */
export const clearLedger = <T extends TenantTable>(work: Work, table: T, part: SQL | undefined) =>
  work.tx.delete(table as PgTable).where(and(own(table, work.actor), part))

function differing(table: TenantTable, before: Row, patch: Record<string, unknown>) {
  const columns = getTableColumns(table as PgTable) as Record<string, AnyPgColumn>
  const isNew = ([key, value]: [string, unknown]) =>
    value !== undefined && !isSameValue(columns[key], before[key], value)
  return Object.fromEntries(Object.entries(patch).filter(isNew))
}

const pick = (row: Row, keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, row[key]]))

/**
 * Writes back what rows were before a change, as the history keeps it: each image holds the fields that had changed.
 * Moments, which the history keeps as text, become moments again.
 */
export function revertEach<T extends TenantTable>(
  work: Work,
  table: T,
  images: readonly { id: string; image: Readonly<Record<string, unknown>> }[],
): Promise<T['$inferSelect'][]> {
  const columns = getTableColumns(table as PgTable) as Record<string, AnyPgColumn>
  const patches = images.map(({ id, image }) => ({
    id,
    ...Object.fromEntries(
      Object.entries(image)
        .filter(([key]) => key in columns)
        .map(([key, value]) => [
          key,
          columns[key]?.dataType === 'date' && typeof value === 'string' ? new Date(value) : value,
        ]),
    ),
  }))
  return changeEach(work, table, patches as never)
}
