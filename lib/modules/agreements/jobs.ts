import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { job } from '@/lib/kernel/job'
import { perform } from '@/lib/kernel/perform'
import { turnVersions as turn } from './commands-timeline'

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
