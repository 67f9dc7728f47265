import { accountDistinctions, accountNotes } from '@/db/schema/accounts'
import { command, type Work } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { keepExternalIds } from '@/lib/modules/workspace/commands-external-ids'
import { numberTaken } from './commands'
import { holdToEdit, refreshSearch } from './commands-upkeep'
import { may } from './manifest'
import { messages } from './messages'
import { distinctInput, externalIdInput, externalIdRef } from './model'
import { noteInput, noteRef } from './model-record'
import { findAccounts } from './queries'
import { isSaidToDiffer } from './queries-held'
import { no } from './rules'

const edits = { permission: may.edit, messages, refreshes: ['/accounts/[accountId]'] }

/** Notes how they like to work and be met, and how we know it: without a source nothing is noted. */
export const noteCulture = command({
  name: 'accounts.noteCulture',
  ...edits,
  input: noteInput,
  async run(work, input) {
    await holdToEdit(work, input.accountId)
    const { id } = await insertRow(work, accountNotes, { ...input, writtenBy: work.actor.id })
    return { id, accountId: input.accountId }
  },
})

export const archiveNote = command({
  name: 'accounts.archiveNote',
  ...edits,
  input: noteRef,
  run: (work, ref) => put(work, ref, work.now),
})

export const restoreNote = command({
  name: 'accounts.restoreNote',
  ...edits,
  input: noteRef,
  run: (work, ref) => put(work, ref, null),
})

/** Keeps the number under which another system knows the account: one for each system. */
export const setExternalId = command({
  name: 'accounts.setExternalId',
  ...edits,
  input: externalIdInput,
  run: (work, { accountId, ...number }) => keepNumber(work, accountId, number),
})

/** Takes a system's number away. */
export const removeExternalId = command({
  name: 'accounts.removeExternalId',
  ...edits,
  input: externalIdRef,
  run: (work, { accountId, source }) => keepNumber(work, accountId, { source, value: null }),
})

async function keepNumber(work: Work, accountId: string, number: { source: string; value: string | null }) {
  await holdToEdit(work, accountId)
  const { taken } = await work.call(keepExternalIds, {
    kind: 'account',
    entries: [{ subjectId: accountId, ...number }],
  })
  if (taken[0]) throw await numberTaken(work, taken[0])
  await refreshSearch(work, [accountId])
  return { accountId }
}

/** Remembers that two accounts that look alike are different ones, so that nobody is asked again. */
export const tellApart = command({
  name: 'accounts.tellApart',
  ...edits,
  input: distinctInput,
  async run(work, { accountId, otherId }) {
    if (accountId === otherId) throw no('sameAccount', {}, { otherId: { code: 'sameAccount' } })
    await holdToEdit(work, accountId)
    if ((await findAccounts(work, [otherId])).length === 0) throw new Refusal('notFound')
    if (!(await isSaidToDiffer(work, accountId, otherId)))
      await insertRow(work, accountDistinctions, { accountId, otherId, decidedBy: work.actor.id })
    return { accountId }
  },
})

async function put(work: Work, { accountId, noteId }: { accountId: string; noteId: string }, archivedAt: Date | null) {
  await holdToEdit(work, accountId)
  const note = await lockRow(work, accountNotes, noteId)
  if (note.accountId !== accountId) throw new Refusal('notFound')
  if ((note.archivedAt === null) !== (archivedAt === null))
    await changeRow(work, accountNotes, { id: noteId }, { archivedAt })
  return { id: noteId, accountId }
}
