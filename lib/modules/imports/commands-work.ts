import { eq } from 'drizzle-orm'
import { importBatches, importRows } from '@/db/schema/imports'
import { command, type Work } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { planAnew } from '@/lib/kernel/values'
import { changeRow, changeRows } from '@/lib/kernel/write'
import { clearLedger, keepLedger } from '@/lib/kernel/write-each'
import { may } from './manifest'
import { messages } from './messages'
import type { BatchReading, Mapping } from './model'
import { failInput, keepReadingInput, keepRowsInput, settleCheckInput, stepInput } from './model-work'
import { type HeldBatch, holdBatch } from './queries-held'
import { findTogether } from './queries-together'
import { mustRun, mustStand } from './rules'
import { waitingFor } from './rules-together'

export const step = { permission: may.upload, messages }

/**
 * The batch for the job that works on it, whose steps let tables grow by hundreds of rows. Another run of the job may
 * have taken it over meanwhile.
 */
export async function holdRunning(
  work: Work,
  { batchId, runner }: { batchId: string; runner: string },
): Promise<HeldBatch> {
  const batch = await holdBatch(work, batchId)
  mustRun(work.actor, batch, runner)
  await planAnew(work.tx)
  return batch
}

/** A job goes on with a batch: whoever worked on it before stops with its next step. */
export const take = command({
  name: 'imports.take',
  ...step,
  input: stepInput,
  async run(work, { batchId, runner }) {
    if (work.actor.kind !== 'job') throw new Refusal('notAllowed')
    await holdBatch(work, batchId)
    await changeRow(work, importBatches, { id: batchId }, { runner, progressAt: work.now })
    return { id: batchId }
  },
})

/** How a large file was read by the worker. */
export const keepReading = command({
  name: 'imports.keepReading',
  ...step,
  input: keepReadingInput,
  hides: ['reading'],
  async run(work, { batchId, runner, subject, signature, reading, mapping }) {
    mustStand(await holdRunning(work, { batchId, runner }), 'reading')
    const seen = {
      subject,
      signature,
      reading: reading as BatchReading,
      mapping: mapping as Mapping,
      status: 'uploaded',
    }
    await changeRow(work, importBatches, { id: batchId }, { ...seen, failure: null, progressAt: work.now })
  },
})

/** Keeps rows with what the dry run decided for them. Business records are not touched. */
export const keepRows = command({
  name: 'imports.keepRows',
  ...step,
  input: keepRowsInput,
  hides: ['rows'],
  async run(work, { batchId, runner, first, rows }) {
    mustStand(await holdRunning(work, { batchId, runner }), 'checking')
    if (first) await clearLedger(work, importRows, eq(importRows.batchId, batchId))
    await keepLedger(
      work,
      importRows,
      rows.map((row) => ({ ...row, batchId })),
    )
    await changeRow(work, importBatches, { id: batchId }, { progressAt: work.now })
  },
})

/** The dry run is complete: every row is accounted for. */
export const settleCheck = command({
  name: 'imports.settleCheck',
  ...step,
  input: settleCheckInput,
  async run(work, { batchId, runner, counts, totalRows }) {
    mustStand(await holdRunning(work, { batchId, runner }), 'checking')
    const found = { counts: { checked: counts }, totalRows, doneRows: 0 }
    await changeRow(work, importBatches, { id: batchId }, { ...found, status: 'checked', progressAt: work.now })
  },
})

/** The files that came with this one and wait for it, in their order. */
const findWaiting = async (work: Work, batch: HeldBatch) => waitingFor(batch, await findTogether(work, batch))

/** The file whose turn it is once this one has come to its end. */
export async function startNext(work: Work, batch: HeldBatch): Promise<void> {
  const [next] = await findWaiting(work, batch)
  if (next) await work.emit('imports.started', { batchId: next.id })
}

/** Why a batch cannot go on by itself. What was done stays done and is told. */
export const fail = command({
  name: 'imports.fail',
  ...step,
  input: failInput,
  async run(work, { batchId, runner, ...failure }) {
    const batch = await holdRunning(work, { batchId, runner })
    await changeRow(work, importBatches, { id: batchId }, { status: 'failed', failure, progressAt: work.now })
    const waiting = batch.status === 'running' || batch.status === 'undoing' ? await findWaiting(work, batch) : []
    const reason = { code: 'earlierStopped' }
    await changeRows(
      work,
      importBatches,
      waiting.map(({ id }) => id),
      { status: 'failed', failure: { stage: failure.stage, reason }, progressAt: work.now },
    )
  },
})
