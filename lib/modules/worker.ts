import 'server-only'
import { workspaceIds } from '@/lib/kernel/identity/workspaces'
import { startWorker as startJobs } from '@/lib/kernel/worker'
import { jobs } from './registry'

/** Starts the product's jobs; answers how to stop them, letting those that have begun finish. */
export async function startWorker(): Promise<() => Promise<void>> {
  const { stop } = await startJobs({ jobs: jobs.values(), workspaces: workspaceIds })
  return stop
}
