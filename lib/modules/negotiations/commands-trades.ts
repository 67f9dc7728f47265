import { negotiationTrades } from '@/db/schema/negotiations'
import { command, type Work } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow, changeRows, insertRow } from '@/lib/kernel/write'
import { negotiates } from './commands'
import { holdSecretly, keepNegotiation } from './commands-upkeep'
import { leaveMoveInput, pairMovesInput, tradeRef } from './model-offers'
import { findMoves } from './queries-moves'
import { findTrades } from './queries-offers'
import { giveGetOf } from './rules-give-get'
import { mustBeAlive } from './rules-rights'
import { mustBeFree } from './rules-trades'

/** The trades of a negotiation, for its mandate group: which way a move goes says what we want. */
async function holdTrades(work: Work, negotiationId: string) {
  const held = await holdSecretly(work, negotiationId)
  mustBeAlive(held.negotiation.state)
  return { ...held, kept: await findTrades(work, negotiationId) }
}

/**
 * Says what was given for what. Moves that were left without a return before may be paired later. Refuses one side alone,
 * what is no concession of the log, and what belongs to another pair.
 */
export const pairMoves = command({
  name: 'negotiations.pairMoves',
  ...negotiates,
  input: pairMovesInput,
  async run(work, { negotiationId, moves: ids }) {
    const { negotiation, kept } = await holdTrades(work, negotiationId)
    const moves = await findMoves(work, negotiation)
    const pairs = kept.filter(({ unilateral }) => !unilateral)
    mustBeFree(ids, moves, pairs)
    giveGetOf(moves, [{ moves: ids }])
    const answered = kept.filter(({ unilateral, moves: left }) => unilateral && left.some((id) => ids.includes(id)))
    await changeRows(
      work,
      negotiationTrades,
      answered.map(({ id }) => id),
      { archivedAt: work.now },
    )
    return keepTrade(work, negotiation, { moves: ids, unilateral: false, reason: null })
  },
})

/** Answers "what for?" for what bought nothing. */
export const leaveUnpaired = command({
  name: 'negotiations.leaveUnpaired',
  ...negotiates,
  input: leaveMoveInput,
  async run(work, { negotiationId, moves: ids, reason }) {
    const { negotiation, kept } = await holdTrades(work, negotiationId)
    mustBeFree(ids, await findMoves(work, negotiation), kept)
    return keepTrade(work, negotiation, { moves: ids, unilateral: true, reason })
  },
})

type Kept = { moves: string[]; unilateral: boolean; reason: string | null }

async function keepTrade(work: Work, { id, accountId }: { id: string; accountId: string }, trade: Kept) {
  const part = { negotiationId: id, accountId, recordedBy: work.actor.id }
  const row = await insertRow(work, negotiationTrades, { ...part, ...trade, moves: [...new Set(trade.moves)].sort() })
  await keepNegotiation(work, id)
  return { negotiationId: id, tradeId: row.id }
}

/** Takes a trade apart: its moves are free again. */
export const undoTrade = command({
  name: 'negotiations.undoTrade',
  ...negotiates,
  input: tradeRef,
  async run(work, { negotiationId, tradeId }) {
    const { kept } = await holdTrades(work, negotiationId)
    if (!kept.some(({ id }) => id === tradeId)) throw new Refusal('notFound')
    await changeRow(work, negotiationTrades, { id: tradeId }, { archivedAt: work.now })
    await keepNegotiation(work, negotiationId)
    return { negotiationId, tradeId }
  },
})
