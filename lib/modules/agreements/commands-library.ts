import { z } from 'zod'
import { libraryClauses } from '@/db/schema/agreements'
import { command } from '@/lib/kernel/command'
import { changeRow, insertRow, insertRows, lockRow } from '@/lib/kernel/write'
import { takeStarterTemplates } from './commands-templates'
import { may } from './manifest'
import { libraryMessages } from './messages-library'
import { addLibraryClauseInput, libraryClauseRef, reviseLibraryClauseInput } from './model-library'
import { starterClauses, starterTemplates } from './model-starter'
import { findInUse, findLastEditions } from './queries-library'
import { mustBeInUse, mustBeNewCode, mustHaveBothLanguages, noLibrary } from './rules-library'

const configures = {
  permission: may.configure,
  messages: libraryMessages,
  refreshes: ['/agreements/library', '/agreements/library/[code]', '/agreements/templates'],
}

/** Adds a clause to the library as its first edition, or as the next one of a code that was retired. */
export const addLibraryClause = command({
  name: 'agreements.addLibraryClause',
  ...configures,
  input: addLibraryClauseInput,
  async run(work, { code, ...said }) {
    mustHaveBothLanguages(said)
    mustBeNewCode(code, await findInUse(work))
    const edition = ((await findLastEditions(work)).get(code) ?? 0) + 1
    const row = await insertRow(work, libraryClauses, { code, edition, ...said, writtenBy: work.actor.id })
    return { libraryClauseId: row.id, libraryCode: code }
  },
})

/**
 * Writes a new edition of a clause: papers keep the edition that they were drafted with, new ones begin with this. Refuses
 * whoever saw an older edition than the one in use.
 */
export const reviseLibraryClause = command({
  name: 'agreements.reviseLibraryClause',
  ...configures,
  input: reviseLibraryClauseInput,
  async run(work, { libraryClauseId, ...said }) {
    mustHaveBothLanguages(said)
    const held = await lockRow(work, libraryClauses, libraryClauseId)
    mustBeInUse(held)
    await changeRow(work, libraryClauses, { id: held.id }, { archivedAt: work.now })
    const { code, edition } = held
    const row = await insertRow(work, libraryClauses, {
      code,
      edition: edition + 1,
      ...said,
      writtenBy: work.actor.id,
    })
    return { libraryClauseId: row.id, libraryCode: code }
  },
})

/** Takes a clause out of use; papers that hold it keep it, templates leave it out. */
export const retireLibraryClause = command({
  name: 'agreements.retireLibraryClause',
  ...configures,
  input: libraryClauseRef,
  async run(work, { libraryClauseId }) {
    const held = await lockRow(work, libraryClauses, libraryClauseId)
    mustBeInUse(held)
    await changeRow(work, libraryClauses, { id: held.id }, { archivedAt: work.now })
    return { libraryCode: held.code }
  },
})

/** Fills a library in which nothing is in use with the clauses and templates that come with the product. */
export const takeStarterLibrary = command({
  name: 'agreements.takeStarterLibrary',
  ...configures,
  input: z.strictObject({}),
  async run(work) {
    if ((await findInUse(work)).length > 0) throw noLibrary('notEmpty')
    const last = await findLastEditions(work)
    await insertRows(
      work,
      libraryClauses,
      starterClauses.map((clause) => {
        const { code, ...said } = addLibraryClauseInput.parse(clause)
        return { code, edition: (last.get(code) ?? 0) + 1, ...said, writtenBy: work.actor.id }
      }),
    )
    await takeStarterTemplates(work, starterTemplates)
    return { clauses: starterClauses.length }
  },
})
