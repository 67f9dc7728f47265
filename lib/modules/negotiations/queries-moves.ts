import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import { annualProducts } from '@/lib/modules/sales/queries'
import { findWorth } from '@/lib/modules/terms/queries-worth'
import type { Direction } from './model'
import type { FoundNegotiation } from './queries-held'
import { findOffers } from './queries-offers'
import { findIssues, findStakes } from './queries-table'
import { isDecimal } from './rules'
import { oneMoreOf, type Prices } from './rules-equivalents'
import { type CostOf, type Move, movesOf } from './rules-moves'
import { counted } from './rules-offers'
import { scalesOf } from './rules-scales'

type About = Pick<FoundNegotiation['negotiation'], 'id' | 'accountId' | 'currency' | 'baseVersionId'> & {
  direction: Direction
}

type Costed = { key: string; termCode: string | null; productId: string | null; unit: string | null }

/**
 * What a move of an issue costs in a year, by the kind of term that the issue is linked to, or by what was sold of the
 * product whose price it is. T03.
 */
export async function findCosts(look: Look, about: About, issues: readonly Costed[]) {
  const { accountId, direction, currency, baseVersionId: versionId } = about
  const codes = new Map(issues.flatMap(({ key, termCode }) => (termCode ? [[key, termCode] as const] : [])))
  const priced = issues.filter(({ productId }) => productId !== null)
  if (codes.size + priced.length === 0) return { costOf: (() => null) as CostOf, worth: null, prices: new Map() }
  const [worth, prices] = await Promise.all([
    findWorth(look, { accountId, direction, currency, versionId }),
    findPrices(look, about, priced),
  ])
  const costOf: CostOf = (issue, from, to) => {
    if (typeof from !== 'string' || typeof to !== 'string') return null
    const [code, oneMore] = [codes.get(issue), prices.get(issue)]
    if (code) return worth.costOf(code, from, to)
    if (oneMore === undefined || !isDecimal(from) || !isDecimal(to)) return null
    return exact(to).minus(from).times(oneMore).toDecimalPlaces(4).toFixed()
  }
  return { costOf, worth, prices }
}

/** What one more of each price costs us in a year; nothing of what we buy, since sales alone are on record. */
async function findPrices(look: Look, about: About, issues: readonly Costed[]): Promise<Prices> {
  const { accountId, currency, direction } = about
  if (issues.length === 0 || direction === 'buy') return new Map()
  const until = dayOf(look.now, look.actor.timeZone)
  const sold = new Map(
    (await annualProducts(look, { accountId, currency, until })).map((each) => [each.productId, each]),
  )
  return new Map(
    issues.flatMap(({ key, productId, unit }) => {
      const year = sold.get(productId ?? '')
      return year ? [[key, oneMoreOf(unit, year)] as const] : []
    }),
  )
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
