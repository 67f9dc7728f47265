import { newId } from '@/db/new-id'
import { agreementClauses } from '@/db/schema/agreements'
import { command } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { changeRow, insertRows } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { drafts } from './commands'
import { holdClause, keepText } from './commands-clauses'
import { holdDraftVersion } from './commands-upkeep'
import { versionRef } from './model'
import { beginTextInput, takeWordsInput } from './model-drafting'
import { findClauses } from './queries-clauses'
import { findEdition, findInUse } from './queries-library'
import { findTemplates } from './queries-templates'
import { findVariables } from './queries-variables'
import { no } from './rules'
import { mustBeExplained } from './rules-clauses'
import { clauseFrom, deviationFrom, filledWords, mustBeEmpty, mustBeOurs } from './rules-drafting'
import { fillText as filled } from './rules-values'

/**
 * Begins the text of our paper from a template: its clauses in their order, each with the edition of the library, variables
 * filled as far as they are known. Refuses a text that was begun already.
 */
export const beginText = command({
  name: 'agreements.beginText',
  ...drafts,
  input: beginTextInput,
  async run(work, { agreementVersionId, agreementTemplateId }) {
    const { agreement, version } = await holdDraftVersion(work, agreementVersionId)
    mustBeOurs(agreement.paper)
    mustBeEmpty(await findClauses(work, version.id))
    const [template] = await findTemplates(work, agreementTemplateId)
    if (!template) throw new Refusal('notFound')
    const library = new Map((await findInUse(work, template.clauseCodes)).map((clause) => [clause.code, clause]))
    const { locale, variables, negotiated } = await findVariables(work, agreement, version)
    const clauses = template.clauseCodes.flatMap((code) => {
      const clause = library.get(code)
      return clause ? [clauseFrom(clause, locale, variables, negotiated)] : []
    })
    await insertRows(
      work,
      agreementClauses,
      clauses.map((clause, index) => ({
        agreementId: agreement.id,
        accountId: agreement.accountId,
        versionId: version.id,
        key: newId(),
        position: index + 1,
        ...clause,
      })),
    )
    await keepText(work, agreement, version)
    return { agreementId: agreement.id, clauses: clauses.length }
  },
})

/** Fills the variables that are still open in the clauses of the draft, as far as they are known by now. */
export const fillVariables = command({
  name: 'agreements.fillVariables',
  ...drafts,
  input: versionRef,
  async run(work, { agreementVersionId }) {
    const { agreement, version } = await holdDraftVersion(work, agreementVersionId)
    mustBeOurs(agreement.paper)
    const clauses = await findClauses(work, version.id)
    const { variables } = await findVariables(work, agreement, version)
    const changed = await changeEach(
      work,
      agreementClauses,
      clauses.map(({ id, body, value, termCode }) => ({
        id,
        body: filled(body, variables).text,
        value: value ?? (termCode && (variables.get(`term.${termCode}`) ?? null)),
      })),
    )
    await keepText(work, agreement, version)
    return { agreementId: agreement.id, filled: changed.length }
  },
})

/** Puts the library's words into a clause that came from it: its standard, or the fallback with the reason for it. */
export const takeWords = command({
  name: 'agreements.takeWords',
  ...drafts,
  input: takeWordsInput,
  async run(work, { clauseId, words, deviationReason }) {
    const { agreement, version, clause } = await holdClause(work, clauseId)
    const library = await findEdition(work, clause)
    if (!library) throw no('notFromLibrary')
    const { locale, variables } = await findVariables(work, agreement, version)
    const body = filledWords(library, locale, variables)[words]
    if (body === null) throw no('noFallback')
    const deviation = deviationFrom(body, library, variables)
    const reason = deviation === 'none' ? null : deviationReason
    mustBeExplained({ deviation, deviationReason: reason })
    await changeRow(work, agreementClauses, { id: clauseId }, { body, deviation, deviationReason: reason })
    await keepText(work, agreement, version)
    return { agreementId: agreement.id, clauseId }
  },
})
