import type { LoggedOffer, OfferValue, Side } from './model-issues'
import { giveGetOf, suggestedPairs, type Total } from './rules-give-get'
import { isConcession, type Move } from './rules-moves'
import { noOffer } from './rules-offers'

/** What somebody wrote down of moves: that they belong together, or that they bought nothing, and why. */
export type KeptTrade = { id: string; moves: readonly string[]; unilateral: boolean; reason: string | null }

/** A concession as it is read; `yearly` is what it gives the other side in a year, null when it has no price. */
export type Concession = {
  id: string
  side: Side
  offerNo: number
  issue: string
  from: OfferValue
  to: OfferValue
  yearly: string | null
}

export type Sums = { all: string; paired: string; unpaired: string; uncosted: number }

export type Trades = {
  pairs: {
    id: string
    given: Concession[]
    got: Concession[]
    givenYearly: string
    gotYearly: string
    balance: string
  }[]
  /** Given for nothing so far; `trade` is where somebody wrote down why. */
  unpaired: (Concession & { trade: { id: string; reason: string | null } | null })[]
  suggestions: { moves: string[]; given: Concession[]; got: Concession[] }[]
  /** Whose moves have left the log since, because an offer was withdrawn or an issue changed. */
  gone: string[]
  given: Sums
  got: Sums
}

const said = ({ id, side, offerNo, issue, from, to, yearly }: Move): Concession => ({
  id,
  side,
  offerNo,
  issue,
  from,
  to,
  yearly: yearly?.toFixed(4) ?? null,
})

const sums = ({ all, paired, unpaired, uncosted }: Total): Sums => ({
  all: all.toFixed(4),
  paired: paired.toFixed(4),
  unpaired: unpaired.toFixed(4),
  uncosted,
})

/** Everything that was given and got, paired as it was written down: all = paired + unpaired, whatever the order. */
export function tradesOf(offers: readonly LoggedOffer[], moves: readonly Move[], kept: readonly KeptTrade[]): Trades {
  const known = new Map(moves.filter(isConcession).map((move) => [move.id, move]))
  const whole = kept.filter(({ moves: ids }) => ids.every((id) => known.has(id)))
  const pairs = whole.filter(({ unilateral }) => !unilateral)
  const balance = giveGetOf(moves, pairs)
  const reasons = new Map(
    whole.filter(({ unilateral }) => unilateral).flatMap((trade) => trade.moves.map((id) => [id, trade] as const)),
  )
  const free = new Set(balance.unilateral.filter(({ id }) => !reasons.has(id)).map(({ id }) => id))
  const concessions = (ids: readonly string[], side: Side) =>
    ids.flatMap((id) => {
      const move = known.get(id)
      return move?.side === side ? [said(move)] : []
    })
  return {
    pairs: balance.trades.map((trade, index) => ({
      id: pairs[index]?.id ?? '',
      given: trade.given.map(said),
      got: trade.got.map(said),
      givenYearly: trade.givenYearly.toFixed(4),
      gotYearly: trade.gotYearly.toFixed(4),
      balance: trade.balance.toFixed(4),
    })),
    unpaired: balance.unilateral.map((move) => {
      const trade = reasons.get(move.id)
      return { ...said(move), trade: trade ? { id: trade.id, reason: trade.reason } : null }
    }),
    suggestions: suggestedPairs(offers, moves)
      .filter(({ moves: ids }) => ids.every((id) => free.has(id)))
      .map(({ moves: ids }) => ({ moves: [...ids], given: concessions(ids, 'us'), got: concessions(ids, 'them') })),
    gone: kept.filter((trade) => !whole.includes(trade)).map(({ id }) => id),
    given: sums(balance.given),
    got: sums(balance.got),
  }
}

/** So many concessions without a return, pairs and suggestions are read at once; all of them are one link away. */
const latest = { unpaired: 12, pairs: 8, suggestions: 3 }

/** The latest of what was traded, with sums of all of it; `earlier` are the moves and pairs that stand back. */
export function latestTrades(trades: Trades): Trades & { earlier: number } {
  const [unpaired, pairs] = [trades.unpaired.slice(-latest.unpaired), trades.pairs.slice(-latest.pairs)]
  const earlier = trades.unpaired.length - unpaired.length + trades.pairs.length - pairs.length
  return { ...trades, unpaired, pairs, suggestions: trades.suggestions.slice(-latest.suggestions), earlier }
}

/** Moves that can still be written down: concessions of the log, in no other trade. */
export function mustBeFree(ids: readonly string[], moves: readonly Move[], kept: readonly KeptTrade[]): void {
  if (ids.length === 0) throw noOffer('movesMissing', {}, { moves: { code: 'movesMissing' } })
  const known = new Set(moves.filter(isConcession).map(({ id }) => id))
  const taken = new Set(kept.flatMap((trade) => trade.moves))
  if (ids.some((id) => !known.has(id))) throw noOffer('moveUnknown')
  if (ids.some((id) => taken.has(id))) throw noOffer('moveTaken')
}
