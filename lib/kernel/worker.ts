import 'server-only'
import PgBoss from 'pg-boss'
import { z } from 'zod'
import { environment } from './environment'
import type { Job } from './job'
import { described, log } from './log'

const workspaceOf = (payload: unknown) =>
  z.uuid().safeParse((payload as { workspaceId?: unknown } | null)?.workspaceId).data

export type WorkerOptions = {
  jobs: Iterable<Job>
  /** The workspaces that exist now, for jobs that run by the clock. */
  workspaces: () => Promise<readonly string[]>
}
export type Worker = { stop: () => Promise<void> }

/**
 * Runs every job of the product. A queue is an event or a clock: each of its jobs runs for the event's workspace, or
 * for every workspace. A job that fails is tried again; it never keeps others of its queue from running.
 */
export async function startWorker({ jobs, workspaces }: WorkerOptions): Promise<Worker> {
  const boss = new PgBoss({
    connectionString: environment().DATABASE_URL,
    max: 3,
    migrate: false,
    application_name: 'accord-worker',
  })
  boss.on('error', (error) => log.error(described(error), 'the queue stumbled'))
  await boss.start()
  for (const [queue, members] of queuesOf(jobs)) {
    const clock = members.find((job) => job.every)?.every
    if (clock) await boss.schedule(queue, clock, {}, { tz: 'Asia/Taipei' })
    await boss.work(queue, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([delivered]) => {
      if (!delivered) return
      const only = workspaceOf(delivered.data)
      const targets = only ? [only] : await workspaces()
      for (const workspaceId of targets)
        for (const job of members)
          await runJob(job, { jobId: delivered.id, workspaceId, payload: delivered.data, now: new Date() })
    })
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 5000, wait: true }) }
}

type Delivery = { jobId: string; workspaceId: string; payload: unknown; now: Date }

/** Runs one job once, as the worker does; tests call it with a time of their own. */
export async function runJob(job: Job, { jobId, workspaceId, payload, now }: Delivery): Promise<void> {
  const { workspaceId: _, ...given } = (payload ?? {}) as Record<string, unknown>
  await job.run({ input: job.input.parse(given), now, workspaceId, jobId })
}

/** Jobs by the queue that feeds them: an event's name, or the job's own for a clock. */
export function queuesOf(jobs: Iterable<Job>): Map<string, Job[]> {
  const queues = new Map<string, Job[]>()
  for (const job of jobs) {
    const queue = job.event ?? job.name
    queues.set(queue, [...(queues.get(queue) ?? []), job])
  }
  return queues
}
