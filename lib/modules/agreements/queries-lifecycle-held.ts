import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import { agreementDecisions, agreementVersions } from '@/db/schema/agreements'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import type { RenewalDecision } from './model-lifecycle'

/** What was decided, or missed, for the deadlines of these agreements, the latest deadline first. */
export async function findDecisions({ tx, actor }: Look, agreementIds: readonly string[]) {
  if (agreementIds.length === 0) return []
  const rows = await tx
    .select()
    .from(agreementDecisions)
    .where(
      and(
        own(agreementDecisions, actor),
        inArray(agreementDecisions.agreementId, [...agreementIds]),
        live(agreementDecisions),
      ),
    )
    .orderBy(desc(agreementDecisions.noticeOn), desc(agreementDecisions.id))
  return rows.map((row) => ({
    ...row,
    decision: row.decision as RenewalDecision | null,
    decidedOn: row.decidedAt && dayOf(row.decidedAt, actor.timeZone),
  }))
}
export type FoundDecision = Awaited<ReturnType<typeof findDecisions>>[number]

/** The executed versions of these agreements, the earliest first. */
export const findExecutedVersions = async ({ tx, actor }: Look, agreementIds: readonly string[]) =>
  agreementIds.length === 0
    ? []
    : tx
        .select()
        .from(agreementVersions)
        .where(
          and(
            own(agreementVersions, actor),
            inArray(agreementVersions.agreementId, [...agreementIds]),
            eq(agreementVersions.state, 'executed'),
            live(agreementVersions),
          ),
        )
        .orderBy(asc(agreementVersions.number))
