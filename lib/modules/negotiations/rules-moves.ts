import { type Exact, exact } from '@/lib/kernel/exact'
import {
  isScored,
  type LoggedOffer,
  type OfferValue,
  type Scale,
  type ScoredIssue,
  type Side,
  type ValuedIssue,
} from './model-issues'
import { byKey, settled } from './rules'
import { positionOf } from './rules-scores'

/** What it costs us in a year, in the negotiation's currency, when an issue goes from one value to another; negative is our gain. */
export type CostOf = (issue: string, from: OfferValue, to: OfferValue) => string | null

/**
 * One issue moved between two consecutive offers of one side. `toward` is who gains by it on our scale; a side that moves
 * toward itself takes something back. `yearly` is what the move gives the other side in a year: our cost for a move of
 * ours, our gain for one of theirs; null when it cannot be said in money.
 */
export type Move = {
  id: string
  side: Side
  offerNo: number
  issue: string
  from: OfferValue
  to: OfferValue
  toward: Side
  yearly: Exact | null
}

const idOf = (offerNo: number, issue: string) => `${offerNo}:${issue}`

/**
 * Every move in the log, by offer and issue. An issue that an offer leaves open stands where its side left it last. Text
 * issues do not move. With `told`, only the moves of these offers.
 */
export function movesOf(
  issues: readonly ValuedIssue[],
  offers: readonly LoggedOffer[],
  costOf: CostOf,
  told?: ReadonlySet<number>,
): Move[] {
  const scored = byKey(issues.filter(isScored)).map(({ key, scale }) => ({ key, gainOf: gainsOn(scale) }))
  const standing = { us: new Map<string, OfferValue>(), them: new Map<string, OfferValue>() }
  return [...offers]
    .sort((a, b) => a.no - b.no)
    .flatMap((offer) => {
      const before = standing[offer.side]
      return scored.flatMap((issue): Move[] => {
        const to = offer.values[issue.key] ?? null
        if (to === null) return []
        const from = before.get(issue.key)
        before.set(issue.key, to)
        if (from === undefined || from === to || told?.has(offer.no) === false) return []
        return moved(issue, offer, from, to, costOf)
      })
    })
}

function moved(
  { key, gainOf }: { key: string; gainOf: Gain },
  { no: offerNo, side }: LoggedOffer,
  from: OfferValue,
  to: OfferValue,
  costOf: CostOf,
): Move[] {
  const gain = gainOf(from, to)
  if (gain === 0) return []
  const cost = costOf(key, from, to)
  const yearly = cost === null ? null : exact(cost).times(side === 'us' ? 1 : -1)
  return [{ id: idOf(offerNo, key), side, offerNo, issue: key, from, to, toward: gain > 0 ? 'us' : 'them', yearly }]
}

/** Above 0 when it is better on our scale to go from one value to another, below 0 when it is worse. */
type Gain = (from: OfferValue, to: OfferValue) => number

/** A long log says the same few values of an issue over and over: each is placed on the scale once. */
function gainsOn(scale: Scale): Gain {
  const isNumeric = scale.kind === 'numeric'
  const sign = isNumeric && exact(scale.target).lte(scale.limit) ? -1 : 1
  const places = new Map<OfferValue, Exact>()
  const placeOf = (value: OfferValue): Exact => {
    const place = places.get(value) ?? (isNumeric ? exact(String(value)) : positionOf(scale, value))
    places.set(value, place)
    return place
  }
  return (from, to) => sign * placeOf(to).comparedTo(placeOf(from))
}

/** A move that gives the other side something; what takes back is no concession. */
export const isConcession = ({ side, toward }: Move) => side !== toward

/**
 * One cell of the grid: the value an offer states, how it moved from that side's last word, and how far it keeps from our
 * limit: in the issue's unit for numbers, in points otherwise; below 0 it is beyond the limit, null for words.
 */
export type Cell = {
  issue: string
  offerNo: number
  side: Side
  value: OfferValue
  moved: Side | null
  toLimit: Exact | null
  yearly: Exact | null
}

/** The grid, by offer and issue; issues an offer leaves open have no cell. */
export function cellsOf(
  issues: readonly ValuedIssue[],
  offers: readonly LoggedOffer[],
  moves: readonly Move[],
): Cell[] {
  const byId = new Map(moves.map((move) => [move.id, move]))
  const sorted = byKey(issues)
  return [...offers]
    .sort((a, b) => a.no - b.no)
    .flatMap(({ no: offerNo, side, values }) =>
      sorted.flatMap((issue): Cell[] => {
        const value = values[issue.key] ?? null
        if (value === null) return []
        const move = byId.get(idOf(offerNo, issue.key))
        const toLimit = isScored(issue) ? distanceToLimit(issue, value) : null
        return [
          {
            issue: issue.key,
            offerNo,
            side,
            value,
            moved: move?.toward ?? null,
            toLimit,
            yearly: move?.yearly ?? null,
          },
        ]
      }),
    )
}

function distanceToLimit({ scale }: ScoredIssue, value: OfferValue): Exact {
  if (scale.kind !== 'numeric') return settled(positionOf(scale, value).times(100))
  const apart = exact(String(value)).minus(scale.limit)
  return exact(scale.target).gt(scale.limit) ? apart : apart.negated()
}
