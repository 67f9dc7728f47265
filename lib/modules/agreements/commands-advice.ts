import { agreementAdvice } from '@/db/schema/agreements'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf, formatDay } from '@/lib/kernel/day'
import type { Params } from '@/lib/kernel/messages'
import { Refusal } from '@/lib/kernel/refusal'
import { mayEditAccount } from '@/lib/kernel/rights'
import { saidInAll } from '@/lib/kernel/said'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { findOwnUploads } from '@/lib/modules/files/queries'
import { settle as hush, notify } from '@/lib/modules/notifications/commands'
import { settleVersion } from './commands-approval'
import { holdVersion, lockVersion } from './commands-signing-upkeep'
import { may } from './manifest'
import { adviceMessages } from './messages-advice'
import {
  adviceRef,
  answerAdviceInput,
  askAdviceInput,
  decideAdviceInput,
  declineAdviceInput,
  waiveAdviceInput,
  waiveSuggestionInput,
} from './model-advice'
import { type FoundAdvice, findAdvice, findAdviceOf, findManagers, findStanding, findSubject } from './queries-advice'
import { findClauses } from './queries-clauses'
import { findTellable } from './queries-readers'
import type { HeldVersion } from './queries-signatories'
import {
  mustBeAdvisor,
  mustBeAskableFor,
  mustBeOpenVersion,
  mustBeSuggested,
  mustStepAdvice,
  readsAdvice,
  settlesNow,
} from './rules-advising'

const refreshes = [
  '/agreements/[agreementId]',
  '/agreements/[agreementId]/advice',
  '/agreements/[agreementId]/approval',
  '/agreements/advice',
]
const asks = { permission: may.draft, messages: adviceMessages, refreshes }
const advises = { permission: may.advise, messages: adviceMessages, refreshes }

/** Asks a colleague, who is told, or an expert outside by name, about a clause or the whole. Refuses who cannot read it. */
export const askAdvice = command({
  name: 'agreements.askAdvice',
  ...asks,
  hides: ['question', 'background'],
  input: askAdviceInput,
  async run(work, { agreementVersionId: versionId, ...asked }) {
    const held = await holdVersion(work, versionId)
    mustBeOpenVersion(held.version.state)
    const [readers, clauses] = [await findTellable(work, held), await findClauses(work, versionId)]
    mustBeAskableFor(asked, {
      actorId: work.actor.id,
      today: dayOf(work.now, work.actor.timeZone),
      readers: new Set(readers.map(({ id }) => id)),
      clauseKeys: new Set(clauses.map(({ key }) => key)),
    })
    const { agreement } = held
    const part = { agreementId: agreement.id, accountId: agreement.accountId, versionId, askedBy: work.actor.id }
    const state = mustStepAdvice('suggested', 'request', { question: asked.question })
    const row = await insertRow(work, agreementAdvice, { ...part, ...asked, state })
    await say(work, held, [asked.advisorId], 'toldAsked', row.id)
    return { agreementId: agreement.id, adviceId: row.id }
  },
})

/** The expert says that they will answer. */
export const acceptAdvice = command({
  name: 'agreements.acceptAdvice',
  ...advises,
  input: adviceRef,
  async run(work, { adviceId }) {
    const { held, advice } = await holdAsked(work, adviceId)
    const state = mustStepAdvice(advice.state, 'accept')
    await changeRow(work, agreementAdvice, { id: adviceId }, { state })
    return { agreementId: held.agreement.id, adviceId }
  },
})

/** The expert says why they cannot; whoever asked is told. */
export const declineAdvice = command({
  name: 'agreements.declineAdvice',
  ...advises,
  input: declineAdviceInput,
  async run(work, { adviceId, because }) {
    const { held, advice } = await holdAsked(work, adviceId)
    const state = mustStepAdvice(advice.state, 'decline', { reason: because })
    await changeRow(work, agreementAdvice, { id: adviceId }, { state, declinedBecause: because })
    await done(work, held, advice, 'toldDeclined')
    return { agreementId: held.agreement.id, adviceId }
  },
})

/** The expert answers in words or by a file, with a recommendation; what one outside said is recorded by who may draft. */
export const answerAdvice = command({
  name: 'agreements.answerAdvice',
  ...advises,
  hides: ['answer'],
  input: answerAdviceInput,
  async run(work, { adviceId, recommendation, answer, fileId }) {
    const { held, advice } = await holdAsked(work, adviceId)
    const state = mustStepAdvice(advice.state, 'answer', { answer, fileId })
    if (fileId && (await findOwnUploads(work, [fileId])).length === 0) throw new Refusal('notFound')
    const subjectDigest = await findSubject(work, held.version, advice)
    const said = { recommendation, answer, fileId, answeredAt: work.now, subjectDigest }
    await changeRow(work, agreementAdvice, { id: adviceId }, { state, ...said })
    await done(work, held, advice, 'toldAnswered')
    return { agreementId: held.agreement.id, adviceId }
  },
})

/** Says what becomes of the advice, with a reason unless it is followed; managers are told when it is not followed. BGM-3.3. */
export const decideAdvice = command({
  name: 'agreements.decideAdvice',
  ...asks,
  hides: ['reason'],
  input: decideAdviceInput,
  async run(work, { adviceId, decision, reason }) {
    const { held, advice } = await holdMine(work, adviceId)
    const managers = await findManagers(work)
    const state = mustStepAdvice(advice.state, 'decide', {
      decision,
      decisionReason: reason,
      managerTold: managers.length > 0,
    })
    const said = { decision, decisionReason: reason, decidedBy: work.actor.id, decidedAt: work.now }
    const { subjectDigest: answered, recommendation } = advice
    const subjectDigest = settlesNow(recommendation) ? await findSubject(work, held.version, advice) : answered
    await changeRow(work, agreementAdvice, { id: adviceId }, { state, ...said, subjectDigest })
    if (decision === 'notFollowed') await say(work, held, managers, 'toldNotFollowed', adviceId)
    return after(work, held, adviceId)
  },
})

/** Does without advice that was asked for, with a reason; managers are told. */
export const waiveAdvice = command({
  name: 'agreements.waiveAdvice',
  ...asks,
  input: waiveAdviceInput,
  async run(work, { adviceId, reason }) {
    const { held, advice } = await holdMine(work, adviceId)
    const state = mustStepAdvice(advice.state, 'waive', { reason })
    const subjectDigest = await findSubject(work, held.version, advice)
    await changeRow(work, agreementAdvice, { id: adviceId }, { state, waivedBecause: reason, subjectDigest })
    await hushed(work, advice)
    await say(work, held, await findManagers(work), 'toldWaived', adviceId)
    return after(work, held, adviceId)
  },
})

/** Does without advice that the rules suggest, with a reason; managers are told when it would have held up the approval. */
export const waiveSuggestion = command({
  name: 'agreements.waiveSuggestion',
  ...asks,
  input: waiveSuggestionInput,
  async run(work, { agreementVersionId: versionId, clauseKey, trigger, reason }) {
    const held = await holdVersion(work, versionId)
    mustBeOpenVersion(held.version.state)
    const { agreement, version } = held
    const { suggestions } = await findStanding(work, version, await findAdviceOf(work, agreement.id))
    const { discipline, blocking } = mustBeSuggested(suggestions, { trigger, clauseKey })
    const state = mustStepAdvice('suggested', 'waive', { reason })
    const part = { agreementId: agreement.id, accountId: agreement.accountId, versionId, askedBy: work.actor.id }
    const about = { clauseKey, trigger, discipline, blocking, state, waivedBecause: reason }
    const subjectDigest = await findSubject(work, version, about)
    const row = await insertRow(work, agreementAdvice, { ...part, ...about, subjectDigest })
    if (blocking) await say(work, held, await findManagers(work), 'toldWaived', row.id)
    return after(work, held, row.id)
  },
})

/** Takes a question back; what the rules suggest is suggested again. */
export const cancelAdvice = command({
  name: 'agreements.cancelAdvice',
  ...asks,
  input: adviceRef,
  async run(work, { adviceId }) {
    const { held, advice } = await holdMine(work, adviceId)
    await changeRow(work, agreementAdvice, { id: adviceId }, { state: mustStepAdvice(advice.state, 'cancel') })
    await hushed(work, advice)
    return after(work, held, adviceId)
  },
})

/** A request with its version, locked, for whoever is to answer it. */
async function holdAsked(work: Work, adviceId: string) {
  const held = await lockVersion(work, (await findAdvice(work, adviceId)).versionId)
  mustBeOpenVersion(held.version.state)
  const advice = await findAdvice(work, adviceId)
  mustBeAdvisor(work.actor, advice, mayEditAccount(work.actor, held.account))
  return { held, advice }
}

/** The same for those who may draft and read what it says. */
async function holdMine(work: Work, adviceId: string) {
  const held = await holdVersion(work, (await findAdvice(work, adviceId)).versionId)
  mustBeOpenVersion(held.version.state)
  const advice = await findAdvice(work, adviceId)
  if (!readsAdvice(work.actor, advice)) throw new Refusal('notAllowed')
  return { held, advice }
}

/** What was held up by it may be approved now. */
async function after(work: Work, held: HeldVersion, adviceId: string) {
  await settleVersion(work, held)
  return { agreementId: held.agreement.id, adviceId }
}

const hushed = (work: Work, { id }: FoundAdvice) => work.call(hush, { subjectKind: 'agreementAdvice', subjectId: id })

async function done(work: Work, held: HeldVersion, advice: FoundAdvice, what: 'toldAnswered' | 'toldDeclined') {
  await hushed(work, advice)
  await say(work, held, [advice.askedBy], what, advice.id)
}

type Told = 'toldAsked' | 'toldAnswered' | 'toldDeclined' | 'toldNotFollowed' | 'toldWaived'

/** Tells members that something happened, never what was asked or answered. */
async function say(
  work: Work,
  { agreement }: HeldVersion,
  memberIds: readonly (string | null)[],
  what: Told,
  id: string,
) {
  const others = [...new Set(memberIds)].flatMap((each) => (each && each !== work.actor.id ? [each] : []))
  if (others.length === 0) return
  const asked = what === 'toldAsked' ? (await findAdvice(work, id)).dueOn : null
  const said = (day: string): Params => ({ title: agreement.title, by: work.actor.name, day })
  await work.call(notify, {
    memberIds: others,
    kind: 'agreementAdvice',
    text: saidInAll(adviceMessages, what, (locale) => said(asked ? formatDay(asked, locale) : '')),
    href: `/agreements/${agreement.id}/advice`,
    urgent: what === 'toldAsked',
    subjectKind: 'agreementAdvice',
    subjectId: id,
    key: `agreements.${what}.${id}.${work.commandId}`,
  })
}
