import type { z } from 'zod'
import { negotiationSettings, negotiations } from '@/db/schema/negotiations'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { isGranted } from '@/lib/kernel/permission'
import { mayEditAccount } from '@/lib/kernel/rights'
import { saidInAll } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { log } from '@/lib/modules/interactions/commands'
import { findContact } from '@/lib/modules/interactions/queries-timeline'
import { findProduct } from '@/lib/modules/products/queries'
import { negotiates, open } from './commands'
import { tell } from './commands-telling'
import { keepFindable } from './commands-upkeep'
import { may } from './manifest'
import { lightWords } from './messages-light'
import { noDeadline } from './model'
import { editTalkInput, talkInput, thresholdsInput } from './model-light'
import { findAccountPart, findNegotiation } from './queries-held'
import { findSettings } from './queries-settings'
import { formalReasons, mustBeSmall, titleOf } from './rules-light'
import { mustBeLight, mustBeOfAccount, mustBeOfLiveAccount, mustMayEditTalk } from './rules-rights'

type Talk = z.output<typeof talkInput>

/**
 * Keeps a small talk: asked, gave, got, result. Above the threshold it is refused for those who may open the formal workspace,
 * which `formal` does with what was typed; from others it is kept, and whoever serves the account is told. A talk that belongs
 * to no contact yet is logged as one, so that it counts as a contact of the account.
 */
export const talk = command({
  name: 'negotiations.talk',
  ...negotiates,
  permission: may.talk,
  input: talkInput,
  async run(work, input) {
    const { actor, now } = work
    const account = await findAccountPart(work, input.accountId)
    mustBeOfLiveAccount(account)
    if (input.productId) await findProduct(work, input.productId)
    const due = formalReasons({ ...input, tier: account.tier }, await findSettings(work))
    const mayOpen = isGranted(may.negotiate, actor) && mayEditAccount(actor, account)
    if (mayOpen && !input.formal) mustBeSmall(due)
    const { formal, channel, interactionId: given, ...said } = input
    const interactionId = await contactOf(work, input)
    if (formal) return openWith(work, said, interactionId)
    const closed = said.result !== 'open'
    const row = await insertRow(work, negotiations, {
      ...said,
      interactionId,
      path: 'light',
      title: titleOf(said.asked),
      state: closed ? 'closed' : 'open',
      closedAt: closed ? now : null,
      ownerId: actor.id,
      startedOn: dayOf(now, actor.timeZone),
      deadlineOn: noDeadline,
      changedAt: now,
    })
    await keepFindable(work, row, account)
    if (due.length > 0)
      await tell(work, [account.ownerId], {
        kind: 'negotiation',
        text: saidInAll(lightWords, 'toldFormalDue', { account: account.name, title: row.title }),
        href: `/negotiations/${row.id}`,
        subjectKind: 'negotiation',
        subjectId: row.id,
        key: `negotiations.formalDue.${row.id}`,
      })
    return { negotiationId: row.id }
  },
})

/** The contact that the talk was part of; logs one when none is named. */
async function contactOf(work: Work, input: Talk): Promise<string> {
  if (input.interactionId) {
    const contact = await findContact(work, input.interactionId)
    mustBeOfAccount(contact.accountId, input.accountId)
    return contact.id
  }
  const t = translatorOf(lightWords, work.actor.locale)
  const lines = (['asked', 'gave', 'got'] as const).flatMap((field) =>
    input[field] ? [t(`line_${field}`, { text: input[field] })] : [],
  )
  const { id } = await work.call(log, {
    accountId: input.accountId,
    channel: input.channel,
    summary: [...lines, t(`line_${input.result}`)].join('\n'),
    ...{ personIds: [], answeredIds: [], memberIds: [], topics: [], nextSteps: [], fileIds: [], unchangedIds: [] },
    ...{ happenedAt: null, day: null, time: null, twoWay: null, meantAhead: false, speakerId: null },
  })
  return id
}

/** The formal workspace with all that was typed for the small talk. */
async function openWith(
  work: Work,
  { result: _open, ...said }: Omit<Talk, 'formal' | 'channel' | 'interactionId'>,
  interactionId: string,
) {
  const { accountId, direction, kind, expectedValue, asked, gave, got, termCode, productId } = said
  const title = titleOf(asked)
  const outline = { title, purpose: null, objective: null, expectedValue, deadlineOn: null }
  const { negotiationId } = await work.call(open, { accountId, direction, kind, ...outline })
  const typed = { asked, gave, got, termCode, productId, interactionId }
  const row = await changeRow(work, negotiations, { id: negotiationId }, typed)
  await keepFindable(work, row, await findAccountPart(work, accountId))
  return { negotiationId }
}

/** Changes what was said in a small talk, or what came of it; for whoever had it and whoever edits the account. */
export const editTalk = command({
  name: 'negotiations.editTalk',
  ...negotiates,
  permission: may.talk,
  input: editTalkInput,
  async run(work, { negotiationId, version, ...said }) {
    const { negotiation, account } = await findNegotiation(work, negotiationId)
    mustBeLight(negotiation)
    mustMayEditTalk(work.actor, negotiation, account)
    const closed = said.result !== 'open'
    const row = await changeRow(
      work,
      negotiations,
      { id: negotiationId, version },
      {
        ...said,
        title: titleOf(said.asked),
        state: closed ? 'closed' : 'open',
        closedAt: closed ? (negotiation.closedAt ?? work.now) : null,
        changedAt: work.now,
      },
    )
    await keepFindable(work, row, account)
    return { negotiationId, version: row.version }
  },
})

/** Says from when on the formal workspace is due, and within how many days results are told. */
export const setThresholds = command({
  name: 'negotiations.setThresholds',
  permission: may.configure,
  messages: negotiates.messages,
  refreshes: ['/settings/negotiations'],
  input: thresholdsInput,
  async run(work, { version, ...wanted }) {
    const { id } = await findSettings(work)
    const row = id
      ? await changeRow(work, negotiationSettings, { id, version }, wanted)
      : await insertRow(work, negotiationSettings, wanted)
    return { version: row.version }
  },
})
