import { z } from 'zod'
import { command } from '@/lib/kernel/command'
import { flag } from '@/lib/kernel/input'
import { may } from './manifest'
import { messages } from './messages'
import { workspaceKind } from './queries'
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
    mustBeDemo(await workspaceKind(work))
    await work.emit('demo.removalWanted', {})
  },
})
