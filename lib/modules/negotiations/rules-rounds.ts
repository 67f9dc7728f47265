import type { LoggedOffer, OfferValue, Side, ValuedIssue } from './model-issues'
import type { OfferState } from './model-states'
import { byKey } from './rules'
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
 * moves on them already gives these too, and which offers of the log are `shown`.
 */
export function gridOf(
  outward: readonly ValuedIssue[],
  secret: readonly ValuedIssue[] | null,
  offers: readonly LoggedOffer[],
  costOf: CostOf,
  secretMoves: readonly Move[] = secret ? movesOf(secret, offers, costOf) : [],
  shown: readonly LoggedOffer[] = offers,
): ReadonlyMap<number, Readonly<Record<string, GridCell>>> {
  const told = new Set(shown.map(({ no }) => no))
  const ways = new Map(movesOf(outward, offers, costOf, told).map((move) => [move.id, move]))
  const scored = new Map(
    secret ? cellsOf(secret, shown, secretMoves).map((cell) => [`${cell.offerNo}:${cell.issue}`, cell]) : [],
  )
  const keys = byKey(outward).map(({ key }) => key)
  const cellOf = (id: string, value: OfferValue): GridCell => {
    const [move, cell] = [ways.get(id), scored.get(id)]
    return {
      value,
      way: move ? (move.toward === 'us' ? 'up' : 'down') : null,
      yearly: move?.yearly?.toFixed(4) ?? null,
      toward: cell?.moved ?? null,
      toLimit: cell?.toLimit?.toDecimalPlaces(4).toFixed() ?? null,
    }
  }
  return new Map(
    shown.map(({ no, values }) => {
      const stated = keys.flatMap((key): [string, GridCell][] => {
        const value = values[key] ?? null
        return value === null ? [] : [[key, cellOf(`${no}:${key}`, value)]]
      })
      return [no, Object.fromEntries(stated)]
    }),
  )
}

/** So many rounds are read at once; all of them are one link away. */
const roundsShown = 4

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
