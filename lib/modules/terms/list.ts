import { and, desc, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { approvalRuns } from '@/db/schema/approvals'
import { termSheets, termTimeline, termVersions } from '@/db/schema/terms'
import { members } from '@/db/schema/workspace'
import type { Actor } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { type ListRequest, listFrame, listInput, listSpec, live, pageSize } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { searchIds } from '@/lib/kernel/search'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { openEnd, type SheetState, scopes, sheetStates } from './model'
import { directions } from './model-catalogue'
import { findStates, subjectKind } from './queries-state'

/** The list of term sheets: each column once. The state follows from approvals and calendar, so it is filtered apart. */
export const sheetList = listSpec({
  name: 'term-sheets',
  id: termSheets.id,
  columns: {
    account: { kind: 'text', from: accounts.name },
    direction: { kind: 'choice', from: termSheets.direction, filter: true, choices: directions },
    scope: { kind: 'choice', from: termSheets.scope, filter: true, choices: scopes, shown: false },
    state: { kind: 'choice', from: termVersions.id, filter: true, choices: sheetStates },
    departures: { kind: 'number', from: termSheets.departures, sort: true, filter: true },
    unconditional: { kind: 'number', from: termSheets.unconditional, filter: true },
    yearlyCost: { kind: 'number', from: termSheets.yearlyCost, sort: true, filter: true },
    endsOn: { kind: 'day', from: termSheets.endsOn, sort: true, filter: true },
    number: { kind: 'number', from: termVersions.number },
    owner: { kind: 'choice', from: accounts.ownerId, filter: true, reference: true },
    segment: { kind: 'text', from: accounts.segment, filter: true, shown: false },
    changedAt: { kind: 'moment', from: termSheets.changedAt, sort: true, filter: true, shown: false },
  },
  firstSort: '-yearlyCost',
})

/** One row of the list: plain values, named like its columns. */
export type SheetRow = {
  id: string
  accountId: string
  account: string
  versionId: string
  direction: string
  scope: string
  scopeName: string
  state: SheetState
  departures: number
  unconditional: number
  yearlyCost: string
  currency: string
  /** Null when the end is open. */
  endsOn: Day | null
  number: number
  ownerId: string
  owner: string
  segment: string | null
  changedAt: string
}

/** The sheets of accounts that one may see, a page at a time. */
export const list = query({
  name: 'terms.list',
  permission: may.see,
  input: listInput(sheetList),
  run: (look, request) => sheetPage(look, request),
})

const mostFound = 1000

/** A page of `size` rows; exports walk the same list in larger steps. */
export async function sheetPage(look: Look, request: ListRequest, size = pageSize): Promise<ListPage<SheetRow>> {
  const { tx, actor, now } = look
  const states = request.filters.find(({ column }) => column === 'state')?.values
  const rest = request.filters.filter(({ column }) => column !== 'state')
  const frame = await listFrame(look, sheetList, { ...request, query: '', filters: rest }, size)
  const found =
    request.query === '' ? null : await searchIds(look, { kinds: ['account'], text: request.query, most: mostFound })
  const today = dayOf(now, actor.timeZone)
  const rows = await tx
    .select({
      id: termSheets.id,
      accountId: accounts.id,
      account: accounts.name,
      versionId: termVersions.id,
      direction: termSheets.direction,
      scope: termSheets.scope,
      scopeName: termSheets.scopeName,
      departures: termSheets.departures,
      unconditional: termSheets.unconditional,
      yearlyCost: termSheets.yearlyCost,
      currency: termSheets.currency,
      endsOn: termSheets.endsOn,
      number: termVersions.number,
      ownerId: accounts.ownerId,
      owner: members.name,
      segment: accounts.segment,
      changedAt: sql<string>`to_char(${termSheets.changedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      contentHash: termVersions.contentHash,
      recordedAt: termVersions.recordedAt,
      sortKey: frame.sortKey,
    })
    .from(termSheets)
    .innerJoin(accounts, joined(accounts, actor, termSheets.accountId))
    .innerJoin(members, joined(members, actor, accounts.ownerId))
    .innerJoin(termVersions, joined(termVersions, actor, termSheets.latestId))
    .where(
      and(
        own(termSheets, actor),
        live(termSheets),
        visibleAccounts(accounts, actor),
        found
          ? inArray(termSheets.accountId, found.length > 0 ? found.map(({ id }) => id) : [actor.workspaceId])
          : undefined,
        states ? inArray(stateSql(actor, today), [...states]) : undefined,
        frame.where,
      ),
    )
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  const standing = await findStates(
    look,
    rows.map((row) => ({ ...row, id: row.versionId, sheetId: row.id })),
  )
  const page = frame.page(
    rows.map(({ contentHash: _, recordedAt: __, ...row }) => ({
      ...row,
      yearlyCost: plain(row.yearlyCost),
      endsOn: row.endsOn === openEnd ? null : row.endsOn,
      state: standing.get(row.versionId)?.state ?? ('draft' as const),
    })),
  )
  return { ...page, query: request.query, filters: request.filters, narrowed: (found?.length ?? 0) >= mostFound }
}

/** The state of a sheet's latest version, by the same law as `stateOf`, for filtering. */
function stateSql(actor: Actor, today: Day): SQL<string> {
  const stretch = (also: SQL) =>
    sql`exists (select from ${termTimeline} where ${and(
      eq(termTimeline.workspaceId, actor.workspaceId),
      eq(termTimeline.versionId, termVersions.id),
      also,
    )})`
  const now = sql`${termTimeline.fromDay} <= ${today} and (${termTimeline.untilDay} is null or ${termTimeline.untilDay} > ${today})`
  const last = sql`(select max(${termTimeline.untilDay}) from ${termTimeline} where ${and(
    eq(termTimeline.workspaceId, actor.workspaceId),
    eq(termTimeline.versionId, termVersions.id),
  )})`
  const followed = sql`exists (select from ${termTimeline} where ${and(
    eq(termTimeline.workspaceId, actor.workspaceId),
    eq(termTimeline.sheetId, termSheets.id),
    sql`${termTimeline.fromDay} = ${last}`,
  )})`
  const run = sql`(select case when ${approvalRuns.contentHash} = ${termVersions.contentHash} then ${approvalRuns.state} end
    from ${approvalRuns} where ${and(
      eq(approvalRuns.workspaceId, actor.workspaceId),
      eq(approvalRuns.subjectKind, subjectKind),
      eq(approvalRuns.subjectId, termVersions.id),
    )} order by ${desc(approvalRuns.id)} limit 1)`
  return sql<string>`case
    when ${termVersions.recordedAt} is null then
      case ${run} when 'pending' then 'proposed' when 'approved' then 'internallyApproved' else 'draft' end
    when ${stretch(now)} then 'inForce'
    when ${stretch(sql`${termTimeline.fromDay} > ${today}`)} then 'customerConfirmed'
    when not ${stretch(sql`true`)} or ${followed} then 'superseded'
    else 'ended' end`
}
