import type { z } from 'zod'
import { interactions, tasks } from '@/db/schema/interactions'
import { command, type Work } from '@/lib/kernel/command'
import { mayEditAccount } from '@/lib/kernel/rights'
import { forgetSearchable } from '@/lib/kernel/search'
import { changeRow, changeRows } from '@/lib/kernel/write'
import { reconfirm, takeConfirmationBack } from '@/lib/modules/contacts/commands-slots'
import { findRolesAsking, findRolesGivenOn } from '@/lib/modules/contacts/queries-asking'
import { attach } from '@/lib/modules/files/commands'
import { turnClock } from './commands-clock'
import { holdContact, ids, keepPeople } from './commands-held'
import { holdForLog, keepFindable, record } from './commands-record'
import { may } from './manifest'
import { messages } from './messages'
import { interactionRef, type Logged, logInput, markTwoWayInput, refreshed } from './model'
import { findOpenSteps, findWithdrawnSteps } from './queries-held'
import {
  isPlan,
  momentOf,
  mustBeLiveAccount,
  mustBeLiveContact,
  mustBeWithdrawn,
  mustBeWithinReach,
  mustMayEnterFor,
} from './rules'
import { directionOf, methodOf } from './rules-channels'

/**
 * Logs a contact: with a moment of the past it is history, with one of the future a plan, with none it is now.
 * Whoever had the contact is the speaker; who enters it for them is kept beside. Refuses an account that is archived
 * or not visible, people and colleagues who cannot be named, and entering for others without the right to.
 */
export const log = command({
  name: 'interactions.log',
  permission: may.log,
  input: logInput,
  messages,
  refreshes: refreshed,
  async run(work, input) {
    const { actor, now } = work
    const speakerId = input.speakerId ?? actor.id
    mustMayEnterFor(actor, speakerId)
    const moment = momentOf(input, now, actor.timeZone)
    mustBeWithinReach(moment, now, actor.timeZone)
    const known = await holdForLog(work, input.accountId, { ...input, speakerId })
    const logged = await record(work, known, {
      ...input,
      moment,
      speakerId,
      planned: isPlan(moment, now, actor.timeZone, input.meantAhead),
      twoWay: input.twoWay ?? directionOf(input.channel) === 'twoWay',
    })
    if (input.fileIds.length > 0)
      await work.call(attach, {
        kind: 'interaction',
        subjectId: logged.id,
        accountId: input.accountId,
        fileIds: input.fileIds,
      })
    return { ...logged, reconfirmed: await confirmUnchanged(work, logged, input) }
  },
})

type Named = Pick<z.output<typeof logInput>, 'accountId' | 'channel' | 'unchangedIds'>

/**
 * Confirms key roles again with this contact as evidence, as of its day. Roles that ask no more, that the actor may not
 * confirm, or that somebody confirmed later are passed over: nothing of it may keep a log from being saved.
 */
async function confirmUnchanged(work: Work, { id, day, planned }: Logged, named: Named): Promise<number> {
  const { accountId, channel, unchangedIds } = named
  if (planned || unchangedIds.length === 0) return 0
  const keyContactIds = (await findRolesAsking(work, accountId))
    .filter(({ keyContactId, confirmedOn }) => unchangedIds.includes(keyContactId) && confirmedOn <= day)
    .map((role) => role.keyContactId)
  if (keyContactIds.length === 0) return 0
  const said = { method: methodOf(channel), confirmedOn: day, validUntil: null, evidenceId: id, personId: null }
  return (await work.call(reconfirm, { accountId, keyContactIds, ...said })).confirmed
}

/** Says that the other side has answered: the contact is two-way from now on, and the account's clock is renewed. */
export const markTwoWay = command({
  name: 'interactions.markTwoWay',
  permission: may.change,
  input: markTwoWayInput,
  messages,
  refreshes: refreshed,
  async run(work, { interactionId, answeredIds }) {
    const { row, account } = await holdContact(work, interactionId)
    mustBeLiveContact(row)
    const after = await changeRow(work, interactions, { id: row.id }, { twoWay: true })
    await keepPeople(work, after, { personIds: undefined, answeredIds })
    const { clock } = await turnClock(work, account)
    return { id: row.id, dueOn: clock.dueOn }
  },
})

/**
 * Takes a contact back, with the next steps that came of it and are still open, and with what the actor confirmed on it
 * today: the undo of a log, or the archive.
 */
export const withdraw = command({
  name: 'interactions.withdraw',
  permission: may.change,
  input: interactionRef,
  messages,
  refreshes: refreshed,
  run: (work, { interactionId }) => takeBack(work, interactionId, {}),
})

export async function takeBack(work: Work, interactionId: string, patch: { cancelledBecause?: string | null }) {
  const { row, account } = await holdContact(work, interactionId)
  mustBeLiveContact(row)
  await changeRow(work, interactions, { id: row.id }, { ...patch, archivedAt: work.now })
  await changeRows(work, tasks, await ids(findOpenSteps(work, row.id)), { archivedAt: work.now })
  await forgetSearchable(work, 'interaction', row.id)
  if (!account.archived && mayEditAccount(work.actor, account))
    for (const keyContactId of await findRolesGivenOn(work, account.id, row.id))
      await work.call(takeConfirmationBack, { keyContactId })
  const { clock } = await turnClock(work, account)
  return { id: row.id, dueOn: clock.dueOn }
}

/** Brings a withdrawn contact or cancelled plan back, with the next steps that went with it. */
export const restore = command({
  name: 'interactions.restore',
  permission: may.change,
  input: interactionRef,
  messages,
  refreshes: refreshed,
  async run(work, { interactionId }) {
    const { row, account } = await holdContact(work, interactionId)
    mustBeWithdrawn(row)
    mustBeLiveAccount(account)
    const steps = await ids(findWithdrawnSteps(work, row.id, row.archivedAt))
    const after = await changeRow(work, interactions, { id: row.id }, { archivedAt: null, cancelledBecause: null })
    await changeRows(work, tasks, steps, { archivedAt: null })
    await keepFindable(work, account, after)
    const { clock } = await turnClock(work, account)
    return { id: row.id, dueOn: clock.dueOn }
  },
})
