import { agreementDecisions, agreements, obligationOccurrences } from '@/db/schema/agreements'
import { command, todayOf, type Work } from '@/lib/kernel/command'
import { type Day, formatDay } from '@/lib/kernel/day'
import { changeRow, changeRows, lockRow } from '@/lib/kernel/write'
import { attach } from '@/lib/modules/files/commands'
import { decisionFor, keepDecision, lifecyclePages } from './commands-decisions'
import { layOut } from './commands-obligation-upkeep'
import { headOf, holdAgreement } from './commands-upkeep'
import { may } from './manifest'
import { lifecycleMessages } from './messages-lifecycle'
import { agreementRef, openEnd } from './model'
import { giveNoticeInput, supersedeInput, suspendInput, terminateInput } from './model-lifecycle'
import { type FoundAgreement, findAgreement, findShown } from './queries-held'
import { findDecisions } from './queries-lifecycle-held'
import { findObligations, holdOpenOccurrences } from './queries-obligations-held'
import { findSettings } from './queries-settings'
import {
  deadlineOf,
  mustStepAgreement,
  noStep,
  noticeOf,
  openExitItems,
  retentionOf,
  takesOver,
} from './rules-lifecycle'

const ends = { permission: may.end, messages: lifecycleMessages, refreshes: lifecyclePages }
/** Suspends an agreement from today until a day, with the reason; what is owed under it rests. */
export const suspend = command({
  name: 'agreements.suspend',
  ...ends,
  input: suspendInput,
  async run(work, { agreementId, reason, until }) {
    const { agreement } = await holdAgreement(work, agreementId)
    const today = todayOf(work)
    const state = mustStepAgreement(agreement.state, 'suspend', { reason, pausedFrom: today, pausedUntil: until })
    const patch = { state, stateReason: reason, suspendedSince: today, suspendedUntil: until, changedAt: work.now }
    await changeRow(work, agreements, { id: agreementId }, patch)
    return { agreementId, state }
  },
})

/** Resumes it before its day; what fell into the pause is not owed. */
export const resume = command({
  name: 'agreements.resume',
  ...ends,
  input: agreementRef,
  async run(work, { agreementId }) {
    const { agreement } = await holdAgreement(work, agreementId)
    return { agreementId, state: await goOn(work, agreement, todayOf(work)) }
  },
})

type Paused = Pick<typeof agreements.$inferSelect, 'id' | 'endsOn' | 'suspendedSince'> & {
  state: Parameters<typeof mustStepAgreement>[0]
}

/** Takes a suspended agreement up again on a day: due days inside the pause are cancelled, later ones are laid out. */
export async function goOn(work: Work, agreement: Paused, on: Day) {
  const state = mustStepAgreement(agreement.state, 'resume', {})
  const since = agreement.suspendedSince ?? on
  const owed = await findObligations(work, [agreement.id])
  const open = await holdOpenOccurrences(
    work,
    owed.map(({ id }) => id),
  )
  const rested = open.filter((each) => each.state !== 'submitted' && since <= each.nominalOn && each.nominalOn < on)
  await changeRows(
    work,
    obligationOccurrences,
    rested.map(({ id }) => id),
    { state: 'cancelled', decidedAt: work.now },
  )
  const patch = { state, stateReason: null, suspendedSince: null, suspendedUntil: null, changedAt: work.now }
  await changeRow(work, agreements, { id: agreement.id }, patch)
  await layOut(work, [{ ...agreement, state }], todayOf(work))
  return state
}

/**
 * Keeps that notice of termination was given, with its proof: the term ends on the last day that it names. Given again, it
 * corrects the one on record.
 */
export const giveNotice = command({
  name: 'agreements.giveNotice',
  ...ends,
  input: giveNoticeInput,
  async run(work, { agreementId, reason, lastDay, givenOn, fileId }) {
    const found = await holdAgreement(work, agreementId)
    const { agreement } = found
    const today = todayOf(work)
    const noticeGivenOn = givenOn ?? today
    if (noticeGivenOn > today) throw noStep('givenAhead', {}, { givenOn: { code: 'givenAhead' } })
    if (agreement.startsOn && lastDay < agreement.startsOn)
      throw noStep('lastDayBefore', {}, { lastDay: { code: 'lastDayBefore' } })
    if (lastDay < noticeGivenOn) throw noStep('lastDayBeforeNotice', {}, { lastDay: { code: 'lastDayBeforeNotice' } })
    const earlier = noticeOf(await findDecisions(work, [agreementId]), agreement.endsOn)
    const termEndsOn = earlier ? await endWithout(work, agreement, earlier.decidedOn) : agreement.endsOn
    if (termEndsOn !== openEnd && lastDay > termEndsOn) {
      const params = { day: formatDay(termEndsOn, work.actor.locale) }
      throw noStep('lastDayLater', params, { lastDay: { code: 'lastDayLater', params } })
    }
    mustStepAgreement(agreement.state, 'terminate', { noticeFileId: fileId, lastDay, exitItemsOpen: 0 })
    if (fileId)
      await work.call(attach, {
        kind: 'agreement',
        subjectId: agreementId,
        accountId: agreement.accountId,
        fileIds: [fileId],
        restricted: agreement.confidential,
      })
    const deadline = earlier?.noticeOn ?? deadlineOf(agreement) ?? lastDay
    const known = earlier ?? (await decisionFor(work, agreementId, deadline))
    const told = { decision: 'terminate', reason, noticeFileId: fileId, noticeGivenOn, endsOn: lastDay }
    const row = await keepDecision(work, found, known, deadline, told)
    await changeRow(work, agreements, { id: agreementId }, { endsOn: lastDay, stateReason: reason })
    return { agreementId, decisionId: row.id, lastDay }
  },
})

/** The end of the term in which notice was given, as it is without that notice: a correction may go up to it. */
async function endWithout(work: Work, agreement: FoundAgreement['agreement'], decidedOn: Day | null): Promise<Day> {
  return headOf(await findShown(work, agreement), decidedOn ?? todayOf(work)).endsOn
}

/** Terminates an agreement whose last day is over and whose exit items are all settled. */
export const terminate = command({
  name: 'agreements.terminate',
  ...ends,
  input: terminateInput,
  async run(work, { agreementId, exitItems }) {
    const { agreement } = await holdAgreement(work, agreementId)
    const given = noticeOf(await findDecisions(work, [agreementId]), agreement.endsOn)
    const state = mustStepAgreement(agreement.state, 'terminate', {
      noticeFileId: given?.noticeFileId ?? null,
      lastDay: given?.endsOn ?? null,
      exitItemsOpen: openExitItems(exitItems),
    })
    if (agreement.endsOn >= todayOf(work)) throw noStep('lastDayAhead')
    if (given) await changeRow(work, agreementDecisions, { id: given.id }, { exitItems })
    await finish(work, agreementId, state, agreement.endsOn)
    return { agreementId, state }
  },
})

/** Another agreement of the same kind and scope takes over; an amendment does not do this. */
export const supersede = command({
  name: 'agreements.supersede',
  ...ends,
  permission: may.draft,
  input: supersedeInput,
  async run(work, { agreementId, successorId }) {
    const { agreement } = await holdAgreement(work, agreementId)
    await findAgreement(work, successorId)
    await lockRow(work, agreements, successorId)
    const { agreement: successor } = await findAgreement(work, successorId)
    const successorHolds = takesOver(agreement, successor)
    if (!successorHolds) throw noStep('notSuccessor')
    const state = mustStepAgreement(agreement.state, 'supersede', { successorHolds })
    await finish(work, agreementId, state, todayOf(work))
    return { agreementId, state }
  },
})

/** Ends an agreement: what is still open under it is cancelled, and it is kept as long as is set. It is never deleted. */
export async function finish(work: Work, agreementId: string, state: string, endedOn: Day): Promise<void> {
  const retentionUntil = retentionOf(endedOn, (await findSettings(work)).retentionYears)
  await changeRow(work, agreements, { id: agreementId }, { state, endedOn, retentionUntil, changedAt: work.now })
  const owed = await findObligations(work, [agreementId])
  const open = await holdOpenOccurrences(
    work,
    owed.map(({ id }) => id),
  )
  const future = open.filter((each) => each.state !== 'submitted' && each.nominalOn > endedOn)
  await changeRows(
    work,
    obligationOccurrences,
    future.map(({ id }) => id),
    { state: 'cancelled', decidedAt: work.now },
  )
}
