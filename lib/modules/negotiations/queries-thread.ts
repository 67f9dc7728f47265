import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { findNegotiation } from './queries-held'
import { findOffers } from './queries-offers'
import { findAgreedPoints } from './queries-outcome'
import { findIssues } from './queries-table'
import { counted } from './rules-offers'
import { wordsOf } from './rules-outcome'

/**
 * One point of the talks for everybody who sees them: what was said of it first, by whom, and what both agreed on. Null when
 * the point is not on the table. Refuses with `notFound`.
 */
export async function findPoint(look: Look, negotiationId: string, issueKey: string) {
  const { negotiation } = await findNegotiation(look, negotiationId)
  const [issues, points, offers] = await Promise.all([
    findIssues(look, negotiationId),
    findAgreedPoints(look, negotiationId),
    findOffers(look, negotiationId),
  ])
  const issue = issues.find(({ key }) => key === issueKey)
  if (!issue) return null
  const first = offers.find((offer) => counted(offer) && (offer.values[issueKey] ?? null) !== null)
  const opened = first?.values[issueKey] ?? null
  const { timeZone } = look.actor
  return {
    negotiation,
    issue,
    opened:
      first && opened !== null
        ? { words: wordsOf(issue, opened), side: first.side, day: dayOf(first.at, timeZone), by: first.recordedBy }
        : null,
    agreed: points.find(({ key }) => key === issueKey) ?? null,
    agreedOn: negotiation.agreedAt && dayOf(negotiation.agreedAt, timeZone),
  }
}
export type FoundPoint = NonNullable<Awaited<ReturnType<typeof findPoint>>>
