import { eq } from 'drizzle-orm'
import { z } from 'zod'
import { workspaces } from '@/db/schema/global'
import { command } from '@/lib/kernel/command'
import { flag } from '@/lib/kernel/input'
import { may } from './manifest'
import { messages } from './messages'
import { mustBeDemo } from './rules'

/**
 * Asks for the demonstration to be removed with everything in it; a job does it at once. Refused without the tick that
 * confirms it, and in every workspace that is not the demonstration.
 */
export const remove = command({
  name: 'demo.remove',
  permission: may.remove,
  messages,
  input: z.strictObject({ confirmed: flag.refine((ticked) => ticked, { message: 'notConfirmed' }) }),
  async run(work) {
    const { tx, actor } = work
    const [workspace] = await tx
      .select({ kind: workspaces.kind })
      .from(workspaces)
      .where(eq(workspaces.id, actor.workspaceId))
    mustBeDemo(workspace)
    await work.emit('demo.removalWanted', {})
  },
})
