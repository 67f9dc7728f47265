import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { job } from '@/lib/kernel/job'
import { ask, perform } from '@/lib/kernel/perform'
import { askWhatHappened } from './commands-anticipated'
import { dueAnticipations } from './queries-anticipated'

/** Every morning: whoever expected something by yesterday is asked once whether it happened. */
export const askWhatHappenedDaily = job({
  name: 'needs.askWhatHappened',
  every: '0 7 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const actor = workspaceActor(workspaceId)
    for (let after: string | undefined; ; ) {
      const anticipatedIds = await ask(dueAnticipations, actor, { after }, now)
      if (anticipatedIds.length === 0) return
      const asked = await perform(askWhatHappened, actor, { anticipatedIds }, { now })
      if (!asked.ok) throw asked.refusal
      after = anticipatedIds.at(-1)
    }
  },
})
