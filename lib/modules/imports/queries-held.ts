import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lt, type SQL } from 'drizzle-orm'
import { importBatches, importRows } from '@/db/schema/imports'
import type { Look } from '@/lib/kernel/command'
import { own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { seesEverything } from '@/lib/kernel/rights'
import type { BatchCounts, BatchReading, Failure, Mapping, Outcome, Reason, RowDetail, Status, Subject } from './model'

type BatchRow = typeof importBatches.$inferSelect
type Known = {
  subject: Subject
  status: Status
  reading: BatchReading
  mapping: Mapping
  counts: BatchCounts
  failure: Failure | null
}
/** A batch with its JSON said in types. */
export type HeldBatch = Omit<BatchRow, keyof Known> & Known

/** Which batches the actor may see: their own, unless they see everything. */
export const visibleBatches = ({ actor }: Pick<Look, 'actor'>): SQL | undefined =>
  seesEverything(actor) ? undefined : eq(importBatches.startedBy, actor.id)

/** The batch; refuses with `notFound` one that the actor may not see. */
export async function findBatch(look: Look, batchId: string): Promise<HeldBatch> {
  const [row] = await look.tx
    .select()
    .from(importBatches)
    .where(and(ownRow(importBatches, look.actor, batchId), visibleBatches(look)))
  if (!row) throw new Refusal('notFound')
  return row as HeldBatch
}

/** The same, locked until the transaction ends. */
export async function holdBatch(look: Look, batchId: string): Promise<HeldBatch> {
  const [row] = await look.tx
    .select()
    .from(importBatches)
    .where(and(ownRow(importBatches, look.actor, batchId), visibleBatches(look)))
    .for('update')
  if (!row) throw new Refusal('notFound')
  return row as HeldBatch
}

/** The latest mapping that somebody settled for a file with these columns. */
export async function findEarlierMapping({ tx, actor }: Look, signature: string): Promise<Mapping | null> {
  const [row] = await tx
    .select({ mapping: importBatches.mapping })
    .from(importBatches)
    .where(
      and(
        own(importBatches, actor),
        eq(importBatches.signature, signature),
        inArray(importBatches.status, ['checked', 'running', 'done', 'undone']),
      ),
    )
    .orderBy(desc(importBatches.createdAt), desc(importBatches.id))
    .limit(1)
  return (row?.mapping as Mapping | undefined) ?? null
}

type RowRow = typeof importRows.$inferSelect
type KnownRow = { raw: string[]; outcome: Outcome; reason: Reason | null; detail: RowDetail }
export type HeldRow = Omit<RowRow, keyof KnownRow> & KnownRow

/** Rows of a batch by their turn in the run. */
export async function findTurns({ tx, actor }: Look, batchId: string, from: number, most: number): Promise<HeldRow[]> {
  const rows = await tx
    .select()
    .from(importRows)
    .where(
      and(
        own(importRows, actor),
        eq(importRows.batchId, batchId),
        gte(importRows.turn, from),
        lt(importRows.turn, from + most),
      ),
    )
    .orderBy(asc(importRows.turn))
  return rows as HeldRow[]
}

/** The rows of the latest command of a batch that was not undone yet; empty when there is none. */
export async function findRowsToUndo({ tx, actor }: Look, batchId: string): Promise<HeldRow[]> {
  const ofBatch = and(own(importRows, actor), eq(importRows.batchId, batchId))
  const [last] = await tx
    .select({ commandId: importRows.commandId })
    .from(importRows)
    .where(and(ofBatch, isNotNull(importRows.commandId), isNull(importRows.undoCommandId)))
    .orderBy(desc(importRows.turn))
    .limit(1)
  if (!last?.commandId) return []
  const rows = await tx
    .select()
    .from(importRows)
    .where(and(ofBatch, eq(importRows.commandId, last.commandId), isNull(importRows.undoCommandId)))
    .orderBy(asc(importRows.turn))
  return rows as HeldRow[]
}

/** Batches in motion whose job has said nothing since then. */
export const findStalled = ({ tx, actor }: Look, statuses: readonly Status[], since: Date) =>
  tx
    .select({ id: importBatches.id })
    .from(importBatches)
    .where(
      and(own(importBatches, actor), inArray(importBatches.status, [...statuses]), lt(importBatches.progressAt, since)),
    )
    .orderBy(asc(importBatches.progressAt))
