import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { job } from '@/lib/kernel/job'
import { ask, perform } from '@/lib/kernel/perform'
import { remind } from './commands'
import { owing } from './queries'

/** Every morning: owners of promotions that ended two or three weeks ago without a result are reminded. */
export const remindResults = job({
  name: 'promotions.remindResults',
  every: '15 7 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const actor = workspaceActor(workspaceId)
    const promotionIds = await ask(owing, actor, {}, now)
    if (promotionIds.length === 0) return
    const reminded = await perform(remind, actor, { promotionIds }, { now })
    if (!reminded.ok) throw reminded.refusal
  },
})
