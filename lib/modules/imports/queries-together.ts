import { and, eq } from 'drizzle-orm'
import { files } from '@/db/schema/files'
import { importBatches } from '@/db/schema/imports'
import type { Look } from '@/lib/kernel/command'
import { addDays, dayOf } from '@/lib/kernel/day'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { may } from './manifest'
import { batchRef, movingStatuses, togetherRef, undoDays } from './model'
import type { Progress, TogetherView } from './model-views'
import { findAmounts } from './queries-amounts'
import { findBatch, type HeldBatch, visibleBatches } from './queries-held'
import { isTheirs, mayBeUndone, mayBring } from './rules'
import { missingFields } from './rules-rows'
import { earlierThan, inTurn, mustWait, standOf, versionsOf } from './rules-together'

/** The files that came together, whoever may see them. */
export async function findCompanions({ tx, actor }: Look, togetherId: string): Promise<HeldBatch[]> {
  const rows = await tx
    .select()
    .from(importBatches)
    .where(and(own(importBatches, actor), eq(importBatches.togetherId, togetherId)))
  return rows as HeldBatch[]
}

/** A batch and those that came with it. */
export const findTogether = async (look: Look, batch: HeldBatch): Promise<HeldBatch[]> =>
  batch.togetherId === null ? [batch] : findCompanions(look, batch.togetherId)

type Named = HeldBatch & { fileName: string }

/** The files that came together, with their names; refuses with `notFound` what the actor may not see. */
const findFiles = async (look: Look, togetherId: string) => orNotFound(await filesOf(look, togetherId))

/** The same, locked until the transaction ends. */
export const holdFiles = async (look: Look, togetherId: string) =>
  orNotFound(await filesOf(look, togetherId).for('update', { of: importBatches }))

const filesOf = (look: Look, togetherId: string) =>
  look.tx
    .select({ batch: importBatches, fileName: files.name })
    .from(importBatches)
    .innerJoin(files, joined(files, look.actor, importBatches.fileId))
    .where(and(own(importBatches, look.actor), eq(importBatches.togetherId, togetherId), visibleBatches(look)))
    .orderBy(importBatches.id)

function orNotFound(rows: readonly { batch: typeof importBatches.$inferSelect; fileName: string }[]): Named[] {
  if (rows.length === 0) throw new Refusal('notFound')
  return inTurn(rows.map(({ batch, fileName }) => ({ ...(batch as HeldBatch), fileName })))
}

/** The files that came with a batch and are brought in before it, for its dry run, unless they could not be tried. */
export const before = query({
  name: 'imports.before',
  permission: may.see,
  input: batchRef,
  async run(look, { batchId }): Promise<HeldBatch[]> {
    const batch = await findBatch(look, batchId)
    const earlier = earlierThan(batch, await findTogether(look, batch))
    return earlier.filter(({ status }) => status !== 'failed' && status !== 'undone')
  },
})

/** Whether a batch waits for another one that came with it. */
export const waits = query({
  name: 'imports.waits',
  permission: may.see,
  input: batchRef,
  async run(look, { batchId }): Promise<boolean> {
    const batch = await findBatch(look, batchId)
    return mustWait(batch, await findTogether(look, batch))
  },
})

/** Files that came together, with what their page shows. Refuses with `notFound` what the reader may not see. */
export const together = query({
  name: 'imports.together',
  permission: may.see,
  input: togetherRef,
  async run(look, { togetherId }): Promise<TogetherView> {
    const its = await findFiles(look, togetherId)
    const { actor, now } = look
    const ran = its.filter(({ startedAt, status }) => startedAt !== null && status !== 'undone')
    const mayGoOn = its.every((file) => mayBring(actor, file.subject) && isTheirs(actor, file))
    const undoable = ran.every(({ finishedAt }) => mayBeUndone({ finishedAt: finishedAt ?? now }, now, actor.timeZone))
    const [first] = its
    const began = ran.map(({ finishedAt }) => finishedAt ?? now).sort((a, b) => +a - +b)[0]
    return {
      id: togetherId,
      seen: versionsOf(its),
      status: standOf(its.map(({ status }) => status)),
      source: first?.source ?? '',
      currency: first?.mapping.currency ?? 'TWD',
      hasRun: its.some(({ startedAt }) => startedAt !== null),
      mayGoOn,
      mayUndo: mayGoOn && ran.length > 0 && undoable,
      undoUntil: began ? addDays(dayOf(began, actor.timeZone), undoDays) : null,
      files: its.map(({ id, fileName, subject, status, totalRows, counts, mapping, reading, failure }) => ({
        id,
        fileName,
        subject,
        status,
        rows: totalRows,
        counts,
        failure,
        columns: reading.header.length,
        mapped: mapping.columns.filter((name) => name !== null).length,
        missing: missingFields(subject, mapping),
      })),
      amounts: await findAmounts(look, ran),
    }
  },
})

/** How far files that came together have come, all rows as one. */
export const progressTogether = query({
  name: 'imports.progressTogether',
  permission: may.see,
  input: togetherRef,
  async run(look, { togetherId }): Promise<Progress> {
    const its = await findFiles(look, togetherId)
    const status = standOf(its.map((each) => each.status))
    const sum = (column: 'doneRows' | 'totalRows') => its.reduce((all, each) => all + each[column], 0)
    return { status, doneRows: sum('doneRows'), totalRows: sum('totalRows'), moving: movingStatuses.includes(status) }
  },
})
