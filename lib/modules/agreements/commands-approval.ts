import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { refusals } from '@/lib/kernel/refusal'
import { submitForApproval, withdrawApproval } from '@/lib/modules/approvals/commands'
import { drafts } from './commands'
import { moveByGuards } from './commands-moves'
import { holdVersion } from './commands-signing-upkeep'
import { approvalMessages } from './messages-approval'
import { settleInput, submitInput, takeBackInput } from './model-approval'
import { countHoldingUp } from './queries-advice'
import { findChange, findConsentTo, findWriters, subjectKind, submissionFacts } from './queries-approval'
import { findClauses } from './queries-clauses'
import { findMismatches } from './queries-mismatches'
import type { HeldVersion } from './queries-signatories'
import { linesOf, policyFactsOf, titleOf } from './rules-approval'
import { mustMatchNegotiated } from './rules-mismatches'
import { isOver } from './rules-rights'

const no = refusals('agreements', approvalMessages)
const consents = {
  ...drafts,
  messages: approvalMessages,
  refreshes: [...drafts.refreshes, '/agreements/[agreementId]/approval', '/review'],
}

/**
 * Puts exactly this content before those who answer for the aspects that it touches; consent from before stays where
 * nothing changed, and nobody who wrote any of it is asked. Refuses what is not complete, naming what is missing, and
 * content that changed since it was seen.
 */
export const submit = command({
  name: 'agreements.submit',
  ...consents,
  input: submitInput,
  async run(work, { agreementVersionId: versionId, contentHash, reason }) {
    const held = await holdVersion(work, versionId)
    const { agreement, account, version } = held
    const { before, after } = await findChange(work, version)
    const talks = { ...agreement, negotiationId: version.negotiationId }
    mustMatchNegotiated(await findMismatches(work, talks, await findClauses(work, versionId)))
    const { ownerId } = agreement
    const about = { ownerId, paperFileId: version.paperFileId }
    const facts = submissionFacts(after, about, dayOf(work.now, work.actor.timeZone))
    const moved = await moveByGuards(work, held, 'submit', facts)
    if (version.contentHash !== contentHash) throw no('changedMeanwhile')
    const lines = linesOf(before, after)
    if (lines.length === 0) throw no('nothingChanged')
    const { yearlyValue, currency } = after.facts
    await work.call(submitForApproval, {
      subjectKind,
      subjectId: versionId,
      accountId: account.id,
      title: titleOf({ ...agreement, number: version.number, account }),
      href: `/agreements/${agreement.id}/approval`,
      reason,
      contentHash,
      facts: policyFactsOf(after.facts),
      lines,
      totals: {
        costPerYear: null,
        marginPct: null,
        value: yearlyValue === null ? null : { amount: yearlyValue, currency },
      },
      secret: agreement.confidential,
      authors: await findWriters(work, version),
      keepsConsent: true,
    })
    return moved
  },
})

/** Takes a version back to be changed, while it waits for consent or when it has it. Its consent is asked anew when it is submitted. */
export const takeBack = command({
  name: 'agreements.takeBack',
  ...consents,
  input: takeBackInput,
  async run(work, { agreementVersionId: versionId, reason }) {
    const held = await holdVersion(work, versionId)
    const moved = await moveByGuards(work, held, 'revise', {}, reason)
    await work.call(withdrawApproval, { subjectKind, subjectId: versionId })
    return moved
  },
})

/**
 * Does what the approvers decided: a version that everybody consented to is approved as soon as no advice holds it up,
 * unless its agreement has ended meanwhile; one that was sent back, rejected or withdrawn, or whose consent lapsed, is a
 * draft again. Changes nothing when nothing follows.
 */
export const settle = command({
  name: 'agreements.settle',
  ...consents,
  input: settleInput,
  run: async (work, { agreementVersionId: versionId }) => ({
    state: await settleVersion(work, await holdVersion(work, versionId)),
  }),
})

/** What follows from the latest run for a version that is held. */
export async function settleVersion(work: Work, held: HeldVersion): Promise<string> {
  const { version } = held
  if (version.state !== 'inApproval' && version.state !== 'approved') return version.state
  const { run, approved } = await findConsentTo(work, version)
  if (!run) return version.state
  if (version.state === 'inApproval' && approved) {
    const openBlockingAdvice = await countHoldingUp(work, version)
    if (openBlockingAdvice > 0 || isOver(held.agreement.state)) return version.state
    const { contentHash } = version
    const facts = { contentHash, approvedHash: run.contentHash, openBlockingAdvice, unapprovedDeviations: 0 }
    return (await moveByGuards(work, held, 'approve', facts)).state
  }
  const lapsed = version.state === 'approved' && run.state === 'pending'
  if (!lapsed && (run.state === 'pending' || run.state === 'approved')) return version.state
  await work.call(withdrawApproval, { subjectKind, subjectId: version.id })
  const { [`stateReason_${run.state}` as 'stateReason_pending']: stateReason } = approvalMessages[work.actor.locale]
  return (await moveByGuards(work, held, 'revise', {}, stateReason)).state
}
