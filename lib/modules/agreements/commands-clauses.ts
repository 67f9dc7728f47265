import { newId } from '@/db/new-id'
import { agreementClauses } from '@/db/schema/agreements'
import { command, type Work } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { drafts } from './commands'
import { holdDraftVersion, keepForm, keepHash } from './commands-upkeep'
import { addClauseInput, clauseRef, editClauseInput, moveClauseInput } from './model'
import { findClauses, findRemoved, findVersionOf } from './queries-clauses'
import { findEdition } from './queries-library'
import { findVariables } from './queries-variables'
import { no } from './rules'
import { mustBeExplained, mustHaveOwnHeading } from './rules-clauses'
import { deviationFrom, mustSayValue } from './rules-drafting'

const most = 200

/** Adds a clause at the end of the draft; on their paper, one of its key terms. */
export const addClause = command({
  name: 'agreements.addClause',
  ...drafts,
  input: addClauseInput,
  async run(work, { agreementVersionId: versionId, ...said }) {
    const { agreement, version } = await holdDraftVersion(work, versionId)
    const clauses = await findClauses(work, versionId)
    if (clauses.length >= most) throw no('tooManyClauses')
    mustHaveOwnHeading(said.heading, clauses)
    mustSayValue(agreement.paper, said)
    mustBeExplained(said)
    const row = await insertRow(work, agreementClauses, {
      agreementId: agreement.id,
      accountId: agreement.accountId,
      versionId,
      key: newId(),
      position: (clauses.at(-1)?.position ?? 0) + 1,
      ...said,
    })
    await keepText(work, agreement, version)
    return { agreementId: agreement.id, clauseId: row.id }
  },
})

/**
 * Changes what a clause of the draft says; it stays the same clause through all versions. How far one that came from the
 * library departs from it is found by comparing.
 */
export const editClause = command({
  name: 'agreements.editClause',
  ...drafts,
  input: editClauseInput,
  async run(work, { clauseId, version, ...said }) {
    const { agreement, version: held, clause, clauses } = await holdClause(work, clauseId)
    mustHaveOwnHeading(
      said.heading,
      clauses.filter(({ id }) => id !== clauseId),
    )
    mustSayValue(agreement.paper, said)
    const library = await findEdition(work, clause)
    const deviation = library
      ? deviationFrom(said.body, library, (await findVariables(work, agreement, held)).variables)
      : said.deviation
    mustBeExplained({ ...said, deviation })
    const row = await changeRow(work, agreementClauses, { id: clauseId, version }, { ...said, deviation })
    await keepText(work, agreement, held)
    return { agreementId: agreement.id, clauseId, version: row.version }
  },
})

/** Moves a clause one place up or down. */
export const moveClause = command({
  name: 'agreements.moveClause',
  ...drafts,
  input: moveClauseInput,
  async run(work, { clauseId, to }) {
    const { agreement, version: held, clause, clauses } = await holdClause(work, clauseId)
    const at = clauses.indexOf(clause)
    const neighbour = clauses[to === 'up' ? at - 1 : at + 1]
    if (neighbour) {
      await changeRow(work, agreementClauses, { id: clauseId }, { position: neighbour.position })
      await changeRow(work, agreementClauses, { id: neighbour.id }, { position: clause.position })
      await keepText(work, agreement, held)
    }
    return { agreementId: agreement.id, clauseId }
  },
})

/** Takes a clause out of the draft; the history keeps what it said. */
export const removeClause = command({
  name: 'agreements.removeClause',
  ...drafts,
  input: clauseRef,
  async run(work, { clauseId }) {
    const { agreement, version: held } = await holdClause(work, clauseId)
    await changeRow(work, agreementClauses, { id: clauseId }, { archivedAt: work.now })
    await keepText(work, agreement, held)
    return { agreementId: agreement.id }
  },
})

/** Puts a clause that was taken out of the draft back where it stood. */
export const restoreClause = command({
  name: 'agreements.restoreClause',
  ...drafts,
  input: clauseRef,
  async run(work, { clauseId }) {
    const { heading, versionId } = await findRemoved(work, clauseId)
    const { agreement, version } = await holdDraftVersion(work, versionId)
    const clauses = await findClauses(work, versionId)
    if (clauses.length >= most) throw no('tooManyClauses')
    mustHaveOwnHeading(heading, clauses)
    await changeRow(work, agreementClauses, { id: clauseId }, { archivedAt: null })
    await keepText(work, agreement, version)
    return { agreementId: agreement.id }
  },
})

/** The clause of a draft with its version and agreement, all locked. */
export async function holdClause(work: Work, clauseId: string) {
  const { agreement, version } = await holdDraftVersion(work, await findVersionOf(work, clauseId))
  const clauses = await findClauses(work, version.id)
  const clause = clauses.find(({ id }) => id === clauseId)
  if (!clause) throw new Refusal('notFound')
  return { agreement, version, clause, clauses }
}

/** After clauses changed: the hash of the content, and the form that is due, are in step again. */
export async function keepText(
  work: Work,
  agreement: Parameters<typeof keepForm>[1],
  version: Parameters<typeof keepHash>[1],
): Promise<void> {
  await keepHash(work, version)
  await keepForm(work, agreement, version)
}
