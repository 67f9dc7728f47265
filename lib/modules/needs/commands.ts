import { needSources, needs } from '@/db/schema/needs'
import { command, todayOf, type Work } from '@/lib/kernel/command'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { restrict } from '@/lib/modules/links/commands'
import {
  knownSource,
  liveAccount,
  mustNameMember,
  needInHand,
  openNeedInHand,
  settle,
  settleAll,
} from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import {
  addSourceInput,
  closeInput,
  describeInput,
  editInput,
  feedInput,
  hearInput,
  needRef,
  quantifyInput,
  refreshed,
  restInput,
  sourceRef,
} from './model'
import { findLettersOf } from './queries-consultation'
import { findNeedsOf, findSources } from './queries-held'
import { mustBeAllKnown, mustBeMeasured, mustKeepOne, mustSayWhy } from './rules'

const records = { permission: may.record, messages, refreshes: refreshed }

/**
 * Writes down a need that was heard or seen: of which account, in whose words, how it was found. Its owner is the actor
 * unless somebody else is named. Refuses an account that is archived or not visible, and a contact of another account.
 */
export const hear = command({
  name: 'needs.hear',
  ...records,
  input: hearInput,
  async run(work, input) {
    const account = await liveAccount(work, input.accountId)
    const { method, methodId, personId, informant, verbatim, interactionId, heardOn, ...rest } = await knownSource(
      work,
      account.id,
      input,
    )
    const ownerId = rest.ownerId ?? work.actor.id
    await mustNameMember(work, ownerId)
    const need = await insertRow(work, needs, { ...rest, heardOn, ownerId, authorId: work.actor.id })
    await insertRow(work, needSources, {
      needId: need.id,
      accountId: account.id,
      method,
      methodId,
      personId,
      informant,
      verbatim,
      interactionId,
      heardOn,
      memberId: work.actor.id,
    })
    const { version, state } = await settle(work, need.id)
    return { id: need.id, version, state }
  },
})

/**
 * Changes what a need is called, whose it is, who looks after it and how it may be read; a field not named stays. Letters
 * that quote a need are read as it is.
 */
export const edit = command({
  name: 'needs.edit',
  ...records,
  input: editInput,
  async run(work, { needId, version, ...given }) {
    const { need } = await openNeedInHand(work, needId)
    if (given.ownerId) await mustNameMember(work, given.ownerId)
    const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    await changeRow(work, needs, { id: needId, version }, named)
    const after = await settle(work, needId)
    if (after.confidential !== need.confidential) await restrictLetters(work, needId)
    return { id: needId, version: after.version, state: after.state }
  },
})

async function restrictLetters(work: Work, needId: string) {
  const { restricted, open } = await findLettersOf(work, needId)
  const letters = { subjectKind: 'consultation' }
  await work.call(restrict, { ...letters, subjectIds: restricted, restricted: true })
  await work.call(restrict, { ...letters, subjectIds: open, restricted: false })
}

/** Says what a need is about and what follows when it is not met. */
export const describe = command({
  name: 'needs.describe',
  ...records,
  input: describeInput,
  async run(work, { needId, version, context, consequence }) {
    await openNeedInHand(work, needId)
    await changeRow(work, needs, { id: needId, version }, { context, consequence })
    const after = await settle(work, needId)
    return { id: needId, version: after.version, state: after.state }
  },
})

/** Measures a need: what, in which unit, from where to where, how sure, whence. Refuses a measure with a part missing. */
export const quantify = command({
  name: 'needs.quantify',
  ...records,
  input: quantifyInput,
  async run(work, { needId, version, ...measure }) {
    const { need } = await openNeedInHand(work, needId)
    mustBeMeasured({ ...need, ...measure })
    await changeRow(work, needs, { id: needId, version }, measure)
    const after = await settle(work, needId)
    return { id: needId, version: after.version, state: after.state }
  },
})

/** One more time that the need was heard or seen; a second method or a second person triangulates it. */
export const addSource = command({
  name: 'needs.addSource',
  ...records,
  input: addSourceInput,
  async run(work, { needId, ...input }) {
    const { need } = await openNeedInHand(work, needId)
    const source = await knownSource(work, need.accountId, input)
    const row = await insertRow(work, needSources, {
      ...source,
      needId,
      accountId: need.accountId,
      memberId: work.actor.id,
    })
    const { triangulated } = await settle(work, needId)
    return { id: needId, sourceId: row.id, triangulated }
  },
})

/** Takes a source away that was a slip; the last one stays. */
export const removeSource = command({
  name: 'needs.removeSource',
  ...records,
  input: sourceRef,
  async run(work, { sourceId }) {
    const source = await lockRow(work, needSources, sourceId)
    await openNeedInHand(work, source.needId)
    if (source.archivedAt === null) {
      mustKeepOne((await findSources(work, [source.needId])).length - 1)
      await changeRow(work, needSources, { id: sourceId }, { archivedAt: work.now })
      await settle(work, source.needId)
    }
    return { id: source.needId }
  },
})

/** The undo of taking a source away. */
export const restoreSource = command({
  name: 'needs.restoreSource',
  ...records,
  input: sourceRef,
  async run(work, { sourceId }) {
    const source = await lockRow(work, needSources, sourceId)
    await openNeedInHand(work, source.needId)
    await changeRow(work, needSources, { id: sourceId }, { archivedAt: null })
    await settle(work, source.needId)
    return { id: source.needId }
  },
})

/** Says what rests on a need: a term, a KPI, an advocacy. Such a need is verified before it is answered. */
export const feed = command({
  name: 'needs.feed',
  ...records,
  input: feedInput,
  async run(work, { needId, feeds }) {
    await openNeedInHand(work, needId)
    await changeRow(work, needs, { id: needId }, { feeds: [...new Set(feeds)].toSorted() })
    await settle(work, needId)
    return { id: needId }
  },
})

/**
 * The same, said by a neighbour whose record begins or ceases to rest on needs of an account; the neighbour has seen that
 * the actor may change it. Refuses a need to begin with that is of another account, or not for the actor.
 */
export const restOn = command({
  name: 'needs.restOn',
  ...records,
  input: restInput,
  internal: true,
  async run(work, { accountId, feed: kind, added, gone }) {
    const named = await findNeedsOf(work, accountId, [...added, ...gone])
    mustBeAllKnown(named.filter(({ id }) => added.includes(id)).length, new Set(added).size)
    const rests = (feeds: readonly string[], on: boolean) => [
      ...feeds.filter((each) => each !== kind),
      ...(on ? [kind] : []),
    ]
    const patches = named.map(({ id, feeds }) => ({ id, feeds: rests(feeds, added.includes(id)).toSorted() }))
    await changeEach(work, needs, patches)
    await settleAll(
      work,
      patches.map(({ id }) => id),
    )
  },
})

/** A need that is met, or dropped for a reason, asks nothing more. */
export const close = command({
  name: 'needs.close',
  ...records,
  input: closeInput,
  async run(work, { needId, outcome, because }) {
    await openNeedInHand(work, needId)
    mustSayWhy(outcome, because)
    const outcomeOn = todayOf(work)
    await changeRow(work, needs, { id: needId }, { outcome, outcomeOn, outcomeBecause: because })
    const { state } = await settle(work, needId)
    return { id: needId, state }
  },
})

/** The undo of closing. */
export const reopen = command({
  name: 'needs.reopen',
  ...records,
  input: needRef,
  async run(work, { needId }) {
    await needInHand(work, needId)
    await changeRow(work, needs, { id: needId }, { outcome: null, outcomeOn: null, outcomeBecause: null })
    const { state } = await settle(work, needId)
    return { id: needId, state }
  },
})

/** Takes a need that was a slip out of lists and search. */
export const archive = command({
  name: 'needs.archive',
  ...records,
  input: needRef,
  async run(work, { needId }) {
    await needInHand(work, needId)
    await changeRow(work, needs, { id: needId }, { archivedAt: work.now })
    await settle(work, needId)
    return { id: needId }
  },
})

export const restore = command({
  name: 'needs.restore',
  ...records,
  input: needRef,
  async run(work, { needId }) {
    await needInHand(work, needId)
    await changeRow(work, needs, { id: needId }, { archivedAt: null })
    await settle(work, needId)
    return { id: needId }
  },
})
