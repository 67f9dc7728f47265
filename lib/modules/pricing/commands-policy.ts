import { pricePolicies, pricePolicyReadings } from '@/db/schema/pricing'
import { command } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { saidInAll, verbatim } from '@/lib/kernel/said'
import { changeRow, insertRow, lockRow } from '@/lib/kernel/write'
import { submitForApproval, withdrawApproval } from '@/lib/modules/approvals/commands'
import { notify, settle } from '@/lib/modules/notifications/commands'
import { may } from './manifest'
import { messages } from './messages'
import { draftPolicyInput, editPolicyInput, policyRef, submitPolicyInput } from './model-policy'
import { findNextNumber, findPolicies, findPolicy, findReadBy, findUnread } from './queries-policy'
import { mustBeEditable, mustBeReadable, mustNotBeginInThePast, policyOf } from './rules-policy'

const subjectKind = 'pricePolicy'
/** So many members are told by one call. */
const mostAtOnce = 200
const sets = { permission: may.setPolicy, messages, refreshes: ['/pricing', '/pricing/policies/[policyId]'] }

/** Starts an edition of the pricing policy. It holds for nobody until it is approved and its day has come. */
export const draftPolicy = command({
  name: 'pricing.draftPolicy',
  ...sets,
  input: draftPolicyInput,
  async run(work, input) {
    const number = await findNextNumber(work)
    const row = await insertRow(work, pricePolicies, { ...policyOf(input), number, authorId: work.actor.id })
    return { id: row.id }
  },
})

/** Changes an edition that is not sent for consent or approved. */
export const editPolicy = command({
  name: 'pricing.editPolicy',
  ...sets,
  input: editPolicyInput,
  async run(work, { policyId, version, ...input }) {
    await lockRow(work, pricePolicies, policyId)
    mustBeEditable((await findPolicy(work, policyId)).state)
    await changeRow(work, pricePolicies, { id: policyId, version }, policyOf(input))
    return { id: policyId }
  },
})

/** Sends an edition for consent; whoever sends it never consents alone. */
export const submitPolicy = command({
  name: 'pricing.submitPolicy',
  ...sets,
  input: submitPolicyInput,
  async run(work, { policyId, reason }) {
    await lockRow(work, pricePolicies, policyId)
    const policy = await findPolicy(work, policyId)
    mustBeEditable(policy.state)
    mustNotBeginInThePast(policy.validFrom, dayOf(work.now, work.actor.timeZone))
    const before = (await findPolicies(work)).find(({ state }) => state === 'inForce')
    const { number, title, validFrom: day } = policy
    const was = before && saidInAll(messages, 'said_policyText', { number: before.number, day: before.validFrom })
    const { state } = await work.call(submitForApproval, {
      subjectKind,
      subjectId: policyId,
      accountId: null,
      title: saidInAll(messages, 'said_policy', { number, title }),
      href: `/pricing/policies/${policyId}`,
      contentHash: policy.contentHash,
      facts: {},
      lines: [
        {
          key: 'policy',
          aspect: 'policy',
          label: verbatim(title),
          standard: null,
          was: was ?? null,
          now: saidInAll(messages, 'said_policyText', { number, day }),
          costPerYear: null,
          detail: null,
          why: reason,
          confidential: false,
        },
      ],
      totals: { costPerYear: null, marginPct: null, value: null },
      reason,
    })
    return { id: policyId, state }
  },
})

/** Takes an edition away that never held; consent that was asked for is asked for no more. */
export const archivePolicy = command({
  name: 'pricing.archivePolicy',
  ...sets,
  input: policyRef,
  async run(work, { policyId }) {
    await lockRow(work, pricePolicies, policyId)
    const { state } = await findPolicy(work, policyId)
    if (state === 'inReview') await work.call(withdrawApproval, { subjectKind, subjectId: policyId })
    else mustBeEditable(state)
    await changeRow(work, pricePolicies, { id: policyId }, { archivedAt: work.now })
    return { id: policyId }
  },
})

/** Says that one has read an approved edition. Once is enough. */
export const acknowledgePolicy = command({
  name: 'pricing.acknowledgePolicy',
  permission: may.acknowledge,
  messages,
  refreshes: ['/pricing', '/pricing/policies/[policyId]'],
  input: policyRef,
  async run(work, { policyId }) {
    await lockRow(work, pricePolicies, policyId)
    mustBeReadable((await findPolicy(work, policyId)).state)
    const memberId = work.actor.id
    if ((await findReadBy(work, policyId, [memberId])).length === 0)
      await insertRow(work, pricePolicyReadings, { policyId, memberId, readOn: dayOf(work.now, work.actor.timeZone) })
    await work.call(settle, { subjectKind, subjectId: policyId, memberId })
    return { id: policyId }
  },
})

/** Tells those who must read an approved edition and have not; nobody is told twice. */
export const tellReaders = command({
  name: 'pricing.tellReaders',
  permission: may.tell,
  messages,
  input: policyRef,
  async run(work, { policyId }) {
    await lockRow(work, pricePolicies, policyId)
    const policy = await findPolicy(work, policyId)
    mustBeReadable(policy.state)
    const { number, title, englishTitle, validFrom: day } = policy
    const unread = await findUnread(work, policy)
    for (let start = 0; start < unread.length; start += mostAtOnce)
      await work.call(notify, {
        memberIds: unread.slice(start, start + mostAtOnce),
        kind: subjectKind,
        text: saidInAll(messages, 'said_policyToRead', (locale) => ({
          number,
          title: locale === 'en' ? (englishTitle ?? title) : title,
          day,
        })),
        href: `/pricing/policies/${policyId}`,
        urgent: false,
        subjectKind,
        subjectId: policyId,
        key: `${subjectKind}.${policyId}.approved`,
      })
    return { id: policyId }
  },
})
