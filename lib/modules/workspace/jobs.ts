import { z } from 'zod'
import { noteAnchor } from '@/lib/kernel/anchors'
import { dayOf } from '@/lib/kernel/day'
import { environment } from '@/lib/kernel/environment'
import { job } from '@/lib/kernel/job'
import { lastLink, sealWorkspace } from '@/lib/kernel/seal'

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

/**
 * Notes outside the database, once a day, what the chain ends with. It tries every hour, so that a machine that sleeps at
 * night has its anchor too.
 */
export const anchorHistory = job({
  name: 'workspace.anchorHistory',
  every: '11 * * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const { ANCHORS_FILE } = environment()
    if (!ANCHORS_FILE) return
    const link = await lastLink(workspaceId)
    if (link) await noteAnchor(ANCHORS_FILE, { day: dayOf(now, 'UTC'), workspaceId, ...link })
  },
})
