import { and, asc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import { accountAddresses, accounts } from '@/db/schema/accounts'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { mayEditAccount } from '@/lib/kernel/rights'
import { isOnTeam, visibleAccounts } from '@/lib/kernel/visibility'
import { findExternalIds } from '@/lib/modules/workspace/queries-external-ids'
import { findByExternalIds } from '@/lib/modules/workspace/queries-intake'
import { type AccountKeys, accountIntakeFields, type KnownAccount, officeFields } from './model-intake'
import { mayPassOn } from './rules'

type Row = typeof accounts.$inferSelect

/** Live accounts that rows of a file may mean: by id, number of another system, 統一編號 or name. */
export async function findKnownAccounts(look: Look, keys: AccountKeys): Promise<KnownAccount[]> {
  const { tx, actor } = look
  const numbered = await findByExternalIds(look, 'account', keys.externalIds)
  const ids = [...new Set([...keys.ids, ...numbered.map((each) => each.subjectId)])]
  const conditions = [
    anyOf(accounts.id, ids),
    anyOf(accounts.businessNumber, keys.businessNumbers),
    anyOf(accounts.nameKey, keys.nameKeys),
  ].filter((each): each is SQL => each !== undefined)
  if (conditions.length === 0) return []
  const visible = visibleAccounts(accounts, actor) ?? sql`true`
  const rows = await tx
    .select({
      account: accounts,
      onTeam: isOnTeam(accounts, actor),
      visible: sql<boolean>`coalesce(${visible}, false)`,
    })
    .from(accounts)
    .where(and(own(accounts, actor), live(accounts), or(...conditions)))
    .orderBy(asc(accounts.id))
  const found = rows.map(({ account }) => account.id)
  const offices = await findOffices(look, found)
  const external = groupedBy(await findExternalIds(look, 'account', found), (each) => each.subjectId)
  const above = await findAbove(
    look,
    rows.flatMap(({ account }) => (account.parentId ? [account.id] : [])),
  )
  return rows.map(({ account, onTeam, visible }) => ({
    id: account.id,
    visible,
    mayEdit: visible && mayEditAccount(actor, { ownerId: account.ownerId, onTeam }),
    mayPassOn: visible && mayPassOn(actor, account),
    nameKey: account.nameKey,
    values: valuesOf(account),
    office: officeOf(offices.get(account.id)),
    externalIds: (external.get(account.id) ?? []).map(({ source, value }) => ({ source, value })),
    above: above.get(account.id) ?? [],
  }))
}

const anyOf = (
  column: typeof accounts.id | typeof accounts.businessNumber | typeof accounts.nameKey,
  values: readonly string[],
) => (values.length > 0 ? inArray(column, [...new Set(values)]) : undefined)

const valuesOf = (row: Row): KnownAccount['values'] =>
  Object.fromEntries(accountIntakeFields.map((field) => [field, row[field] ?? undefined]))

type Address = typeof accountAddresses.$inferSelect

/** The first live office address of each account: the one that a file's address columns mean. */
export async function findOffices({ tx, actor }: Look, accountIds: readonly string[]): Promise<Map<string, Address>> {
  if (accountIds.length === 0) return new Map()
  const rows = await tx
    .select()
    .from(accountAddresses)
    .where(
      and(
        own(accountAddresses, actor),
        inArray(accountAddresses.accountId, [...accountIds]),
        eq(accountAddresses.kind, 'office'),
        live(accountAddresses),
      ),
    )
    .orderBy(asc(accountAddresses.createdAt), asc(accountAddresses.id))
  const first = new Map<string, Address>()
  for (const row of rows) if (!first.has(row.accountId)) first.set(row.accountId, row)
  return first
}

const officeOf = (row: Address | undefined): KnownAccount['office'] =>
  row ? Object.fromEntries(officeFields.map((field) => [field, row[field]])) : null

/** The accounts above each of these, up to fifty levels. */
async function findAbove({ tx, actor }: Look, ids: readonly string[]): Promise<Map<string, string[]>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.execute<{ start: string; id: string }>(sql`
    with recursive above as (
      select a.id as start, a.parent_id as id, 1 as depth from accounts a
        where a.workspace_id = ${actor.workspaceId} and ${inArray(sql`a.id`, [...ids])} and a.parent_id is not null
      union all
      select above.start, a.parent_id, above.depth + 1 from accounts a join above on above.id = a.id
        where a.workspace_id = ${actor.workspaceId} and a.parent_id is not null and above.depth < 50
    ) select start, id from above`)
  const found = new Map<string, string[]>()
  for (const { start, id } of rows) found.set(start, [...(found.get(start) ?? []), id])
  return found
}

function groupedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}
