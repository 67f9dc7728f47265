import { and, desc, eq, sql } from 'drizzle-orm'
import { promotionAccounts, promotionCitations, promotionDirections, promotions } from '@/db/schema/promotions'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { visiblePromotions } from './queries-held'

const most = 500

export const evidence: EvidenceRule[] = [
  {
    /** Analysis and direction: a decided direction that rests on sales or promotions, by whoever decided. */
    indicator: 'KRM-2.3',
    async run({ tx, actor }, { accountId, memberId }) {
      const rows = await tx
        .select({
          id: promotionDirections.id,
          memberId: promotionDirections.decidedBy,
          day: promotionDirections.decidedOn,
        })
        .from(promotionDirections)
        .innerJoin(promotions, joined(promotions, actor, promotionDirections.promotionId))
        .where(
          and(
            own(promotionDirections, actor),
            live(promotions),
            visiblePromotions(actor),
            sql`exists (select from ${promotionCitations} where ${and(
              eq(promotionCitations.workspaceId, actor.workspaceId),
              eq(promotionCitations.directionId, promotionDirections.id),
            )})`,
            memberId ? eq(promotionDirections.decidedBy, memberId) : undefined,
            accountId
              ? sql`exists (select from ${promotionAccounts} where ${and(
                  eq(promotionAccounts.workspaceId, actor.workspaceId),
                  eq(promotionAccounts.promotionId, promotions.id),
                  eq(promotionAccounts.accountId, accountId),
                  live(promotionAccounts),
                )})`
              : undefined,
          ),
        )
        .orderBy(desc(promotionDirections.decidedOn), desc(promotionDirections.id))
        .limit(most)
      return rows.map(({ id, ...row }) => ({
        ...row,
        indicator: 'KRM-2.3',
        subjectKind: 'promotionDirection',
        subjectId: id,
      }))
    },
  },
]
