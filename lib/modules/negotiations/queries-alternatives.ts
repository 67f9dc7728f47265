import { and, asc, eq } from 'drizzle-orm'
import { negotiationAlternatives } from '@/db/schema/negotiations'
import type { Look } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import type { Confidence, Side } from './model-issues'
import { alternativeScore } from './rules-alternatives'

/**
 * SECRET: what each side does without this deal, with its score (N10), null while it names no outcomes. Only for the mandate
 * group: ask `findGroup` first.
 */
export async function findAlternatives({ tx, actor }: Look, negotiationId: string) {
  const rows = await tx
    .select({
      id: negotiationAlternatives.id,
      version: negotiationAlternatives.version,
      side: negotiationAlternatives.side,
      name: negotiationAlternatives.name,
      outcomes: negotiationAlternatives.outcomes,
      switchingCost: negotiationAlternatives.switchingCost,
      confidence: negotiationAlternatives.confidence,
      source: negotiationAlternatives.source,
      nextStep: negotiationAlternatives.nextStep,
    })
    .from(negotiationAlternatives)
    .where(
      and(
        own(negotiationAlternatives, actor),
        eq(negotiationAlternatives.negotiationId, negotiationId),
        live(negotiationAlternatives),
      ),
    )
    .orderBy(asc(negotiationAlternatives.id))
    .limit(50)
  return rows.map(({ switchingCost, ...row }) => {
    const cost = plain(switchingCost)
    const score = row.outcomes.length === 0 ? null : plain(alternativeScore(row.outcomes, cost))
    return {
      ...row,
      switchingCost: cost,
      score,
      side: row.side as Side,
      confidence: row.confidence as Confidence | null,
    }
  })
}
export type Alternative = Awaited<ReturnType<typeof findAlternatives>>[number]

/** The negotiation of an alternative. Refuses with `notFound`. */
export async function findAlternativeNegotiation({ tx, actor }: Look, alternativeId: string): Promise<string> {
  const [row] = await tx
    .select({ negotiationId: negotiationAlternatives.negotiationId })
    .from(negotiationAlternatives)
    .where(and(ownRow(negotiationAlternatives, actor, alternativeId), live(negotiationAlternatives)))
  if (!row) throw new Refusal('notFound')
  return row.negotiationId
}
