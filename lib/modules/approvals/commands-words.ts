import { approvalSeats } from '@/db/schema/approvals'
import { hasRole } from '@/lib/kernel/actor'
import { command } from '@/lib/kernel/command'
import { addDays, dayOf } from '@/lib/kernel/day'
import { closedDaysOf } from '@/lib/kernel/workday'
import { changeRow } from '@/lib/kernel/write'
import { attach } from '@/lib/modules/files/commands'
import { findCalendarDays } from '@/lib/modules/workspace/queries'
import { follow } from './commands-decisions'
import { askApprovers, keepRound, tell } from './commands-round'
import { may } from './manifest'
import { messages } from './messages'
import { byWordInput, runRef, writeWordInput } from './model'
import { findDelegations, holdRun } from './queries-held'
import { findLapsed } from './queries-story'
import { consent, openSteps, takeWordBack, wordTurnOf } from './rules'
import { writeByOf } from './rules-escalation'
import { mustBeJob, mustBeSaidLately, mustBeSeenAs, mustBeTurn, wordSeat } from './rules-refusals'

const refreshes = ['/review', '/review/[runId]']

/**
 * Records that an approver agreed by word, when it is urgent: it counts at once, must be in writing by the end of the next
 * working day, and is listed until then. A file that shows it is read by whoever may read the account; of a secret matter,
 * by those who serve the account. Recorded by who submitted it or by an assistant, never by the approver.
 */
export const approveByWord = command({
  name: 'approvals.approveByWord',
  permission: may.submit,
  messages,
  refreshes,
  input: byWordInput,
  async run(work, { runId, stepId, holderId, saidOn, evidence, fileId, contentHash }) {
    const { actor, now } = work
    const today = dayOf(now, actor.timeZone)
    mustBeSaidLately(saidOn, today)
    const held = await holdRun(work, runId)
    const { row, round } = held
    mustBeSeenAs(row.contentHash, contentHash)
    const recorder = { id: actor.id, isAssistant: hasRole(actor, 'salesAssistant') }
    const word = { recorder, holderId, stepId, allowsWord: row.allowsWord }
    const seat = wordSeat(openSteps(round), round.authors, word)
    if (fileId)
      await work.call(attach, {
        kind: 'approval',
        subjectId: runId,
        accountId: row.accountId,
        fileIds: [fileId],
        restricted: row.secret,
      })
    const closed = closedDaysOf(await findCalendarDays(work, today, addDays(today, 60)))
    const writeBy = writeByOf(today, closed)
    const after = consent(round, seat.id, null, 'byWord')
    const asked = await keepRound(work, held, after)
    await changeRow(work, approvalSeats, { id: seat.id }, { saidOn, writeBy, wordBy: actor.id, actedAt: now })
    await tell(work, row, 'byWord', { stepId, holderId, saidOn, evidence, evidenceFileId: fileId })
    await askApprovers(work, row, after, [holderId], 'noticeWriteWord')
    await follow(work, held, after, asked)
    return { runId, state: after.state, writeBy }
  },
})

/** Puts in writing what one said, or says that one did not: then it counts no more, and one is asked again. */
export const writeWord = command({
  name: 'approvals.writeWord',
  permission: may.decide,
  messages,
  refreshes,
  input: writeWordInput,
  async run(work, { runId, stepId, agreed, contentHash, comment }) {
    const { actor, now } = work
    const held = await holdRun(work, runId)
    const { row, round } = held
    const delegations = await findDelegations(work)
    const asking = { actorId: actor.id, now, subjectKind: row.subjectKind, delegations, stepId }
    const { seatId, onBehalfOf } = mustBeTurn(wordTurnOf(round, asking))
    mustBeSeenAs(row.contentHash, contentHash)
    const after = agreed ? consent(round, seatId, actor.id, 'approved') : takeWordBack(round, seatId)
    const asked = await keepRound(work, held, after)
    if (agreed) await changeRow(work, approvalSeats, { id: seatId }, { actedAt: now, writeBy: null })
    const holderId = onBehalfOf ?? actor.id
    await tell(work, row, agreed ? 'written' : 'wordDenied', { stepId, holderId, comment })
    await follow(
      work,
      held,
      after,
      asked.filter((seat) => seat.holderId !== holderId),
    )
    return { runId, state: after.state }
  },
})

/** What was said in a run and not written in time counts no more; its approvers are asked again. */
export const lapseWords = command({
  name: 'approvals.lapseWords',
  permission: may.keepTime,
  messages,
  refreshes,
  input: runRef,
  async run(work, { runId }) {
    mustBeJob(work.actor)
    const held = await holdRun(work, runId)
    const lapsed = await findLapsed(work, runId)
    if (lapsed.length === 0 || (held.round.state !== 'pending' && held.round.state !== 'approved')) return { lapsed: 0 }
    const after = lapsed.reduce((round, { id }) => takeWordBack(round, id), held.round)
    const asked = await keepRound(work, held, after)
    for (const { stepId, holderId } of lapsed) await tell(work, held.row, 'wordLapsed', { stepId, holderId })
    await follow(work, held, after, asked)
    return { lapsed: lapsed.length }
  },
})
