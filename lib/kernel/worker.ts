import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import PgBoss from 'pg-boss'
import { z } from 'zod'
import { environment } from './environment'
import type { Job } from './job'
import { described, log } from './log'
import { triesOf } from './tries'
import { isUnavailable } from './unavailable'

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
  const boss = await patiently(startBoss)
  const queues = [...queuesOf(jobs)]
  await Promise.all(
    queues.map(([queue, members]) =>
      boss.work(queue, { pollingIntervalSeconds: 1, batchSize: 1 }, async ([delivered]) => {
        if (!delivered) return
        const only = workspaceOf(delivered.data)
        await runJobs(members, only ? [only] : await workspaces(), { jobId: delivered.id, payload: delivered.data })
      }),
    ),
  )
  const clocks = queues.flatMap(([queue, members]) => {
    const clock = members.find((job) => job.every)?.every
    return clock ? [{ queue, clock }] : []
  })
  await Promise.all(
    clocks.map(({ queue, clock }) => patiently(() => boss.schedule(queue, clock, {}, { tz: 'Asia/Taipei' }))),
  )
  return { stop: () => boss.stop({ graceful: true, timeout: 5000, wait: true }) }
}

/** A queue that has started. One that could not will not start again, so every try is a new one. */
async function startBoss(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: environment().DATABASE_URL,
    max: 3,
    migrate: false,
    application_name: 'accord-worker',
  })
  boss.on('error', (error) => log.error(described(error), 'the queue stumbled'))
  return boss.start()
}

/** Tries again every second while the database is away: a worker that begins then waits instead of ending. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await work()
    } catch (error) {
      if (!isUnavailable(error)) throw error
      log.warn(described(error), 'the worker waits for the database')
      await sleep(1000)
    }
}

type Delivery = { jobId: string; workspaceId: string; payload: unknown; now: Date }

/** Runs what one delivery feeds. All of it is tried before a failure is answered, which has the delivery tried again. */
export async function runJobs(
  jobs: readonly Job[],
  workspaces: readonly string[],
  delivery: Pick<Delivery, 'jobId' | 'payload'>,
): Promise<void> {
  const tries = triesOf()
  for (const workspaceId of workspaces)
    for (const job of jobs)
      await tries.attempt(() => runJob(job, { ...delivery, workspaceId, now: new Date() }), {
        job: job.name,
        workspaceId,
      })
  tries.end()
}

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
