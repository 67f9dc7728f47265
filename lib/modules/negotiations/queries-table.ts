import { and, asc, eq, sql } from 'drizzle-orm'
import { negotiationIssues, negotiationOffers, negotiationStakes } from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import type { Confidence, IssueKind, OfferValue } from './model-issues'
import type { Stake } from './model-stakes'
import type { Issue, Stance } from './model-table'
import { findGroup } from './queries-held'
import type { Line } from './rules-table'

/** The issues of a negotiation in the order in which people read them. Whoever calls has seen that it may be read. */
export async function findIssues({ tx, actor }: Look, negotiationId: string): Promise<Issue[]> {
  const rows = await tx
    .select({
      id: negotiationIssues.id,
      version: negotiationIssues.version,
      key: negotiationIssues.key,
      name: negotiationIssues.name,
      position: negotiationIssues.position,
      kind: negotiationIssues.kind,
      unit: negotiationIssues.unit,
      termCode: negotiationIssues.termCode,
      productId: negotiationIssues.productId,
      options: negotiationIssues.options,
      focusId: negotiationIssues.focusId,
      stance: negotiationIssues.stance,
      stanceReason: negotiationIssues.stanceReason,
      stanceBy: negotiationIssues.stanceBy,
      stanceAt: negotiationIssues.stanceAt,
      consentBy: negotiationIssues.consentBy,
      consentAt: negotiationIssues.consentAt,
      consentNote: negotiationIssues.consentNote,
      // As text: the driver would read the word "2.5" in it as a number.
      agreedValue: sql<string | null>`${negotiationIssues.agreedValue}::text`,
      droppedBecause: negotiationIssues.droppedBecause,
      carried: negotiationIssues.carried,
    })
    .from(negotiationIssues)
    .where(
      and(own(negotiationIssues, actor), eq(negotiationIssues.negotiationId, negotiationId), live(negotiationIssues)),
    )
    .orderBy(asc(negotiationIssues.position), asc(negotiationIssues.id))
    .limit(200)
  return rows.map((row) => ({
    ...row,
    kind: row.kind as IssueKind,
    stance: row.stance as Stance,
    agreedValue: row.agreedValue === null ? null : (JSON.parse(row.agreedValue) as OfferValue),
  }))
}

/** The negotiation of an issue. Refuses with `notFound`. */
export async function findIssueNegotiation({ tx, actor }: Look, issueId: string): Promise<string> {
  const [row] = await tx
    .select({ negotiationId: negotiationIssues.negotiationId })
    .from(negotiationIssues)
    .where(and(ownRow(negotiationIssues, actor, issueId), live(negotiationIssues)))
  if (!row) throw new Refusal('notFound')
  return row.negotiationId
}

/** SECRET: what the issues are worth, by issue. Only for the mandate group: ask `findGroup` first. */
export async function findStakes({ tx, actor }: Look, negotiationId: string): Promise<ReadonlyMap<string, Stake>> {
  const rows = await tx
    .select({
      id: negotiationStakes.id,
      version: negotiationStakes.version,
      issueId: negotiationStakes.issueId,
      opening: negotiationStakes.opening,
      target: negotiationStakes.target,
      limit: negotiationStakes.limit,
      weight: negotiationStakes.weight,
      wanted: negotiationStakes.wanted,
      required: negotiationStakes.required,
      points: negotiationStakes.points,
      theirTarget: negotiationStakes.theirTarget,
      theirLimit: negotiationStakes.theirLimit,
      theirWeight: negotiationStakes.theirWeight,
      theirPoints: negotiationStakes.theirPoints,
      confidence: negotiationStakes.confidence,
      source: negotiationStakes.source,
    })
    .from(negotiationStakes)
    .where(
      and(own(negotiationStakes, actor), eq(negotiationStakes.negotiationId, negotiationId), live(negotiationStakes)),
    )
    .limit(200)
  return new Map(rows.map((row) => [row.issueId, { ...row, confidence: row.confidence as Confidence | null }]))
}

/** What is on the table. `lines` are the issues with their stakes; null for whoever is not in the mandate group. */
export type Table = { issues: readonly Issue[]; inGroup: boolean; lines: readonly (Line & { issue: Issue })[] | null }

/** The issues of a negotiation that may be read, with the stakes for its mandate group alone. */
export async function findTable(look: Look, negotiation: { id: string; ownerId: string }): Promise<Table> {
  const [issues, inGroup] = await Promise.all([findIssues(look, negotiation.id), findGroup(look, negotiation)])
  if (!inGroup) return { issues, inGroup, lines: null }
  const stakes = await findStakes(look, negotiation.id)
  return { issues, inGroup, lines: issues.map((issue) => ({ issue, stake: stakes.get(issue.id) ?? null })) }
}

/** What offers have said on each issue so far, by its key; an issue that nobody spoke of is not among them. */
export async function findSpoken(
  { tx, actor }: Look,
  negotiationId: string,
): Promise<ReadonlyMap<string, ReadonlySet<string | boolean>>> {
  const rows = await tx
    .select({ values: negotiationOffers.values })
    .from(negotiationOffers)
    .where(
      and(own(negotiationOffers, actor), eq(negotiationOffers.negotiationId, negotiationId), live(negotiationOffers)),
    )
    .limit(500)
  const spoken = new Map<string, Set<string | boolean>>()
  for (const { values } of rows)
    for (const [key, value] of Object.entries(values)) spoken.set(key, (spoken.get(key) ?? new Set()).add(value))
  return spoken
}
