import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { id } from '@/lib/kernel/input'
import { job } from '@/lib/kernel/job'
import { perform } from '@/lib/kernel/perform'
import { refreshSearch } from './commands-many'

/** People are found by the name of their account too, so a renamed account takes its people along. */
export const followRename = job({
  name: 'contacts.followRename',
  event: 'accounts.renamed',
  input: z.strictObject({ accountId: id }),
  async run({ workspaceId, now, input }) {
    const result = await perform(refreshSearch, workspaceActor(workspaceId), input, { now })
    if (!result.ok && result.refusal.code !== 'notFound') throw result.refusal
  },
})
