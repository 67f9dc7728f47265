import type { z } from 'zod'
import { affiliations } from '@/db/schema/contacts'
import { command, type Work } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { changeRow, changeRows, insertRow, lockRow } from '@/lib/kernel/write'
import { voidFor } from '@/lib/modules/confirmations/commands'
import { accountInHand, endClaims, livePersonInHand, settleMainPost } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { editAffiliationInput, joinInput, leaveInput, moveInput, rejoinInput } from './model'
import { findClaimIds, findPost, findPresentPosts, findReporting, findReports } from './queries-held'
import {
  mustBeAbleToLeave,
  mustBeAbleToReport,
  mustBeGoingElsewhere,
  mustHaveLeft,
  mustNotWorkThere,
} from './rules-affiliations'

const pages = ['/contacts', '/contacts/[personId]', '/accounts/[accountId]/people', '/accounts/[accountId]']

type Joining = Omit<z.output<typeof joinInput>, 'main'>

/** The person takes a post at another account, besides those they have. */
export const join = command({
  name: 'contacts.join',
  permission: may.edit,
  input: joinInput,
  messages,
  refreshes: pages,
  async run(work, { main, ...post }) {
    await livePersonInHand(work, post.personId)
    const id = await begin(work, post)
    await settleMainPost(work, post.personId, main ? id : undefined)
    return { id, personId: post.personId }
  },
})

/**
 * The person leaves the account on a day that has come. The key roles they filled there are empty again, nobody reports
 * to them there any more, and the history stays.
 */
export const leave = command({
  name: 'contacts.leave',
  permission: may.edit,
  input: leaveInput,
  messages,
  refreshes: pages,
  async run(work, { affiliationId, toDay }) {
    const { personId } = await findPost(work, affiliationId)
    await livePersonInHand(work, personId)
    await end(work, affiliationId, toDay)
    await settleMainPost(work, personId)
    return { id: affiliationId, personId }
  },
})

/** Takes a mistaken leaving back. Key roles have to be claimed anew. */
export const rejoin = command({
  name: 'contacts.rejoin',
  permission: may.edit,
  input: rejoinInput,
  messages,
  refreshes: pages,
  async run(work, { affiliationId }) {
    const { personId, accountId } = await findPost(work, affiliationId)
    await livePersonInHand(work, personId)
    await accountInHand(work, accountId)
    mustHaveLeft(await lockRow(work, affiliations, affiliationId))
    await mustBeNewThere(work, personId, accountId)
    await changeRow(work, affiliations, { id: affiliationId }, { toDay: null, reportsToId: null })
    await settleMainPost(work, personId)
    return { id: affiliationId, personId }
  },
})

/** The person changes employers: leaves one account and joins another in one go. The record and its history go along. */
export const move = command({
  name: 'contacts.move',
  permission: may.edit,
  input: moveInput,
  messages,
  refreshes: pages,
  async run(work, { affiliationId, toDay, ...post }) {
    const { personId, accountId, main } = await findPost(work, affiliationId)
    await livePersonInHand(work, personId)
    mustBeGoingElsewhere(accountId, post.accountId)
    await end(work, affiliationId, toDay)
    const id = await begin(work, { ...post, personId, fromDay: post.fromDay ?? toDay })
    await settleMainPost(work, personId, main ? id : undefined)
    return { id, personId }
  },
})

/** Changes a post; a field that is not named stays. Another title makes confirmed key roles there mere claims again. */
export const editAffiliation = command({
  name: 'contacts.editAffiliation',
  permission: may.edit,
  input: editAffiliationInput,
  messages,
  refreshes: pages,
  async run(work, { affiliationId, version, main, ...given }) {
    const before = await findPost(work, affiliationId)
    const { personId, accountId } = before
    await livePersonInHand(work, personId)
    await accountInHand(work, accountId)
    if (given.reportsToId) mustBeAbleToReport(personId, given.reportsToId, await findReporting(work, accountId))
    const named = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    const after = await changeRow(work, affiliations, { id: affiliationId, version }, named)
    if (after.title !== before.title) await voidRoles(work, accountId, personId)
    await settleMainPost(work, personId, main && after.toDay === null ? affiliationId : undefined)
    return { id: affiliationId, personId }
  },
})

async function begin(work: Work, { personId, accountId, ...post }: Joining): Promise<string> {
  await accountInHand(work, accountId)
  await mustBeNewThere(work, personId, accountId)
  mustBeAbleToReport(personId, post.reportsToId, await findReporting(work, accountId))
  return (await insertRow(work, affiliations, { ...post, personId, accountId, main: false })).id
}

async function end(work: Work, affiliationId: string, on: Day) {
  const post = await lockRow(work, affiliations, affiliationId)
  await accountInHand(work, post.accountId)
  mustBeAbleToLeave(post, on, dayOf(work.now, work.actor.timeZone))
  await changeRow(work, affiliations, { id: affiliationId }, { toDay: on })
  await changeRows(work, affiliations, await findReports(work, post.accountId, post.personId), { reportsToId: null })
  const claims = await findClaimIds(work, post.accountId, { personId: post.personId })
  await endClaims(
    work,
    claims.map((claim) => claim.id),
    'left',
  )
}

async function mustBeNewThere(work: Work, personId: string, accountId: string) {
  const posts = await findPresentPosts(work, personId)
  mustNotWorkThere(posts.some((post) => post.accountId === accountId))
}

async function voidRoles(work: Work, accountId: string, personId: string) {
  const claims = await findClaimIds(work, accountId, { personId })
  const subjectIds = claims.map((claim) => claim.id)
  await work.call(voidFor, { kind: 'keyContact', subjectIds, because: 'valueChanged' })
}
