import { newId } from '@/db/new-id'
import { agreementClauses, agreementVersions } from '@/db/schema/agreements'
import { command } from '@/lib/kernel/command'
import { changeRow, changeRows, insertRows } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { attach } from '@/lib/modules/files/commands'
import { drafts } from './commands'
import { keepText } from './commands-clauses'
import { holdDraftVersion } from './commands-upkeep'
import { keepTheirPaperInput } from './model-drafting'
import { findClauses } from './queries-clauses'
import { mustBeTheirs, mustBeWellTyped, sortedTerms } from './rules-their-paper'

/**
 * Keeps their paper: the file that they sent, and what it says of each matter that counts. A matter is known by its heading: it
 * stays the same clause when its value is typed again; one that is left out goes. Refuses departures without a reason.
 */
export const keepTheirPaper = command({
  name: 'agreements.keepTheirPaper',
  ...drafts,
  input: keepTheirPaperInput,
  async run(work, { agreementVersionId, fileId, terms }) {
    const { agreement, version } = await holdDraftVersion(work, agreementVersionId)
    mustBeTheirs(agreement.paper)
    mustBeWellTyped(terms)
    if (fileId !== null && fileId !== version.paperFileId)
      await work.call(attach, {
        kind: 'agreement',
        subjectId: agreement.id,
        accountId: agreement.accountId,
        fileIds: [fileId],
        restricted: agreement.confidential,
      })
    await changeRow(work, agreementVersions, { id: version.id }, { paperFileId: fileId })
    const { added, changed, gone } = sortedTerms(await findClauses(work, version.id), terms)
    const { id: agreementId, accountId } = agreement
    await insertRows(
      work,
      agreementClauses,
      added.map((term) => ({ agreementId, accountId, versionId: version.id, key: newId(), tags: [], ...term })),
    )
    await changeEach(work, agreementClauses, changed)
    await changeRows(work, agreementClauses, gone, { archivedAt: work.now })
    await keepText(work, agreement, version)
    return { agreementId, terms: added.length + changed.length }
  },
})
