import { and, eq, inArray, isNull, or, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { accountAddresses, accountNotes, accounts, accountTeam } from '@/db/schema/accounts'
import { rowChanges } from '@/db/schema/audit'
import { externalIds } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { changesOf, findChanges, type HistoryPage } from '@/lib/kernel/history'
import { id, optionalId } from '@/lib/kernel/input'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { type AccountField, accountFields } from './model'
import { findAccount } from './queries'
import { maySeeNotes, no } from './rules'
import { entriesOf, type HistoryEntry, type RawChange, referencesIn } from './rules-history'

/** What happened to an account and what belongs to it, newest first: who, when, which field, from what to what. */
export const history = query({
  name: 'accounts.history',
  permission: may.see,
  input: z.strictObject({ accountId: id, before: optionalId }),
  async run(look, { accountId, before }): Promise<{ entries: HistoryEntry[]; older: string | null }> {
    const account = await findAccount(look, accountId)
    const { changes, older } = await findAccountChanges(look, accountId, before, maySeeNotes(look.actor, account))
    const names = await findReferences(look, referencesIn(changes))
    return { entries: entriesOf(changes, names), older }
  },
})

async function findAccountChanges(look: Look, accountId: string, before: string | null, withNotes: boolean) {
  const parts = await findParts(look, accountId, withNotes)
  const ofAccount = and(
    changesOf('accounts', [accountId]),
    or(isNull(rowChanges.before), sql`${rowChanges.after} ?| ${shownKeys}::text[]`),
  )
  const ofParts = Object.entries(parts).flatMap(([table, ids]) => (ids.length > 0 ? changesOf(table, ids) : []))
  return (await findChanges(look, or(ofAccount, ...ofParts), before)) as HistoryPage<RawChange['table']>
}

const shownKeys = `{${[...accountFields, 'archivedAt'].join(',')}}`

/** The rows that belong to the account, by table: their changes are part of its history. */
async function findParts({ tx, actor }: Look, accountId: string, withNotes: boolean) {
  const part = (table: string) => sql<string>`${table}::text`.as('part')
  const rows = await unionAll(
    tx
      .select({ part: part('account_addresses'), id: accountAddresses.id })
      .from(accountAddresses)
      .where(and(own(accountAddresses, actor), eq(accountAddresses.accountId, accountId))),
    tx
      .select({ part: part('account_team'), id: accountTeam.id })
      .from(accountTeam)
      .where(and(own(accountTeam, actor), eq(accountTeam.accountId, accountId))),
    tx
      .select({ part: part('external_ids'), id: externalIds.id })
      .from(externalIds)
      .where(and(own(externalIds, actor), eq(externalIds.kind, 'account'), eq(externalIds.subjectId, accountId))),
    tx
      .select({ part: part('account_notes'), id: accountNotes.id })
      .from(accountNotes)
      .where(and(own(accountNotes, actor), eq(accountNotes.accountId, accountId), withNotes ? undefined : sql`false`)),
  )
  const parts: Record<string, string[]> = {}
  for (const row of rows) parts[row.part] = [...(parts[row.part] ?? []), row.id]
  return parts
}

/** Names of the members and accounts that changes refer to; of accounts only those that the actor may see. */
async function findReferences(look: Look, ids: { members: readonly string[]; accounts: readonly string[] }) {
  const { tx, actor } = look
  const memberNames = await findNamesOfMembers(look, ids.members)
  const accountNames =
    ids.accounts.length === 0
      ? []
      : await tx
          .select({ id: accounts.id, name: accounts.name })
          .from(accounts)
          .where(and(own(accounts, actor), inArray(accounts.id, [...ids.accounts]), visibleAccounts(accounts, actor)))
  return new Map([...memberNames, ...accountNames.map(({ id, name }) => [id, name] as const)])
}

/** What a field was before one change of the account's history. */
export async function findValueBefore(
  look: Look,
  accountId: string,
  changeId: string,
  field: AccountField,
): Promise<unknown> {
  const [change] = await look.tx
    .select({ before: rowChanges.before })
    .from(rowChanges)
    .where(
      and(ownRow(rowChanges, look.actor, changeId), eq(rowChanges.table, 'accounts'), eq(rowChanges.rowId, accountId)),
    )
  const before = change?.before as Record<string, unknown> | null | undefined
  if (!before || !(field in before)) throw no('changeUnknown')
  return before[field]
}
