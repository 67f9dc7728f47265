import { obligationOccurrences } from '@/db/schema/agreements'
import { digestOf } from '@/lib/kernel/canonical'
import { command, todayOf, type Work } from '@/lib/kernel/command'
import { shortened } from '@/lib/kernel/cut'
import { formatDay } from '@/lib/kernel/day'
import { saidInAll, verbatim } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow, lockRow } from '@/lib/kernel/write'
import { submitForApproval, withdrawApproval } from '@/lib/modules/approvals/commands'
import { isApproved } from '@/lib/modules/approvals/model'
import { findRun } from '@/lib/modules/approvals/queries'
import { attach } from '@/lib/modules/files/commands'
import { log } from '@/lib/modules/interactions/commands'
import { notify, settle } from '@/lib/modules/notifications/commands'
import { obligationPages } from './commands-obligations'
import { may } from './manifest'
import { obligationMessages } from './messages-obligations'
import { occurrenceRef, reasonInput, reminderInput, submitOccurrenceInput, waiverKind } from './model-obligations'
import type { OccurrenceEvent } from './model-states'
import { findOccurrence, type HeldOccurrence } from './queries-obligations-held'
import {
  lateCost,
  mustBeAcceptor,
  mustBeRunning,
  mustHandle,
  mustNotBeOwed,
  mustStepOccurrence,
  noObligation,
  textOf,
} from './rules-obligations'
import type { OccurrenceFacts } from './rules-occurrences'

const handles = { permission: may.fulfil, messages: obligationMessages, refreshes: obligationPages }

/** A due day, locked, with what it is of: for whoever owns it, accepts it or edits the account. */
async function hold(work: Work, occurrenceId: string): Promise<HeldOccurrence> {
  const { obligation, account } = await findOccurrence(work, occurrenceId)
  mustHandle(work.actor, obligation, account)
  await lockRow(work, obligationOccurrences, occurrenceId)
  return findOccurrence(work, occurrenceId)
}

/** Where it goes by this event; what comes into its lead days today may be handed in today. */
function step(work: Work, { occurrence, obligation }: HeldOccurrence, event: OccurrenceEvent, said: OccurrenceFacts) {
  const { dueOn, ownerId, submittedBy } = occurrence
  const facts = {
    today: todayOf(work),
    dueOn,
    leadDays: obligation.leadDays,
    ownerId,
    submittedBy,
    actorId: work.actor.id,
  }
  const here =
    event === 'submit' && occurrence.state === 'scheduled'
      ? mustStepOccurrence('scheduled', 'fallDue', facts)
      : occurrence.state
  return mustStepOccurrence(here, event, { ...facts, ...said })
}

const answer = ({ occurrence }: HeldOccurrence, state: string) => ({
  occurrenceId: occurrence.id,
  agreementId: occurrence.agreementId,
  state,
})

/** Hands in what was owed, with its evidence where one is required. What lateness costs is fixed with it. K05. */
export const submitOccurrence = command({
  name: 'agreements.submitOccurrence',
  ...handles,
  input: submitOccurrenceInput,
  async run(work, { occurrenceId, note, fileId }) {
    const held = await hold(work, occurrenceId)
    const { occurrence, obligation, agreement } = held
    const { evidenceRequired, penalty, graceDays, everyMonths, acceptorId } = obligation
    mustBeRunning(agreement.state)
    const state = step(work, held, 'submit', { evidenceRequired, evidenceGiven: fileId !== null })
    if (fileId)
      await work.call(attach, {
        kind: 'obligation',
        subjectId: occurrenceId,
        accountId: agreement.accountId,
        fileIds: [fileId],
        restricted: agreement.confidential,
      })
    const { currency } = agreement
    const cost = lateCost(penalty, { dueOn: occurrence.dueOn, graceDays, everyMonths, currency }, todayOf(work))
    const done = { submittedBy: work.actor.id, submittedAt: work.now, decidedBy: null, decidedAt: null, reason: null }
    const row = await changeRow(
      work,
      obligationOccurrences,
      { id: occurrenceId },
      { ...done, state, note, fileId, penaltyAmount: cost?.amount ?? null },
    )
    if (acceptorId) await tell(work, held, [acceptorId], 'toldSubmitted', `submitted.${row.version}`)
    return answer(held, state)
  },
})

/** Accepts what was handed in: somebody else than whoever owes it or handed it in. */
export const acceptOccurrence = command({
  name: 'agreements.acceptOccurrence',
  ...handles,
  input: occurrenceRef,
  run: (work, { occurrenceId }) => decide(work, occurrenceId, 'accept', null),
})

/** Sends it back with the reason: it is due again, from whoever owns the obligation by now. */
export const rejectOccurrence = command({
  name: 'agreements.rejectOccurrence',
  ...handles,
  input: reasonInput,
  run: (work, { occurrenceId, reason }) => decide(work, occurrenceId, 'reject', reason),
})

async function decide(work: Work, occurrenceId: string, event: 'accept' | 'reject', reason: string | null) {
  const held = await hold(work, occurrenceId)
  const state = step(work, held, event, { reason })
  mustBeAcceptor(work.actor, held.obligation)
  const { ownerId } = held.obligation
  const again = event === 'reject' ? { ownerId } : {}
  const row = await changeRow(
    work,
    obligationOccurrences,
    { id: occurrenceId },
    { state, reason, ...again, ...decided(work) },
  )
  await settled(work, occurrenceId)
  if (event === 'reject') {
    const { submittedBy } = held.occurrence
    await tell(
      work,
      held,
      [ownerId, ...(submittedBy ? [submittedBy] : [])],
      'toldRejected',
      `back.${row.version}`,
      reason,
    )
  }
  return answer(held, state)
}

const decided = ({ actor, now }: Work) => ({ decidedBy: actor.kind === 'job' ? null : actor.id, decidedAt: now })

/** Cancels what is not owed yet, or not any more, with the reason. */
export const cancelOccurrence = command({
  name: 'agreements.cancelOccurrence',
  ...handles,
  permission: may.draft,
  input: reasonInput,
  async run(work, { occurrenceId, reason }) {
    const held = await hold(work, occurrenceId)
    const { occurrence, obligation, agreement } = held
    const state = step(work, held, 'cancel', {})
    mustNotBeOwed(agreement.state, obligation, [occurrence], todayOf(work), 'dueNotCancelled')
    await changeRow(work, obligationOccurrences, { id: occurrenceId }, { state, reason, ...decided(work) })
    await work.call(withdrawApproval, { subjectKind: waiverKind, subjectId: occurrenceId })
    await settled(work, occurrenceId)
    return answer(held, state)
  },
})

/** Asks that this once it need not be done. It is waived when everybody asked consented, and owed until then. */
export const waiveOccurrence = command({
  name: 'agreements.waiveOccurrence',
  ...handles,
  permission: may.draft,
  input: reasonInput,
  async run(work, { occurrenceId, reason }) {
    const held = await hold(work, occurrenceId)
    const to = step(work, held, 'waive', { waiverApproved: true, reason })
    const { occurrence, obligation, agreement, account } = held
    const said = { text: textOf(obligation.text), account: account.name }
    const { state } = await work.call(submitForApproval, {
      subjectKind: waiverKind,
      subjectId: occurrenceId,
      accountId: account.id,
      title: saidInAll(obligationMessages, 'waiverTitle', (locale) => ({
        ...said,
        day: formatDay(occurrence.dueOn, locale),
      })),
      href: `/agreements/${agreement.id}/obligations`,
      contentHash: hashOf(held),
      facts: {},
      lines: [
        {
          key: 'waiver',
          aspect: 'terms',
          label: saidInAll(obligationMessages, 'waiverLine'),
          standard: null,
          was: saidInAll(obligationMessages, 'waiverAsOwed', (locale) => ({
            day: formatDay(occurrence.dueOn, locale),
          })),
          now: saidInAll(obligationMessages, 'waiverNow'),
          costPerYear: null,
          detail: verbatim(textOf(obligation.text)),
          why: reason,
          confidential: false,
        },
      ],
      totals: { costPerYear: null, marginPct: null, value: null },
      reason,
      secret: agreement.confidential,
    })
    if (state === 'approved')
      await changeRow(work, obligationOccurrences, { id: occurrenceId }, { state: to, reason, ...decided(work) })
    return answer(held, state === 'approved' ? to : occurrence.state)
  },
})

const hashOf = ({ occurrence: { id, dueOn }, obligation: { text } }: HeldOccurrence) => digestOf({ id, dueOn, text })

/** Waives what everybody consented to waive in writing, as long as it is what they saw and still open. */
export const completeWaiver = command({
  name: 'agreements.completeWaiver',
  ...handles,
  permission: may.draft,
  input: occurrenceRef,
  async run(work, { occurrenceId }) {
    const held = await hold(work, occurrenceId)
    const run = await findRun(work, waiverKind, occurrenceId)
    if (!isApproved(run, hashOf(held)) || run?.unwritten) throw noObligation('waiverWaits')
    const reason = translatorOf(obligationMessages, work.actor.locale)('waiverNow')
    const state = step(work, held, 'waive', { waiverApproved: true, reason })
    await changeRow(work, obligationOccurrences, { id: occurrenceId }, { state, ...decided(work) })
    await settled(work, occurrenceId)
    return answer(held, state)
  },
})

/**
 * Keeps that a reminder of what they owe went out: a contact with the account, with the letter as its text unless the
 * agreement is confidential.
 */
export const logReminder = command({
  name: 'agreements.logReminder',
  ...handles,
  input: reminderInput,
  async run(work, { occurrenceId, channel, letter }) {
    const held = await hold(work, occurrenceId)
    const { occurrence, obligation, agreement } = held
    mustBeRunning(agreement.state)
    if (occurrence.party === 'us') throw noObligation('notTheirs')
    const t = translatorOf(obligationMessages, work.actor.locale)
    const day = formatDay(occurrence.dueOn, work.actor.locale)
    const said = t('letterLogged', { code: agreement.code, day })
    const logged = await work.call(log, {
      accountId: agreement.accountId,
      channel,
      summary: agreement.confidential ? said : `${said}\n\n${letter}`,
      personIds: obligation.personId ? [obligation.personId] : [],
      ...{ answeredIds: [], memberIds: [], topics: [], nextSteps: [], fileIds: [], unchangedIds: [] },
      ...{ happenedAt: null, day: null, time: null, twoWay: null, meantAhead: false, speakerId: null },
    })
    return { ...answer(held, occurrence.state), interactionId: logged.id }
  },
})

const settled = (work: Work, occurrenceId: string) =>
  work.call(settle, { subjectKind: 'obligationOccurrence', subjectId: occurrenceId })

/** A notice says so much of a reason; the whole of it stands on the page that it leads to. */
const longestTold = 500

async function tell(
  work: Work,
  { occurrence, obligation, agreement }: HeldOccurrence,
  memberIds: readonly string[],
  what: 'toldSubmitted' | 'toldRejected',
  key: string,
  reason: string | null = null,
) {
  const others = [...new Set(memberIds)].filter((id) => id !== work.actor.id)
  if (others.length === 0) return
  const said = { title: agreement.title, text: textOf(obligation.text), reason: shortened(reason ?? '', longestTold) }
  await work.call(notify, {
    memberIds: others,
    kind: 'obligation',
    text: saidInAll(obligationMessages, what, said),
    href: `/agreements/${agreement.id}/obligations`,
    urgent: false,
    subjectKind: 'obligationOccurrence',
    subjectId: occurrence.id,
    key: `agreements.obligation.${occurrence.id}.${key}`,
  })
}
