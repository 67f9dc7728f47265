import { and, arrayContains, desc, eq, inArray, isNotNull, or } from 'drizzle-orm'
import {
  negotiationInputs,
  negotiationIssues,
  negotiationNotices,
  negotiationObservations,
  negotiationReaders,
  negotiations,
  negotiationTrades,
} from '@/db/schema/negotiations'
import { dayOf } from '@/lib/kernel/day'
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { ofVisibleAccount } from '@/lib/kernel/visibility'
import { observedIndicators } from './model-observations'
import type { NegotiationState } from './model-states'

const most = 500
/** The states of a negotiation that has begun. */
const begun: readonly NegotiationState[] = ['open', 'agreedInPrinciple', 'approved', 'documented', 'closed']

/** Seen at the table by a supervisor: credited to whom they watched. */
const seenAtTheTable = (indicator: string): EvidenceRule => ({
  indicator,
  async run({ tx, actor }, { accountId, memberId }) {
    const rows = await tx
      .select({
        id: negotiationObservations.id,
        memberId: negotiationObservations.observedId,
        day: negotiationObservations.observedOn,
      })
      .from(negotiationObservations)
      .where(
        and(
          own(negotiationObservations, actor),
          live(negotiationObservations),
          arrayContains(negotiationObservations.indicators, [indicator]),
          accountId ? eq(negotiationObservations.accountId, accountId) : undefined,
          memberId ? eq(negotiationObservations.observedId, memberId) : undefined,
          ofVisibleAccount(negotiationObservations.accountId, actor),
        ),
      )
      .orderBy(desc(negotiationObservations.observedOn), desc(negotiationObservations.id))
      .limit(most)
    return rows.map(({ id, ...row }) => ({
      ...row,
      indicator,
      subjectKind: 'negotiationObservation',
      subjectId: id,
    }))
  },
})

export const evidence: EvidenceRule[] = [
  ...observedIndicators.map(seenAtTheTable),
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
  {
    /** Colleagues’ input taken into account: an answer with a word on what became of it, by whoever said it. */
    indicator: 'BGM-2.4',
    async run({ tx, actor }, { accountId, memberId }) {
      const rows = await tx
        .select({ id: negotiationInputs.id, memberId: negotiationInputs.disposedBy, at: negotiationInputs.disposedAt })
        .from(negotiationInputs)
        .where(
          and(
            own(negotiationInputs, actor),
            eq(negotiationInputs.state, 'disposed'),
            live(negotiationInputs),
            accountId ? eq(negotiationInputs.accountId, accountId) : undefined,
            memberId ? eq(negotiationInputs.disposedBy, memberId) : undefined,
            ofVisibleAccount(negotiationInputs.accountId, actor),
          ),
        )
        .orderBy(desc(negotiationInputs.id))
        .limit(most)
      return rows.flatMap(({ id, memberId: by, at }) =>
        by && at
          ? [
              {
                indicator: 'BGM-2.4',
                memberId: by,
                subjectKind: 'negotiationInput',
                subjectId: id,
                day: dayOf(at, actor.timeZone),
              },
            ]
          : [],
      )
    },
  },
  {
    /** Results told in time: a notice that was acknowledged in its present edition, by whoever sent it. */
    indicator: 'BGM-2.5',
    async run({ tx, actor }, { accountId, memberId }) {
      const rows = await tx
        .selectDistinct({
          id: negotiationNotices.id,
          memberId: negotiationNotices.sentBy,
          at: negotiationNotices.sentAt,
        })
        .from(negotiationNotices)
        .innerJoin(
          negotiationReaders,
          and(
            own(negotiationReaders, actor),
            eq(negotiationReaders.noticeId, negotiationNotices.id),
            eq(negotiationReaders.acknowledgedEdition, negotiationNotices.edition),
            live(negotiationReaders),
          ),
        )
        .where(
          and(
            own(negotiationNotices, actor),
            isNotNull(negotiationNotices.sentAt),
            live(negotiationNotices),
            accountId ? eq(negotiationNotices.accountId, accountId) : undefined,
            memberId ? eq(negotiationNotices.sentBy, memberId) : undefined,
            ofVisibleAccount(negotiationNotices.accountId, actor),
          ),
        )
        .orderBy(desc(negotiationNotices.id))
        .limit(most)
      return rows.flatMap(({ id, memberId: by, at }) =>
        by && at
          ? [
              {
                indicator: 'BGM-2.5',
                memberId: by,
                subjectKind: 'negotiationNotice',
                subjectId: id,
                day: dayOf(at, actor.timeZone),
              },
            ]
          : [],
      )
    },
  },
  {
    /** Negotiating within the marketing focus: an issue said to support it, or to go against it with a lead's consent. */
    indicator: 'BGM-2.2',
    async run({ tx, actor }, { accountId, memberId }) {
      const rows = await tx
        .select({ id: negotiationIssues.id, memberId: negotiationIssues.stanceBy, at: negotiationIssues.stanceAt })
        .from(negotiationIssues)
        .where(
          and(
            own(negotiationIssues, actor),
            live(negotiationIssues),
            isNotNull(negotiationIssues.focusId),
            or(
              eq(negotiationIssues.stance, 'supports'),
              and(eq(negotiationIssues.stance, 'against'), isNotNull(negotiationIssues.consentAt)),
            ),
            memberId ? eq(negotiationIssues.stanceBy, memberId) : undefined,
            accountId ? eq(negotiationIssues.accountId, accountId) : undefined,
            ofVisibleAccount(negotiationIssues.accountId, actor),
          ),
        )
        .orderBy(desc(negotiationIssues.id))
        .limit(most)
      return rows.flatMap(({ id, memberId: saidBy, at }) =>
        saidBy && at
          ? [
              {
                indicator: 'BGM-2.2',
                memberId: saidBy,
                subjectKind: 'negotiationIssue',
                subjectId: id,
                day: dayOf(at, actor.timeZone),
              },
            ]
          : [],
      )
    },
  },
]
