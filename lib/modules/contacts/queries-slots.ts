import { and, eq, inArray, isNull, type SQL } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { affiliations, keyContacts, people } from '@/db/schema/contacts'
import { digestOf } from '@/lib/kernel/canonical'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { ofVisibleAccount, visibleAccounts } from '@/lib/kernel/visibility'
import { confirmationState } from '@/lib/modules/confirmations/model'
import { findConfirmations } from '@/lib/modules/confirmations/queries'
import type { Slot } from '@/lib/modules/workspace/model'
import { findTiers } from '@/lib/modules/workspace/queries'
import type { SlotState } from './model-slots'
import { type Claim, type Coverage, coverageOfAccount, slotState } from './rules-slots'

/** What a confirmation of a key contact is bound to: who fills which role, under which title. */
export const valueHashOf = (claim: { slot: string; personId: string; title: string | null }) =>
  digestOf({ slot: claim.slot, personId: claim.personId, title: claim.title })

/** A claim with the person who fills the role. */
export type FoundClaim = Claim & { displayName: string; englishName: string | null; title: string | null }

/**
 * Live claims of key roles, as far as they hold: the person is not archived and works at the account. `where` may use
 * the claims, the people and the affiliations. It checks no visibility: whoever asks has chosen accounts they may see.
 */
export async function findClaims({ tx, actor }: Look, where: SQL | undefined): Promise<FoundClaim[]> {
  const rows = await tx
    .select({
      id: keyContacts.id,
      accountId: keyContacts.accountId,
      slot: keyContacts.slot,
      personId: keyContacts.personId,
      displayName: people.displayName,
      englishName: people.englishName,
      title: affiliations.title,
    })
    .from(keyContacts)
    .innerJoin(people, and(joined(people, actor, keyContacts.personId), live(people)))
    .innerJoin(
      affiliations,
      and(
        own(affiliations, actor),
        eq(affiliations.personId, keyContacts.personId),
        eq(affiliations.accountId, keyContacts.accountId),
        isNull(affiliations.toDay),
      ),
    )
    .where(and(own(keyContacts, actor), live(keyContacts), where))
  return rows.map((row) => ({ ...row, slot: row.slot as Slot, valueHash: valueHashOf(row) }))
}

/**
 * How far the key roles of these accounts are known, by account: confirmed required roles of all required ones.
 * Accounts that the actor may not see are left out.
 */
export async function coverageOf(look: Look, accountIds: readonly string[]): Promise<Map<string, Coverage>> {
  if (accountIds.length === 0) return new Map()
  const { tx, actor } = look
  const ids = [...accountIds]
  const served = await tx
    .select({ id: accounts.id, tier: accounts.tier })
    .from(accounts)
    .where(and(own(accounts, actor), inArray(accounts.id, ids), visibleAccounts(accounts, actor)))
  const claims = await findClaims(look, inArray(keyContacts.accountId, ids))
  const confirmed = await findConfirmations(
    look,
    'keyContact',
    claims.map((claim) => claim.id),
  )
  const tiers = new Map((await findTiers(look)).map((tier) => [tier.code, tier]))
  const today = dayOf(look.now, actor.timeZone)
  return new Map(
    served.map(({ id, tier }) => [
      id,
      coverageOfAccount(
        tiers.get(tier)?.slots ?? [],
        claims.filter((claim) => claim.accountId === id),
        confirmed,
        today,
      ),
    ]),
  )
}

/** The key roles that a person fills, at accounts that the actor may see. */
export async function findRolesOf(
  look: Look,
  personId: string,
): Promise<{ accountId: string; slot: Slot; state: SlotState }[]> {
  const own = and(eq(keyContacts.personId, personId), ofVisibleAccount(keyContacts.accountId, look.actor))
  const claims = await findClaims(look, own)
  const confirmed = await findConfirmations(
    look,
    'keyContact',
    claims.map((claim) => claim.id),
  )
  const today = dayOf(look.now, look.actor.timeZone)
  return claims.map((claim) => ({
    accountId: claim.accountId,
    slot: claim.slot,
    state: slotState(confirmationState(confirmed.get(claim.id) ?? null, claim.valueHash, today)),
  }))
}
