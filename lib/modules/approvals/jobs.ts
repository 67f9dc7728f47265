import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { job } from '@/lib/kernel/job'
import { ask, perform } from '@/lib/kernel/perform'
import { announceDelegation } from './commands-delegations'
import { remind as remindStep } from './commands-time'
import { lapseWords as lapseIn } from './commands-words'
import { delegationsToAnnounce, lapsedWords, stepsToRemind } from './queries-story'

/** Reminders of steps that take long; it looks every quarter of an hour. */
export const remind = job({
  name: 'approvals.remind',
  every: '*/15 * * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const actor = workspaceActor(workspaceId)
    for (const stepId of await ask(stepsToRemind, actor, {}, now)) {
      const reminded = await perform(remindStep, actor, { stepId }, { now })
      if (!reminded.ok) throw reminded.refusal
    }
  },
})

/** Soon after midnight: what was said and not written by yesterday's end counts no more. */
export const lapseWords = job({
  name: 'approvals.lapseWords',
  every: '10 0 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const actor = workspaceActor(workspaceId)
    for (const runId of await ask(lapsedWords, actor, {}, now)) {
      const lapsed = await perform(lapseIn, actor, { runId }, { now })
      if (!lapsed.ok) throw lapsed.refusal
    }
  },
})

/** Within the hour: whose delegation began or is over is told. */
export const announce = job({
  name: 'approvals.announce',
  every: '5 * * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const actor = workspaceActor(workspaceId)
    for (const delegationId of await ask(delegationsToAnnounce, actor, {}, now)) {
      const announced = await perform(announceDelegation, actor, { delegationId }, { now })
      if (!announced.ok) throw announced.refusal
    }
  },
})
