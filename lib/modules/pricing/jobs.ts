import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { id } from '@/lib/kernel/input'
import { job } from '@/lib/kernel/job'
import { perform } from '@/lib/kernel/perform'
import { tellReaders as tell } from './commands-policy'

/** Everybody consented to an edition of the policy: those who must read it are told, unless it was discarded meanwhile. */
export const tellReaders = job({
  name: 'pricing.tellReaders',
  event: 'approvals.finished',
  input: z.strictObject({ runId: id, subjectKind: z.string(), subjectId: id, outcome: z.string() }),
  async run({ workspaceId, now, input }) {
    if (input.subjectKind !== 'pricePolicy' || input.outcome !== 'approved') return
    const result = await perform(tell, workspaceActor(workspaceId), { policyId: input.subjectId }, { now })
    if (!result.ok && !['notFound', 'pricing.policyNotInForce'].includes(result.refusal.code)) throw result.refusal
  },
})
