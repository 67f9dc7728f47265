import { confirmations } from '@/db/schema/confirmations'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { isGranted } from '@/lib/kernel/permission'
import { findSearchable } from '@/lib/kernel/search'
import { changeRows, insertRows } from '@/lib/kernel/write'
import { may } from './manifest'
import { messages } from './messages'
import { type ConfirmationKind, confirmInput, type VoidReason, voidInput } from './model'
import { findStanding } from './queries'
import { mustBeOnRecord, termOf } from './rules'

/**
 * Confirms facts of one account as they are now, for the person who asks. Whoever owns the facts gives the hash of
 * each value; an earlier confirmation of the same fact ends here. Answers the ids of the new confirmations.
 */
export const confirm = command({
  name: 'confirmations.confirm',
  permission: may.confirm,
  input: confirmInput,
  messages,
  internal: true,
  async run(work, { kind, accountId, facts, method, confirmedOn, validUntil, evidenceId, note }) {
    const mayLengthen = isGranted(may.lengthen, work.actor)
    const { from, until } = termOf({ confirmedOn, validUntil, mayLengthen }, dayOf(work.now, work.actor.timeZone))
    if (evidenceId) mustBeOnRecord(await findSearchable(work, 'interaction', evidenceId), accountId)
    await end(
      work,
      kind,
      facts.map((fact) => fact.subjectId),
      'renewed',
    )
    const said = { kind, accountId, method, note, confirmedBy: work.actor.id, confirmedOn: from, validUntil: until }
    const evidence = { evidenceKind: evidenceId && 'interaction', evidenceId }
    const rows = await insertRows(
      work,
      confirmations,
      facts.map((fact) => ({ ...fact, ...said, ...evidence })),
    )
    return rows.map((row) => row.id)
  },
})

/** Voids what was confirmed about these facts, in the transaction that changes them. */
export const voidFor = command({
  name: 'confirmations.voidFor',
  permission: may.confirm,
  input: voidInput,
  messages,
  internal: true,
  async run(work, { kind, subjectIds, because }) {
    await end(work, kind, subjectIds, because)
  },
})

async function end(work: Work, kind: ConfirmationKind, subjectIds: readonly string[], because: VoidReason) {
  const standing = await findStanding(work, kind, subjectIds)
  await changeRows(work, confirmations, standing, { voidedAt: work.now, voidedBecause: because })
}
