import { approvalSteps } from '@/db/schema/approvals'
import { command } from '@/lib/kernel/command'
import { changeHeld, lockRow } from '@/lib/kernel/write'
import { askApprovers } from './commands-round'
import { may } from './manifest'
import { messages } from './messages'
import { stepRef } from './model'
import { findDeciding, holdRun } from './queries-held'
import { findRunOfStep } from './queries-story'
import { openSteps } from './rules'
import { managersAbove } from './rules-approvers'
import { reminderDue, toldUpwards } from './rules-escalation'
import { mustBeJob } from './rules-refusals'

/** Reminds the approvers of a step at half, all and half again of its time; at the last their managers too. Never twice. */
export const remind = command({
  name: 'approvals.remind',
  permission: may.keepTime,
  messages,
  input: stepRef,
  async run(work, { stepId }): Promise<{ reminded: number | null }> {
    mustBeJob(work.actor)
    const { row, round } = await holdRun(work, await findRunOfStep(work, stepId))
    const step = await lockRow(work, approvalSteps, stepId)
    const open = openSteps(round).find(({ id }) => id === stepId)
    const due = open && step.startedAt ? reminderDue({ ...step, startedAt: step.startedAt }, work.now) : null
    if (!open || due === null) return { reminded: null }
    const holders = open.seats.filter(({ state }) => state === 'open').map(({ holderId }) => holderId)
    await changeHeld(work, approvalSteps, step, { reminded: due })
    await askApprovers(work, row, round, holders, 'noticeReminder', `${stepId}.${step.resets}.${due}`)
    if (toldUpwards(due)) {
      const members = await findDeciding(work)
      const above = holders.flatMap((id) => managersAbove(id, members).slice(0, 1))
      await askApprovers(work, row, round, above, 'noticeOverdue', `${stepId}.${step.resets}.${due}.above`)
    }
    return { reminded: due }
  },
})
