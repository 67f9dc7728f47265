import { readFileSync } from 'node:fs'
import path from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import type { Command } from '@/lib/kernel/command'
import { ask, perform } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import { begin, map, run, undo } from '@/lib/modules/imports/commands'
import { goOn } from '@/lib/modules/imports/jobs'
import type { Mapping } from '@/lib/modules/imports/model'
import { atWork } from '@/lib/modules/imports/queries-work'
import { owner } from '@/tests/people'

export const now = new Date('2026-11-18T02:00:00Z')

/** Performs and answers the value; a refusal fails the test with its sentence. */
export async function done<I extends z.ZodType, O>(
  command: Command<I, O>,
  actor: Actor,
  input: Readonly<Record<string, unknown>>,
  at = now,
): Promise<O> {
  const result = await perform(command, actor, input, { now: at })
  if (!result.ok)
    throw new Error(`${result.refusal.sentence('en')} ${JSON.stringify(result.refusal.fieldSentences('en'))}`)
  return result.value
}

/** Performs what must be refused and answers the refusal's code. */
export async function codeOf<I extends z.ZodType, O>(
  command: Command<I, O>,
  actor: Actor,
  input: Readonly<Record<string, unknown>>,
  at = now,
): Promise<string> {
  const result = await perform(command, actor, input, { now: at })
  if (result.ok) throw new Error('expected a refusal')
  return result.refusal.code
}

/** One of the sample files. */
export const northwind = (name: string): Buffer =>
  readFileSync(path.join(import.meta.dirname, '../../data/northwind', name))

/** Rows of cells as a CSV file. */
export const csv = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'))

export async function upload(actor: Actor, name: string, content: Buffer, source?: string): Promise<string> {
  const { id } = await done(begin, actor, { name, content: new Uint8Array(content), ...(source ? { source } : {}) })
  await work(actor, id)
  return id
}

/** Lets the worker go on with a batch. */
export const work = (actor: Actor, batchId: string, at = now) =>
  runJob(goOn, { jobId: uuidv7(), workspaceId: actor.workspaceId, payload: { batchId }, now: at })

export const batchOf = (actor: Actor, batchId: string) => ask(atWork, actor, { batchId }, now)

/** Tries a file: as it is read and mapped by itself, with choices on top. */
export async function checked(actor: Actor, batchId: string, choices: Partial<Mapping> & { source?: string } = {}) {
  const batch = await batchOf(actor, batchId)
  const columns = (choices.columns ?? batch.mapping.columns).map((name) => name ?? '')
  const { kind, role, sameNumber } = batch.mapping
  await done(map, actor, { batchId, source: batch.source, kind, role, sameNumber, ...choices, columns })
  await work(actor, batchId)
  return (await batchOf(actor, batchId)).counts.checked
}

/** Runs what was tried. */
export async function ran(actor: Actor, batchId: string, at = now) {
  await done(run, actor, { batchId }, at)
  await work(actor, batchId, at)
  return (await batchOf(actor, batchId)).counts.done
}

/** Takes an import back. */
export async function undone(actor: Actor, batchId: string, at = now) {
  await done(undo, actor, { batchId }, at)
  await work(actor, batchId, at)
  return (await batchOf(actor, batchId)).counts.undone
}

/** Uploads, tries and runs a file; answers what it came to. */
export async function imported(
  actor: Actor,
  name: string,
  content: Buffer,
  choices: Partial<Mapping> & { source?: string } = {},
) {
  const batchId = await upload(actor, name, content, choices.source)
  const found = await checked(actor, batchId, choices)
  return { batchId, checked: found, done: await ran(actor, batchId) }
}

/** Rows of a batch as they stand, with their reasons. */
export const rowsOf = (actor: Actor, batchId: string) =>
  owner()<
    {
      number: number
      outcome: string
      reason: { code: string; column?: string; params?: Record<string, unknown> } | null
      detail: {
        notes?: { code: string; column?: string }[]
        differences?: { field: string; before: string | null; after: string }[]
      }
      subject_id: string | null
      raw: string[]
    }[]
  >`select number, outcome, reason, detail, subject_id, raw from import_rows
    where workspace_id = ${actor.workspaceId} and batch_id = ${batchId} order by number`

/** How many live rows a table of the workspace has. */
export async function liveCount(
  actor: Actor,
  table: 'accounts' | 'people' | 'members' | 'interactions',
): Promise<number> {
  const sql = owner()
  const [row] = await sql<{ count: number }[]>`
    select count(*)::int as count from ${sql(table)} where workspace_id = ${actor.workspaceId} and archived_at is null`
  return row?.count ?? 0
}

/** How many changes of business records the history has. */
export async function changesOf(actor: Actor): Promise<number> {
  const [row] = await owner()<{ count: number }[]>`
    select count(*)::int as count from row_changes where workspace_id = ${actor.workspaceId}
      and "table" not in ('import_batches', 'files')`
  return row?.count ?? 0
}
