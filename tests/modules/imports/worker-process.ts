import { v7 as uuidv7 } from 'uuid'
import { runJob } from '@/lib/kernel/worker'
import { goOn } from '@/lib/modules/imports/jobs'

type Order = { workspaceId: string; batchId: string; now: string }

/** A worker of its own, as the product runs one: told over the channel what to go on with, and killed by tests. */
process.on('message', async ({ workspaceId, batchId, now }: Order) => {
  await runJob(goOn, { jobId: uuidv7(), workspaceId, payload: { batchId }, now: new Date(now) })
  process.send?.('finished')
})
process.once('disconnect', () => process.exit(0))
process.send?.('ready')
