import 'server-only'
import type { z } from 'zod'
import { newId } from '@/db/new-id'
import type { Actor } from './actor'
import { admit } from './admit'
import type { Command, Look, Work } from './command'
import { logCommand, logRefusal } from './command-log'
import { refusalOfDatabase } from './database-refusal'
import { sendEvent } from './events'
import { claim, settle } from './idempotency'
import type { Query } from './query'
import { Refusal, type Result } from './refusal'
import { inTransaction, type ScopedTx } from './transaction'

/** `now` for tests and replays; `key` makes a retry return the first answer instead of doing the thing twice. */
export type PerformOptions = { now?: Date; key?: string | undefined }

/**
 * The only road to a write: permission → shape → transaction under row security → work → log and history.
 * A refusal rolls everything back and comes back as a value; anything else that is thrown is a bug or an outage.
 */
export async function perform<I extends z.ZodType, O>(
  command: Command<I, O>,
  actor: Actor,
  raw: unknown,
  { now = new Date(), key }: PerformOptions = {},
): Promise<Result<O>> {
  try {
    if (command.internal) throw new Refusal('notAllowed')
    const input = admit(command, actor, raw)
    const value = await inTransaction(actor, 'read write', async (tx) => {
      const claimed = key === undefined ? null : await claim(tx, actor, command.name, key, raw)
      if (claimed?.answered) return claimed.result as O
      const work = workOf({ tx, actor, now })
      const result = await command.run(work, input)
      await Promise.all([
        logCommand(work, command, input),
        claimed && settle(tx, actor, claimed.id, keepable(result, work)),
      ])
      return result
    })
    return { ok: true, value }
  } catch (error) {
    const refusal = error instanceof Refusal ? error : refusalOfDatabase(error)
    if (!refusal) throw error
    await logRefusal(command, actor, raw, refusal)
    return { ok: false, refusal }
  }
}

/** The only road to a read. The transaction is read-only, so a query cannot write even by mistake. Throws refusals. */
export async function ask<I extends z.ZodType, O>(
  query: Query<I, O>,
  actor: Actor,
  raw: unknown,
  now = new Date(),
): Promise<O> {
  const input = admit(query, actor, raw)
  return inTransaction(actor, 'read only', (tx) => query.run({ tx, actor, now }, input))
}

/** One read of several: a query and what it is asked. */
export type Asked = { query: Query; raw: unknown }

/**
 * Reads what one page needs in one transaction, so that it costs one BEGIN and all of it shows the same moment. What one
 * query refuses leaves the others be; anything else that is thrown is thrown for all of them.
 */
export async function askTogether(actor: Actor, asked: readonly Asked[], now = new Date()): Promise<Result<unknown>[]> {
  const answer = async (run: () => unknown): Promise<Result<unknown>> => {
    try {
      return { ok: true, value: await run() }
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, refusal: error }
      throw error
    }
  }
  const admitted = await Promise.all(asked.map(({ query, raw }) => answer(() => admit(query, actor, raw))))
  if (admitted.every(({ ok }) => !ok)) return admitted
  const readAll = (tx: ScopedTx) => {
    const look = { tx, actor, now, found: new Map() }
    return Promise.all(
      asked.map(({ query }, index) => {
        const input = admitted[index]
        return input?.ok ? answer(() => query.run(look, input.value)) : (input as Result<unknown>)
      }),
    )
  }
  return inTransaction(actor, 'read only', readAll, { isolation: 'repeatable read' })
}

/** The answer without what is said once only, wherever in it that stands. */
const keepable = (result: unknown, { saidOnce }: Work): unknown =>
  saidOnce.size === 0
    ? result
    : JSON.parse(JSON.stringify(result, (field, value) => (saidOnce.has(field) ? undefined : value)) ?? 'null')

function workOf(look: Look): Work {
  const work: Work = {
    ...look,
    commandId: newId(),
    changes: [],
    saidOnce: new Set(),
    async call(command, input) {
      const permission = command.internal
        ? { name: command.name, roles: look.actor.roles, clients: true }
        : command.permission
      return command.run(work, admit({ ...command, permission }, look.actor, input))
    },
    emit: (event, payload) => sendEvent(look.tx, event, { ...payload, workspaceId: look.actor.workspaceId }),
  }
  return work
}
