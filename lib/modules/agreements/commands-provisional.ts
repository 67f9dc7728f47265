import { agreementVersions } from '@/db/schema/agreements'
import { command } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { changeRow } from '@/lib/kernel/write'
import { attachProof, signs } from './commands-signing'
import { holdVersion } from './commands-signing-upkeep'
import { recordProvisionalInput } from './model-signing'
import { mustBeEvident, mustBeSignedLate } from './rules-signing-steps'

/**
 * Records which terms both sides went by between the first day of a version and the day on which it was signed, and what
 * shows it: a file or a note. It is no part of what is signed, and is kept also when everybody has. Blank takes it away.
 * Refuses terms without evidence, evidence without terms, and a version that is not late.
 */
export const recordProvisional = command({
  name: 'agreements.recordProvisional',
  ...signs,
  input: recordProvisionalInput,
  async run(work, { agreementVersionId, provisionalTerms, provisionalNote, fileId }) {
    const held = await holdVersion(work, agreementVersionId)
    const { agreement, version } = held
    mustBeSignedLate(version, dayOf(work.now, work.actor.timeZone))
    mustBeEvident({ provisionalTerms, provisionalNote, fileId })
    if (fileId !== version.provisionalFileId) await attachProof(work, held, fileId)
    const provisional = { provisionalTerms, provisionalNote, provisionalFileId: fileId }
    await changeRow(work, agreementVersions, { id: agreementVersionId }, provisional)
    return { agreementId: agreement.id }
  },
})
