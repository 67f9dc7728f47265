import { z } from 'zod'
import { id } from '@/lib/kernel/input'
import { job } from '@/lib/kernel/job'

/** Loads the demonstration for somebody who wanted it while setting their own workspace up. */
export const loadWanted = job({
  name: 'demo.load',
  event: 'workspace.demoWanted',
  input: z.strictObject({ identityId: id }),
  async run({ workspaceId, input: { identityId }, now }) {
    const { loadDemo } = await import('@/db/seed/demo')
    await loadDemo({ now, founder: { workspaceId, identityId } })
  },
})

/** Removes the demonstration after its administrator asked for it. */
export const removeWanted = job({
  name: 'demo.removeWanted',
  event: 'demo.removalWanted',
  input: z.strictObject({}),
  async run({ workspaceId }) {
    const { removeDemo } = await import('@/db/seed/remove-demo')
    await removeDemo(workspaceId)
  },
})
