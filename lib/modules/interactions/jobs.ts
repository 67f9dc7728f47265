import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { job } from '@/lib/kernel/job'
import { ask, perform } from '@/lib/kernel/perform'
import { turnStaleClocks } from './commands-nightly'
import { staleClocks } from './queries-nightly'

/** Every night, and again when it is repeated: clocks that only time has changed tell the truth in the morning. */
export const turnClocksNightly = job({
  name: 'interactions.turnClocks',
  every: '10 0 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const actor = workspaceActor(workspaceId)
    for (let after: string | undefined; ; ) {
      const accountIds: string[] = await ask(staleClocks, actor, { after }, now)
      if (accountIds.length === 0) return
      const turned = await perform(turnStaleClocks, actor, { accountIds }, { now })
      if (!turned.ok) throw turned.refusal
      after = accountIds.at(-1)
    }
  },
})
