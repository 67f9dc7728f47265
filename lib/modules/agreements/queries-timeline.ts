import { and, asc, eq, gt, isNotNull, isNull, lte, ne, or } from 'drizzle-orm'
import { agreements, agreementTimeline, agreementVersions } from '@/db/schema/agreements'
import type { Recorded, Stretch } from '@/lib/kernel/as-of'
import type { Look } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { recordedOf } from './rules-amendments'

/** The versions of an agreement that were executed, as the as-of rules read them. A03. */
export async function findRecorded({ tx, actor }: Look, agreementId: string): Promise<(Recorded & { kind: string })[]> {
  const rows = await tx
    .select({
      id: agreementVersions.id,
      number: agreementVersions.number,
      kind: agreementVersions.kind,
      frozenHash: agreementVersions.frozenHash,
      validFrom: agreementVersions.validFrom,
      validTo: agreementVersions.validTo,
      recordedAt: agreementVersions.recordedAt,
    })
    .from(agreementVersions)
    .where(
      and(
        own(agreementVersions, actor),
        eq(agreementVersions.agreementId, agreementId),
        eq(agreementVersions.state, 'executed'),
        isNotNull(agreementVersions.recordedAt),
        live(agreementVersions),
      ),
    )
    .orderBy(asc(agreementVersions.number))
  return recordedOf(rows, actor.timeZone)
}

/** What is believed of an agreement today: which version holds from which day. */
export const findStretches = ({ tx, actor }: Look, agreementId: string): Promise<Stretch[]> =>
  tx
    .select({
      versionId: agreementTimeline.versionId,
      fromDay: agreementTimeline.fromDay,
      untilDay: agreementTimeline.untilDay,
    })
    .from(agreementTimeline)
    .where(and(own(agreementTimeline, actor), eq(agreementTimeline.agreementId, agreementId)))
    .orderBy(asc(agreementTimeline.fromDay))

/** Agreements on which another version holds on this day than the one that is noted: an amendment began, or a temporary one ended. */
export async function findTurning(
  { tx, actor }: Look,
  today: Day,
  { after, most }: { after: string | null; most: number },
): Promise<string[]> {
  const rows = await tx
    .select({ id: agreements.id })
    .from(agreementTimeline)
    .innerJoin(agreements, joined(agreements, actor, agreementTimeline.agreementId))
    .where(
      and(
        own(agreementTimeline, actor),
        lte(agreementTimeline.fromDay, today),
        or(isNull(agreementTimeline.untilDay), gt(agreementTimeline.untilDay, today)),
        isNull(agreements.endedOn),
        after ? gt(agreements.id, after) : undefined,
        or(isNull(agreements.currentVersionId), ne(agreements.currentVersionId, agreementTimeline.versionId)),
      ),
    )
    .orderBy(asc(agreements.id))
    .limit(most)
  return rows.map(({ id }) => id)
}
