import { and, asc, eq, isNotNull } from 'drizzle-orm'
import { approvalRuns } from '@/db/schema/approvals'
import { priceExceptions, pricePolicies, pricePolicyReadings } from '@/db/schema/pricing'
import { dayOf } from '@/lib/kernel/day'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { own } from '@/lib/kernel/own'
import { ofVisibleAccount } from '@/lib/kernel/visibility'

const indicator = 'KRM-2.5'

/**
 * KRM-2.5, confirming pricing policies and procedures: reading an approved edition and saying so; carrying an edition
 * through consent; having a price exception decided.
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
  {
    indicator,
    async run({ tx, actor }, { accountId, memberId }) {
      const rows = await tx
        .select({
          memberId: priceExceptions.authorId,
          subjectId: priceExceptions.id,
          decidedAt: approvalRuns.decidedAt,
        })
        .from(priceExceptions)
        .innerJoin(
          approvalRuns,
          and(
            own(approvalRuns, actor),
            eq(approvalRuns.subjectKind, 'priceException'),
            eq(approvalRuns.subjectId, priceExceptions.id),
            isNotNull(approvalRuns.decidedAt),
          ),
        )
        .where(
          and(
            own(priceExceptions, actor),
            accountId ? eq(priceExceptions.accountId, accountId) : undefined,
            memberId ? eq(priceExceptions.authorId, memberId) : undefined,
            ofVisibleAccount(priceExceptions.accountId, actor),
          ),
        )
        .orderBy(asc(approvalRuns.decidedAt), asc(priceExceptions.id))
      return rows.flatMap(({ decidedAt, ...row }) =>
        decidedAt ? [{ ...row, indicator, subjectKind: 'priceException', day: dayOf(decidedAt, actor.timeZone) }] : [],
      )
    },
  },
]
