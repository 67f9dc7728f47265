import { and, desc, eq, inArray, isNull, ne, or } from 'drizzle-orm'
import { confirmations } from '@/db/schema/confirmations'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { joined, own } from '@/lib/kernel/own'
import type { Confirmation, ConfirmationKind } from './model'

/**
 * The latest confirmation of each of these facts, by fact: the one that counts, or the last one that was voided.
 * Facts that nobody ever confirmed are left out.
 */
export async function findConfirmations(
  { tx, actor }: Look,
  kind: ConfirmationKind,
  subjectIds: readonly string[],
): Promise<Map<string, Confirmation>> {
  if (subjectIds.length === 0) return new Map()
  const rows = await tx
    .selectDistinctOn([confirmations.subjectId], {
      id: confirmations.id,
      subjectId: confirmations.subjectId,
      valueHash: confirmations.valueHash,
      method: confirmations.method,
      confirmedBy: confirmations.confirmedBy,
      confirmedByName: members.name,
      withPersonId: confirmations.withPersonId,
      evidenceId: confirmations.evidenceId,
      note: confirmations.note,
      confirmedOn: confirmations.confirmedOn,
      validUntil: confirmations.validUntil,
      voidedBecause: confirmations.voidedBecause,
    })
    .from(confirmations)
    .innerJoin(members, joined(members, actor, confirmations.confirmedBy))
    .where(
      and(
        own(confirmations, actor),
        eq(confirmations.kind, kind),
        inArray(confirmations.subjectId, [...subjectIds]),
        or(isNull(confirmations.voidedBecause), ne(confirmations.voidedBecause, 'takenBack')),
      ),
    )
    .orderBy(confirmations.subjectId, desc(isNull(confirmations.voidedAt)), desc(confirmations.id))
  return new Map(rows.map((row) => [row.subjectId, row as Confirmation]))
}

/** Everything that was ever confirmed of one fact, newest first, as rows. */
export const findGiven = ({ tx, actor }: Look, kind: ConfirmationKind, subjectId: string) =>
  tx
    .select()
    .from(confirmations)
    .where(and(own(confirmations, actor), eq(confirmations.kind, kind), eq(confirmations.subjectId, subjectId)))
    .orderBy(desc(confirmations.id))
    .limit(20)

/** Ids of the confirmations of these facts that still count. */
export async function findStanding(
  { tx, actor }: Look,
  kind: ConfirmationKind,
  subjectIds: readonly string[],
): Promise<string[]> {
  if (subjectIds.length === 0) return []
  const rows = await tx
    .select({ id: confirmations.id })
    .from(confirmations)
    .where(
      and(
        own(confirmations, actor),
        eq(confirmations.kind, kind),
        inArray(confirmations.subjectId, [...subjectIds]),
        isNull(confirmations.voidedAt),
      ),
    )
  return rows.map((row) => row.id)
}
