import { accountTeam } from '@/db/schema/accounts'
import { command } from '@/lib/kernel/command'
import { compareDays, type Day, dayOf } from '@/lib/kernel/day'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { holdToEdit } from './commands-upkeep'
import { may } from './manifest'
import { messages } from './messages'
import { joinTeamInput, leaveTeamInput } from './model-record'
import { findActiveMembers, findAssignments } from './queries-held'
import { mustBeInOrder, no } from './rules'

const edits = { permission: may.edit, messages, refreshes: ['/accounts/[accountId]', '/accounts/[accountId]/team'] }

/** Puts a member on the account's team: as what, employed how, from when, until the day on which access ends. */
export const joinTeam = command({
  name: 'accounts.joinTeam',
  ...edits,
  input: joinTeamInput,
  async run(work, { fromDay, ...input }) {
    await holdToEdit(work, input.accountId)
    const today = dayOf(work.now, work.actor.timeZone)
    const from = fromDay ?? today
    mustBeInOrder(from, input.toDay)
    if (!(await findActiveMembers(work, [input.memberId])).has(input.memberId))
      throw no('memberUnknown', {}, { memberId: { code: 'memberUnknown' } })
    const overlaps = (await findAssignments(work, input.accountId, input.memberId)).some(
      ({ toDay }) => toDay === null || toDay > from,
    )
    if (overlaps) throw no('alreadyOnTeam', {}, { memberId: { code: 'alreadyOnTeam' } })
    const { id } = await insertRow(work, accountTeam, { ...input, fromDay: from })
    return { id, accountId: input.accountId }
  },
})

/** Ends a member's assignment: on that day, or at once. Access ends with it. */
export const leaveTeam = command({
  name: 'accounts.leaveTeam',
  ...edits,
  input: leaveTeamInput,
  async run(work, { accountId, memberId, toDay }) {
    await holdToEdit(work, accountId)
    const today = dayOf(work.now, work.actor.timeZone)
    const current = (await findAssignments(work, accountId, memberId)).find(
      (each) => each.toDay === null || each.toDay > today,
    )
    if (!current) throw no('notOnTeam', {}, { memberId: { code: 'notOnTeam' } })
    const last = toDay ?? laterOf(current.fromDay, today)
    const params = { fromDay: current.fromDay }
    if (last < current.fromDay) throw no('endsBeforeItBegan', params, { toDay: { code: 'endsBeforeItBegan', params } })
    await changeRow(work, accountTeam, { id: current.id }, { toDay: last })
    return { id: current.id, accountId }
  },
})

/** Takes an ending back: the assignment goes on. */
export const stayOnTeam = command({
  name: 'accounts.stayOnTeam',
  ...edits,
  input: leaveTeamInput.pick({ accountId: true, memberId: true }),
  async run(work, { accountId, memberId }) {
    await holdToEdit(work, accountId)
    const [latest] = await findAssignments(work, accountId, memberId)
    if (!latest) throw no('notOnTeam', {}, { memberId: { code: 'notOnTeam' } })
    await changeRow(work, accountTeam, { id: latest.id }, { toDay: null })
    return { id: latest.id, accountId }
  },
})

const laterOf = (a: Day, b: Day): Day => (compareDays(a, b) < 0 ? b : a)
