import { and, desc, eq, isNotNull, isNull, type SQL } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import {
  advocacies,
  anticipatedNeeds,
  consultations,
  needAnswers,
  needPlanSteps,
  needSources,
  needVerifications,
} from '@/db/schema/needs'
import { dayOf } from '@/lib/kernel/day'
import type { EvidenceRow, EvidenceRule } from '@/lib/kernel/evidence'
import { own } from '@/lib/kernel/own'
import { ofVisibleAccount } from '@/lib/kernel/visibility'

type Facts = PgTable & { workspaceId: AnyPgColumn; id: AnyPgColumn; accountId: AnyPgColumn }
type Kind = {
  subjectKind: string
  table: Facts & { archivedAt?: AnyPgColumn }
  member: AnyPgColumn
  day: AnyPgColumn
  which?: SQL | undefined
}
const most = 1000

/** Rows of a table as evidence: each an act of the member whom it names, on its day. */
const acts =
  (indicator: string, { subjectKind, table, member, day, which }: Kind): EvidenceRule['run'] =>
  async ({ tx, actor }, { accountId, memberId }): Promise<EvidenceRow[]> => {
    const rows = await tx
      .select({ id: table.id, memberId: member, day })
      .from(table as PgTable)
      .where(
        and(
          own(table, actor),
          which,
          table.archivedAt ? isNull(table.archivedAt) : undefined,
          accountId ? eq(table.accountId, accountId) : undefined,
          memberId ? eq(member, memberId) : undefined,
          ofVisibleAccount(table.accountId, actor),
        ),
      )
      .orderBy(desc(day), desc(table.id))
      .limit(most)
    return rows.map((row) => ({
      indicator,
      memberId: String(row.memberId),
      subjectKind,
      subjectId: String(row.id),
      day: row.day instanceof Date ? dayOf(row.day, actor.timeZone) : String(row.day),
    }))
  }

const kinds = {
  source: { subjectKind: 'needSource', table: needSources, member: needSources.memberId, day: needSources.heardOn },
  step: {
    subjectKind: 'needPlanStep',
    table: needPlanSteps,
    member: needPlanSteps.memberId,
    day: needPlanSteps.createdAt,
  },
  consultation: {
    subjectKind: 'consultation',
    table: consultations,
    member: consultations.heldBy,
    day: consultations.heldOn,
  },
  advocacy: {
    subjectKind: 'advocacy',
    table: advocacies,
    member: advocacies.authorId,
    day: advocacies.createdAt,
  },
  answer: { subjectKind: 'needAnswer', table: needAnswers, member: needAnswers.memberId, day: needAnswers.answeredOn },
  verification: {
    subjectKind: 'needVerification',
    table: needVerifications,
    member: needVerifications.verifiedBy,
    day: needVerifications.verifiedOn,
    which: isNotNull(needVerifications.procedureVersionId),
  },
  anticipation: {
    subjectKind: 'anticipatedNeed',
    table: anticipatedNeeds,
    member: anticipatedNeeds.authorId,
    day: anticipatedNeeds.createdAt,
  },
} satisfies Record<string, Kind>

const ruleOf = (indicator: string, ...of: readonly Kind[]): EvidenceRule => ({
  indicator,
  async run(look, about) {
    const found: EvidenceRow[] = []
    for (const kind of of) found.push(...(await acts(indicator, kind)(look, about)))
    return found
  },
})

/**
 * Planned ways and ways used (KRM-2.1), consultations (2.2), needs taken up inside and answered (3.1), verifications by a
 * written procedure (3.2), expectations (3.4).
 */
export const evidence: EvidenceRule[] = [
  ruleOf('KRM-2.1', kinds.step, kinds.source),
  ruleOf('KRM-2.2', kinds.consultation),
  ruleOf('KRM-3.1', kinds.advocacy, kinds.answer),
  ruleOf('KRM-3.2', kinds.verification),
  ruleOf('KRM-3.4', kinds.anticipation),
]
