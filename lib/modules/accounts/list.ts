import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { byStroke } from '@/db/columns'
import { accounts } from '@/db/schema/accounts'
import { members, tiers } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { type ListFrame, type ListRequest, listFrame, listInput, listSpec, live, pageSize } from '@/lib/kernel/list'
import { type ListPage, type PackedPage, packed } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { tierCodes } from '@/lib/modules/workspace/model'
import { may } from './manifest'
import { accountKinds, accountStatuses } from './model'

const optionalText = { kind: 'text', filter: true } as const

/** The list of accounts: each column once. `name` sorts by code point, `stroke` shows the same by strokes. */
export const accountList = listSpec({
  name: 'accounts',
  id: accounts.id,
  columns: {
    name: { kind: 'text', from: accounts.name, sort: true },
    stroke: { kind: 'text', from: byStroke(accounts.name), sort: true, shown: false },
    kind: { kind: 'choice', from: accounts.kind, filter: true, choices: accountKinds },
    tier: { kind: 'choice', from: accounts.tier, sort: true, filter: true, choices: tierCodes },
    status: { kind: 'choice', from: accounts.status, filter: true, choices: accountStatuses },
    owner: { kind: 'choice', from: accounts.ownerId, filter: true, reference: true },
    dueOn: { kind: 'day', from: accounts.dueOn, sort: true, filter: true },
    lastContact: { kind: 'moment', from: accounts.lastContactAt, filter: true },
    city: { ...optionalText, from: accounts.city },
    industry: { ...optionalText, from: accounts.industry },
    englishName: { kind: 'text', from: accounts.englishName, shown: false },
    segment: { ...optionalText, from: accounts.segment, shown: false },
    country: { ...optionalText, from: accounts.country, shown: false },
    region: { ...optionalText, from: accounts.region, shown: false },
    phone: { kind: 'text', from: accounts.phone, shown: false },
    businessNumber: { ...optionalText, from: accounts.businessNumber, shown: false },
    createdAt: { kind: 'moment', from: accounts.createdAt, sort: true, filter: true, shown: false },
    parent: { kind: 'choice', from: accounts.parentId, filter: true, reference: true, shown: false },
    archived: { kind: 'flag', from: sql`(${accounts.archivedAt} is not null)`, filter: true, shown: false },
  },
  firstSort: 'name',
  search: 'account',
  owner: 'owner',
})

/** One row of the list: plain values, named like its columns. */
export type AccountRow = {
  id: string
  name: string
  kind: string
  tier: string
  status: string
  ownerId: string
  owner: string
  dueOn: string
  /** How often its tier wants contact, in days. */
  everyDays: number
  nextPlannedAt: string | null
  lastContact: string | null
  city: string | null
  industry: string | null
  englishName: string | null
  segment: string | null
  country: string | null
  region: string | null
  phone: string | null
  businessNumber: string | null
  createdAt: string
  restricted: boolean
}

/** A row as its table gets it: what names and marks it, and the columns on screen. */
export type DrawnRow = Pick<AccountRow, (typeof always)[number]> & Partial<AccountRow>
const always = ['id', 'name', 'ownerId', 'owner', 'everyDays', 'nextPlannedAt', 'restricted'] as const

/** The page with only what is drawn of its rows: what is not on screen does not travel. */
export function drawn(page: ListPage<AccountRow>, wanted: string | undefined): PackedPage<DrawnRow> {
  const columns = Object.entries(accountList.columns)
  const shown = wanted?.split(',') ?? columns.flatMap(([name, column]) => ('shown' in column ? [] : [name]))
  const names = new Set<string>([...always, ...shown])
  const part = (row: AccountRow) =>
    Object.fromEntries(Object.entries(row).filter(([name, value]) => value !== null && names.has(name))) as DrawnRow
  return packed({ ...page, rows: page.rows.map(part) })
}

/** The accounts that one may see, a page at a time: one statement, and one more before it when something is searched. */
export const list = query({
  name: 'accounts.list',
  permission: may.see,
  input: listInput(accountList),
  run: (look, request) => accountPage(look, request),
})

const iso = (column: typeof accounts.createdAt) =>
  sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`
const optionalIso = (column: typeof accounts.lastContactAt | typeof accounts.nextPlannedAt) =>
  sql<string | null>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

/** A page of `size` rows; exports walk the same list in larger steps. */
export async function accountPage(look: Look, request: ListRequest, size = pageSize): Promise<ListPage<AccountRow>> {
  const frame = await listFrame(look, accountList, isArchived(request) ? { ...request, query: '' } : request, size)
  if (frame.matchesNothing) return frame.empty()
  return { ...frame.page(await accountRows(look, request, frame)), query: request.query }
}

const isArchived = ({ filters }: ListRequest) =>
  filters.some(({ column, values }) => column === 'archived' && values[0] === 'true')

/** The statement of a page. */
export const accountRows = ({ tx, actor }: Look, request: ListRequest, frame: ListFrame) =>
  tx
    .select({
      id: accounts.id,
      name: accounts.name,
      kind: accounts.kind,
      tier: accounts.tier,
      status: accounts.status,
      ownerId: accounts.ownerId,
      owner: members.name,
      dueOn: accounts.dueOn,
      everyDays: sql<number>`coalesce(${tiers.contactEveryDays}, 90)`,
      nextPlannedAt: optionalIso(accounts.nextPlannedAt),
      lastContact: optionalIso(accounts.lastContactAt),
      city: accounts.city,
      industry: accounts.industry,
      englishName: accounts.englishName,
      segment: accounts.segment,
      country: accounts.country,
      region: accounts.region,
      phone: accounts.phone,
      businessNumber: accounts.businessNumber,
      createdAt: iso(accounts.createdAt),
      restricted: accounts.restricted,
      sortKey: frame.sortKey,
    })
    .from(accounts)
    .innerJoin(members, joined(members, actor, accounts.ownerId))
    .leftJoin(tiers, and(own(tiers, actor), eq(tiers.code, accounts.tier)))
    .where(
      and(
        own(accounts, actor),
        visibleAccounts(accounts, actor),
        isArchived(request) ? and(isNotNull(accounts.archivedAt), archivedNamed(request.query)) : live(accounts),
        frame.where,
      ),
    )
    .orderBy(...frame.orderBy)
    .limit(frame.limit)

/** Archived accounts are out of the search, so they are looked for by name among themselves. */
const archivedNamed = (text: string) =>
  text === ''
    ? undefined
    : sql`strpos(lower(${accounts.name} || ' ' || coalesce(${accounts.englishName}, '')), lower(${text})) > 0`
