import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { id } from '@/lib/kernel/input'
import { job } from '@/lib/kernel/job'
import { perform } from '@/lib/kernel/perform'
import { completeWaiver } from './commands-occurrences'
import { turnVersions as turn } from './commands-timeline'
import { waiverKind } from './model-obligations'

/** Every morning: amendments that begin today hold, and those that were for a time return by themselves. A03. */
export const turnVersions = job({
  name: 'agreements.turnVersions',
  every: '5 0 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const turned = await perform(turn, workspaceActor(workspaceId), {}, { now })
    if (!turned.ok) throw turned.refusal
  },
})

/** Everybody consented to a waiver: what was owed is waived, unless it was done or changed meanwhile. */
export const finishWaivers = job({
  name: 'agreements.finishWaivers',
  event: 'approvals.finished',
  input: z.strictObject({ runId: id, subjectKind: z.string(), subjectId: id, outcome: z.string() }),
  async run({ workspaceId, now, input }) {
    if (input.subjectKind !== waiverKind || input.outcome !== 'approved') return
    const about = { occurrenceId: input.subjectId }
    const result = await perform(completeWaiver, workspaceActor(workspaceId), about, { now })
    const isExpected = (code: string) => /^(notFound|agreements\.(waiverWaits|occurrence_\w+))$/.test(code)
    if (!result.ok && !isExpected(result.refusal.code)) throw result.refusal
  },
})
