import 'server-only'
import { newId } from '@/db/new-id'
import { commandLog, rowChanges } from '@/db/schema/audit'
import type { Actor } from './actor'
import type { Command, Work } from './command'
import type { Refusal } from './refusal'
import { digestOfChange } from './seal'
import { inTransaction } from './transaction'
import { inParts, insertMany } from './values'

type Logged = Pick<Command, 'name' | 'hides'>

const mostInput = 20_000

/** What may be kept of an input: hidden fields are masked, and a paste of megabytes is cut. */
export function loggable(command: Pick<Command, 'hides'>, input: unknown): unknown {
  if (typeof input !== 'object' || input === null) return null
  const kept = Object.fromEntries(
    Object.entries(input).map(([key, value]) => [key, command.hides?.includes(cleaned(key)) ? '•••' : value]),
  )
  const text = JSON.stringify(kept, storable)
  return text.length <= mostInput ? JSON.parse(text) : { cut: text.length }
}

/** A refused input may hold what Postgres cannot store; the log keeps the rest of it. */
function storable(_key: string, value: unknown): unknown {
  if (typeof value === 'string') return cleaned(value)
  if (typeof value !== 'object' || value === null || Array.isArray(value) || ArrayBuffer.isView(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [cleaned(key), each]))
}

const cleaned = (text: string) => text.toWellFormed().replaceAll('\u0000', '')

/** Writes who meant what, and every row before and after, in the transaction of the command: all in one round trip. */
export async function logCommand({ tx, actor, commandId, changes }: Work, command: Logged, input: unknown) {
  const meant = tx.insert(commandLog).values({
    workspaceId: actor.workspaceId,
    id: commandId,
    actor: actor.kind,
    actorId: actor.id,
    command: command.name,
    input: loggable(command, input),
  })
  const row = (change: (typeof changes)[number]) => ({
    ...change,
    workspaceId: actor.workspaceId,
    commandId,
    digest: digestOfChange({ name: command.name, actorId: actor.id }, { ...change, commandId }),
  })
  await Promise.all([meant, inParts(changes, (part) => insertMany(tx, rowChanges, part.map(row)))])
}

/** Remembers that something was refused, in a short transaction of its own: the command's was rolled back. */
export async function logRefusal(command: Logged, actor: Actor, raw: unknown, refusal: Refusal) {
  await inTransaction(actor, 'read write', (tx) =>
    tx.insert(commandLog).values({
      workspaceId: actor.workspaceId,
      id: newId(),
      actor: actor.kind,
      actorId: actor.id,
      command: command.name,
      input: loggable(command, raw),
      outcome: 'refused',
      refusal: refusal.code,
    }),
  )
}
