import { importBatches, importRows } from '@/db/schema/imports'
import { command, type Work } from '@/lib/kernel/command'
import { changeRow } from '@/lib/kernel/write'
import { keepLedger } from '@/lib/kernel/write-each'
import { writeAccounts } from './commands-accounts'
import { writeContacts } from './commands-contacts'
import { writeProducts, writeReceivables, writeSales } from './commands-goods'
import { writeMeasurements } from './commands-measurements'
import { writeMembers } from './commands-members'
import { writeVoices } from './commands-voices'
import { holdRunning, startNext, step } from './commands-work'
import type { PlannedRow } from './model-plan'
import { refuseRowInput, runChunkInput } from './model-work'
import { findTurns, type HeldBatch, type HeldRow } from './queries-held'
import { findKnown, findSetting } from './queries-known'
import { mustMayBring, mustStand, no } from './rules'
import { counted } from './rules-check'
import { directoryOf } from './rules-members-index'
import { mappedColumns, readRow } from './rules-rows'
import { newWorld, planRows, type World } from './rules-world'

type Progress = { doneRows: number; finished: boolean }

/**
 * Brings the next rows in: compares them with what is on record now, writes what is new or changed, and notes what became
 * of each, all in one transaction. Rows that the dry run refused stay refused.
 */
export const runChunk = command({
  name: 'imports.runChunk',
  ...step,
  input: runChunkInput,
  async run(work, { batchId, runner, from, most }): Promise<Progress> {
    const batch = await holdTurn(work, { batchId, runner, from })
    mustMayBring(work.actor, batch.subject)
    const rows = await findTurns(work, batchId, from, most)
    const planned = await bringIn(
      work,
      batch,
      rows.filter((row) => row.outcome !== 'refused'),
    )
    await keepOutcomes(work, rows, planned)
    return goOn(work, batch, rows, planned)
  },
})

/** A row that alone could not be written: it is refused with the reason, and the run goes on behind it. */
export const refuseRow = command({
  name: 'imports.refuseRow',
  ...step,
  input: refuseRowInput,
  async run(work, { batchId, runner, from, reason }): Promise<Progress> {
    const batch = await holdTurn(work, { batchId, runner, from })
    const rows = await findTurns(work, batchId, from, 1)
    const planned = new Map(
      rows.map(({ number }): [number, Settled] => [
        number,
        { number, outcome: 'refused', reason, notes: [], differences: [], subject: null, subjectId: null },
      ]),
    )
    await keepOutcomes(work, rows, planned)
    return goOn(work, batch, rows, planned)
  },
})

/** The running batch at the row that is next; a step that comes late or twice meets another one. */
async function holdTurn(work: Work, { from, ...step }: { batchId: string; runner: string; from: number }) {
  const batch = await holdRunning(work, step)
  mustStand(batch, 'running')
  if (batch.doneRows !== from) throw no('takenOver')
  return batch
}

type Settled = PlannedRow & { subjectId: string | null }
type Outcomes = ReadonlyMap<number, Settled>

async function bringIn(work: Work, batch: HeldBatch, held: readonly HeldRow[]): Promise<Outcomes> {
  const columns = mappedColumns(batch.subject, batch.mapping, batch.reading.header)
  const width = batch.reading.header.length
  const rows = held.map((row) => readRow(row.number, row.raw, columns, width))
  const setting = await findSetting(work, batch.source, batch.mapping)
  const members = directoryOf(setting.members)
  const world = newWorld(batch.subject, setting)
  await findKnown(work, world, setting, members, rows)
  const planned = planRows(world, setting, members, rows)
  const idOf = await write(work, world, batch)
  return new Map(planned.map((row) => [row.number, { ...row, subjectId: subjectId(row, idOf) }]))
}

type IdOf = (row: number) => string | null

const subjectId = ({ subject }: PlannedRow, idOf: IdOf): string | null => {
  if (subject === null) return null
  return 'id' in subject ? subject.id : idOf(subject.row)
}

/** Writes everything that the rows have brought into the world; answers which record a row opened. */
function write(work: Work, world: World, batch: HeldBatch): Promise<IdOf> {
  if (world.subject === 'accounts') return writeAccounts(work, world.accounts)
  if (world.subject === 'members') return writeMembers(work, world.members)
  if (world.subject === 'interactions') return writeContacts(work, world.contacts)
  if (world.subject === 'voices') return writeVoices(work, world.voices)
  if (world.subject === 'measurements') return writeMeasurements(work, world.measurements, batch.source)
  if (world.subject === 'products') return writeProducts(work, world.goods)
  if (world.subject === 'receivables') return writeReceivables(work, world.goods)
  return writeSales(work, world.goods, world.subject)
}

const keepOutcomes = (work: Work, rows: readonly HeldRow[], planned: Outcomes) =>
  keepLedger(
    work,
    importRows,
    rows.flatMap(({ createdAt: _, ...row }) => {
      const plan = planned.get(row.number)
      if (!plan) return []
      const { outcome, reason, differences } = plan
      const wrote = outcome === 'new' || outcome === 'update'
      const detail = differences.length > 0 ? { ...row.detail, differences } : row.detail
      return [{ ...row, outcome, reason, detail, subjectId: plan.subjectId, commandId: wrote ? work.commandId : null }]
    }),
    ['outcome', 'reason', 'detail', 'subjectId', 'commandId'],
  )

async function goOn(work: Work, batch: HeldBatch, rows: readonly HeldRow[], planned: Outcomes): Promise<Progress> {
  const done = counted(
    rows.map((row) => planned.get(row.number)?.outcome ?? row.outcome),
    batch.counts.done,
  )
  const doneRows = batch.doneRows + rows.length
  const finished = doneRows >= batch.totalRows
  const end = finished ? { status: 'done', finishedAt: work.now } : {}
  const patch = { counts: { ...batch.counts, done }, doneRows, progressAt: work.now, ...end }
  await changeRow(work, importBatches, { id: batch.id }, patch)
  if (finished) await startNext(work, batch)
  return { doneRows, finished }
}
