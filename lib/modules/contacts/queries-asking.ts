import { and, eq, gte, isNull } from 'drizzle-orm'
import { confirmations } from '@/db/schema/confirmations'
import { keyContacts } from '@/db/schema/contacts'
import type { Look } from '@/lib/kernel/command'
import { dayOf, instantOf } from '@/lib/kernel/day'
import { own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { mayEditAccount } from '@/lib/kernel/rights'
import { findAccounts } from '@/lib/modules/accounts/queries'
import { confirmationState } from '@/lib/modules/confirmations/model'
import { findConfirmations } from '@/lib/modules/confirmations/queries'
import { findTiers } from '@/lib/modules/workspace/queries'
import { may } from './manifest'
import type { RoleAsking } from './model-slots'
import { findClaims } from './queries-slots'

/**
 * Key roles of an account whose confirmation ends within days or has ended, for those who may confirm it again; for others,
 * and for accounts of tiers that ask for no confirmations, there are none.
 */
export async function findRolesAsking(look: Look, accountId: string): Promise<RoleAsking[]> {
  const { actor, now } = look
  if (!isGranted(may.confirm, actor)) return []
  const [account] = await findAccounts(look, [accountId])
  if (!account || account.archivedAt !== null || !mayEditAccount(actor, account)) return []
  const tier = (await findTiers(look)).find((each) => each.code === account.tier)
  if (!tier?.confirms) return []
  const claims = await findClaims(look, eq(keyContacts.accountId, accountId))
  const confirmed = await findConfirmations(
    look,
    'keyContact',
    claims.map((claim) => claim.id),
  )
  const today = dayOf(now, actor.timeZone)
  return claims.flatMap(({ id, personId, slot, valueHash }) => {
    const confirmation = confirmed.get(id)
    const state = confirmationState(confirmation ?? null, valueHash, today)
    if (!confirmation || (state !== 'expiring' && state !== 'expired')) return []
    const { confirmedOn, validUntil } = confirmation
    return [{ keyContactId: id, personId, slot, confirmedOn, validUntil }]
  })
}

/** The key roles of an account that the actor confirmed today on this evidence: those that a slip of the evidence undoes. */
export async function findRolesGivenOn(look: Look, accountId: string, evidenceId: string): Promise<string[]> {
  const { tx, actor, now } = look
  const rows = await tx
    .select({ keyContactId: confirmations.subjectId })
    .from(confirmations)
    .where(
      and(
        own(confirmations, actor),
        eq(confirmations.accountId, accountId),
        eq(confirmations.evidenceId, evidenceId),
        eq(confirmations.kind, 'keyContact'),
        eq(confirmations.confirmedBy, actor.id),
        gte(confirmations.createdAt, instantOf(dayOf(now, actor.timeZone), '00:00', actor.timeZone)),
        isNull(confirmations.voidedAt),
      ),
    )
  return rows.map((row) => row.keyContactId)
}
