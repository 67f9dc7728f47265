import { and, asc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { accounts } from '@/db/schema/accounts'
import { confirmations } from '@/db/schema/confirmations'
import { keyContacts } from '@/db/schema/contacts'
import { tiers } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { addDays, type Day, dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { accountsByIds } from '@/lib/modules/accounts/queries'
import { confirmationState, expiringWithinDays } from '@/lib/modules/confirmations/model'
import { findConfirmations } from '@/lib/modules/confirmations/queries'
import type { FactToReconfirm } from './model-slots'
import { findClaims } from './queries-slots'
import { needsRenewal } from './rules-slots'

/** Some candidates no longer hold (archived, moved), so a few more are looked at than are wanted. */
const spare = 20

/**
 * Key roles at a member's accounts whose confirmation has ended, is about to end, or was undone by a change: those
 * undone first, then the longest ended, at most `most`. Only tiers that ask for confirmations, and only what somebody
 * confirmed before.
 */
export async function factsToReconfirm(look: Look, memberId: string, most: number): Promise<FactToReconfirm[]> {
  const today = dayOf(look.now, look.actor.timeZone)
  const candidates = await Promise.all([findUndone(look, memberId), findEnding(look, memberId, today)])
  const wanted = [...new Set(candidates.flat())].slice(0, most + spare)
  if (wanted.length === 0) return []
  const claims = new Map((await findClaims(look, inArray(keyContacts.id, wanted))).map((claim) => [claim.id, claim]))
  const confirmed = await findConfirmations(look, 'keyContact', [...claims.keys()])
  const names = new Map(
    (
      await accountsByIds(
        look,
        [...claims.values()].map((claim) => claim.accountId),
      )
    ).map((each) => [each.id, each]),
  )
  const facts = wanted.flatMap((id): FactToReconfirm[] => {
    const [claim, confirmation] = [claims.get(id), confirmed.get(id)]
    const account = claim && names.get(claim.accountId)
    if (!claim || !confirmation || !account) return []
    const state = confirmationState(confirmation, claim.valueHash, today)
    if (!needsRenewal(state)) return []
    return [
      {
        keyContactId: id,
        accountId: account.id,
        accountName: account.name,
        accountEnglishName: account.englishName,
        slot: claim.slot,
        personId: claim.personId,
        personName: claim.displayName,
        personEnglishName: claim.englishName,
        state,
        confirmedOn: confirmation.confirmedOn,
        validUntil: confirmation.validUntil,
      },
    ]
  })
  return facts.slice(0, most)
}

/** The member's accounts of the tiers that ask for confirmations. */
const ofMember = ({ tx, actor }: Look, memberId: string) => {
  const asking = tx
    .select({ code: tiers.code })
    .from(tiers)
    .where(and(own(tiers, actor), eq(tiers.confirms, true)))
  return and(
    own(accounts, actor),
    live(accounts),
    eq(accounts.ownerId, memberId),
    inArray(accounts.tier, asking),
    visibleAccounts(accounts, actor),
  )
}

/** Confirmations that end within days or have ended, at accounts of the member; the longest ended first. */
async function findEnding(look: Look, memberId: string, today: Day): Promise<string[]> {
  const rows = await look.tx
    .select({ id: confirmations.subjectId })
    .from(accounts)
    .innerJoin(confirmations, and(own(confirmations, look.actor), eq(confirmations.accountId, accounts.id)))
    .where(
      and(
        ofMember(look, memberId),
        isNull(confirmations.voidedAt),
        lte(confirmations.validUntil, addDays(today, expiringWithinDays)),
        eq(confirmations.kind, 'keyContact'),
      ),
    )
    .orderBy(asc(confirmations.validUntil), asc(confirmations.id))
    .limit(spare * 2)
  return rows.map((row) => row.id)
}

const later = alias(confirmations, 'later')

/** Facts that were confirmed, changed, and not confirmed since. */
async function findUndone(look: Look, memberId: string): Promise<string[]> {
  const { tx, actor } = look
  const confirmedSince = sql`exists (select from ${confirmations} as ${later} where ${and(
    own(later, actor),
    eq(later.kind, 'keyContact'),
    eq(later.subjectId, confirmations.subjectId),
    isNull(later.voidedAt),
  )})`
  const rows = await tx
    .select({ id: confirmations.subjectId })
    .from(confirmations)
    .innerJoin(accounts, and(ofMember(look, memberId), eq(accounts.id, confirmations.accountId)))
    .where(
      and(
        own(confirmations, actor),
        sql`${confirmations.voidedBecause} = 'valueChanged'`,
        eq(confirmations.kind, 'keyContact'),
        sql`not ${confirmedSince}`,
      ),
    )
    .orderBy(asc(confirmations.id))
    .limit(spare)
  return rows.map((row) => row.id)
}
