import { and, desc, eq, inArray, ne, or, sql } from 'drizzle-orm'
import { accountDistinctions, accounts, accountTeam } from '@/db/schema/accounts'
import { members, tiers } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { addDays, type Day } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { isOnTeam, visibleAccounts } from '@/lib/kernel/visibility'
import { findCalendarDays } from '@/lib/modules/workspace/queries'

/** Which of these members can still be named: not of another workspace, not deactivated. */
export async function findActiveMembers({ tx, actor }: Look, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(
      and(
        own(members, actor),
        inArray(members.id, [...new Set(ids)]),
        live(members),
        ne(members.status, 'deactivated'),
      ),
    )
  return new Set(rows.map((row) => row.id))
}

/** How often each tier wants contact, in days. */
export async function findTierDays({ tx, actor }: Look): Promise<ReadonlyMap<string, number>> {
  const rows = await tx.select({ code: tiers.code, days: tiers.contactEveryDays }).from(tiers).where(own(tiers, actor))
  return new Map(rows.map(({ code, days }) => [code, days]))
}

/** The work calendar in which due days can fall: of contacts a year ago, or after the longest interval. */
export const findClosedDays = (look: Look, today: Day) =>
  findCalendarDays(look, addDays(today, -365), addDays(today, 800))

/** Accounts that others are to be units of: visible, live, with what decides who may edit them. */
export async function findParents({ tx, actor }: Look, ids: readonly string[]) {
  if (ids.length === 0) return []
  return tx
    .select({ id: accounts.id, ownerId: accounts.ownerId, onTeam: isOnTeam(accounts, actor) })
    .from(accounts)
    .where(
      and(
        own(accounts, actor),
        inArray(accounts.id, [...new Set(ids)]),
        live(accounts),
        visibleAccounts(accounts, actor),
      ),
    )
}

/** Whether `accountId` is `parentId` or stands above it: then it cannot become its unit. */
export async function standsAbove({ tx, actor }: Look, accountId: string, parentId: string): Promise<boolean> {
  const rows = await tx.execute<{ id: string }>(sql`
    with recursive above as (
      select a.id, a.parent_id, 1 as depth from accounts a
        where a.workspace_id = ${actor.workspaceId} and a.id = ${parentId}
      union all
      select a.id, a.parent_id, above.depth + 1 from accounts a join above on above.parent_id = a.id
        where a.workspace_id = ${actor.workspaceId} and above.depth < 50
    ) select id from above where id = ${accountId}`)
  return rows.length > 0
}

/** The member's assignments to the account, the latest first. */
export const findAssignments = ({ tx, actor }: Look, accountId: string, memberId: string) =>
  tx
    .select({ id: accountTeam.id, fromDay: accountTeam.fromDay, toDay: accountTeam.toDay })
    .from(accountTeam)
    .where(and(own(accountTeam, actor), eq(accountTeam.accountId, accountId), eq(accountTeam.memberId, memberId)))
    .orderBy(desc(accountTeam.fromDay), desc(accountTeam.id))

/** Whether somebody already said that these two accounts are different ones. */
export async function isSaidToDiffer({ tx, actor }: Look, accountId: string, otherId: string): Promise<boolean> {
  const pair = (a: string, b: string) => and(eq(accountDistinctions.accountId, a), eq(accountDistinctions.otherId, b))
  const rows = await tx
    .select({ id: accountDistinctions.id })
    .from(accountDistinctions)
    .where(and(own(accountDistinctions, actor), or(pair(accountId, otherId), pair(otherId, accountId))))
  return rows.length > 0
}
