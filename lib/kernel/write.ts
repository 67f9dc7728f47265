import 'server-only'
import { and, eq, getTableColumns, getTableName, gt, inArray, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { rowChanges } from '@/db/schema/audit'
import type { Work } from './command'
import { one } from './one'
import { own, ownRow } from './own'
import { type FieldRefusal, Refusal } from './refusal'
import { isSameValue, meaning } from './same-value'
import { insertMany } from './values'

export type TenantTable = PgTable & { workspaceId: AnyPgColumn; id: AnyPgColumn; version: AnyPgColumn }
type Given = 'workspaceId' | 'version' | 'createdAt'
export type NewRow<T extends TenantTable> = Omit<T['$inferInsert'], Given>
type Patch<T extends TenantTable> = Partial<Omit<NewRow<T>, 'id'>>
type Row = Record<string, unknown> & { id: string; version: number }

/** Which row is meant, and which version of it the user saw; without a version the row is taken as it is now. */
export type Seen = { id: string; version?: number | undefined }

/** Adds rows in the actor's workspace and records what they are. */
export async function insertRows<T extends TenantTable>(work: Work, table: T, values: readonly NewRow<T>[]) {
  if (values.length === 0) return []
  const owned = values.map((value) => ({ ...value, workspaceId: work.actor.workspaceId })) as T['$inferInsert'][]
  const rows = (await insertMany(work.tx, table, owned, { returning: true })) as T['$inferSelect'][]
  for (const after of rows as Row[]) record(work, table, { rowId: after.id, rowVersion: 1, before: null, after })
  return rows
}

export const insertRow = async <T extends TenantTable>(work: Work, table: T, value: NewRow<T>) =>
  one(await insertRows(work, table, [value]))

/**
 * Changes one row and records before and after. When somebody else changed it since `seen.version`, changes to
 * different fields are merged; changes to the same field are refused (`changedMeanwhile`) with the other value
 * beside each field. Nothing is written when nothing differs. Refuses with `notFound` when there is no such row.
 */
export async function changeRow<T extends TenantTable>(work: Work, table: T, seen: Seen, patch: Patch<T>) {
  const before = (await lockRow(work, table, seen.id)) as Row
  const wanted = await settled(work, table, before, seen, patch as Record<string, unknown>)
  return { ...before, ...(await changeHeld(work, table, before, wanted as Patch<T>)) } as T['$inferSelect']
}

/**
 * Changes a row that this transaction has locked and read: `before` holds its id, its version and every field of the
 * patch. Nothing is written when nothing differs. Answers the version and the fields that changed.
 */
export async function changeHeld<T extends TenantTable>(work: Work, table: T, before: Row, patch: Patch<T>) {
  const changed = Object.fromEntries(
    Object.entries(patch).filter(([key, value]) => differs(table, key, before[key], value)),
  )
  const keys = Object.keys(changed)
  if (keys.length === 0) return { version: before.version }
  const columns = pick(getTableColumns(table) as unknown as Row, ['version', ...keys]) as Record<string, AnyPgColumn>
  const after = one(
    (await work.tx
      .update(table)
      .set({ ...changed, version: sql`${table.version} + 1` } as never)
      .where(ownRow(table, work.actor, before.id))
      .returning(columns as never)) as unknown as Row[],
  )
  record(work, table, {
    rowId: before.id,
    rowVersion: after.version,
    before: pick(before, keys),
    after: pick(after, keys),
  })
  return after
}

/** The row, locked until the transaction ends. Refuses with `notFound`. */
export async function lockRow<T extends TenantTable>(work: Work, table: T, id: string): Promise<T['$inferSelect']> {
  const [row] = await work.tx
    .select()
    .from(table as PgTable)
    .where(ownRow(table, work.actor, id))
    .for('update')
  if (!row) throw new Refusal('notFound')
  return row as T['$inferSelect']
}

/** Changes several rows in the same way, each recorded. Ids that do not exist are left out of the answer. */
export async function changeRows<T extends TenantTable>(
  work: Work,
  table: T,
  ids: readonly string[],
  patch: Patch<T>,
): Promise<T['$inferSelect'][]> {
  if (ids.length === 0) return []
  const rows = and(own(table, work.actor), inArray(table.id, [...ids]))
  const before = (await work.tx
    .select()
    .from(table as PgTable)
    .where(rows)
    .for('update')) as Row[]
  if (before.length === 0) return []
  const keys = Object.keys(patch)
  const after = (await work.tx
    .update(table)
    .set({ ...patch, version: sql`${table.version} + 1` } as never)
    .where(rows)
    .returning()) as Row[]
  const earlier = new Map(before.map((row) => [row.id, row]))
  for (const row of after) {
    const was = earlier.get(row.id)
    if (was)
      record(work, table, { rowId: row.id, rowVersion: row.version, before: pick(was, keys), after: pick(row, keys) })
  }
  return after as T['$inferSelect'][]
}

type Change = { rowId: string; rowVersion: number; before: object | null; after: object | null }
const record = (work: Work, table: PgTable, change: Change) =>
  work.changes.push({ ...change, table: getTableName(table) })

const pick = (row: Row, keys: readonly string[]) => Object.fromEntries(keys.map((key) => [key, row[key]]))

const differs = (table: TenantTable, key: string, a: unknown, b: unknown) =>
  !isSameValue(getTableColumns(table)[key], a, b)

/** The part of the patch that the user really meant, after the changes of others since the version they saw. */
async function settled(work: Work, table: TenantTable, now: Row, seen: Seen, patch: Record<string, unknown>) {
  if (seen.version === undefined || seen.version === now.version) return patch
  const since = (await work.tx
    .select({ before: rowChanges.before, after: rowChanges.after })
    .from(rowChanges)
    .where(
      and(
        own(rowChanges, work.actor),
        eq(rowChanges.table, getTableName(table)),
        eq(rowChanges.rowId, seen.id),
        gt(rowChanges.rowVersion, seen.version),
      ),
    )
    .orderBy(rowChanges.rowVersion)) as { before: Record<string, unknown>; after: Record<string, unknown> }[]
  const then: Record<string, unknown> = {}
  for (const change of since)
    for (const [key, value] of Object.entries(change.before ?? {})) if (!(key in then)) then[key] = value
  const meant = Object.entries(patch).filter(([key, value]) =>
    differs(table, key, key in then ? then[key] : now[key], value),
  )
  const clashes = meant.filter(
    ([key, value]) => key in then && differs(table, key, now[key], value) && !isOwnMoment(work, value),
  )
  if (clashes.length > 0) {
    const fields = clashes.map(([key]): [string, FieldRefusal] => [
      key,
      { code: 'changedTo', params: { theirs: shown(meaning(getTableColumns(table)[key], now[key])) } },
    ])
    throw new Refusal('changedMeanwhile', { version: now.version }, Object.fromEntries(fields))
  }
  return Object.fromEntries(meant)
}

/** The moment of the command itself, noted beside what somebody typed: it stands in nobody's way. */
const isOwnMoment = (work: Work, value: unknown) => value instanceof Date && value.getTime() === work.now.getTime()

const shown = (value: unknown) =>
  value === null || value === undefined ? '—' : value instanceof Date ? value.toISOString() : String(value)

/**
 * Removes a row for good and records what it was. Only for the few tables whose rows carry no history of their own
 * (the database grants deletion by name); everything else is archived. Refuses with `notFound`.
 */
export async function deleteRow<T extends TenantTable>(work: Work, table: T, id: string): Promise<void> {
  const before = (await lockRow(work, table, id)) as Row
  await work.tx.delete(table).where(ownRow(table, work.actor, id))
  record(work, table, { rowId: id, rowVersion: before.version + 1, before, after: null })
}
