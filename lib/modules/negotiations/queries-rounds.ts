import { dayOf } from '@/lib/kernel/day'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import type { OfferValue, Side, ValuedIssue } from './model-issues'
import { roundsInput } from './model-offers'
import type { Issue } from './model-table'
import { findEntries, findMeetable } from './queries-entries'
import { findGroup, findNegotiation, mayLeadIt } from './queries-held'
import { findCosts } from './queries-moves'
import { findChecks, findOffers, findTrades } from './queries-offers'
import { findIssues, findStakes } from './queries-table'
import { movesOf } from './rules-moves'
import { counted, isUnsaid, nextRound, outwardOf, packageOf, stateOn } from './rules-offers'
import { pointsOf, type TableIssue } from './rules-points'
import { isAlive } from './rules-rights'
import { gridOf, latestRounds } from './rules-rounds'
import { scalesOf } from './rules-scales'
import { latestTrades, tradesOf } from './rules-trades'

/** So many of the latest meetings are read at once; with all rounds come all meetings. */
const latestMeetings = 4

/**
 * The rounds of a negotiation: offers of both sides issue by issue, how they moved, where both stand, what was traded for
 * what, and the meetings. Distances to limits, breaches, which way a move counts for us, and trades are for the mandate
 * group alone; others get null for them. What has not been said yet only those see who work on it. With `latest` and
 * `latestMoves`, what is longer ago is only counted.
 */
export const rounds = query({
  name: 'negotiations.rounds',
  permission: may.see,
  input: roundsInput,
  async run(look, { negotiationId, latest, latestMoves, meeting }) {
    const { actor, now } = look
    const today = dayOf(now, actor.timeZone)
    const found = await findNegotiation(look, negotiationId)
    const { negotiation, account } = found
    const [issues, written, entries, inGroup, leads] = await Promise.all([
      findIssues(look, negotiationId),
      findOffers(look, negotiationId),
      findEntries(look, negotiationId),
      findGroup(look, negotiation),
      mayLeadIt(look, found),
    ])
    const mayWrite = leads && isAlive(negotiation.state)
    const offers = written.filter((each) => leads || inGroup || !isUnsaid(each))
    const [{ costOf }, secret] = await Promise.all([
      findCosts(look, negotiation, issues),
      inGroup ? findSecret(look, negotiationId, issues) : null,
    ])
    const log = offers.filter(counted)
    const outward = issues.map(outwardOf)
    const moves = secret ? movesOf(secret.scales, log, costOf) : []
    const all = offers.map((offer) => ({ ...offer, state: stateOn(offer, today) }))
    const { offers: shown, earlier } = latest ? latestRounds(all) : { offers: all, earlier: 0 }
    const isShown = new Set(shown.map(({ id }) => id))
    const told = log.filter((offer) => isShown.has(offer.id))
    const last = offers.at(-1)
    const met = latest ? entries.slice(-latestMeetings) : entries
    const trades = secret && tradesOf(log, moves, secret.trades)
    const grid = gridOf(outward, secret?.scales ?? null, log, costOf, moves, told)
    const { id, title, path, state, currency, accountId, relationshipRisk } = negotiation
    return {
      negotiation: { id, title, path, state, currency, accountId, account: account.name },
      mayWrite,
      inGroup,
      today,
      last: last ? { number: last.number, side: last.side, channel: last.channel } : null,
      next: { us: nextRound(offers, 'us'), them: nextRound(offers, 'them') },
      issues: issues.map(shownIssue),
      earlier,
      offers: shown.map((offer) => ({
        id: offer.id,
        version: offer.version,
        number: offer.number,
        round: offer.round,
        side: offer.side,
        state: offer.state,
        day: dayOf(offer.at, actor.timeZone),
        channel: offer.channel,
        conditions: offer.conditions,
        validUntil: offer.validUntil,
        note: offer.note,
        reason: offer.stateReason,
        by: offer.by,
        check: secret?.checks.get(offer.id) ?? null,
        cells: grid.get(offer.number) ?? plainCells(offer.values),
      })),
      points: standing(issues, outward, secret?.scales ?? null, log),
      trades: trades && (latestMoves ? latestTrades(trades) : { ...trades, earlier: 0 }),
      relationshipRisk: inGroup ? relationshipRisk : null,
      /** Whom a meeting can be logged with; for those who are about to log it. */
      people: meeting && mayWrite && offers.length > 0 ? await findMeetable(look, negotiation) : [],
      earlierEntries: entries.length - met.length,
      entries: met.map(({ at, ...entry }) => ({ ...entry, day: dayOf(at, actor.timeZone) })),
    }
  },
})
export type Rounds = Awaited<ReturnType<typeof rounds.run>>
export type ShownOffer = Rounds['offers'][number]
export type ShownIssue = Rounds['issues'][number]

async function findSecret(look: Parameters<typeof findStakes>[0], negotiationId: string, issues: readonly Issue[]) {
  const [stakes, checks, trades] = await Promise.all([
    findStakes(look, negotiationId),
    findChecks(look, negotiationId),
    findTrades(look, negotiationId),
  ])
  return { scales: scalesOf(issues.map((issue) => ({ issue, stake: stakes.get(issue.id) ?? null }))), checks, trades }
}

const shownIssue = ({ key, name, kind, unit, termCode, options, agreedValue }: Issue) => ({
  key,
  name,
  kind,
  unit,
  termCode,
  options,
  agreedValue,
})

/** A draft, or an offer that was taken back: its values alone, nothing moved. */
const plainCells = (values: Readonly<Record<string, OfferValue | null | undefined>>) =>
  Object.fromEntries(
    Object.entries(values).flatMap(([key, value]) =>
      value === null || value === undefined
        ? []
        : [[key, { value, way: null, yearly: null, toward: null, toLimit: null }] as const],
    ),
  )

/** What can be settled on an issue that has options; numbers have no end. */
const tableIssues = (issues: readonly Issue[], scales: readonly ValuedIssue[]): TableIssue[] =>
  issues.flatMap(({ key, kind, options }, index) => {
    const scale = scales[index]
    const all = kind === 'ordinal' ? options.map((option) => option.key) : kind === 'boolean' ? [true, false] : []
    return scale ? [{ ...scale, key, options: all }] : []
  })

type Log = Parameters<typeof packageOf>[1]

/** Where both sides stand by their last word; how far apart in points of our scale is for the mandate group. */
function standing(
  issues: readonly Issue[],
  outward: readonly ValuedIssue[],
  secret: readonly ValuedIssue[] | null,
  log: Log,
) {
  const stands = (side: Side) => {
    const last = log.filter((offer) => offer.side === side).at(-1)
    return last ? packageOf(last, log) : null
  }
  const [ours, theirs] = [stands('us'), stands('them')]
  const points = pointsOf(tableIssues(issues, outward), ours, theirs)
  const scored = secret ? pointsOf(tableIssues(issues, secret), ours, theirs).different : []
  const apart = new Map(scored.map((each) => [each.key, each.apart?.toFixed(1) ?? null]))
  return {
    ...points,
    different: points.different.map((each) => ({ ...each, apart: apart.get(each.key) ?? null })),
  }
}
