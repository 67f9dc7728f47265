import type { Look } from '@/lib/kernel/command'
import { findWorth } from '@/lib/modules/terms/queries-worth'
import type { Direction } from './model'
import type { FoundNegotiation } from './queries-held'
import { findOffers } from './queries-offers'
import { findIssues, findStakes } from './queries-table'
import { type CostOf, type Move, movesOf } from './rules-moves'
import { counted } from './rules-offers'
import { scalesOf } from './rules-scales'

type About = Pick<FoundNegotiation['negotiation'], 'id' | 'accountId' | 'currency' | 'baseVersionId'> & {
  direction: Direction
}

/** What a move of an issue costs in a year, by the kind of term that the issue is linked to. T03. */
export async function findCosts(look: Look, about: About, issues: readonly { key: string; termCode: string | null }[]) {
  const { accountId, direction, currency, baseVersionId: versionId } = about
  const codes = new Map(issues.flatMap(({ key, termCode }) => (termCode ? [[key, termCode] as const] : [])))
  if (codes.size === 0) return { costOf: (() => null) as CostOf, worth: null }
  const worth = await findWorth(look, { accountId, direction, currency, versionId })
  const costOf: CostOf = (issue, from, to) => {
    const code = codes.get(issue)
    return code && typeof from === 'string' && typeof to === 'string' ? worth.costOf(code, from, to) : null
  }
  return { costOf, worth }
}

/** SECRET, ask `findGroup` first: every move of both sides on our scales. */
export async function findMoves(look: Look, negotiation: About): Promise<Move[]> {
  const [issues, stakes, offers] = await Promise.all([
    findIssues(look, negotiation.id),
    findStakes(look, negotiation.id),
    findOffers(look, negotiation.id),
  ])
  const { costOf } = await findCosts(look, negotiation, issues)
  return movesOf(
    scalesOf(issues.map((issue) => ({ issue, stake: stakes.get(issue.id) ?? null }))),
    offers.filter(counted),
    costOf,
  )
}
