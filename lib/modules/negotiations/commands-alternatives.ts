import { negotiationAlternatives } from '@/db/schema/negotiations'
import { command } from '@/lib/kernel/command'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { onTheTable } from './commands-issues'
import { holdSecretly, keepNegotiation } from './commands-upkeep'
import { addAlternativeInput, alternativeRef, editAlternativeInput, type NamedOutcome } from './model-alternatives'
import { findAlternativeNegotiation } from './queries-alternatives'
import { alternativeScore } from './rules-alternatives'
import { mustBeAlive } from './rules-rights'

type Typed = { outcomes: readonly NamedOutcome[]; switchingCost: string | null }

/** Outcomes may come later; those that are there must be a whole. N10. */
function asKept<Given extends Typed>(typed: Given) {
  const switchingCost = typed.switchingCost ?? '0'
  if (typed.outcomes.length > 0) alternativeScore(typed.outcomes, switchingCost)
  return { ...typed, switchingCost }
}

/** Says what one side does without this deal, and how good that is for them; for the mandate group alone. */
export const addAlternative = command({
  name: 'negotiations.addAlternative',
  ...onTheTable,
  input: addAlternativeInput,
  async run(work, { negotiationId, ...typed }) {
    const { negotiation, account } = await holdSecretly(work, negotiationId)
    mustBeAlive(negotiation.state)
    const part = { negotiationId, accountId: account.id }
    const row = await insertRow(work, negotiationAlternatives, { ...part, ...asKept(typed) })
    await keepNegotiation(work, negotiationId)
    return { negotiationId, alternativeId: row.id }
  },
})

export const editAlternative = command({
  name: 'negotiations.editAlternative',
  ...onTheTable,
  input: editAlternativeInput,
  async run(work, { alternativeId, version, ...typed }) {
    const negotiationId = await findAlternativeNegotiation(work, alternativeId)
    const { negotiation } = await holdSecretly(work, negotiationId)
    mustBeAlive(negotiation.state)
    const row = await changeRow(work, negotiationAlternatives, { id: alternativeId, version }, asKept(typed))
    await keepNegotiation(work, negotiationId)
    return { negotiationId, alternativeId, version: row.version }
  },
})

export const removeAlternative = command({
  name: 'negotiations.removeAlternative',
  ...onTheTable,
  input: alternativeRef,
  async run(work, { alternativeId }) {
    const negotiationId = await findAlternativeNegotiation(work, alternativeId)
    const { negotiation } = await holdSecretly(work, negotiationId)
    mustBeAlive(negotiation.state)
    await changeRow(work, negotiationAlternatives, { id: alternativeId }, { archivedAt: work.now })
    await keepNegotiation(work, negotiationId)
    return { negotiationId }
  },
})
