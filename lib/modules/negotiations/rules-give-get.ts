import { type Exact, sumOf } from '@/lib/kernel/exact'
import type { LoggedOffer, Side } from './model-issues'
import { no } from './rules'
import { isConcession, type Move } from './rules-moves'

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
