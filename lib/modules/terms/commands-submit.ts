import { command } from '@/lib/kernel/command'
import { submitForApproval } from '@/lib/modules/approvals/commands'
import { drafts } from './commands'
import { holdVersion, keepVersion } from './commands-upkeep'
import { submitInput } from './model'
import { findState, subjectKind } from './queries-state'
import { findApprovalContent } from './queries-submission'
import { mustGo } from './rules'
import { titleOf } from './rules-approval'
import { mustBeReady } from './rules-ready'
import { nameOfType } from './rules-words'

/**
 * Puts a draft before those who must consent: each departure with standard, cost, factors and reason. Refused while a
 * departure lacks factor, reason or condition, an additional fee its basis, or nobody says when they pay.
 */
export const submit = command({
  name: 'terms.submit',
  ...drafts,
  input: submitInput,
  async run(work, { versionId, reason }) {
    const { version, account } = await holdVersion(work, versionId)
    mustGo((await findState(work, version)).state, 'proposed')
    await keepVersion(work, versionId, [])
    const { content, ...asked } = await findApprovalContent(work, versionId)
    mustBeReady(content.departures, content.agreed, (code) => nameOfType(code, work.actor.locale, content.names))
    const { state } = await work.call(submitForApproval, {
      subjectKind,
      subjectId: versionId,
      accountId: account.id,
      title: titleOf(account, version.number),
      href: `/accounts/${account.id}/terms/${versionId}`,
      reason,
      ...asked,
    })
    return { versionId, accountId: account.id, state }
  },
})
