import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { job } from '@/lib/kernel/job'
import { perform } from '@/lib/kernel/perform'
import { watchOffers } from './commands-validity'

/** Every morning: offers past their last day lapse, and whoever leads or speaks is told of those that soon will. */
export const watchValidity = job({
  name: 'negotiations.watchValidity',
  every: '5 7 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const watched = await perform(watchOffers, workspaceActor(workspaceId), {}, { now })
    if (!watched.ok) throw watched.refusal
  },
})
