import { confirmations } from '@/db/schema/confirmations'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { isGranted } from '@/lib/kernel/permission'
import { findSearchable } from '@/lib/kernel/search'
import { changeRow, changeRows, insertRows } from '@/lib/kernel/write'
import { may } from './manifest'
import { messages } from './messages'
import { type ConfirmationKind, confirmInput, takeBackInput, type VoidReason, voidInput } from './model'
import { findGiven, findStanding } from './queries'
import { mustBeOnRecord, mustBeYoursOfToday, termOf } from './rules'

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

/** Takes a slip back: the confirmation given today counts no more, and the one that it took the place of counts again. */
export const takeBack = command({
  name: 'confirmations.takeBack',
  permission: may.confirm,
  input: takeBackInput,
  messages,
  internal: true,
  async run(work, { kind, subjectId }) {
    const given = await findGiven(work, kind, subjectId)
    const { timeZone, id } = work.actor
    const standing = given.find((each) => each.voidedAt === null)
    mustBeYoursOfToday(
      standing ? { confirmedBy: standing.confirmedBy, givenOn: dayOf(standing.createdAt, timeZone) } : null,
      id,
      dayOf(work.now, timeZone),
    )
    await end(work, kind, [subjectId], 'takenBack')
    const before = given.find((each) => each !== standing && each.voidedBecause !== 'takenBack')
    if (before?.voidedBecause === 'renewed')
      await changeRow(work, confirmations, { id: before.id }, { voidedAt: null, voidedBecause: null })
  },
})

async function end(work: Work, kind: ConfirmationKind, subjectIds: readonly string[], because: VoidReason) {
  const standing = await findStanding(work, kind, subjectIds)
  await changeRows(work, confirmations, standing, { voidedAt: work.now, voidedBecause: because })
}
