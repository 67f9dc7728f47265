import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { newId } from '@/db/new-id'
import { type Actor, workspaceActor } from '@/lib/kernel/actor'
import { digestOf } from '@/lib/kernel/canonical'
import type { Command } from '@/lib/kernel/command'
import { id } from '@/lib/kernel/input'
import { job } from '@/lib/kernel/job'
import { ask, perform } from '@/lib/kernel/perform'
import type { Refusal } from '@/lib/kernel/refusal'
import { readTable } from '@/lib/kernel/spreadsheet/read'
import { Unreadable } from '@/lib/kernel/spreadsheet/unreadable'
import { isUnavailable } from '@/lib/kernel/unavailable'
import { memberAtWork } from '@/lib/modules/workspace/queries-intake'
import { refuseRow, runChunk } from './commands-run'
import { keepChunk, undoChunk } from './commands-undo'
import { fail, keepReading, keepRows, settleCheck, take } from './commands-work'
import { type Failure, mostRows, movingStatuses, type Reason, rowsAtOnce } from './model'
import type { PlannedRow } from './model-plan'
import type { HeldBatch } from './queries-held'
import { before, waits } from './queries-together'
import { atWork, contentOf, earlierMapping, known, settingNow, stalled } from './queries-work'
import { checkedRow, counted, planAgain, rowsIn } from './rules-check'
import { signatureOf } from './rules-columns'
import { directoryOf } from './rules-members-index'
import { turnsOf } from './rules-order'
import { batchReading, guess } from './rules-reading'
import { mappedColumns } from './rules-rows'
import { type Brought, newWorld, nothingBrought, planRows, seeWhole, takeForWritten } from './rules-world'

/** Goes on with a file where it stands: reads it, tries it, runs it, or takes it back. */
export const goOn = job({
  name: 'imports.goOn',
  event: 'imports.started',
  input: z.strictObject({ batchId: id }),
  run: ({ workspaceId, input, now }) => work(workspaceId, input.batchId, now),
})

/** A step takes seconds; a file in motion that has been silent for this long lost its worker. */
const silentMs = 45_000

/** Finds files whose worker has died, and goes on with them where they stand. */
export const resume = job({
  name: 'imports.resume',
  every: '* * * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const since = new Date(+now - silentMs).toISOString()
    for (const batchId of await ask(stalled, workspaceActor(workspaceId), { since }, now))
      await work(workspaceId, batchId, now)
  },
})

/** One run of the job: for whom it works, and by which token its steps are known. */
type Run = { actor: Actor; batch: HeldBatch; runner: string; clock: () => Date; steps: number }

class Stopped extends Error {}

async function work(workspaceId: string, batchId: string, now: Date): Promise<void> {
  const began = Date.now()
  const clock = () => new Date(+now + Date.now() - began)
  const office = workspaceActor(workspaceId)
  const batch = await ask(atWork, office, { batchId }, now)
  if (!movingStatuses.includes(batch.status) || (await ask(waits, office, { batchId }, now))) return
  const memberId = batch.status === 'undoing' ? (batch.undoneBy ?? batch.startedBy) : batch.startedBy
  const member = await ask(memberAtWork, office, { memberId }, now)
  const run: Run = { actor: member ?? office, batch, runner: newId(), clock, steps: 0 }
  try {
    await step(run, take, {})
    if (member) await phases[batch.status as keyof typeof phases](run)
    else await giveUp(run, { code: 'memberGone' })
  } catch (error) {
    if (!(error instanceof Stopped)) throw error
  }
}

const phases = { reading: readFile, checking: checkFile, running: runFile, undoing: undoFile }

const mostTries = 5

/** Performs one step; what the database could not do in time is tried again under the same key, so it happens once. */
async function attempt<O>(run: Run, command: Command<z.ZodType, O>, input: object) {
  const raw = { batchId: run.batch.id, runner: run.runner, ...input }
  const key = `import ${run.runner} ${run.steps++}`
  for (let tries = 1; ; tries++) {
    try {
      return await perform(command, run.actor, raw, { now: run.clock(), key })
    } catch (error) {
      if (!isUnavailable(error) || tries >= mostTries) throw error
      await pause(250 * 2 ** tries)
    }
  }
}

/** A step that must succeed, unless another run of the job has taken the file over. */
async function step<O>(run: Run, command: Command<z.ZodType, O>, input: object): Promise<O> {
  const result = await attempt(run, command as Command<z.ZodType, O>, input)
  if (result.ok) return result.value
  if (isTakenOver(result.refusal)) throw new Stopped()
  throw result.refusal
}

const isTakenOver = ({ code }: Refusal) => code === 'imports.takenOver' || code === 'imports.notNow'

const giveUp = (run: Run, reason: Reason) =>
  step(run, fail, { stage: stages[run.batch.status as keyof typeof stages], reason })

const stages = {
  reading: 'reading',
  checking: 'checking',
  running: 'running',
  undoing: 'undoing',
} as const satisfies Record<string, Failure['stage']>

async function readFile(run: Run): Promise<void> {
  const { batch, actor } = run
  try {
    const { name, bytes } = await ask(contentOf, actor, { batchId: batch.id }, run.clock())
    const table = await readTable(bytes, batch.reading, { rows: mostRows })
    const { told } = batch.reading
    const reading = batchReading(table.reading, table.rows.slice(0, 60), told?.headerRow)
    const first = guess(reading, name, told?.subject)
    const signature = digestOf(signatureOf(first.subject, reading.header))
    const earlier = await ask(earlierMapping, actor, { signature }, run.clock())
    await step(run, keepReading, { ...guess(reading, name, first.subject, earlier), signature, reading })
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    await giveUp(run, { code: error.code, params: error.params })
  }
}

/** While it only reads, a dry run says now and then that it is alive. */
const rowsPerBeat = 5_000

async function checkFile(run: Run): Promise<void> {
  const { batch, actor, clock } = run
  try {
    const brought = nothingBrought()
    for (const earlier of await ask(before, actor, { batchId: batch.id }, clock())) {
      await tryFile(run, earlier, brought)
      takeForWritten(brought, newId)
    }
    const { rows, columns, turns } = await tryFile(run, batch, brought)
    const atOnce = rowsAtOnce(batch.subject)
    for (let from = 0; from < turns.length; from += atOnce) {
      const kept = turns
        .slice(from, from + atOnce)
        .map(({ row, plan }, index) => checkedRow(plan, from + index, rows[row.number - 1] ?? [], row, columns))
      await step(run, keepRows, { first: from === 0, rows: kept })
    }
    const counts = counted(turns.map(({ plan }) => plan.outcome))
    await step(run, settleCheck, { counts, totalRows: turns.length })
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    await giveUp(run, { code: error.code, params: error.params })
  }
}

/** Plans every row of a file in its turn; what it brings is left in the world for the files after it. */
async function tryFile(run: Run, batch: HeldBatch, brought: Brought) {
  const { actor, clock } = run
  const { bytes } = await ask(contentOf, actor, { batchId: batch.id }, clock())
  const { rows } = await readTable(bytes, batch.reading, { rows: mostRows })
  const setting = await ask(settingNow, actor, { batchId: batch.id }, clock())
  const columns = mappedColumns(batch.subject, batch.mapping, batch.reading.header)
  const members = directoryOf(setting.members)
  const world = newWorld(batch.subject, setting, brought)
  const read = rowsIn(rows, batch.reading, columns)
  if (read.length > mostRows) throw new Unreadable('tooManyRows', { max: mostRows })
  if (read.length === 0) throw new Unreadable('nothingInIt')
  seeWhole(world, read)
  const ordered = turnsOf(batch.subject, read)
  const plans: PlannedRow[] = []
  const atOnce = rowsAtOnce(batch.subject)
  for (let from = 0; from < ordered.length; from += atOnce) {
    const part = ordered.slice(from, from + atOnce)
    if (from % rowsPerBeat === 0) await step(run, take, {})
    await ask(known(world, setting, members, part), actor, {}, clock())
    plans.push(...planRows(world, setting, members, part))
  }
  const { order, settled } = planAgain(ordered, plans, (part) => planRows(world, setting, members, part))
  const turns = order.flatMap((row) => {
    const plan = settled.get(row.number)
    return plan ? [{ row, plan }] : []
  })
  return { rows, columns, turns }
}

async function runFile(run: Run): Promise<void> {
  await bringIn(run, run.batch.doneRows, run.batch.totalRows, [rowsAtOnce(run.batch.subject), 25, 1])
}

/** Runs the rows of a range; a part that is refused as a whole is tried in smaller parts, down to the row that is to blame. */
async function bringIn(run: Run, from: number, to: number, [most = 1, ...less]: readonly number[]): Promise<void> {
  for (let at = from; at < to; ) {
    const size = Math.min(most, to - at)
    const result = await attempt(run, runChunk as Command<z.ZodType, { doneRows: number }>, { from: at, most: size })
    if (result.ok) {
      at = result.value.doneRows
      continue
    }
    if (isTakenOver(result.refusal)) throw new Stopped()
    if (isFinal(result.refusal)) return giveUp(run, said(result.refusal)) as Promise<never>
    if (less.length > 0) await bringIn(run, at, at + size, less)
    else await step(run, refuseRow, { from: at, reason: said(result.refusal) })
    at += size
  }
}

/** What refuses every row alike ends the run: whoever started it may no longer bring these records. */
const isFinal = ({ code }: Refusal) => code.startsWith('imports.mayNot')

/** A refusal as a reason that can be told in either language later. */
const said = (refusal: Refusal): Reason => ({
  code: 'refusedBy',
  params: { en: refusal.sentence('en'), zh: refusal.sentence('zh-TW') },
})

async function undoFile(run: Run): Promise<void> {
  for (let turn = 0; ; turn++) {
    const result = await attempt(run, undoChunk as Command<z.ZodType, { finished: boolean }>, { turn })
    if (result.ok && result.value.finished) return
    if (result.ok) continue
    if (isTakenOver(result.refusal)) throw new Stopped()
    await step(run, keepChunk, { turn, reason: said(result.refusal) })
  }
}
