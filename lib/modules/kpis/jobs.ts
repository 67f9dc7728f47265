import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { id } from '@/lib/kernel/input'
import { job } from '@/lib/kernel/job'
import { perform } from '@/lib/kernel/perform'
import { keepAgreed as keep } from './commands-keeping'

/** A version was executed: its targets hold, and what was measured is held against them. */
export const keepAgreed = job({
  name: 'kpis.keepAgreed',
  event: 'agreements.recorded',
  input: z.strictObject({ agreementId: id }),
  async run({ workspaceId, now, input }) {
    const kept = await perform(keep, workspaceActor(workspaceId), input, { now })
    if (!kept.ok) throw kept.refusal
  },
})
