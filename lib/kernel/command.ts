import type { z } from 'zod'
import type { Actor } from './actor'
import { type Day, dayOf } from './day'
import type { Messages } from './messages'
import type { Permission } from './permission'
import type { ScopedTx } from './transaction'

/**
 * What a query has: a transaction in the actor's workspace, the actor, and the time. `found` is what the reads of this page
 * share (`once`); a command has none, since what it reads it may change.
 */
export type Look = { tx: ScopedTx; actor: Actor; now: Date; found?: Map<string, Promise<unknown>> }

/** The day that it is where the actor is. */
export const todayOf = ({ actor, now }: Pick<Look, 'actor' | 'now'>): Day => dayOf(now, actor.timeZone)

/** A row as it was and as it is; collected while a command runs and written with it. */
export type RowChange = {
  table: string
  rowId: string
  rowVersion: number
  before: object | null
  after: object | null
}

/** What a command has besides: its id in the log, its neighbours' commands, and the outbox. */
export type Work = Look & {
  commandId: string
  changes: RowChange[]
  /** Fields of the answer that are said once (a link's token): they are not kept for a retry under the same key. */
  saidOnce: Set<string>
  /** Runs a neighbour's command in the same transaction and under the same log entry. */
  call: <Input extends z.ZodType, Output>(command: Command<Input, Output>, input: z.input<Input>) => Promise<Output>
  /** Queues an event inside the transaction: it happens if and only if the command does. */
  emit: (event: string, payload: Readonly<Record<string, unknown>>) => Promise<void>
}

/** A command says what may happen. It never knows who called it: a form, an API key, a job or an import. */
export type Command<Input extends z.ZodType = z.ZodType, Output = unknown> = {
  /** `module.verb`; the REST path follows from it. */
  name: string
  permission: Permission
  input: Input
  /** The module's messages, for sentences about refused fields (`message: 'businessNumberWrong'` in its model). */
  messages?: Messages
  /** Pages to refresh after the command, as Next route patterns. */
  refreshes?: readonly string[]
  /** Input fields that must never reach the log or the echo of a refused form. */
  hides?: readonly string[]
  /** Only a neighbour's command may call it: it is on no form and on no API. */
  internal?: boolean
  run: (work: Work, input: z.output<Input>) => Promise<Output>
}

export const command = <Input extends z.ZodType, Output>(spec: Command<Input, Output>) => spec
