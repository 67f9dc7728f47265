import { and, count, eq, isNull, ne, or, sql } from 'drizzle-orm'
import {
  negotiationAlternatives,
  negotiationEvidence,
  negotiationInputs,
  negotiationInterests,
  negotiationIssues,
  negotiationStakes,
} from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { type Checklist, checklistOf } from './rules-preparation'

type Of = { id: string; checklist: readonly string[]; conductConfirmedAt: Date | null; etiquette: string | null }

/**
 * How far the preparation is. Two of its points tell whether limits and alternatives are there at all: whoever is not in the
 * mandate group is shown neither (`secretPoints`).
 */
export async function findChecklist({ tx, actor }: Look, negotiation: Of): Promise<Checklist> {
  const { id } = negotiation
  const [issues, interests, [evidence], [questions], [alternatives]] = await Promise.all([
    tx
      .select({
        issues: count(),
        unvalued: sql<number>`count(*) filter (where ${and(
          ne(negotiationIssues.kind, 'text'),
          or(
            isNull(negotiationStakes.id),
            and(eq(negotiationIssues.kind, 'boolean'), isNull(negotiationStakes.wanted)),
            and(
              ne(negotiationIssues.kind, 'boolean'),
              or(isNull(negotiationStakes.target), isNull(negotiationStakes.limit)),
            ),
          ),
        )})::int`,
      })
      .from(negotiationIssues)
      .leftJoin(
        negotiationStakes,
        and(
          own(negotiationStakes, actor),
          eq(negotiationStakes.issueId, negotiationIssues.id),
          live(negotiationStakes),
        ),
      )
      .where(and(own(negotiationIssues, actor), eq(negotiationIssues.negotiationId, id), live(negotiationIssues))),
    tx
      .select({ side: negotiationInterests.side, interests: count() })
      .from(negotiationInterests)
      .where(
        and(own(negotiationInterests, actor), eq(negotiationInterests.negotiationId, id), live(negotiationInterests)),
      )
      .groupBy(negotiationInterests.side),
    tx
      .select({ count: count() })
      .from(negotiationEvidence)
      .where(
        and(own(negotiationEvidence, actor), eq(negotiationEvidence.negotiationId, id), live(negotiationEvidence)),
      ),
    tx
      .select({ count: count() })
      .from(negotiationInputs)
      .where(
        and(
          own(negotiationInputs, actor),
          eq(negotiationInputs.negotiationId, id),
          ne(negotiationInputs.state, 'cancelled'),
          live(negotiationInputs),
        ),
      ),
    tx
      .select({ count: count() })
      .from(negotiationAlternatives)
      .where(
        and(
          own(negotiationAlternatives, actor),
          eq(negotiationAlternatives.negotiationId, id),
          eq(negotiationAlternatives.side, 'us'),
          live(negotiationAlternatives),
        ),
      ),
  ])
  const of = (side: string) => interests.find((row) => row.side === side)?.interests ?? 0
  return checklistOf({
    issues: issues[0]?.issues ?? 0,
    unvalued: issues[0]?.unvalued ?? 0,
    interests: { us: of('us'), them: of('them') },
    evidence: evidence?.count ?? 0,
    questions: questions?.count ?? 0,
    alternatives: alternatives?.count ?? 0,
    conductConfirmed: negotiation.conductConfirmedAt !== null,
    etiquette: negotiation.etiquette !== null,
    ticked: negotiation.checklist,
  })
}
