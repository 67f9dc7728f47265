import type { LoggedOffer, OfferValue, Side, ValuedIssue } from './model-issues'
import type { OfferState } from './model-states'
import type { CostOf, Move } from './rules-moves'
import { cellsOf, movesOf } from './rules-moves'

/**
 * One cell of the grid. `way` is the movement as everybody may see it: a number rose or fell, an option came later or
 * earlier; `toward` and `toLimit` are of our scale and for the mandate group alone, null for everybody else.
 */
export type GridCell = {
  value: OfferValue
  way: 'up' | 'down' | null
  yearly: string | null
  toward: Side | null
  toLimit: string | null
}

/**
 * The cells of each offer by issue, by the number of the offer. `secret` are our scales, or null; whoever has followed the
 * moves on them already gives these too.
 */
export function gridOf(
  outward: readonly ValuedIssue[],
  secret: readonly ValuedIssue[] | null,
  offers: readonly LoggedOffer[],
  costOf: CostOf,
  secretMoves: readonly Move[] = secret ? movesOf(secret, offers, costOf) : [],
): ReadonlyMap<number, Readonly<Record<string, GridCell>>> {
  const moves = movesOf(outward, offers, costOf)
  const ways = new Map(moves.map((move) => [move.id, move]))
  const scored = new Map(
    secret ? cellsOf(secret, offers, secretMoves).map((cell) => [`${cell.offerNo}:${cell.issue}`, cell]) : [],
  )
  const grid = new Map<number, Record<string, GridCell>>()
  for (const { offerNo, issue, value } of cellsOf(outward, offers, moves)) {
    const id = `${offerNo}:${issue}`
    const [move, cell] = [ways.get(id), scored.get(id)]
    const row = grid.get(offerNo) ?? {}
    row[issue] = {
      value,
      way: move ? (move.toward === 'us' ? 'up' : 'down') : null,
      yearly: move?.yearly?.toFixed(4) ?? null,
      toward: cell?.moved ?? null,
      toLimit: cell?.toLimit?.toDecimalPlaces(4).toFixed() ?? null,
    }
    grid.set(offerNo, row)
  }
  return grid
}

/** So many rounds are read at once; all of them are one link away. */
const roundsShown = 6

/**
 * The offers of the latest rounds, with every earlier one about which something can still be done, in their order; and how
 * many rounds stand back.
 */
export function latestRounds<Offer extends { round: number; state: OfferState }>(
  offers: readonly Offer[],
): { offers: Offer[]; earlier: number } {
  const numbers = [...new Set(offers.map(({ round }) => round))].sort((one, other) => one - other)
  const latest = new Set(numbers.slice(-roundsShown))
  const shown = offers.filter(({ round, state }) => latest.has(round) || !isOver(state))
  return { offers: shown, earlier: numbers.length - new Set(shown.map(({ round }) => round)).size }
}

const over: ReadonlySet<OfferState> = new Set(['accepted', 'countered', 'declined', 'withdrawn'])

/** Nothing can be done with it any more. */
export const isOver = (state: OfferState): boolean => over.has(state)
