import { and, arrayContains, desc, eq, inArray, isNotNull, or, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import {
  negotiationInputs,
  negotiationIssues,
  negotiationNotices,
  negotiationObservations,
  negotiationReaders,
  negotiations,
  negotiationTrades,
} from '@/db/schema/negotiations'
import type { Actor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/day'
import type { EvidenceRow, EvidenceRule } from '@/lib/kernel/evidence'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { ofVisibleAccount } from '@/lib/kernel/visibility'
import { observedIndicators } from './model-observations'
import type { NegotiationState } from './model-states'

const most = 500
/** The states of a negotiation that has begun. */
const begun: readonly NegotiationState[] = ['open', 'agreedInPrinciple', 'approved', 'documented', 'closed']

type About = Parameters<EvidenceRule['run']>[1]
type Kept = { workspaceId: AnyPgColumn; accountId: AnyPgColumn; archivedAt: AnyPgColumn }

/** Live rows with accounts that the actor sees, of the account and the member that are asked about. */
const asked = (table: Kept, by: AnyPgColumn, actor: Actor, { accountId, memberId }: About): SQL | undefined =>
  and(
    own(table, actor),
    live(table),
    accountId ? eq(table.accountId, accountId) : undefined,
    memberId ? eq(by, memberId) : undefined,
    ofVisibleAccount(table.accountId, actor),
  )

type Fact = { id: string; memberId: string | null; at: Date | null }

/** How a record demonstrates an indicator: whose it is, and when; without a person or a moment it demonstrates nothing. */
const rowsOf =
  (indicator: string, subjectKind: string, actor: Actor) =>
  ({ id, memberId, at }: Fact): EvidenceRow[] =>
    memberId && at ? [{ indicator, memberId, subjectKind, subjectId: id, day: dayOf(at, actor.timeZone) }] : []

/** Seen at the table by a supervisor: credited to whom they watched. */
const seenAtTheTable = (indicator: string): EvidenceRule => ({
  indicator,
  async run({ tx, actor }, about) {
    const rows = await tx
      .select({
        id: negotiationObservations.id,
        memberId: negotiationObservations.observedId,
        day: negotiationObservations.observedOn,
      })
      .from(negotiationObservations)
      .where(
        and(
          asked(negotiationObservations, negotiationObservations.observedId, actor, about),
          arrayContains(negotiationObservations.indicators, [indicator]),
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
    async run({ tx, actor }, about) {
      const rows = await tx
        .select({ id: negotiations.id, memberId: negotiations.ownerId, at: negotiations.conductConfirmedAt })
        .from(negotiations)
        .where(
          and(
            asked(negotiations, negotiations.ownerId, actor, about),
            eq(negotiations.path, 'formal'),
            inArray(negotiations.state, [...begun]),
            isNotNull(negotiations.conductConfirmedAt),
          ),
        )
        .orderBy(desc(negotiations.conductConfirmedAt), desc(negotiations.id))
        .limit(most)
      return rows.flatMap(rowsOf('BGM-2.1', 'negotiation', actor))
    },
  },
  {
    /** Interests optimised at the table: a concession paired with what it bought, by whoever leads the negotiation. */
    indicator: 'BGM-2.3',
    async run({ tx, actor }, about) {
      const rows = await tx
        .select({ id: negotiationTrades.id, memberId: negotiations.ownerId, at: negotiationTrades.createdAt })
        .from(negotiationTrades)
        .innerJoin(negotiations, joined(negotiations, actor, negotiationTrades.negotiationId))
        .where(
          and(
            asked(negotiationTrades, negotiations.ownerId, actor, about),
            eq(negotiationTrades.unilateral, false),
            live(negotiations),
          ),
        )
        .orderBy(desc(negotiationTrades.id))
        .limit(most)
      return rows.flatMap(rowsOf('BGM-2.3', 'negotiationTrade', actor))
    },
  },
  {
    /** Colleagues’ input taken into account: an answer with a word on what became of it, by whoever said it. */
    indicator: 'BGM-2.4',
    async run({ tx, actor }, about) {
      const rows = await tx
        .select({ id: negotiationInputs.id, memberId: negotiationInputs.disposedBy, at: negotiationInputs.disposedAt })
        .from(negotiationInputs)
        .where(
          and(
            asked(negotiationInputs, negotiationInputs.disposedBy, actor, about),
            eq(negotiationInputs.state, 'disposed'),
          ),
        )
        .orderBy(desc(negotiationInputs.id))
        .limit(most)
      return rows.flatMap(rowsOf('BGM-2.4', 'negotiationInput', actor))
    },
  },
  {
    /** Results told in time: a notice that was acknowledged in its present edition, by whoever sent it. */
    indicator: 'BGM-2.5',
    async run({ tx, actor }, about) {
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
          and(asked(negotiationNotices, negotiationNotices.sentBy, actor, about), isNotNull(negotiationNotices.sentAt)),
        )
        .orderBy(desc(negotiationNotices.id))
        .limit(most)
      return rows.flatMap(rowsOf('BGM-2.5', 'negotiationNotice', actor))
    },
  },
  {
    /** Negotiating within the marketing focus: an issue said to support it, or to go against it with a lead's consent. */
    indicator: 'BGM-2.2',
    async run({ tx, actor }, about) {
      const rows = await tx
        .select({ id: negotiationIssues.id, memberId: negotiationIssues.stanceBy, at: negotiationIssues.stanceAt })
        .from(negotiationIssues)
        .where(
          and(
            asked(negotiationIssues, negotiationIssues.stanceBy, actor, about),
            isNotNull(negotiationIssues.focusId),
            or(
              eq(negotiationIssues.stance, 'supports'),
              and(eq(negotiationIssues.stance, 'against'), isNotNull(negotiationIssues.consentAt)),
            ),
          ),
        )
        .orderBy(desc(negotiationIssues.id))
        .limit(most)
      return rows.flatMap(rowsOf('BGM-2.2', 'negotiationIssue', actor))
    },
  },
]
