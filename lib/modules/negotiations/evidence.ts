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
import type { EvidenceRule } from '@/lib/kernel/evidence'
import { actsAre, askedOf, evidenceOf, mostEvidence } from '@/lib/kernel/evidence-acts'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { observedIndicators } from './model-observations'
import type { NegotiationState } from './model-states'

/** The states of a negotiation that has begun. */
const begun: readonly NegotiationState[] = ['open', 'agreedInPrinciple', 'approved', 'documented', 'closed']

/** Seen at the table by a supervisor: credited to whom they watched. */
const seenAtTheTable = (indicator: string) =>
  actsAre(indicator, {
    subjectKind: 'negotiationObservation',
    table: negotiationObservations,
    member: negotiationObservations.observedId,
    at: negotiationObservations.observedOn,
    which: arrayContains(negotiationObservations.indicators, [indicator]),
  })

export const evidence: EvidenceRule[] = [
  ...observedIndicators.map(seenAtTheTable),
  /** Negotiating in its culture: a formal one that has begun with language and counterpart confirmed, by whoever leads it. */
  actsAre('BGM-2.1', {
    subjectKind: 'negotiation',
    table: negotiations,
    member: negotiations.ownerId,
    at: negotiations.conductConfirmedAt,
    which: and(eq(negotiations.path, 'formal'), inArray(negotiations.state, [...begun])),
  }),
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
            askedOf(negotiationTrades, negotiations.ownerId, actor, about),
            eq(negotiationTrades.unilateral, false),
            live(negotiations),
          ),
        )
        .orderBy(desc(negotiationTrades.id))
        .limit(mostEvidence)
      return rows.flatMap(evidenceOf('BGM-2.3', 'negotiationTrade', actor))
    },
  },
  /** Colleagues’ input taken into account: an answer with a word on what became of it, by whoever said it. */
  actsAre('BGM-2.4', {
    subjectKind: 'negotiationInput',
    table: negotiationInputs,
    member: negotiationInputs.disposedBy,
    at: negotiationInputs.disposedAt,
    which: eq(negotiationInputs.state, 'disposed'),
  }),
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
          and(
            askedOf(negotiationNotices, negotiationNotices.sentBy, actor, about),
            isNotNull(negotiationNotices.sentAt),
          ),
        )
        .orderBy(desc(negotiationNotices.id))
        .limit(mostEvidence)
      return rows.flatMap(evidenceOf('BGM-2.5', 'negotiationNotice', actor))
    },
  },
  /** Negotiating within the marketing focus: an issue said to support it, or to go against it with a lead's consent. */
  actsAre('BGM-2.2', {
    subjectKind: 'negotiationIssue',
    table: negotiationIssues,
    member: negotiationIssues.stanceBy,
    at: negotiationIssues.stanceAt,
    which: and(
      isNotNull(negotiationIssues.focusId),
      or(
        eq(negotiationIssues.stance, 'supports'),
        and(eq(negotiationIssues.stance, 'against'), isNotNull(negotiationIssues.consentAt)),
      ),
    ),
  }),
]
