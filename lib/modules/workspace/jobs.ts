import { z } from 'zod'
import { job } from '@/lib/kernel/job'
import { sealWorkspace } from '@/lib/kernel/seal'

/** Binds the history of the last minutes into the chain. */
export const sealHistory = job({
  name: 'workspace.sealHistory',
  every: '* * * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    let sealed = 0
    do sealed = await sealWorkspace(workspaceId, now)
    while (sealed > 0)
  },
})
