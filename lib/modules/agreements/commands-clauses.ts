import { v7 as uuidv7 } from 'uuid'
import { agreementClauses } from '@/db/schema/agreements'
import { command, type Work } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { drafts } from './commands'
import { holdDraftVersion, keepAgreement, keepHash } from './commands-upkeep'
import { addClauseInput, clauseRef, editClauseInput, moveClauseInput } from './model'
import { findClauses, findVersionOf } from './queries-clauses'
import { no } from './rules'
import { mustBeExplained, mustHaveOwnHeading } from './rules-clauses'

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
    mustBeExplained(said)
    const row = await insertRow(work, agreementClauses, {
      agreementId: agreement.id,
      accountId: agreement.accountId,
      versionId,
      key: uuidv7(),
      position: (clauses.at(-1)?.position ?? 0) + 1,
      ...said,
    })
    await keepText(work, version)
    return { agreementId: agreement.id, clauseId: row.id }
  },
})

/** Changes what a clause of the draft says; it stays the same clause through all versions. */
export const editClause = command({
  name: 'agreements.editClause',
  ...drafts,
  input: editClauseInput,
  async run(work, { clauseId, version, ...said }) {
    const { agreementId, version: held, clauses } = await holdClause(work, clauseId)
    mustHaveOwnHeading(
      said.heading,
      clauses.filter(({ id }) => id !== clauseId),
    )
    mustBeExplained(said)
    const row = await changeRow(work, agreementClauses, { id: clauseId, version }, said)
    await keepText(work, held)
    return { agreementId, clauseId, version: row.version }
  },
})

/** Moves a clause one place up or down. */
export const moveClause = command({
  name: 'agreements.moveClause',
  ...drafts,
  input: moveClauseInput,
  async run(work, { clauseId, to }) {
    const { agreementId, version: held, clause, clauses } = await holdClause(work, clauseId)
    const at = clauses.indexOf(clause)
    const neighbour = clauses[to === 'up' ? at - 1 : at + 1]
    if (neighbour) {
      await changeRow(work, agreementClauses, { id: clauseId }, { position: neighbour.position })
      await changeRow(work, agreementClauses, { id: neighbour.id }, { position: clause.position })
      await keepText(work, held)
    }
    return { agreementId, clauseId }
  },
})

/** Takes a clause out of the draft; the history keeps what it said. */
export const removeClause = command({
  name: 'agreements.removeClause',
  ...drafts,
  input: clauseRef,
  async run(work, { clauseId }) {
    const { agreementId, version: held } = await holdClause(work, clauseId)
    await changeRow(work, agreementClauses, { id: clauseId }, { archivedAt: work.now })
    await keepText(work, held)
    return { agreementId }
  },
})

async function holdClause(work: Work, clauseId: string) {
  const { agreement, version } = await holdDraftVersion(work, await findVersionOf(work, clauseId))
  const clauses = await findClauses(work, version.id)
  const clause = clauses.find(({ id }) => id === clauseId)
  if (!clause) throw new Refusal('notFound')
  return { agreementId: agreement.id, version, clause, clauses }
}

async function keepText(work: Work, version: Parameters<typeof keepHash>[1]) {
  await keepHash(work, version)
  await keepAgreement(work, version.agreementId)
}
