import { type Exact, exact, sumOf } from '@/lib/kernel/exact'
import {
  isScored,
  type LoggedOffer,
  type OfferValue,
  type ScoredIssue,
  type Side,
  type ValuedIssue,
} from './model-issues'
import { saysSame } from './rules-issues'
import { positionOf } from './rules-scores'
import { byKey, no, settled } from './rules-weights'

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
 * issues do not move.
 */
export function movesOf(issues: readonly ValuedIssue[], offers: readonly LoggedOffer[], costOf: CostOf): Move[] {
  const scored = byKey(issues.filter(isScored))
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
        return from === undefined ? [] : moved(issue, offer, from, to, costOf)
      })
    })
}

function moved(
  { key, scale }: ScoredIssue,
  { no: offerNo, side }: LoggedOffer,
  from: OfferValue,
  to: OfferValue,
  costOf: CostOf,
): Move[] {
  const gain = positionOf(scale, to).minus(positionOf(scale, from))
  if (saysSame(scale.kind, from, to) || gain.isZero()) return []
  const cost = costOf(key, from, to)
  const yearly = cost === null ? null : exact(cost).times(side === 'us' ? 1 : -1)
  return [{ id: idOf(offerNo, key), side, offerNo, issue: key, from, to, toward: gain.gt(0) ? 'us' : 'them', yearly }]
}

/** A move that gives the other side something; what takes back is no concession. */
export const isConcession = ({ side, toward }: Move) => side !== toward

/** What was given for what, by the ids of the moves. */
export type Pair = { moves: readonly string[] }

/** Something given by us for something given by them. The sums are of what can be said in money. */
export type Trade = { given: Move[]; got: Move[]; givenYearly: Exact; gotYearly: Exact; balance: Exact }

/** Money of a year: all, what is paired and what was given for nothing always add up. `uncosted` counts what has no price. */
export type Total = { all: Exact; paired: Exact; unpaired: Exact; uncosted: number }

export type GiveGet = { trades: Trade[]; unilateral: Move[]; retractions: Move[]; given: Total; got: Total }

const worth = (moves: readonly Move[]) => sumOf(moves.map(({ yearly }) => yearly ?? 0))

/**
 * The give-get grid's balance: concessions paired with what they bought, the others marked unilateral ("what for?").
 * Refuses a pair with a move that is no concession of the log, one that is in two pairs, and one with one side only.
 */
export function giveGetOf(moves: readonly Move[], pairs: readonly Pair[]): GiveGet {
  const concessions = new Map(moves.filter(isConcession).map((move) => [move.id, move]))
  const paired = new Set<string>()
  const trades = pairs.map(({ moves: ids }): Trade => {
    const found = ids.map((id) => {
      const move = concessions.get(id)
      if (!move) throw no('concessionUnknown')
      if (paired.has(id)) throw no('concessionTwice')
      paired.add(id)
      return move
    })
    const [given, got] = [found.filter(({ side }) => side === 'us'), found.filter(({ side }) => side === 'them')]
    if (given.length === 0 || got.length === 0) throw no('pairOneSided')
    const [givenYearly, gotYearly] = [worth(given), worth(got)]
    return { given, got, givenYearly, gotYearly, balance: gotYearly.minus(givenYearly) }
  })
  const all = [...concessions.values()]
  const total = (side: Side): Total => {
    const own = all.filter((move) => move.side === side)
    return {
      all: worth(own),
      paired: worth(own.filter(({ id }) => paired.has(id))),
      unpaired: worth(own.filter(({ id }) => !paired.has(id))),
      uncosted: own.filter(({ yearly }) => yearly === null).length,
    }
  }
  return {
    trades,
    unilateral: all.filter(({ id }) => !paired.has(id)),
    retractions: moves.filter((move) => !isConcession(move)),
    given: total('us'),
    got: total('them'),
  }
}

/** What may belong together: what each of our offers gave, and what the next offer of theirs gave back before ours follows. */
export function suggestedPairs(offers: readonly LoggedOffer[], moves: readonly Move[]): Pair[] {
  const order = [...offers].sort((a, b) => a.no - b.no)
  const givenIn = (offer: LoggedOffer | undefined) =>
    moves.filter((move) => move.offerNo === offer?.no && isConcession(move))
  return order.flatMap((offer, index): Pair[] => {
    const reply = order[index + 1]
    if (offer.side !== 'us' || reply?.side !== 'them') return []
    const [given, got] = [givenIn(offer), givenIn(reply)]
    return given.length > 0 && got.length > 0 ? [{ moves: [...given, ...got].map(({ id }) => id) }] : []
  })
}

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
