import { and, asc, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { accountDistinctions, accounts } from '@/db/schema/accounts'
import { members, tiers } from '@/db/schema/workspace'
import { normaliseBusinessNumber } from '@/lib/kernel/business-number'
import type { Look } from '@/lib/kernel/command'
import { id, optionalId, optionalText } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { normaliseCompanyName } from '@/lib/kernel/name'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { searchIds } from '@/lib/kernel/search'
import { translatorOf } from '@/lib/kernel/translate'
import { isOnTeam, visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { words } from './messages'
import type { AccountName, Twin } from './model'

const names = { id: accounts.id, name: accounts.name, englishName: accounts.englishName }

/** The whole account and whether the actor is on its team now; refuses with `notFound` what the actor may not see. */
export async function findAccount({ tx, actor }: Look, accountId: string) {
  const [row] = await tx
    .select({ account: accounts, onTeam: isOnTeam(accounts, actor) })
    .from(accounts)
    .where(and(ownRow(accounts, actor, accountId), visibleAccounts(accounts, actor)))
  if (!row) throw new Refusal('notFound')
  return { ...row.account, onTeam: row.onTeam }
}
export type FoundAccount = Awaited<ReturnType<typeof findAccount>>

/** The same, locked until the transaction ends, for commands that decide by what it says. */
export async function holdAccount({ tx, actor }: Look, accountId: string): Promise<FoundAccount> {
  const [row] = await tx
    .select({ account: accounts, onTeam: isOnTeam(accounts, actor) })
    .from(accounts)
    .where(and(ownRow(accounts, actor, accountId), visibleAccounts(accounts, actor)))
    .for('update')
  if (!row) throw new Refusal('notFound')
  return { ...row.account, onTeam: row.onTeam }
}

/** Those of the accounts that the actor may see, with whether they are on the team. */
export async function findAccounts({ tx, actor }: Look, ids: readonly string[]): Promise<FoundAccount[]> {
  if (ids.length === 0) return []
  const rows = await tx
    .select({ account: accounts, onTeam: isOnTeam(accounts, actor) })
    .from(accounts)
    .where(and(own(accounts, actor), inArray(accounts.id, [...new Set(ids)]), visibleAccounts(accounts, actor)))
    .orderBy(asc(accounts.id))
  return rows.map(({ account, onTeam }) => ({ ...account, onTeam }))
}

/** Names of accounts for chips and links; what the actor may not see is left out. */
export async function accountsByIds({ tx, actor }: Look, ids: readonly string[]): Promise<AccountName[]> {
  if (ids.length === 0) return []
  return tx
    .select(names)
    .from(accounts)
    .where(and(own(accounts, actor), inArray(accounts.id, [...new Set(ids)]), visibleAccounts(accounts, actor)))
}

const mostFound = 8

/** What a picker offers for what was typed, one's own accounts first; with nothing typed, one's own that are due first. */
export const find = query({
  name: 'accounts.find',
  permission: may.see,
  input: z.strictObject({ q: optionalText(200) }),
  async run(look, { q }) {
    const items = (await findByText(look, q)).map(({ id, name, englishName, city, owner }) => ({
      id,
      title: name,
      subtitle: [englishName, city, owner].filter(Boolean).join(' · '),
      href: `/accounts/${id}`,
    }))
    const label = translatorOf(words, look.actor.locale)('accounts')
    return { groups: items.length > 0 ? [{ label, items }] : [] }
  },
})

async function findByText(look: Look, text: string | null) {
  const { tx, actor } = look
  const base = tx
    .select({ ...names, city: accounts.city, owner: members.name })
    .from(accounts)
    .innerJoin(members, joined(members, actor, accounts.ownerId))
  if (text === null) {
    const mine = and(own(accounts, actor), eq(accounts.ownerId, actor.id), live(accounts))
    return base.where(mine).orderBy(asc(accounts.dueOn), asc(accounts.id)).limit(mostFound)
  }
  const ids = (await searchIds(look, { kinds: ['account'], text, most: 200 })).map((hit) => hit.id)
  if (ids.length === 0) return []
  return base
    .where(and(own(accounts, actor), inArray(accounts.id, ids), live(accounts), visibleAccounts(accounts, actor)))
    .orderBy(sql`(${accounts.ownerId} = ${actor.id}) desc`, sql`length(${accounts.name})`, asc(accounts.id))
    .limit(mostFound)
}

/** Accounts that may be the same as one that is being written down: by 統一編號, or by a name that reads the same. */
export const twins = query({
  name: 'accounts.twins',
  permission: may.see,
  input: z.strictObject({ name: optionalText(200), businessNumber: optionalText(40), except: optionalId }),
  run: (look, { name, businessNumber, except }) =>
    findTwins(look, {
      nameKey: name === null ? null : normaliseCompanyName(name),
      businessNumber: businessNumber === null ? null : normaliseBusinessNumber(businessNumber),
      except,
    }),
})

/** `except` is the account itself, `parentId` its parent: parent, units and sister units share a number by right. */
type Alike = { nameKey: string | null; businessNumber: string | null; except: string | null; parentId?: string | null }

/** Live accounts that look the same and were not said to be different; the same number first. */
export async function findTwins(
  { tx, actor }: Look,
  { nameKey, businessNumber, except, parentId }: Alike,
): Promise<Twin[]> {
  if (!nameKey && !businessNumber) return []
  const sameNumber = businessNumber ? eq(accounts.businessNumber, businessNumber) : undefined
  const sameName = nameKey ? eq(accounts.nameKey, nameKey) : undefined
  const rows = await tx
    .select({ ...names, businessNumber: accounts.businessNumber, city: accounts.city, owner: members.name })
    .from(accounts)
    .innerJoin(members, joined(members, actor, accounts.ownerId))
    .where(
      and(
        own(accounts, actor),
        or(sameNumber, sameName),
        live(accounts),
        visibleAccounts(accounts, actor),
        except ? and(ne(accounts.id, except), notSaidToDiffer(actor.workspaceId, except)) : undefined,
        except ? or(isNull(accounts.parentId), ne(accounts.parentId, except)) : undefined,
        parentId
          ? and(ne(accounts.id, parentId), or(isNull(accounts.parentId), ne(accounts.parentId, parentId)))
          : undefined,
      ),
    )
    .orderBy(asc(accounts.createdAt), asc(accounts.id))
    .limit(5)
  return rows
    .map(
      (row): Twin => ({
        ...row,
        by: businessNumber && row.businessNumber === businessNumber ? 'businessNumber' : 'name',
      }),
    )
    .sort((a, b) => (a.by === b.by ? 0 : a.by === 'businessNumber' ? -1 : 1))
}

const notSaidToDiffer = (workspaceId: string, except: string) =>
  sql`not exists (select from ${accountDistinctions} where ${and(
    eq(accountDistinctions.workspaceId, workspaceId),
    or(
      and(eq(accountDistinctions.accountId, accounts.id), eq(accountDistinctions.otherId, except)),
      and(eq(accountDistinctions.accountId, except), eq(accountDistinctions.otherId, accounts.id)),
    ),
  )})`

const parent = alias(accounts, 'parent')

/** What the head of every page of an account shows: one statement. */
export const header = query({
  name: 'accounts.header',
  permission: may.see,
  input: z.strictObject({ accountId: id }),
  async run(look, { accountId }): Promise<Header> {
    const found = await findHeader(look, accountId)
    if (!found) throw new Refusal('notFound')
    return found
  },
})

/** The same beside a list: an address that names nothing, or nothing that one may see, previews nothing. */
export const peek = query({
  name: 'accounts.peek',
  permission: may.see,
  input: z.strictObject({ accountId: z.string().optional() }),
  run: async (look, { accountId }): Promise<Header | null> =>
    id.safeParse(accountId).success && accountId ? ((await findHeader(look, accountId)) ?? null) : null,
})

export type Header = NonNullable<Awaited<ReturnType<typeof findHeader>>>

async function findHeader({ tx, actor }: Look, accountId: string) {
  const [row] = await tx
    .select({
      account: accounts,
      owner: members.name,
      everyDays: sql<number>`coalesce(${tiers.contactEveryDays}, 90)`,
      parentName: parent.name,
      onTeam: isOnTeam(accounts, actor),
      team: sql<{ id: string; name: string; role: string }[]>`coalesce((
          select json_agg(json_build_object('id', m.id, 'name', m.name, 'role', t.role) order by t.id)
          from account_team t join members m on m.workspace_id = ${actor.workspaceId} and m.id = t.member_id
          where t.workspace_id = ${actor.workspaceId} and t.account_id = ${accounts.id}
            and (t.to_day is null or t.to_day > (now() at time zone 'Asia/Taipei')::date)), '[]')`,
    })
    .from(accounts)
    .innerJoin(members, joined(members, actor, accounts.ownerId))
    .leftJoin(tiers, and(own(tiers, actor), eq(tiers.code, accounts.tier)))
    .leftJoin(parent, and(own(parent, actor), eq(parent.id, accounts.parentId), visibleAccounts(parent, actor)))
    .where(and(ownRow(accounts, actor, accountId), visibleAccounts(accounts, actor)))
  return row ?? null
}
