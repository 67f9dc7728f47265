import { interactions, tasks } from '@/db/schema/interactions'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { changeRow, changeRows } from '@/lib/kernel/write'
import { attach } from '@/lib/modules/files/commands'
import { turnClocks } from './commands-clock'
import { holdContact, ids, keepPeople } from './commands-held'
import { keepFindable, mustKnowEverybody } from './commands-record'
import { may } from './manifest'
import { messages } from './messages'
import { type Edit, editInput, refreshed } from './model'
import { findOpenSteps } from './queries-held'
import {
  isPlan,
  momentOf,
  mustBeLiveAccount,
  mustBeLiveContact,
  mustBeWithinReach,
  mustMayEnterFor,
  saysWhen,
} from './rules'

/**
 * Corrects a contact. What is not named stays; a version that somebody else has changed since is merged or refused.
 * Moved to another day or account, the clocks of both accounts are turned. A plan moved into the past has happened.
 */
export const edit = command({
  name: 'interactions.edit',
  permission: may.change,
  input: editInput,
  messages,
  refreshes: refreshed,
  async run(work, input) {
    const { row, account, other } = await holdContact(work, input.interactionId, input.accountId)
    mustBeLiveContact(row)
    mustBeLiveAccount(other)
    if (input.speakerId && input.speakerId !== row.speakerId) mustMayEnterFor(work.actor, input.speakerId)
    const patch = { ...said(input), ...rescheduled(work, row, input) }
    await mustKnowEverybody(work, input.personIds ?? [], [patch.speakerId ?? row.speakerId])
    const after = await changeRow(work, interactions, { id: row.id, version: input.version }, patch)
    await keepPeople(work, after, input)
    if (other.id !== account.id)
      await changeRows(work, tasks, await ids(findOpenSteps(work, row.id)), { accountId: other.id })
    if (input.fileIds.length > 0)
      await work.call(attach, { kind: 'interaction', subjectId: row.id, accountId: other.id, fileIds: input.fileIds })
    await keepFindable(work, other, after)
    await turnClocks(work, new Map([account, other].map((each) => [each.id, each])))
    return { id: row.id, version: after.version }
  },
})

type Row = typeof interactions.$inferSelect

const said = ({ accountId, channel, summary, topics, speakerId, twoWay }: Edit) => ({
  ...(accountId && { accountId }),
  ...(channel && { channel }),
  ...(summary && { summary }),
  ...(topics && { topics: [...new Set(topics)] }),
  ...(speakerId && { speakerId }),
  ...(twoWay !== null && { twoWay }),
})

/** The new moment, when it differs from the one on record. */
function rescheduled({ actor, now }: Work, row: Row, input: Edit) {
  if (!saysWhen(input)) return {}
  const moment = momentOf({ ...input, day: input.day ?? dayOf(row.happenedAt, actor.timeZone) }, now, actor.timeZone)
  if (moment.timeKnown === row.timeKnown && +moment.at === +row.happenedAt) return {}
  mustBeWithinReach(moment, now, actor.timeZone)
  const planned = isPlan(moment, now, actor.timeZone, row.planned)
  const used = row.planned && !planned ? { plannedFor: row.happenedAt } : {}
  return { happenedAt: moment.at, timeKnown: moment.timeKnown, planned, ...used }
}
