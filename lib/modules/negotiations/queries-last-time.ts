import type { Look } from '@/lib/kernel/command'
import type { LastTimes, Stake } from './model-stakes'
import type { Issue } from './model-table'
import { findGroup, findNegotiation } from './queries-held'
import { findIssues, findStakes, findTable } from './queries-table'
import { beginningOf, valueIn } from './rules-last-time'

/** A point that was written down after the talks before, with what the paper says of it. */
type WrittenPoint = { key: string; termCode: string | null; value: string | null }

/**
 * SECRET: what each issue begins with after an agreement; null outside the mandate group. What the paper says goes before what
 * was agreed at the table, and the last mandate is only for those who were in that group.
 */
export async function findLastTimes(
  look: Look,
  negotiation: { id: string; ownerId: string },
  talksBefore: string | null,
  points: readonly WrittenPoint[],
): Promise<LastTimes | null> {
  const { issues, inGroup } = await findTable(look, negotiation)
  if (!inGroup) return null
  const past: Past = talksBefore === null ? { issues: [], stakes: new Map() } : await findPast(look, talksBefore)
  return Object.fromEntries(
    issues.flatMap((issue) => {
      const same = ({ key, termCode }: Pick<Issue, 'key' | 'termCode'>) =>
        key === issue.key || (termCode !== null && termCode === issue.termCode)
      const words = points.find(same)?.value ?? null
      const was = past.issues.find((each) => same(each) && each.kind === issue.kind)
      const stake = (was && past.stakes.get(was.id)) ?? null
      const agreed = (words === null ? null : valueIn(issue, words)) ?? was?.agreedValue ?? null
      if (agreed === null && words === null && stake === null) return []
      return [[issue.id, { agreed, words, ...beginningOf(issue.kind, agreed, stake) }] as const]
    }),
  )
}

type Past = { issues: readonly Issue[]; stakes: ReadonlyMap<string, Stake> }

async function findPast(look: Look, negotiationId: string): Promise<Past> {
  const { negotiation } = await findNegotiation(look, negotiationId)
  const [issues, inGroup] = await Promise.all([findIssues(look, negotiationId), findGroup(look, negotiation)])
  return { issues, stakes: inGroup ? await findStakes(look, negotiationId) : new Map() }
}
