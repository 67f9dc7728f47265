import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { approvalRuns } from '@/db/schema/approvals'
import { dealChecks, priceExceptions, pricePolicies, pricePolicyReadings } from '@/db/schema/pricing'
import { dayOf } from '@/lib/kernel/day'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { own } from '@/lib/kernel/own'
import { ofVisibleAccount } from '@/lib/kernel/visibility'

const indicator = 'KRM-2.5'

/** What its author had decided, on the day of the decision. */
const decided = (table: typeof priceExceptions | typeof dealChecks, subjectKind: string): EvidenceRule => ({
  indicator,
  async run({ tx, actor }, { accountId, memberId }) {
    const rows = await tx
      .select({ memberId: table.authorId, subjectId: table.id, decidedAt: approvalRuns.decidedAt })
      .from(table)
      .innerJoin(
        approvalRuns,
        and(
          own(approvalRuns, actor),
          eq(approvalRuns.subjectKind, subjectKind),
          eq(approvalRuns.subjectId, table.id),
          isNotNull(approvalRuns.decidedAt),
        ),
      )
      .where(
        and(
          own(table, actor),
          accountId ? eq(table.accountId, accountId) : undefined,
          memberId ? eq(table.authorId, memberId) : undefined,
          ofVisibleAccount(table.accountId, actor),
        ),
      )
      .orderBy(asc(approvalRuns.decidedAt), asc(table.id))
    return rows.flatMap(({ decidedAt, ...row }) =>
      decidedAt ? [{ ...row, indicator, subjectKind, day: dayOf(decidedAt, actor.timeZone) }] : [],
    )
  },
})

/**
 * KRM-2.5, confirming pricing policies and procedures: reading an approved edition and saying so; carrying an edition
 * through consent; having a price exception or a checked deal decided.
 */
export const evidence: EvidenceRule[] = [
  {
    indicator,
    async run({ tx, actor }, { accountId, memberId }) {
      if (accountId) return []
      const rows = await tx
        .select({
          memberId: pricePolicyReadings.memberId,
          subjectId: pricePolicyReadings.id,
          day: pricePolicyReadings.readOn,
        })
        .from(pricePolicyReadings)
        .where(and(own(pricePolicyReadings, actor), memberId ? eq(pricePolicyReadings.memberId, memberId) : undefined))
        .orderBy(asc(pricePolicyReadings.readOn), asc(pricePolicyReadings.id))
      return rows.map((row) => ({ ...row, indicator, subjectKind: 'pricePolicyReading' }))
    },
  },
  {
    indicator,
    async run({ tx, actor }, { accountId, memberId }) {
      if (accountId) return []
      const rows = await tx
        .select({ memberId: pricePolicies.authorId, subjectId: pricePolicies.id, decidedAt: approvalRuns.decidedAt })
        .from(pricePolicies)
        .innerJoin(
          approvalRuns,
          and(
            own(approvalRuns, actor),
            eq(approvalRuns.subjectKind, 'pricePolicy'),
            eq(approvalRuns.subjectId, pricePolicies.id),
            eq(approvalRuns.state, 'approved'),
          ),
        )
        .where(and(own(pricePolicies, actor), memberId ? eq(pricePolicies.authorId, memberId) : undefined))
        .orderBy(asc(approvalRuns.decidedAt), asc(pricePolicies.id))
      return rows.flatMap(({ decidedAt, ...row }) =>
        decidedAt ? [{ ...row, indicator, subjectKind: 'pricePolicy', day: dayOf(decidedAt, actor.timeZone) }] : [],
      )
    },
  },
  decided(priceExceptions, 'priceException'),
  decided(dealChecks, 'dealCheck'),
]
