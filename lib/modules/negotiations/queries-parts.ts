import { and, asc, eq } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import { negotiationCounterparts, negotiationInterests, negotiationNeeds } from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'

type Part = PgTable & { workspaceId: AnyPgColumn; id: AnyPgColumn; negotiationId: AnyPgColumn; archivedAt: AnyPgColumn }

/**
 * A row of a negotiation that is still there, by its own id. It says nothing of who may: whoever asks goes on to the
 * negotiation itself. Refuses with `notFound`.
 */
export async function findPart<T extends Part>(
  { tx, actor }: Look,
  table: T,
  partId: string,
): Promise<T['$inferSelect'] & { negotiationId: string }> {
  const [row] = await tx
    .select()
    .from(table as PgTable)
    .where(and(ownRow(table, actor, partId), live(table)))
  if (!row) throw new Refusal('notFound')
  return row as T['$inferSelect'] & { negotiationId: string }
}

/** The needs that it is about. */
export const findNeedLinks = ({ tx, actor }: Look, negotiationId: string) =>
  tx
    .select()
    .from(negotiationNeeds)
    .where(and(own(negotiationNeeds, actor), eq(negotiationNeeds.negotiationId, negotiationId), live(negotiationNeeds)))
    .orderBy(asc(negotiationNeeds.id))

/** Who sits on the other side, in the order in which they were named. */
export const findCounterparts = ({ tx, actor }: Look, negotiationId: string) =>
  tx
    .select()
    .from(negotiationCounterparts)
    .where(
      and(
        own(negotiationCounterparts, actor),
        eq(negotiationCounterparts.negotiationId, negotiationId),
        live(negotiationCounterparts),
      ),
    )
    .orderBy(asc(negotiationCounterparts.id))

/** What both sides are after, what counts most first. */
export const findInterests = ({ tx, actor }: Look, negotiationId: string) =>
  tx
    .select()
    .from(negotiationInterests)
    .where(
      and(
        own(negotiationInterests, actor),
        eq(negotiationInterests.negotiationId, negotiationId),
        live(negotiationInterests),
      ),
    )
    .orderBy(asc(negotiationInterests.side), asc(negotiationInterests.priority), asc(negotiationInterests.id))
