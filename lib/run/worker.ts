import { described, log } from '@/lib/kernel/log'
import { isUnavailable } from '@/lib/kernel/unavailable'
import { startWorker } from '@/lib/modules/worker'

/**
 * The process that runs jobs. It ends with the one that started it, letting jobs that have begun finish; while it still
 * waits for the database there are none, and it ends at once.
 */
let stop = async () => {}

async function finish() {
  setTimeout(() => process.exit(0), 7_000).unref()
  await stop()
  process.exit(0)
}

process.on('message', (message) => {
  if (message === 'finish') void finish()
})
process.once('disconnect', finish)
// The one that started it may have died while this one was being loaded.
if (process.connected === false) void finish()
process.once('SIGTERM', finish)
for (const signal of ['SIGINT', 'SIGHUP'] as const) process.on(signal, () => {})

// The queue tells the database that a job has ended without waiting for it; what it could not tell, it does again later.
process.on('unhandledRejection', (error) => {
  if (!isUnavailable(error)) throw error
  log.warn(described(error), 'the end of a job could not be written')
})

stop = await startWorker()
