import { importBatches } from '@/db/schema/imports'
import { digestOf } from '@/lib/kernel/canonical'
import { command, type Work } from '@/lib/kernel/command'
import type { ReadingWish } from '@/lib/kernel/spreadsheet/reading'
import { Unreadable } from '@/lib/kernel/spreadsheet/unreadable'
import { isArchive, mustUnpackSafely } from '@/lib/kernel/spreadsheet/workbook'
import { changeRow, changeRows, insertRow } from '@/lib/kernel/write'
import { store } from '@/lib/modules/files/commands'
import { may } from './manifest'
import { messages } from './messages'
import { type Begun, batchRef, beginInput, type Failure, mapInput, readAsInput, runInput, type Subject } from './model'
import { bytesOf, readPreview } from './queries-content'
import { findEarlierMapping, type HeldBatch, holdBatch } from './queries-held'
import { findCompanions, findTogether } from './queries-together'
import { mustBeMapped, mustBeSeen, mustBeTheirs, mustBeUndoable, mustMayBring, mustStand, no } from './rules'
import { signatureOf } from './rules-columns'
import { batchReading, guess, sourceOf, unread } from './rules-reading'
import { laterThan, mustBeNext, mustStillGather } from './rules-together'

const pages = ['/(crm)/imports', '/(crm)/imports/[batchId]']
const shared = { permission: may.upload, messages, refreshes: pages }
const askNothing: ReadingWish = { encoding: null, delimiter: null, sheet: null }

/** Files above this are read by the worker, so that nobody waits for a request; a workbook has to be unpacked first. */
const mostInRequest = { text: 20_000_000, workbook: 1_500_000 }
const isForWorker = (bytes: Buffer) => bytes.length > (isArchive(bytes) ? mostInRequest.workbook : mostInRequest.text)

/**
 * Takes a file in: stores it, reads how it begins, and guesses what it is about. Nothing is imported yet. Refuses what is
 * no CSV and no workbook, and an archive that would fill the memory.
 */
export const begin = command({
  name: 'imports.begin',
  ...shared,
  input: beginInput,
  hides: ['content'],
  async run(work, { name, content, source, togetherId }): Promise<Begun> {
    const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength)
    mustBeSpreadsheet(name, bytes)
    if (togetherId) mustStillGather(work.actor, await findCompanions(work, togetherId))
    const file = await work.call(store, { name, content, purpose: 'import', accountId: null })
    const seen = isForWorker(bytes) ? null : await look(work, file.name, bytes, askNothing)
    const { id } = await insertRow(work, importBatches, {
      fileId: file.id,
      togetherId,
      source: source ?? sourceOf(file.name),
      startedBy: work.actor.id,
      progressAt: work.now,
      ...(seen ?? { ...blank(), status: 'reading' }),
    })
    if (!seen) await work.emit('imports.started', { batchId: id })
    return { id, togetherId }
  },
})

function mustBeSpreadsheet(name: string, bytes: Buffer) {
  if (!/\.(csv|tsv|txt|xlsx)$/i.test(name)) throw no('notASpreadsheet', {}, { content: { code: 'notASpreadsheet' } })
  try {
    mustUnpackSafely(bytes)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    throw no(error.code, error.params, { content: { code: error.code, params: error.params } })
  }
}

const blank = () => ({
  subject: 'accounts' as Subject,
  reading: unread(askNothing),
  mapping: { columns: [], kind: 'customer', role: 'accountManager', sameNumber: 'refuse' },
})

type Wish = ReadingWish & { headerRow?: number | undefined; subject?: Subject | undefined }

/** What a batch becomes when its file is read as wished: ready to be mapped, or waiting to be told how to read it. */
export async function look(work: Work, fileName: string, bytes: Buffer, { headerRow, subject, ...wish }: Wish) {
  try {
    const table = await readPreview(bytes, wish)
    const reading = batchReading(table.reading, table.rows, headerRow)
    const first = guess(reading, fileName, subject)
    const signature = digestOf(signatureOf(first.subject, reading.header))
    const guessed = guess(reading, fileName, first.subject, await findEarlierMapping(work, signature))
    return { ...guessed, reading, signature, status: 'uploaded', failure: null }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const failure: Failure = { stage: 'reading', reason: { code: error.code, params: error.params } }
    return { ...blank(), ...(subject ? { subject } : {}), reading: unread(wish), status: 'failed', failure }
  }
}

/** Reads the file again: in another encoding, split by another sign, another sheet, another header, about something else. */
export const readAs = command({
  name: 'imports.readAs',
  ...shared,
  input: readAsInput,
  async run(work, { batchId, ...wanted }) {
    const batch = await holdTheirs(work, batchId)
    mustStand(batch, 'uploaded', 'checked', 'failed')
    mustNotHaveRun(batch)
    mustMayBring(work.actor, wanted.subject)
    const wish = isOtherSheet(batch, wanted) ? { ...wanted, headerRow: undefined, subject: undefined } : wanted
    const { name, bytes } = await bytesOf(work, batch.fileId)
    if (isForWorker(bytes)) {
      const { subject, headerRow, ...how } = wish
      const reading = { ...unread(how, batch.reading.sheets), told: { subject, headerRow } }
      await changeRow(
        work,
        importBatches,
        { id: batchId },
        { subject: wanted.subject, reading, ...moving('reading', work) },
      )
      await work.emit('imports.started', { batchId })
    } else
      await changeRow(work, importBatches, { id: batchId }, { ...(await look(work, name, bytes, wish)), counts: {} })
    return { id: batchId }
  },
})

/** Another sheet is another table: its header and what it is about are found anew. */
const isOtherSheet = ({ reading }: HeldBatch, { sheet }: ReadingWish) =>
  reading.sheet !== null && sheet !== null && sheet !== reading.sheet

/** What a batch becomes when a job is to go on with it. */
export const moving = (status: string, { now }: Work) => ({ status, progressAt: now, failure: null, runner: null })

/** Settles what the columns mean and starts the dry run: every row is compared, nothing is written. */
export const map = command({
  name: 'imports.map',
  ...shared,
  input: mapInput,
  async run(work, { batchId, version, source, columns, ...choices }) {
    const batch = await holdTheirs(work, batchId)
    mustStand(batch, 'uploaded', 'checked', 'failed')
    mustNotHaveRun(batch)
    mustBeSeen(batch, version)
    mustMayBring(work.actor, batch.subject)
    const mapping = { ...choices, columns: batch.reading.header.map((_, index) => columns[index] ?? null) }
    mustBeMapped(batch.subject, mapping)
    const patch = { source, mapping, counts: {}, doneRows: 0, totalRows: 0, ...moving('checking', work) }
    await changeRow(work, importBatches, { id: batchId }, patch)
    await work.emit('imports.started', { batchId })
    await tryAgain(work, laterThan(batch, await findTogether(work, batch)))
    return { id: batchId }
  },
})

/** Files whose dry run builds on one that is tried anew are tried anew with it. */
async function tryAgain(work: Work, files: readonly HeldBatch[]): Promise<void> {
  const ids = files.filter(({ status }) => status === 'checked').map(({ id }) => id)
  await changeRows(work, importBatches, ids, moving('checking', work))
  for (const batchId of ids) await work.emit('imports.started', { batchId })
}

/** Starts the run that the dry run showed. */
export const run = command({
  name: 'imports.run',
  ...shared,
  input: runInput,
  async run(work, { batchId, version }) {
    const batch = await holdTheirs(work, batchId)
    mustBeSeen(batch, version)
    const goesOn = batch.status === 'failed' && batch.failure?.stage === 'running'
    if (!goesOn) mustStand(batch, 'checked')
    mustMayBring(work.actor, batch.subject)
    mustBeNext(batch, await findTogether(work, batch))
    const startedAt = batch.startedAt ?? work.now
    await changeRow(work, importBatches, { id: batchId }, { startedAt, ...moving('running', work) })
    await work.emit('imports.started', { batchId })
    return { id: batchId }
  },
})

/**
 * Takes an import back: what it added goes to the archive, what it changed becomes what it was. What others changed since
 * stays as they left it and is listed.
 */
export const undo = command({
  name: 'imports.undo',
  ...shared,
  input: batchRef,
  async run(work, { batchId }) {
    const batch = await holdTheirs(work, batchId)
    const half = batch.status === 'failed' && (batch.failure?.stage === 'running' || batch.failure?.stage === 'undoing')
    if (!half) mustStand(batch, 'done')
    mustMayBring(work.actor, batch.subject)
    const finishedAt = batch.finishedAt ?? work.now
    mustBeUndoable({ finishedAt }, work.now, work.actor.timeZone)
    const patch = { finishedAt, undoneBy: work.actor.id, ...moving('undoing', work) }
    await changeRow(work, importBatches, { id: batchId }, patch)
    await work.emit('imports.started', { batchId })
    return { id: batchId }
  },
})

async function holdTheirs(work: Work, batchId: string): Promise<HeldBatch> {
  const batch = await holdBatch(work, batchId)
  mustBeTheirs(work.actor, batch)
  return batch
}

/** Once rows are in, the file is no longer read anew: a second import or an undo says what is meant. */
function mustNotHaveRun(batch: HeldBatch) {
  if (batch.startedAt !== null) throw no('notNow')
}
