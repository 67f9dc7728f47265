import type { z } from 'zod'
import type { Actor } from './actor'
import { Refusal } from './refusal'

/** What a job gets: its input, the time, and the workspace it runs for. It changes things by performing commands. */
export type Task<Input> = { input: Input; now: Date; workspaceId: string; jobId: string }

/**
 * Work outside a request. With `event` it runs for every such event; with `every` (cron, Asia/Taipei) it runs once for
 * each workspace. It may run twice: what it does must be idempotent, or carry the job's id as its key.
 */
export type Job<Input extends z.ZodType = z.ZodType> = {
  name: string
  event?: string
  every?: string
  input: Input
  run: (task: Task<z.output<Input>>) => Promise<void>
}

export const job = <Input extends z.ZodType>(spec: Job<Input>) => spec

/** What the product does by itself, no member does. */
export function mustBeJob(actor: Pick<Actor, 'kind'>): void {
  if (actor.kind !== 'job') throw new Refusal('notAllowed')
}
