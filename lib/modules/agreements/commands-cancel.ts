import { agreements, agreementVersions } from '@/db/schema/agreements'
import { command } from '@/lib/kernel/command'
import { shortened } from '@/lib/kernel/cut'
import { changeRow } from '@/lib/kernel/write'
import { withdrawApproval } from '@/lib/modules/approvals/commands'
import { lifecyclePages } from './commands-decisions'
import { endRound, longestTold } from './commands-signing'
import { holdVersion, keepersOf, tellOf } from './commands-signing-upkeep'
import { may } from './manifest'
import { lifecycleMessages } from './messages-lifecycle'
import { cancelInput } from './model-lifecycle'
import { subjectKind } from './queries-approval'
import { findAgreement, findShown } from './queries-held'
import { findSignatories } from './queries-signatories'
import { mustStepAgreement } from './rules-lifecycle'
import { versionStep } from './rules-states'

/**
 * Gives an agreement up before everybody has signed it, with the reason: whoever was asked for consent or a signature is
 * told, signatures that were collected are void, and all of it stays on record. Refuses what was signed: that is terminated.
 * A02.
 */
export const cancel = command({
  name: 'agreements.cancel',
  permission: may.draft,
  messages: lifecycleMessages,
  refreshes: [...lifecyclePages, '/review'],
  input: cancelInput,
  async run(work, { agreementId, reason }) {
    const { id: versionId } = await findShown(work, (await findAgreement(work, agreementId)).agreement)
    const held = await holdVersion(work, versionId)
    const state = mustStepAgreement(held.agreement.state, 'cancel', { reason })
    if (held.agreement.state === 'outForSignature')
      await endRound(work, held, await findSignatories(work, versionId), { declinedBy: null, reason })
    else await tellOf(work, held, keepersOf(held), 'toldCancelled', { reason: shortened(reason, longestTold) }, '')
    await work.call(withdrawApproval, { subjectKind, subjectId: versionId })
    const step = versionStep(held.version.state, 'void', new Set(['reasonGiven']))
    if (step.ok) await changeRow(work, agreementVersions, { id: versionId }, { state: step.to })
    const patch = { state, stateReason: reason, changedAt: work.now }
    await changeRow(work, agreements, { id: agreementId }, patch)
    return { agreementId, state }
  },
})
