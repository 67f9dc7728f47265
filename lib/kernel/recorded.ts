import 'server-only'
import { and, asc, eq, getTableColumns, getTableName, gt, lte, type SQL } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { rowChanges } from '@/db/schema/audit'
import { workspaceActor } from './actor'
import { changesOf } from './history'
import { own } from './own'
import { isSameValue } from './same-value'
import { inTransaction, type ScopedTx } from './transaction'
import type { TenantTable } from './write'

type Values = Readonly<Record<string, unknown>>
type Recorded = { rowVersion: number; before: Values | null; after: Values | null }

/** A row that another hand than the product's changed, added or removed. */
export type Unrecorded = { table: string; id: string }

const rowsAtOnce = 500

/**
 * A row as its recorded changes make it, in their order: null when it was removed or never added, `unknown` when an erasure
 * blanked what a change said.
 */
function rebuilt(changes: readonly Recorded[]): Values | null | 'unknown' {
  let row = null as Values | null
  for (const { before, after, rowVersion } of changes) {
    if (before === null && after === null) return 'unknown'
    row = after === null ? null : { ...row, ...after, version: rowVersion }
  }
  return row
}

/**
 * Which rows of a table are not what was recorded of them: changed, added or removed by another hand than the product's. Only
 * for tables whose every change is recorded.
 */
export async function findUnrecorded(workspaceId: string, table: TenantTable): Promise<Unrecorded[]> {
  const found: Unrecorded[] = []
  let after: string | null = '00000000-0000-0000-0000-000000000000'
  while (after !== null) {
    const page = await inTransaction(workspaceActor(workspaceId), 'read only', (tx) =>
      comparedPage(tx, { workspaceId, table, after: after ?? '' }),
    )
    found.push(...page.unrecorded.map((id) => ({ table: getTableName(table), id })))
    after = page.last
  }
  return found
}

type Page = { workspaceId: string; table: TenantTable; after: string }

async function comparedPage(tx: ScopedTx, { workspaceId, table, after }: Page) {
  const recorded = await tx
    .selectDistinct({ id: rowChanges.rowId })
    .from(rowChanges)
    .where(
      and(own(rowChanges, { workspaceId }), eq(rowChanges.table, getTableName(table)), gt(rowChanges.rowId, after)),
    )
    .orderBy(asc(rowChanges.rowId))
    .limit(rowsAtOnce)
  const last = recorded.length === rowsAtOnce ? (recorded.at(-1)?.id ?? null) : null
  const upTo = last ? lte(table.id, last) : undefined
  const [changes, rows] = [
    await changesIn(tx, { workspaceId, table, ids: recorded.map(({ id }) => id) }),
    await rowsIn(tx, table, and(own(table, { workspaceId }), gt(table.id, after), upTo)),
  ]
  const ids = new Set([...changes.keys(), ...rows.keys()])
  return { last, unrecorded: [...ids].filter((id) => !fits(table, rebuilt(changes.get(id) ?? []), rows.get(id))) }
}

async function changesIn(tx: ScopedTx, of: { workspaceId: string; table: TenantTable; ids: readonly string[] }) {
  const byRow = new Map<string, Recorded[]>(of.ids.map((id) => [id, []]))
  if (of.ids.length === 0) return byRow
  const changes = await tx
    .select({
      rowId: rowChanges.rowId,
      rowVersion: rowChanges.rowVersion,
      before: rowChanges.before,
      after: rowChanges.after,
    })
    .from(rowChanges)
    .where(and(own(rowChanges, of), changesOf(getTableName(of.table), of.ids)))
    .orderBy(asc(rowChanges.rowVersion), asc(rowChanges.id))
  for (const { rowId, ...change } of changes) byRow.get(rowId)?.push(change as Recorded)
  return byRow
}

async function rowsIn(tx: ScopedTx, table: TenantTable, which: SQL | undefined) {
  const rows = await tx
    .select()
    .from(table as PgTable)
    .where(which)
  return new Map((rows as (Values & { id: string })[]).map((row) => [row.id, row]))
}

function fits(table: TenantTable, recorded: ReturnType<typeof rebuilt>, row: Values | undefined): boolean {
  if (recorded === 'unknown') return true
  if (recorded === null || row === undefined) return recorded === null && row === undefined
  const columns = getTableColumns(table as PgTable) as Record<string, AnyPgColumn>
  return Object.entries(columns).every(
    ([key, column]) => !(key in recorded) || isSameValue(column, recorded[key], row[key]),
  )
}
