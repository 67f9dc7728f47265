import { promotions } from '@/db/schema/promotions'
import { command, todayOf, type Work } from '@/lib/kernel/command'
import { daysBetween } from '@/lib/kernel/day'
import { saidInAll } from '@/lib/kernel/said'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { withdrawApproval } from '@/lib/modules/approvals/commands'
import { findRun } from '@/lib/modules/approvals/queries'
import { notify } from '@/lib/modules/notifications/commands'
import { askConsent } from './commands-consent'
import { keepParts, mustBePossible, plannedInHand, promotionInHand, type Wanted } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { agreeInput, cancelInput, editInput, planInput, remindInput, settleInput } from './model'
import { consentHashOf, findOwing, isConsented, isFileOf } from './queries-held'
import {
  mustBeConsented,
  mustBeJob,
  mustBePlanned,
  mustBeSettleable,
  mustKnowProof,
  mustMaySettle,
  mustNotBeAgreed,
  mustNotBeSettled,
} from './rules'

const refreshes = ['/promotions', '/promotions/[promotionId]', '/accounts/[accountId]/sales', '/today']
const plans = { permission: may.plan, messages, refreshes }

/**
 * Plans a promotion with clients. Refuses products of different units; and days on which another promotion covers the same
 * client and product, unless it is said that this is meant, and a fund that does not hold the money, unless consent is asked.
 */
export const plan = command({
  name: 'promotions.plan',
  ...plans,
  input: planInput,
  async run(work, { accountIds, productIds, despiteOverlap, despiteFund, fundReason, ...facts }) {
    const ownerId = facts.ownerId ?? work.actor.id
    const despite = { despiteOverlap, despiteFund, fundReason }
    const beyond = await mustBePossible(work, { ...facts, ownerId, accountIds, productIds }, null, despite)
    const row = await insertRow(work, promotions, { ...facts, ownerId, overFund: beyond !== null })
    await keepParts(work, row.id, { accountIds, productIds })
    if (beyond) await askConsent(work, row, beyond, fundReason)
    return { id: row.id }
  },
})

/** Changes a promotion that is not settled; what is not named stays. */
export const edit = command({
  name: 'promotions.edit',
  ...plans,
  input: editInput,
  async run(work, { promotionId, version, despiteOverlap, despiteFund, fundReason, ...wish }) {
    const { accountIds, productIds, ownerId, ...patch } = wish
    const held = await plannedInHand(work, promotionId)
    mustNotBeSettled(held)
    const { promotion, accounts, products } = held
    const named = {
      ...Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)),
      ...(ownerId ? { ownerId } : {}),
    }
    const wanted: Wanted = {
      ...promotion,
      ...named,
      accountIds: accountIds ?? accounts.map(({ id }) => id),
      productIds: productIds ?? products.map(({ id }) => id),
    }
    const asked = promotion.overFund && (await findRun(work, 'promotion', promotionId))
    const stands = asked && (asked.state === 'pending' || asked.state === 'approved')
    const known = stands && asked.contentHash === consentHashOf(wanted)
    const despite = known
      ? { despiteOverlap, despiteFund: true, fundReason: fundReason ?? '' }
      : { despiteOverlap, despiteFund, fundReason }
    const beyond = await mustBePossible(work, wanted, promotionId, despite)
    mustNotBeAgreed(held, beyond !== null && !known)
    const row = await changeRow(work, promotions, { id: promotionId, version }, { ...named, overFund: beyond !== null })
    await keepParts(work, promotionId, wanted)
    if (!known || !beyond) await askConsent(work, row, beyond, fundReason)
    return { id: promotionId, version: row.version }
  },
})

/** Notes that the clients agreed to it, with whom and how. */
export const agree = command({
  name: 'promotions.agree',
  ...plans,
  input: agreeInput,
  async run(work, { promotionId, version, agreedNote }) {
    const held = await plannedInHand(work, promotionId)
    mustBePlanned(held)
    const { promotion } = held
    mustBeConsented(promotion.overFund, promotion.overFund && (await isConsented(work, promotion)))
    const agreed = { agreedAt: work.now, agreedBy: work.actor.id, agreedNote }
    await changeRow(work, promotions, { id: promotionId, version }, agreed)
    return { id: promotionId }
  },
})

/** Cancels a promotion that is not settled, and says why; its part of the fund is free again. */
export const cancel = command({
  name: 'promotions.cancel',
  ...plans,
  input: cancelInput,
  async run(work, { promotionId, version, because }) {
    mustNotBeSettled(await plannedInHand(work, promotionId))
    await work.call(withdrawApproval, { subjectKind: 'promotion', subjectId: promotionId })
    const cancelled = { cancelledAt: work.now, cancelledBecause: because }
    await changeRow(work, promotions, { id: promotionId, version }, cancelled)
    return { id: promotionId }
  },
})

/** Settles a promotion that is over: what it cost, by which document, and what proves that it took place. */
export const settle = command({
  name: 'promotions.settle',
  permission: may.settle,
  messages,
  refreshes,
  input: settleInput,
  async run(work, { promotionId, version, ...settlement }) {
    const held = await promotionInHand(work, promotionId)
    mustMaySettle(work.actor, held.accounts)
    mustBeSettleable(held, settlement)
    const { proofFileId } = settlement
    const accountIds = held.accounts.map(({ id }) => id)
    mustKnowProof(proofFileId, proofFileId !== null && (await isFileOf(work, proofFileId, accountIds)))
    const settled = { ...settlement, settledAt: work.now, settledBy: work.actor.id }
    await changeRow(work, promotions, { id: promotionId, version }, settled)
    return { id: promotionId }
  },
})

/** Reminds the owners of promotions that ended and have no result; of the same day of the same promotion only once. */
export const remind = command({
  name: 'promotions.remind',
  permission: may.remind,
  messages,
  input: remindInput,
  async run(work, { promotionIds }) {
    mustBeJob(work.actor)
    const owing = promotionIds.length === 0 ? [] : await findOwing(work, { ids: promotionIds })
    for (const each of owing) await tell(work, each)
    return { reminded: owing.length }
  },
})

type Owing = { id: string; title: string; ownerId: string; storeTo: string }

async function tell(work: Work, { id, title, ownerId, storeTo }: Owing) {
  const days = daysBetween(storeTo, todayOf(work))
  await work.call(notify, {
    memberIds: [ownerId],
    kind: 'promotionResult',
    text: saidInAll(messages, 'resultOverdue', { title, days }),
    href: `/promotions/${id}`,
    urgent: false,
    subjectKind: 'promotion',
    subjectId: id,
    key: `promotions.result.${id}.${days}`,
  })
}
