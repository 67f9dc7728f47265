import { importBatches, importRows } from '@/db/schema/imports'
import { command, type Work } from '@/lib/kernel/command'
import { changeRow } from '@/lib/kernel/write'
import { keepLedger } from '@/lib/kernel/write-each'
import { takeBack as takeBackAccounts } from '@/lib/modules/accounts/commands-intake'
import { refreshMany, takeBack as takeBackPeople } from '@/lib/modules/contacts/commands-intake'
import { takeBack as takeBackContacts } from '@/lib/modules/interactions/commands-intake'
import { takeBackMany } from '@/lib/modules/kpis/commands-intake'
import { takeBackVoices } from '@/lib/modules/needs/commands-voices'
import { takeBack as takeBackProducts } from '@/lib/modules/products/commands-intake'
import { takeBack as takeBackSales } from '@/lib/modules/sales/commands-intake'
import { takeBackMembers, takeBackNumbers } from '@/lib/modules/workspace/commands-intake'
import { holdRunning, startNext, step } from './commands-work'
import type { Reason } from './model'
import type { UndoPlan } from './model-undo'
import { keepChunkInput, undoChunkInput } from './model-work'
import { findRowsToUndo, type HeldBatch, type HeldRow } from './queries-held'
import { findChanges, findSince } from './queries-undo'
import { mustMayBring, mustStand } from './rules'
import { counted } from './rules-check'
import { planUndo } from './rules-undo'

type Progress = { finished: boolean }

/** Takes back what the latest command of the import did that was not taken back yet, all of it in one transaction. */
export const undoChunk = command({
  name: 'imports.undoChunk',
  ...step,
  input: undoChunkInput,
  async run(work, { batchId, runner }): Promise<Progress> {
    const batch = await holdRunning(work, { batchId, runner })
    mustStand(batch, 'undoing')
    mustMayBring(work.actor, batch.subject)
    const rows = await findRowsToUndo(work, batchId)
    const commandId = rows[0]?.commandId
    if (!commandId) return settle(work, batch, [], new Map())
    const changes = await findChanges(work, commandId)
    const records = [...new Set(rows.flatMap(({ subjectId }) => subjectId ?? []))]
    const plan = planUndo(changes, batch.subject, await findSince(work, batchId, changes, records))
    await takeBack(work, plan)
    const stays: Reason = { code: 'editedSince' }
    const kept = new Map(
      rows.flatMap((row) => (row.subjectId && plan.kept.has(row.subjectId) ? [[row.number, stays]] : [])),
    )
    return settle(work, batch, rows, kept)
  },
})

/** What could not be taken back stays, with the reason, and the undo goes on before it. */
export const keepChunk = command({
  name: 'imports.keepChunk',
  ...step,
  input: keepChunkInput,
  async run(work, { batchId, runner, reason }): Promise<Progress> {
    const batch = await holdRunning(work, { batchId, runner })
    mustStand(batch, 'undoing')
    const rows = await findRowsToUndo(work, batchId)
    return settle(work, batch, rows, new Map(rows.map(({ number }) => [number, reason])))
  },
})

/** Contacts go first, then people, numbers and accounts: nothing is left that refers to what is gone. */
async function takeBack(
  work: Work,
  { accounts, people, numbers, members, contacts, products, sales, voices, measurements }: UndoPlan,
) {
  const isFilled = (plan: object) => Object.values(plan).some((list) => list.length > 0)
  if (isFilled(measurements)) await work.call(takeBackMany, measurements)
  if (voices.length > 0) await work.call(takeBackVoices, { voiceIds: voices })
  if (isFilled(sales)) await work.call(takeBackSales, sales)
  if (isFilled(products)) await work.call(takeBackProducts, products)
  if (isFilled(contacts)) await work.call(takeBackContacts, contacts)
  if (isFilled(people)) await work.call(takeBackPeople, people)
  if (isFilled(numbers)) await work.call(takeBackNumbers, numbers)
  if (isFilled(members)) await work.call(takeBackMembers, members)
  if (!isFilled(accounts)) return
  const { renamed } = await work.call(takeBackAccounts, accounts)
  if (renamed.length > 0) await work.call(refreshMany, { accountIds: renamed })
}

async function settle(
  work: Work,
  batch: HeldBatch,
  rows: readonly HeldRow[],
  kept: ReadonlyMap<number, Reason>,
): Promise<Progress> {
  await keepLedger(
    work,
    importRows,
    rows.map(({ createdAt: _, ...row }) => {
      const reason = kept.get(row.number)
      const detail = reason ? { ...row.detail, kept: reason } : row.detail
      return { ...row, outcome: reason ? 'kept' : 'undone', detail, undoCommandId: work.commandId }
    }),
    ['outcome', 'detail', 'undoCommandId'],
  )
  const finished = rows.length === 0
  const undone = counted(
    rows.map(({ number }) => (kept.has(number) ? 'kept' : 'undone')),
    batch.counts.undone,
  )
  const end = finished ? { status: 'undone', undoneAt: work.now } : {}
  const patch = { counts: { ...batch.counts, undone }, progressAt: work.now, ...end }
  await changeRow(work, importBatches, { id: batch.id }, patch)
  if (finished) await startNext(work, batch)
  return { finished }
}
