import { and, desc, eq, inArray, isNotNull } from 'drizzle-orm'
import { negotiations, negotiationTrades } from '@/db/schema/negotiations'
import { dayOf } from '@/lib/kernel/day'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { ofVisibleAccount } from '@/lib/kernel/visibility'
import type { NegotiationState } from './model-states'

const most = 500
/** The states of a negotiation that has begun. */
const begun: readonly NegotiationState[] = ['open', 'agreedInPrinciple', 'approved', 'documented', 'closed']

export const evidence: EvidenceRule[] = [
  {
    /** Negotiating in its culture: a formal one that has begun with language and counterpart confirmed, by whoever leads it. */
    indicator: 'BGM-2.1',
    async run({ tx, actor }, { accountId, memberId }) {
      const rows = await tx
        .select({ id: negotiations.id, memberId: negotiations.ownerId, confirmedAt: negotiations.conductConfirmedAt })
        .from(negotiations)
        .where(
          and(
            own(negotiations, actor),
            live(negotiations),
            eq(negotiations.path, 'formal'),
            inArray(negotiations.state, [...begun]),
            isNotNull(negotiations.conductConfirmedAt),
            memberId ? eq(negotiations.ownerId, memberId) : undefined,
            accountId ? eq(negotiations.accountId, accountId) : undefined,
            ofVisibleAccount(negotiations.accountId, actor),
          ),
        )
        .orderBy(desc(negotiations.conductConfirmedAt), desc(negotiations.id))
        .limit(most)
      return rows.flatMap(({ id, memberId: leads, confirmedAt }) =>
        confirmedAt
          ? [
              {
                indicator: 'BGM-2.1',
                memberId: leads,
                subjectKind: 'negotiation',
                subjectId: id,
                day: dayOf(confirmedAt, actor.timeZone),
              },
            ]
          : [],
      )
    },
  },
  {
    /** Interests optimised at the table: a concession paired with what it bought, by whoever leads the negotiation. */
    indicator: 'BGM-2.3',
    async run({ tx, actor }, { accountId, memberId }) {
      const rows = await tx
        .select({ id: negotiationTrades.id, memberId: negotiations.ownerId, at: negotiationTrades.createdAt })
        .from(negotiationTrades)
        .innerJoin(negotiations, joined(negotiations, actor, negotiationTrades.negotiationId))
        .where(
          and(
            own(negotiationTrades, actor),
            eq(negotiationTrades.unilateral, false),
            live(negotiationTrades),
            live(negotiations),
            accountId ? eq(negotiationTrades.accountId, accountId) : undefined,
            memberId ? eq(negotiations.ownerId, memberId) : undefined,
            ofVisibleAccount(negotiationTrades.accountId, actor),
          ),
        )
        .orderBy(desc(negotiationTrades.id))
        .limit(most)
      return rows.map(({ id, memberId: owner, at }) => ({
        indicator: 'BGM-2.3',
        memberId: owner,
        subjectKind: 'negotiationTrade',
        subjectId: id,
        day: dayOf(at, actor.timeZone),
      }))
    },
  },
]
