import { approvalDelegations } from '@/db/schema/approvals'
import { hasRole } from '@/lib/kernel/actor'
import { command, type Work } from '@/lib/kernel/command'
import { addDays, dayOf, formatDay, instantOf } from '@/lib/kernel/day'
import type { Locale } from '@/lib/kernel/messages'
import { isGranted } from '@/lib/kernel/permission'
import { saidInAll } from '@/lib/kernel/said'
import { changeHeld, insertRow, lockRow } from '@/lib/kernel/write'
import { notify } from '@/lib/modules/notifications/commands'
import { findMemberNames } from '@/lib/modules/workspace/queries'
import { may } from './manifest'
import { messages } from './messages'
import { delegateInput, delegationRef } from './model'
import { findDeciding } from './queries-held'
import { type Announced, announcementDue } from './rules-delegations'
import { mustBeDelegation, mustBeJob, mustConcern } from './rules-refusals'

const shared = { permission: may.delegate, messages, refreshes: ['/review'] }

/**
 * Names who decides for oneself from the first day to the last, both included. It never reaches what the delegate wrote
 * themselves, and is recorded as "X for Y" wherever it is used.
 */
export const delegate = command({
  name: 'approvals.delegate',
  ...shared,
  input: delegateInput,
  async run(work, { toId, startsOn, endsOn, subjectKinds, reason }) {
    const { actor, now } = work
    const to = (await findDeciding(work)).get(toId)
    const mayDecide = to !== undefined && isGranted(may.decide, to)
    const today = dayOf(now, actor.timeZone)
    mustBeDelegation({ fromId: actor.id, to, mayDecide, startsOn, endsOn, today })
    const row = await insertRow(work, approvalDelegations, {
      fromId: actor.id,
      toId,
      startsAt: instantOf(startsOn, '00:00', actor.timeZone),
      endsAt: instantOf(addDays(endsOn, 1), '00:00', actor.timeZone),
      subjectKinds: subjectKinds.length > 0 ? subjectKinds : null,
      reason,
      announced: startsOn <= today ? 'started' : 'none',
    })
    await say(work, row, [toId], 'noticeDelegated', (locale) => ({
      name: actor.name,
      from: formatDay(startsOn, locale),
      until: formatDay(endsOn, locale),
    }))
    return { delegationId: row.id }
  },
})

type Notice = 'noticeDelegated' | 'noticeDelegationStarted' | 'noticeDelegationEnded'
type DelegationRow = typeof approvalDelegations.$inferSelect

const say = (
  work: Work,
  row: DelegationRow,
  memberIds: string[],
  notice: Notice,
  said: (locale: Locale) => Record<string, string>,
) =>
  work.call(notify, {
    memberIds,
    kind: 'approvalDelegation',
    text: saidInAll(messages, notice, said),
    href: '/review?tab=delegations',
    urgent: false,
    subjectKind: 'approvalDelegation',
    subjectId: row.id,
    key: `delegation:${row.id}:${notice}`,
  })

/** Tells whoever did not do it themselves that a delegation began or is over. */
async function announce(work: Work, row: DelegationRow, what: 'started' | 'ended') {
  const names = new Map((await findMemberNames(work)).map(({ id, name }) => [id, name]))
  const lastDay = dayOf(new Date(row.endsAt.getTime() - 1), work.actor.timeZone)
  const both = [row.fromId, row.toId].filter((id) => id !== work.actor.id)
  await say(work, row, both, what === 'started' ? 'noticeDelegationStarted' : 'noticeDelegationEnded', (locale) => ({
    from: names.get(row.fromId) ?? '—',
    to: names.get(row.toId) ?? '—',
    until: formatDay(lastDay, locale),
  }))
}

/** On the day a delegation begins, and when it is over, both whom it concerns are told, once. */
export const announceDelegation = command({
  name: 'approvals.announceDelegation',
  permission: may.keepTime,
  messages,
  input: delegationRef,
  async run(work, { delegationId }): Promise<{ announced: Announced | null }> {
    mustBeJob(work.actor)
    const row = await lockRow(work, approvalDelegations, delegationId)
    const due = announcementDue({ ...row, announced: row.announced as Announced }, work.now)
    if (due === null) return { announced: null }
    await changeHeld(work, approvalDelegations, row, { announced: due })
    await announce(work, row, due)
    return { announced: due }
  },
})

/** Ends a delegation now, and says so to the other. Whoever gave it, whoever has it, and administrators may. */
export const endDelegation = command({
  name: 'approvals.endDelegation',
  ...shared,
  input: delegationRef,
  async run(work, { delegationId }) {
    const row = await lockRow(work, approvalDelegations, delegationId)
    mustConcern([row.fromId, row.toId].includes(work.actor.id) || hasRole(work.actor, 'administrator'))
    if (row.endedAt !== null || row.announced === 'ended') return { delegationId }
    await changeHeld(work, approvalDelegations, row, { endedAt: work.now, announced: 'ended' })
    await announce(work, row, 'ended')
    return { delegationId }
  },
})
