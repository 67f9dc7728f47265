import { and, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { accountTeam, accounts as allAccounts } from '@/db/schema/accounts'
import type { Actor } from './actor'
import type { Look } from './command'
import { dayOf } from './day'
import { type AccountHold, seesEverything } from './rights'

type AccountColumns = { workspaceId: AnyPgColumn; id: AnyPgColumn; ownerId: AnyPgColumn; restricted: AnyPgColumn }

/**
 * Which accounts the actor may see: all, except restricted ones, which only their owner, their team, the owner's lead
 * and those who see everything find. The one scope predicate: lists, search, reports, exports, API and links use it.
 */
export function visibleAccounts(accounts: AccountColumns, actor: Actor): SQL | undefined {
  if (seesEverything(actor)) return undefined
  return or(eq(accounts.restricted, false), isServedBy(accounts, actor))
}

/** Whether the actor owns the account, leads its owner or is on its team: for whom what is restricted there is. */
export const isServedBy = (accounts: Pick<AccountColumns, 'id' | 'ownerId'>, actor: Actor): SQL | undefined =>
  or(inArray(accounts.ownerId, [actor.id, ...actor.reports]), isOnTeam(accounts, actor))

/** Whether the actor serves the account now. On the day that an assignment ends, its access is over. */
export const isOnTeam = (accounts: Pick<AccountColumns, 'id'>, actor: Actor): SQL<boolean> =>
  sql<boolean>`exists (select from ${accountTeam} where ${and(
    eq(accountTeam.workspaceId, actor.workspaceId),
    eq(accountTeam.accountId, accounts.id),
    eq(accountTeam.memberId, actor.id),
    or(isNull(accountTeam.toDay), gt(accountTeam.toDay, dayOf(new Date(), actor.timeZone))),
  )})`

/**
 * The same predicate for what belongs to an account by its id alone, without a join of one's own. A row that is itself
 * `restricted` is found by those only who would find a restricted account.
 */
export function ofVisibleAccount(accountId: AnyPgColumn, actor: Actor, restricted?: AnyPgColumn): SQL | undefined {
  if (seesEverything(actor)) return undefined
  return sql`exists (select from ${allAccounts} where ${and(
    eq(allAccounts.workspaceId, actor.workspaceId),
    eq(allAccounts.id, accountId),
    visibleAccounts(allAccounts, actor),
    restricted && or(eq(restricted, false), isServedBy(allAccounts, actor)),
  )})`
}

/** What decides who may change an account, for modules that stand before it; null when the actor may not see it. */
export async function findHold(
  { tx, actor }: Look,
  accountId: string,
): Promise<(AccountHold & { archivedAt: Date | null }) | null> {
  const [row] = await tx
    .select({
      ownerId: allAccounts.ownerId,
      archivedAt: allAccounts.archivedAt,
      onTeam: isOnTeam(allAccounts, actor),
    })
    .from(allAccounts)
    .where(
      and(
        eq(allAccounts.workspaceId, actor.workspaceId),
        eq(allAccounts.id, accountId),
        visibleAccounts(allAccounts, actor),
      ),
    )
  return row ?? null
}
