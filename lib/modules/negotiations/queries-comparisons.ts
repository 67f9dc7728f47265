import { and, desc, eq } from 'drizzle-orm'
import { negotiationComparisons } from '@/db/schema/negotiations'
import { members } from '@/db/schema/workspace'
import { digestOf } from '@/lib/kernel/canonical'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import type { Judgement } from './model-comparisons'
import { byKey } from './rules'
import { type Differing, equalOf } from './rules-comparison'
import { type Line, valuedIssuesOf } from './rules-table'

type Question = { pair: Differing[]; worthHash: string }

/** The question hangs on the sheet alone, and thousands of packages are looked at for it: asked once for each sheet. */
const asked = new Map<string, Question | null>()
const mostAsked = 200

/** SECRET: "Are these two really equal?" as the weights stand now; null while no two packages are. */
export function questionOf(lines: readonly Line[]): Question | null {
  const sheet = JSON.stringify(lines.map(({ issue: { key, kind, options }, stake }) => ({ key, kind, options, stake })))
  const known = asked.get(sheet)
  if (known !== undefined) return known
  if (asked.size >= mostAsked) asked.clear()
  const { issues } = valuedIssuesOf(lines)
  const pair = equalOf(lines)
  const question = issues && pair && pair.length > 0 ? { pair, worthHash: digestOf({ issues: byKey(issues) }) } : null
  asked.set(sheet, question)
  return question
}

/** SECRET, ask `findGroup` first: what was answered to that question, the latest first. */
export async function findComparisons({ tx, actor }: Look, negotiationId: string) {
  const rows = await tx
    .select({
      id: negotiationComparisons.id,
      worthHash: negotiationComparisons.worthHash,
      answer: negotiationComparisons.answer,
      pair: negotiationComparisons.pair,
      at: negotiationComparisons.answeredAt,
      by: members.name,
    })
    .from(negotiationComparisons)
    .innerJoin(members, joined(members, actor, negotiationComparisons.answeredBy))
    .where(
      and(
        own(negotiationComparisons, actor),
        eq(negotiationComparisons.negotiationId, negotiationId),
        live(negotiationComparisons),
      ),
    )
    .orderBy(desc(negotiationComparisons.id))
    .limit(50)
  return rows.map(({ at, ...row }) => ({ ...row, answer: row.answer as Judgement, on: dayOf(at, actor.timeZone) }))
}
