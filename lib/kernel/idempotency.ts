import 'server-only'
import { and, eq } from 'drizzle-orm'
import { newId } from '@/db/new-id'
import { idempotencyKeys } from '@/db/schema/audit'
import type { Actor } from './actor'
import { digestOf } from './canonical'
import { own, ownRow } from './own'
import { Refusal } from './refusal'
import type { ScopedTx } from './transaction'

type Claim = { answered: true; result: unknown } | { answered: false; id: string }

/**
 * Claims a key for this member and command. The unique index makes a second request wait for the first one's end:
 * then it gets the first answer, or a refusal when the same key comes with another input.
 */
export async function claim(tx: ScopedTx, actor: Actor, command: string, key: string, raw: unknown): Promise<Claim> {
  const inputDigest = digestOf({ command, raw })
  const [claimed] = await tx
    .insert(idempotencyKeys)
    .values({ workspaceId: actor.workspaceId, id: newId(), actorId: actor.id, key, command, inputDigest })
    .onConflictDoNothing()
    .returning({ id: idempotencyKeys.id })
  if (claimed) return { answered: false, id: claimed.id }
  const [earlier] = await tx
    .select({ inputDigest: idempotencyKeys.inputDigest, result: idempotencyKeys.result })
    .from(idempotencyKeys)
    .where(and(own(idempotencyKeys, actor), eq(idempotencyKeys.actorId, actor.id), eq(idempotencyKeys.key, key)))
  if (!earlier || earlier.inputDigest !== inputDigest) throw new Refusal('idempotencyMismatch')
  return { answered: true, result: earlier.result }
}

/** Keeps the answer for a retry. */
export const settle = (tx: ScopedTx, actor: Actor, id: string, result: unknown) =>
  tx
    .update(idempotencyKeys)
    .set({ result: result ?? null })
    .where(ownRow(idempotencyKeys, actor, id))
