import { approvalPolicies, approvalSettings } from '@/db/schema/approvals'
import { command } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { may } from './manifest'
import { messages } from './messages'
import { policyInput, secondApproverInput } from './model-policies'
import { findDeciding, findSecondApprover } from './queries-held'
import { findLastNumber } from './queries-policies'
import { mustBeAtWork, mustNotBeginEarlier } from './rules-refusals'

const shared = { permission: may.setPolicies, messages, refreshes: ['/settings/approvals'] }

/** Writes a new edition of who must approve what. Runs that are open keep the edition under which they were opened. */
export const setPolicy = command({
  name: 'approvals.setPolicy',
  ...shared,
  input: policyInput,
  async run(work, { subjectKind, steps, ...edition }) {
    mustNotBeginEarlier(edition.validFrom, dayOf(work.now, work.actor.timeZone))
    const members = await findDeciding(work)
    for (const [index, { approver }] of steps.entries())
      if (approver.startsWith('member:'))
        mustBeAtWork(approver.slice('member:'.length), members, `steps.${index}.approver`)
    const number = (await findLastNumber(work, subjectKind)) + 1
    const writtenBy = work.actor.id
    const row = await insertRow(work, approvalPolicies, { ...edition, subjectKind, steps, number, writtenBy })
    return { policyId: row.id, number }
  },
})

/** Names who decides when nobody else may: for submitters without a manager, and for levels that nobody holds. */
export const setSecondApprover = command({
  name: 'approvals.setSecondApprover',
  ...shared,
  input: secondApproverInput,
  async run(work, { secondApproverId }) {
    mustBeAtWork(secondApproverId, await findDeciding(work), 'secondApproverId')
    const known = await findSecondApprover(work)
    if (known) await changeRow(work, approvalSettings, { id: known.id }, { secondApproverId })
    else await insertRow(work, approvalSettings, { secondApproverId })
    return { secondApproverId }
  },
})
