import 'server-only'
import { and, asc, desc, eq, gt, inArray, lt, lte } from 'drizzle-orm'
import { newId } from '@/db/new-id'
import { auditSeals, commandLog, rowChanges } from '@/db/schema/audit'
import { workspaces } from '@/db/schema/global'
import { workspaceActor } from './actor'
import type { Anchor } from './anchors'
import { digestOf } from './canonical'
import { joined, own } from './own'
import { inTransaction, type ScopedTx } from './transaction'

const zeros = '0'.repeat(64)
const most = 2000
/** Longer than any transaction may take: nothing can still arrive before what is sealed. */
const settlingMs = 30_000

type Change = {
  commandId: string
  table: string
  rowId: string
  rowVersion: number
  before: unknown
  after: unknown
}

/** What a change's digest covers: who, by which command, which row, what before and after. */
export const digestOfChange = (command: { name: string; actorId: string }, change: Change) =>
  digestOf({ ...change, command: command.name, actorId: command.actorId })

/** The next link of the chain: the link before it, followed by every digest that it seals, in order (H01). */
export const linkOf = (previous: string, digests: readonly string[]) =>
  digests.reduce((chain, digest) => digestOf(chain + digest), previous)

/** The least id that could be made at this moment: ids are in the order of time. */
const idAt = (milliseconds: number) => {
  const hex = milliseconds.toString(16).padStart(12, '0')
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`
}

/** Seals what was recorded since the last seal and has settled. Answers how many changes it sealed. */
export function sealWorkspace(workspaceId: string, now: Date): Promise<number> {
  const actor = workspaceActor(workspaceId)
  return inTransaction(actor, 'read write', async (tx) => {
    const last = await lastSeal(tx, workspaceId)
    const changes = await tx
      .select({ id: rowChanges.id, digest: rowChanges.digest })
      .from(rowChanges)
      .where(
        and(
          own(rowChanges, actor),
          lt(rowChanges.id, idAt(now.getTime() - settlingMs)),
          last ? gt(rowChanges.id, last.throughId) : undefined,
        ),
      )
      .orderBy(asc(rowChanges.id))
      .limit(most)
    const end = changes.at(-1)
    if (!end) return 0
    await tx.insert(auditSeals).values({
      workspaceId,
      id: newId(),
      number: (last?.number ?? 0) + 1,
      throughId: end.id,
      changes: changes.length,
      digest: linkOf(
        last?.digest ?? zeros,
        changes.map((change) => change.digest),
      ),
    })
    return changes.length
  })
}

async function lastSeal(tx: ScopedTx, workspaceId: string) {
  const [last] = await tx
    .select()
    .from(auditSeals)
    .where(own(auditSeals, { workspaceId }))
    .orderBy(desc(auditSeals.number))
    .limit(1)
  return last
}

/** The last link of a workspace's chain; null before the first, and for the demonstration, which is removed one day. */
export function lastLink(workspaceId: string): Promise<{ number: number; digest: string } | null> {
  const actor = workspaceActor(workspaceId)
  return inTransaction(actor, 'read only', async (tx) => {
    const [live] = await tx
      .select({ id: workspaces.id })
      .from(workspaces)
      .where(and(eq(workspaces.id, workspaceId), eq(workspaces.kind, 'live')))
    const last = live && (await lastSeal(tx, workspaceId))
    return last ? { number: last.number, digest: last.digest } : null
  })
}

/** The anchors that a workspace's chain does not lead to: it was cut, or made anew. */
export function findUnanchored(workspaceId: string, anchors: readonly Anchor[]): Promise<Anchor[]> {
  const actor = workspaceActor(workspaceId)
  return inTransaction(actor, 'read only', async (tx) => {
    const numbers = anchors.map(({ number }) => number)
    const links = await tx
      .select({ number: auditSeals.number, digest: auditSeals.digest })
      .from(auditSeals)
      .where(and(own(auditSeals, actor), inArray(auditSeals.number, numbers)))
    const digests = new Map(links.map(({ number, digest }) => [number, digest]))
    return anchors.filter(({ number, digest }) => digests.get(number) !== digest)
  })
}

/** `broken` names the first record that does not fit: a change that was altered, or a seal whose changes are not all there. */
export type Verification = { seals: number; changes: number; broken: { kind: 'change' | 'seal'; id: string } | null }

/** Recomputes every digest and every link of a workspace's history. Payloads blanked by an erasure keep their digest. */
export function verifyWorkspace(workspaceId: string): Promise<Verification> {
  const actor = workspaceActor(workspaceId)
  return inTransaction(
    actor,
    'read only',
    async (tx) => {
      const seals = await tx.select().from(auditSeals).where(own(auditSeals, actor)).orderBy(asc(auditSeals.number))
      let previous = { digest: zeros, throughId: idAt(0) }
      let checked = 0
      for (const [index, seal] of seals.entries()) {
        const changes = await changesBetween(tx, workspaceId, previous.throughId, seal.throughId)
        const altered = changes.find(({ change, digest, name, actorId }) =>
          isAltered({ name, actorId }, change, digest),
        )
        if (altered) return { seals: index, changes: checked, broken: { kind: 'change', id: altered.change.rowId } }
        const link = linkOf(
          previous.digest,
          changes.map(({ digest }) => digest),
        )
        if (link !== seal.digest || changes.length !== seal.changes || seal.number !== index + 1)
          return { seals: index, changes: checked, broken: { kind: 'seal', id: seal.id } }
        previous = seal
        checked += changes.length
      }
      return { seals: seals.length, changes: checked, broken: null }
    },
    { deadlineMs: 600_000 },
  )
}

function isAltered(command: { name: string | null; actorId: string | null }, change: Change, digest: string): boolean {
  if (change.before === null && change.after === null) return false
  if (command.name === null || command.actorId === null) return true
  return digestOfChange({ name: command.name, actorId: command.actorId }, change) !== digest
}

const changesBetween = (tx: ScopedTx, workspaceId: string, after: string, through: string) =>
  tx
    .select({
      change: {
        commandId: rowChanges.commandId,
        table: rowChanges.table,
        rowId: rowChanges.rowId,
        rowVersion: rowChanges.rowVersion,
        before: rowChanges.before,
        after: rowChanges.after,
      },
      digest: rowChanges.digest,
      name: commandLog.command,
      actorId: commandLog.actorId,
    })
    .from(rowChanges)
    .leftJoin(
      commandLog,
      and(joined(commandLog, { workspaceId }, rowChanges.commandId), eq(commandLog.outcome, 'done')),
    )
    .where(and(own(rowChanges, { workspaceId }), gt(rowChanges.id, after), lte(rowChanges.id, through)))
    .orderBy(asc(rowChanges.id))
