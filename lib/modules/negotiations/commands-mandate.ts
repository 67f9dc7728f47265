import { negotiationMandates } from '@/db/schema/negotiations'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { refusals } from '@/lib/kernel/refusal'
import { saidInAll } from '@/lib/kernel/said'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { submitForApproval, withdrawApproval } from '@/lib/modules/approvals/commands'
import type { Facts } from '@/lib/modules/approvals/model'
import { onTheTable } from './commands-issues'
import { contentOfMandate } from './commands-mandate-upkeep'
import { holdSecretly, keepNegotiation } from './commands-upkeep'
import { mandateMessages } from './messages-mandate'
import { negotiationRef } from './model'
import { askMandateInput, type Limits } from './model-mandate'
import type { FoundNegotiation } from './queries-held'
import { findMandates, hashOfMandate, mandateKind } from './queries-mandate'
import { findOffer, findOffers } from './queries-offers'
import { findPolicyCheck } from './queries-policy'
import { findIssues, findStakes } from './queries-table'
import { mustBeNegotiable } from './rules-editing'
import { scorable } from './rules-issues'
import { beyondMandate, extendedFor, limitsOf, offeredIn } from './rules-mandate'
import { counted, packageOf } from './rules-offers'
import { typedIssuesOf } from './rules-table'

const no = refusals('negotiations', mandateMessages)
const secret = { ...onTheTable, messages: mandateMessages }

/**
 * Puts the limits of all scored issues before those who must consent to exactly these, until a day; in a run that only they
 * and whoever asks may read. With an offer, extended for what it says beyond them. What waits already goes on waiting with
 * the new limits. Refuses issues that cannot be scored, beside each field.
 */
export const askMandate = command({
  name: 'negotiations.askMandate',
  ...secret,
  input: askMandateInput,
  async run(work, { negotiationId, validUntil, reason, offerId }) {
    const { negotiation, account } = await holdSecretly(work, negotiationId)
    mustBeNegotiable(negotiation)
    const { actor, now } = work
    if (validUntil < dayOf(now, actor.timeZone))
      throw no('validUntilPast', {}, { validUntil: { code: 'validUntilPast' } })
    const { limits, facts } = await limitsFor(work, negotiation, offerId)
    const contentHash = hashOfMandate(limits, validUntil)
    const [latest] = await findMandates(work, negotiationId)
    const about = { limits, contentHash, validUntil, reason, offerId, askedBy: actor.id }
    const part = { negotiationId, accountId: account.id, number: (latest?.number ?? 0) + 1 }
    const row =
      latest?.run?.state === 'pending'
        ? await changeRow(work, negotiationMandates, { id: latest.id }, about)
        : await insertRow(work, negotiationMandates, { ...part, ...about })
    const content = await contentOfMandate(work, negotiation, { id: row.id, limits, validUntil, contentHash })
    const { state } = await work.call(submitForApproval, {
      ...content,
      facts: { ...content.facts, ...facts },
      subjectKind: mandateKind,
      subjectId: row.id,
      accountId: account.id,
      title: saidInAll(mandateMessages, 'mandateTitle', { number: row.number, title: negotiation.title }),
      href: `/negotiations/${negotiationId}/issues`,
      reason,
      secret: true,
    })
    await keepNegotiation(work, negotiationId)
    return { negotiationId, mandateId: row.id, state }
  },
})

type Asked = { limits: Limits; facts: Facts }

/**
 * The limits, wider for what a side stands for with an offer that goes beyond them or below a floor; and that it does, for
 * those who must consent.
 */
async function limitsFor(
  work: Work,
  negotiation: FoundNegotiation['negotiation'],
  offerId: string | null,
): Promise<Asked> {
  const negotiationId = negotiation.id
  const [issues, stakes] = await Promise.all([findIssues(work, negotiationId), findStakes(work, negotiationId)])
  if (issues.length === 0) throw no('issuesMissing')
  const lines = issues.map((issue) => ({ issue, stake: stakes.get(issue.id) ?? null }))
  const limits = limitsOf(scorable(typedIssuesOf(lines)))
  if (offerId === null) return { limits, facts: {} }
  const offers = await findOffers(work, negotiationId)
  const whole = packageOf(findOffer(offers, offerId), offers.filter(counted))
  const { belowFloor } = await findPolicyCheck(work, negotiation, whole)
  if (beyondMandate(limits, whole).length === 0 && !belowFloor)
    throw no('offerInside', {}, { offerId: { code: 'offerInside' } })
  const extended = extendedFor(limits, whole)
  return belowFloor
    ? { limits: offeredIn(extended, whole), facts: { belowFloor: true } }
    : { limits: extended, facts: {} }
}

/** Takes the mandate back from those who were to decide about it. */
export const withdrawMandate = command({
  name: 'negotiations.withdrawMandate',
  ...secret,
  input: negotiationRef,
  async run(work, { negotiationId }) {
    await holdSecretly(work, negotiationId)
    const [latest] = await findMandates(work, negotiationId)
    if (latest?.run?.state !== 'pending') throw no('nothingAsked')
    await work.call(withdrawApproval, { subjectKind: mandateKind, subjectId: latest.id })
    await keepNegotiation(work, negotiationId)
    return { negotiationId }
  },
})
