import { negotiationInputs, negotiationWaivers } from '@/db/schema/negotiations'
import { command, todayOf, type Work } from '@/lib/kernel/command'
import { cut } from '@/lib/kernel/cut'
import { addDays, formatDay } from '@/lib/kernel/day'
import type { Params } from '@/lib/kernel/messages'
import { Refusal } from '@/lib/kernel/refusal'
import { mayEditAccount } from '@/lib/kernel/rights'
import { saidInAll } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { addWorkdays, closedDaysOf } from '@/lib/kernel/workday'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { attach } from '@/lib/modules/files/commands'
import { settle } from '@/lib/modules/notifications/commands'
import { findCalendarDays } from '@/lib/modules/workspace/queries'
import { tell } from './commands-telling'
import { holdNegotiation, keepNegotiation } from './commands-upkeep'
import { may } from './manifest'
import { inputWords } from './messages-inputs'
import { answerInput, askInput, declineInput, disposeInput, inputRef, waiveInput } from './model-inputs'
import { findColleagues } from './queries-colleagues'
import { findNegotiation } from './queries-held'
import {
  mustBeAskable,
  mustBeDisposable,
  mustBeUnanswered,
  mustBeYours,
  mustNotBeOwn,
  mustTakeSides,
} from './rules-inputs'
import { mustBeAlive } from './rules-rights'

const refreshes = ['/negotiations/[negotiationId]', '/negotiations/[negotiationId]/inputs', '/negotiations/inputs']
const leads = { permission: may.negotiate, messages: inputWords, refreshes }
const contributes = { permission: may.contribute, messages: inputWords, refreshes }

/** Asks a colleague or an expert; they are told. Refuses whoever cannot see the account or may not contribute. */
export const askColleague = command({
  name: 'negotiations.askColleague',
  ...leads,
  input: askInput,
  async run(work, { negotiationId, discipline, ...asked }) {
    const { negotiation, account } = await holdNegotiation(work, negotiationId)
    mustBeAlive(negotiation.state)
    const colleagues = new Set((await findColleagues(work, account)).map(({ id }) => id))
    const { id: actorId } = work.actor
    mustBeAskable({ ...asked, discipline }, { actorId, colleagues, today: todayOf(work) })
    const row = await insertRow(work, negotiationInputs, {
      ...asked,
      negotiationId,
      accountId: account.id,
      askedBy: actorId,
      discipline: asked.kind === 'advice' ? discipline : null,
    })
    await keepNegotiation(work, negotiationId)
    await say(work, [asked.askedOf], 'toldAsked', row, {
      title: negotiation.title,
      day: asked.dueOn,
      question: cut(asked.question, 200),
    })
    return { inputId: row.id }
  },
})

/** Whoever is asked says that they will answer. */
export const acceptInput = command({
  name: 'negotiations.acceptInput',
  ...contributes,
  input: inputRef,
  async run(work, { inputId }) {
    const { input } = await inHand(work, inputId)
    mustBeYours(input, work.actor.id, ['asked', 'accepted'])
    await changeRow(work, negotiationInputs, { id: inputId }, { state: 'accepted' })
    return { inputId }
  },
})

/** Answers, with a stance or a recommendation and perhaps a file; whoever asked is told. */
export const answer = command({
  name: 'negotiations.answer',
  ...contributes,
  input: answerInput,
  async run(work, { inputId, fileId, ...said }) {
    const { input, negotiation } = await inHand(work, inputId)
    mustBeYours(input, work.actor.id, ['asked', 'accepted', 'answered'])
    mustTakeSides(input.kind, said)
    if (fileId && fileId !== input.fileId)
      await work.call(attach, {
        kind: 'negotiationInput',
        subjectId: inputId,
        accountId: input.accountId,
        fileIds: [fileId],
      })
    await changeRow(
      work,
      negotiationInputs,
      { id: inputId },
      {
        answer: said.answer,
        stance: input.kind === 'input' ? said.stance : null,
        recommendation: input.kind === 'advice' ? said.recommendation : null,
        fileId,
        state: 'answered',
        answeredAt: work.now,
      },
    )
    await keepNegotiation(work, negotiation.id)
    await hush(work, input)
    await say(work, [input.askedBy], 'toldAnswered', input, { title: negotiation.title })
    return { inputId }
  },
})

/** Says why one cannot answer; whoever asked is told. */
export const decline = command({
  name: 'negotiations.declineInput',
  ...contributes,
  input: declineInput,
  async run(work, { inputId, because }) {
    const { input, negotiation } = await inHand(work, inputId)
    mustBeYours(input, work.actor.id, ['asked', 'accepted'])
    await changeRow(work, negotiationInputs, { id: inputId }, { state: 'declined', declinedBecause: because })
    await hush(work, input)
    await say(work, [input.askedBy], 'toldDeclined', input, {
      title: negotiation.title,
      reason: cut(because, 200),
    })
    return { inputId }
  },
})

/** Takes a question back that nobody has answered. */
export const cancelInput = command({
  name: 'negotiations.cancelInput',
  ...leads,
  input: inputRef,
  async run(work, { inputId }) {
    const { input, negotiation } = await inHand(work, inputId)
    await holdNegotiation(work, negotiation.id)
    mustBeUnanswered(input)
    await changeRow(work, negotiationInputs, { id: inputId }, { state: 'cancelled' })
    await hush(work, input)
    await say(work, [input.askedOf], 'toldCancelled', input, { title: negotiation.title })
    return { inputId }
  },
})

/** Says what became of an answer; whoever gave it is told, and managers when an expert is not followed. BGM-2.4. */
export const dispose = command({
  name: 'negotiations.dispose',
  ...leads,
  input: disposeInput,
  async run(work, { inputId, disposition, reason }) {
    const { input, negotiation, account } = await inHand(work, inputId)
    await holdNegotiation(work, negotiation.id)
    mustBeDisposable(input, work.actor.id, { disposition, reason })
    await changeRow(
      work,
      negotiationInputs,
      { id: inputId },
      {
        state: 'disposed',
        disposition,
        dispositionReason: reason,
        disposedBy: work.actor.id,
        disposedAt: work.now,
      },
    )
    await keepNegotiation(work, negotiation.id)
    const told = { title: negotiation.title, reason: cut(reason ?? '', 300) }
    await say(work, [input.askedOf], `toldDisposed_${disposition}`, input, told)
    if (input.kind === 'advice' && disposition === 'notAdopted') {
      const colleagues = await findColleagues(work, account)
      const managers = colleagues.filter(({ roles }) => roles.includes('manager')).map(({ id }) => id)
      await say(work, managers, 'toldNotFollowed', input, told)
    }
    return { inputId }
  },
})

/**
 * A lead's word that a negotiation may be ready although a required input is missing: it holds until the end of the next
 * working day. Nobody gives it for their own negotiation.
 */
export const waive = command({
  name: 'negotiations.waive',
  permission: may.consent,
  messages: inputWords,
  refreshes,
  input: waiveInput,
  async run(work, { negotiationId, reason }) {
    const { negotiation, account } = await findNegotiation(work, negotiationId)
    if (!mayEditAccount(work.actor, account)) throw new Refusal('notAllowed')
    mustNotBeOwn(negotiation, work.actor.id)
    mustBeAlive(negotiation.state)
    const today = todayOf(work)
    const holdsUntil = addWorkdays(today, 1, closedDaysOf(await findCalendarDays(work, today, addDays(today, 60))))
    const row = await insertRow(work, negotiationWaivers, {
      negotiationId,
      accountId: account.id,
      givenBy: work.actor.id,
      reason,
      holdsUntil,
    })
    await tell(work, [negotiation.ownerId], {
      kind: 'negotiationWaiver',
      text: saidInAll(inputWords, 'toldWaived', (locale) => ({
        by: work.actor.name,
        title: negotiation.title,
        day: formatDay(holdsUntil, locale),
      })),
      href: `/negotiations/${negotiationId}/inputs`,
      subjectKind: 'negotiationWaiver',
      subjectId: row.id,
      key: `negotiations.waived.${row.id}`,
    })
    return { negotiationId, holdsUntil }
  },
})

type Row = typeof negotiationInputs.$inferSelect

/** The input, locked, with its negotiation, for whoever may see the account; of one that lives. */
async function inHand(work: Work, inputId: string) {
  const input = await lockRow(work, negotiationInputs, inputId)
  const found = await findNegotiation(work, input.negotiationId)
  mustBeAlive(found.negotiation.state)
  return { input, ...found }
}

/** What was asked of a member is settled for them. */
const hush = (work: Work, { id, askedOf }: Row) =>
  work.call(settle, { subjectKind: 'negotiationInput', subjectId: id, memberId: askedOf })

type Told = Extract<keyof typeof inputWords.en, `told${string}`>

/** Tells whoever was asked on their own page, and whoever asked on the negotiation's. */
function say(work: Work, memberIds: readonly string[], what: Told, input: Row, params: Params) {
  const { id, negotiationId, askedOf } = input
  return tell(work, memberIds, {
    kind: 'negotiationInput',
    text: saidInAll(inputWords, what, (locale) => ({
      ...params,
      by: work.actor.name,
      day: formatDay(input.dueOn, locale),
      discipline: input.discipline
        ? translatorOf(inputWords, locale)(`discipline_${input.discipline}` as 'inputs')
        : '',
    })),
    href: memberIds.includes(askedOf) ? '/negotiations/inputs' : `/negotiations/${negotiationId}/inputs`,
    subjectKind: 'negotiationInput',
    subjectId: id,
    key: `negotiations.${what}.${id}.${work.commandId}`,
  })
}
