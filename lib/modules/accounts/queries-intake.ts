import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import { accountAddresses, accounts } from '@/db/schema/accounts'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { mayEditAccount } from '@/lib/kernel/rights'
import { wantedKey, wantedKeys } from '@/lib/kernel/values'
import { isOnTeam, visibleAccounts } from '@/lib/kernel/visibility'
import { findByExternalIds, findNumbersOf } from '@/lib/modules/workspace/queries-intake'
import { type AccountKeys, accountIntakeFields, type KnownAccount, officeFields } from './model-intake'
import { mayPassOn } from './rules'

type Row = typeof accounts.$inferSelect

/** Namesakes beyond these are not told apart anyway. */
const mostAlike = 20

/** Live accounts that rows of a file may mean: by id, number of another system, 統一編號 or name. */
export async function findKnownAccounts(look: Look, keys: AccountKeys): Promise<KnownAccount[]> {
  const { actor } = look
  const numbered = await findByExternalIds(look, 'account', keys.externalIds)
  const ids = [...keys.ids, ...numbered.map((each) => each.subjectId)]
  const found = await Promise.all([
    findBy(look, accounts.id, ids, 'uuid'),
    findBy(look, accounts.businessNumber, keys.businessNumbers, 'text'),
    findBy(look, accounts.nameKey, keys.nameKeys, 'text'),
  ])
  const rows = [...new Map(found.flat().map((row) => [row.id, row])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const known = rows.map((row) => row.id)
  const [offices, numbers, above] = await Promise.all([
    findOffices(look, known),
    findNumbersOf(look, 'account', known),
    findAbove(
      look,
      rows.flatMap((row) => (row.parentId ? [row.id] : [])),
    ),
  ])
  return rows.map(({ onTeam, visible, ...account }) => ({
    id: account.id,
    visible,
    mayEdit: visible && mayEditAccount(actor, { ownerId: account.ownerId, onTeam }),
    mayPassOn: visible && mayPassOn(actor, account),
    nameKey: account.nameKey,
    values: valuesOf(account),
    office: officeOf(offices.get(account.id)),
    externalIds: numbers.get(account.id) ?? [],
    above: above.get(account.id) ?? [],
  }))
}

type Key = typeof accounts.id | typeof accounts.businessNumber | typeof accounts.nameKey

async function findBy({ tx, actor }: Look, key: Key, values: readonly string[], kind: 'uuid' | 'text') {
  if (values.length === 0) return []
  const visible = visibleAccounts(accounts, actor) ?? sql`true`
  const found = tx
    .select({
      ...getTableColumns(accounts),
      onTeam: sql<boolean>`${isOnTeam(accounts, actor)}`.as('on_team'),
      visible: sql<boolean>`coalesce(${visible}, false)`.as('visible'),
    })
    .from(accounts)
    .where(and(own(accounts, actor), live(accounts), eq(key, wantedKey)))
    .limit(mostAlike)
    .as('found')
  return (await tx.select().from(wantedKeys(values, kind)).crossJoinLateral(found)).map((row) => row.found)
}

const valuesOf = (row: Row): KnownAccount['values'] =>
  Object.fromEntries(accountIntakeFields.map((field) => [field, row[field] ?? undefined]))

type Address = typeof accountAddresses.$inferSelect

/** The first live office address of each account: the one that a file's address columns mean. */
export async function findOffices({ tx, actor }: Look, accountIds: readonly string[]): Promise<Map<string, Address>> {
  if (accountIds.length === 0) return new Map()
  const first = tx
    .select()
    .from(accountAddresses)
    .where(
      and(
        own(accountAddresses, actor),
        eq(accountAddresses.accountId, wantedKey),
        eq(accountAddresses.kind, 'office'),
        live(accountAddresses),
      ),
    )
    .orderBy(asc(accountAddresses.createdAt), asc(accountAddresses.id))
    .limit(1)
    .as('found')
  const rows = await tx.select().from(wantedKeys(accountIds, 'uuid')).crossJoinLateral(first)
  return new Map(rows.map(({ found }) => [found.accountId, found]))
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
