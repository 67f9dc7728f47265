import { and, eq, inArray } from 'drizzle-orm'
import type { z } from 'zod'
import { keyContacts } from '@/db/schema/contacts'
import { command, type Work } from '@/lib/kernel/command'
import { Refusal } from '@/lib/kernel/refusal'
import { lockRow } from '@/lib/kernel/write'
import { confirm, takeBack } from '@/lib/modules/confirmations/commands'
import { accountInHand, claim, endClaims } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { claimSlotInput, clearSlotInput, confirmSlotInput, reconfirmInput } from './model'
import { findPerson } from './queries'
import { findReporting } from './queries-held'
import { type FoundClaim, findClaims } from './queries-slots'
import { mustBeKept } from './rules'
import { mustFindAll, mustHaveClaims, mustMayConfirm, mustWorkThere } from './rules-slots'

const pages = ['/accounts/[accountId]/people', '/accounts/[accountId]', '/contacts/[personId]', '/today']

/** Says who fills a key role of the account. It is a claim until somebody confirms it. */
export const claimSlot = command({
  name: 'contacts.claimSlot',
  permission: may.edit,
  input: claimSlotInput,
  messages,
  refreshes: pages,
  async run(work, { accountId, slot, personId }) {
    await accountInHand(work, accountId)
    mustBeKept(await findPerson(work, personId))
    mustWorkThere((await findReporting(work, accountId)).has(personId))
    return { id: await claim(work, accountId, slot, personId), accountId }
  },
})

/** Nobody fills the role any more. */
export const clearSlot = command({
  name: 'contacts.clearSlot',
  permission: may.edit,
  input: clearSlotInput,
  messages,
  refreshes: pages,
  async run(work, { keyContactId }) {
    const { accountId, archivedAt } = await lockRow(work, keyContacts, keyContactId)
    await accountInHand(work, accountId)
    if (archivedAt === null) await endClaims(work, [keyContactId], 'cleared')
    return { id: keyContactId, accountId }
  },
})

/**
 * Confirms that this person fills this role, as it is today. Without another word it was confirmed with the person
 * themselves and counts for 180 days. Evidence is a contact on record with the same account.
 */
export const confirmSlot = command({
  name: 'contacts.confirmSlot',
  permission: may.confirm,
  input: confirmSlotInput,
  messages,
  refreshes: pages,
  async run(work, { keyContactId, withPersonId, ...said }) {
    const [found] = await findClaims(work, eq(keyContacts.id, keyContactId))
    if (!found) throw new Refusal('notFound')
    await confirmClaims(work, found.accountId, [found], { withPersonId, ...said })
    return { id: keyContactId, accountId: found.accountId }
  },
})

/** Confirms several key roles of an account in one pass: those named, one person's, or all that are claimed. */
export const reconfirm = command({
  name: 'contacts.reconfirm',
  permission: may.confirm,
  input: reconfirmInput,
  messages,
  refreshes: pages,
  async run(work, { accountId, keyContactIds, personId, ...said }) {
    const wanted = and(
      eq(keyContacts.accountId, accountId),
      keyContactIds.length > 0 ? inArray(keyContacts.id, keyContactIds) : undefined,
      personId ? eq(keyContacts.personId, personId) : undefined,
    )
    const found = await findClaims(work, wanted)
    mustFindAll(found.length, keyContactIds.length)
    await confirmClaims(work, accountId, found, { withPersonId: null, ...said })
    return { id: accountId, confirmed: found.length }
  },
})

/** Takes a confirmation back that was a slip: one's own, of the same day. What counted before counts again. */
export const takeConfirmationBack = command({
  name: 'contacts.takeConfirmationBack',
  permission: may.confirm,
  input: clearSlotInput,
  messages,
  refreshes: pages,
  async run(work, { keyContactId }) {
    const { accountId } = await lockRow(work, keyContacts, keyContactId)
    await accountInHand(work, accountId)
    await work.call(takeBack, { kind: 'keyContact', subjectId: keyContactId })
    return { id: keyContactId, accountId }
  },
})

type Said = Pick<
  z.output<typeof confirmSlotInput>,
  'method' | 'confirmedOn' | 'validUntil' | 'evidenceId' | 'note' | 'withPersonId'
>

async function confirmClaims(
  work: Work,
  accountId: string,
  claims: readonly FoundClaim[],
  { withPersonId, ...said }: Said,
) {
  const account = await accountInHand(work, accountId)
  mustMayConfirm(work.actor, account)
  mustHaveClaims(claims.length)
  if (withPersonId) await findPerson(work, withPersonId)
  const facts = claims.map(({ id, valueHash, personId }) => ({
    subjectId: id,
    valueHash,
    withPersonId: withPersonId ?? personId,
  }))
  await work.call(confirm, { kind: 'keyContact', accountId, facts, ...said })
}
