import { agreementProposals } from '@/db/schema/agreements'
import { command, type Work } from '@/lib/kernel/command'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { amends, mustBeOfAccount } from './commands-amendments'
import { decideProposalInput, proposeInput } from './model-amendments'
import { findOpen } from './queries-amendments'
import { findAgreement } from './queries-held'
import { mustBeDecidable, noAmendment } from './rules-amendments'
import { mustMayDraft } from './rules-rights'

/** Keeps what one side proposed to change, or argued against: whether it is taken up or not. BGM-4.3. */
export const propose = command({
  name: 'agreements.propose',
  ...amends,
  input: proposeInput,
  async run(work, { agreementId, ...said }) {
    const { agreement, account } = await findAgreement(work, agreementId)
    mustMayDraft(work.actor, account)
    await mustBeOfAccount(work, said.interactionId, agreement.accountId)
    const part = { agreementId, accountId: agreement.accountId }
    const row = await insertRow(work, agreementProposals, { ...part, ...said, recordedBy: work.actor.id })
    return { agreementId, agreementProposalId: row.id }
  },
})

/** Takes a proposal up into the amendment that is drafted, or declines it with the reason. Refuses to decide twice. */
export const decideProposal = command({
  name: 'agreements.decideProposal',
  ...amends,
  input: decideProposalInput,
  async run(work, { agreementProposalId, decision, stateReason }) {
    const held = await lockRow(work, agreementProposals, agreementProposalId)
    const { account } = await findAgreement(work, held.agreementId)
    mustMayDraft(work.actor, account)
    mustBeDecidable(held.state, decision, stateReason)
    const versionId = decision === 'taken' ? await takenBy(work, held.agreementId) : null
    await changeRow(work, agreementProposals, { id: held.id }, { state: decision, stateReason, versionId })
    return { agreementId: held.agreementId }
  },
})

async function takenBy(work: Work, agreementId: string): Promise<string> {
  const open = await findOpen(work, agreementId)
  if (!open || open.kind === 'original') throw noAmendment('noOpenAmendment')
  return open.id
}
