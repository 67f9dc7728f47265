import { approvalDelegations } from '@/db/schema/approvals'
import { hasRole } from '@/lib/kernel/actor'
import { command } from '@/lib/kernel/command'
import { addDays, dayOf, formatDay, instantOf } from '@/lib/kernel/day'
import { isGranted } from '@/lib/kernel/permission'
import { saidInAll } from '@/lib/kernel/said'
import { changeHeld, insertRow, lockRow } from '@/lib/kernel/write'
import { notify } from '@/lib/modules/notifications/commands'
import { may } from './manifest'
import { messages } from './messages'
import { delegateInput, delegationRef } from './model'
import { findDeciding } from './queries-held'
import { mustBeDelegation, mustConcern } from './rules-refusals'

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
    mustBeDelegation({ fromId: actor.id, to, mayDecide, startsOn, endsOn, today: dayOf(now, actor.timeZone) })
    const row = await insertRow(work, approvalDelegations, {
      fromId: actor.id,
      toId,
      startsAt: instantOf(startsOn, '00:00', actor.timeZone),
      endsAt: instantOf(addDays(endsOn, 1), '00:00', actor.timeZone),
      subjectKinds: subjectKinds.length > 0 ? subjectKinds : null,
      reason,
    })
    await work.call(notify, {
      memberIds: [toId],
      kind: 'approvalDelegation',
      text: saidInAll(messages, 'noticeDelegated', (locale) => ({
        name: actor.name,
        from: formatDay(startsOn, locale),
        until: formatDay(endsOn, locale),
      })),
      href: '/review?tab=delegations',
      urgent: false,
      subjectKind: 'approvalDelegation',
      subjectId: row.id,
      key: `delegation:${row.id}`,
    })
    return { delegationId: row.id }
  },
})

/** Ends a delegation now. Whoever gave it, whoever has it, and administrators may. */
export const endDelegation = command({
  name: 'approvals.endDelegation',
  ...shared,
  input: delegationRef,
  async run(work, { delegationId }) {
    const row = await lockRow(work, approvalDelegations, delegationId)
    mustConcern([row.fromId, row.toId].includes(work.actor.id) || hasRole(work.actor, 'administrator'))
    await changeHeld(work, approvalDelegations, row, { endedAt: row.endedAt ?? work.now })
    return { delegationId }
  },
})
