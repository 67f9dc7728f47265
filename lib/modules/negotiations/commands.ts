import { negotiationMembers, negotiations } from '@/db/schema/negotiations'
import { command } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { holdNegotiation, keepFindable } from './commands-upkeep'
import { may } from './manifest'
import { messages } from './messages'
import { editInput, noDeadline, openInput } from './model'
import { findAccountPart } from './queries-held'
import { mustBeAlive, mustMayNegotiate } from './rules-rights'

export const negotiates = {
  permission: may.negotiate,
  messages,
  refreshes: ['/negotiations', '/negotiations/[negotiationId]'],
}

/** Opens the formal workspace of a negotiation; whoever opens it leads it. */
export const open = command({
  name: 'negotiations.open',
  ...negotiates,
  input: openInput,
  async run(work, { deadlineOn, ...about }) {
    const { actor, now } = work
    const account = await findAccountPart(work, about.accountId)
    mustMayNegotiate(actor, account)
    const row = await insertRow(work, negotiations, {
      ...about,
      path: 'formal',
      state: 'planning',
      ownerId: actor.id,
      startedOn: dayOf(now, actor.timeZone),
      deadlineOn: deadlineOn ?? noDeadline,
      changedAt: now,
    })
    const part = { negotiationId: row.id, accountId: about.accountId }
    await insertRow(work, negotiationMembers, { ...part, memberId: actor.id, part: 'leads' })
    await keepFindable(work, row, account)
    return { negotiationId: row.id }
  },
})

/** Changes what a negotiation is about. */
export const edit = command({
  name: 'negotiations.edit',
  ...negotiates,
  input: editInput,
  async run(work, { negotiationId, version, deadlineOn, ...about }) {
    const { negotiation, account } = await holdNegotiation(work, negotiationId)
    mustBeAlive(negotiation.state)
    const patch = { ...about, deadlineOn: deadlineOn ?? noDeadline, changedAt: work.now }
    const row = await changeRow(work, negotiations, { id: negotiationId, version }, patch)
    await keepFindable(work, row, account)
    return { negotiationId, version: row.version }
  },
})
