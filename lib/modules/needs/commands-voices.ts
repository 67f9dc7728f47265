import { consumerVoices, needSources, needs } from '@/db/schema/needs'
import { command, todayOf, type Work } from '@/lib/kernel/command'
import { cut } from '@/lib/kernel/cut'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow, changeRows, insertRow, insertRows, lockRow } from '@/lib/kernel/write'
import { findAccount, findAccounts } from '@/lib/modules/accounts/queries'
import { liveAccount, openNeedInHand, settle } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { refreshed } from './model'
import { addVoiceInput, addVoicesInput, groupInput, manyVoices, voiceRef } from './model-voices'
import { findVoices } from './queries-voices'
import { mustBeAllKnown, mustHavePassed } from './rules'
import { mustBeGroupable, mustHaveTitle, retailerOf, sourcesOf } from './rules-voices'

const voices = { permission: may.record, messages, refreshes: ['/(crm)/needs/voices'] }

/** What one end consumer said, of which product, at which retailer. */
export const addVoice = command({
  name: 'needs.addVoice',
  ...voices,
  input: addVoiceInput,
  async run(work, input) {
    if (input.accountId) await liveAccount(work, input.accountId)
    mustHavePassed(input.saidOn, todayOf(work), 'saidOn')
    const row = await insertRow(work, consumerVoices, { ...input, enteredBy: work.actor.id })
    return { id: row.id }
  },
})

/** Many voices at once, as a file brings them. Answers their ids in the order given. */
export const addVoices = command({
  name: 'needs.addVoices',
  ...voices,
  input: addVoicesInput,
  internal: true,
  async run(work, { voices: given }) {
    const named = [...new Set(given.flatMap((voice) => voice.accountId ?? []))]
    mustBeAllKnown((await findAccounts(work, named)).length, named.length)
    const rows = await insertRows(
      work,
      consumerVoices,
      given.map((voice) => ({ ...voice, enteredBy: work.actor.id })),
    )
    return { ids: rows.map((row) => row.id) }
  },
})

/** Takes voices back that an import brought and nobody has grouped since. */
export const takeBackVoices = command({
  name: 'needs.takeBackVoices',
  ...voices,
  input: manyVoices,
  internal: true,
  async run(work, { voiceIds }) {
    const free = (await findVoices(work, voiceIds)).filter((voice) => voice.needId === null)
    await changeRows(
      work,
      consumerVoices,
      free.map((voice) => voice.id),
      { archivedAt: work.now },
    )
  },
})

/** Takes a voice out that was a slip or came twice. One that is part of a need stays. */
export const removeVoice = command({
  name: 'needs.removeVoice',
  ...voices,
  input: voiceRef,
  async run(work, { voiceId }) {
    const voice = await voiceInHand(work, voiceId)
    mustBeGroupable([voice], 1)
    await changeRow(work, consumerVoices, { id: voiceId }, { archivedAt: work.now })
    return { id: voiceId }
  },
})

/** The undo of taking a voice out. */
export const restoreVoice = command({
  name: 'needs.restoreVoice',
  ...voices,
  input: voiceRef,
  async run(work, { voiceId }) {
    await voiceInHand(work, voiceId)
    await changeRow(work, consumerVoices, { id: voiceId }, { archivedAt: null })
    return { id: voiceId }
  },
})

async function voiceInHand(work: Work, voiceId: string) {
  const voice = await lockRow(work, consumerVoices, voiceId)
  if (voice.accountId) await findAccount(work, voice.accountId)
  return voice
}

/**
 * Makes one need of end consumers out of many voices, or adds them to one: counted, held by the retailer through whom they
 * are answered, with a source for each way in which they came. Refuses voices that are part of a need.
 */
export const groupVoices = command({
  name: 'needs.groupVoices',
  permission: may.record,
  input: groupInput,
  messages,
  refreshes: [...refreshed, '/(crm)/needs/voices'],
  async run(work, { voiceIds, needId, accountId, title, kind }) {
    const wanted = [...new Set(voiceIds)]
    const found = await findVoices(work, wanted)
    mustBeAllKnown(found.length, wanted.length)
    mustBeGroupable(found, wanted.length)
    const { need } = needId
      ? await openNeedInHand(work, needId)
      : { need: await newNeed(work, { accountId: retailerOf(found, accountId), title: mustHaveTitle(title), kind }) }
    const t = translatorOf(messages, work.actor.locale)
    await insertRows(
      work,
      needSources,
      sourcesOf(found, (words, count) => t('voicesCounted', { words: cut(words, 3000), count })).map((source) => ({
        ...source,
        needId: need.id,
        accountId: need.accountId,
        memberId: work.actor.id,
      })),
    )
    await changeRows(work, consumerVoices, wanted, { needId: need.id })
    await settle(work, need.id)
    return { id: need.id, voices: wanted.length }
  },
})

type NewNeed = { accountId: string; title: string; kind: string }

async function newNeed(work: Work, { accountId, title, kind }: NewNeed) {
  await liveAccount(work, accountId)
  return insertRow(work, needs, {
    accountId,
    title,
    kind,
    holder: 'endConsumer',
    ownerId: work.actor.id,
    authorId: work.actor.id,
    heardOn: todayOf(work),
  })
}
