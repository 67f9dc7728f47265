import { and, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { needs } from '@/db/schema/needs'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { type ListRequest, listFrame, listInput, listSpec, live, pageSize } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { type Holder, holders, type NeedKind, type NeedState, needKinds, needStates } from './model'
import { readableNeeds } from './queries-held'

/** One need in the list, named like its columns. */
export type NeedRow = {
  id: string
  title: string
  account: string
  accountId: string
  holder: Holder
  kind: NeedKind
  state: NeedState
  singleSource: boolean
  sources: number
  importance: number | null
  owner: string
  ownerId: string
  heardOn: string
  answerDueOn: string | null
  owed: boolean
  answeredOn: string | null
  confidential: boolean
}

export const needList = listSpec({
  name: 'needs',
  id: needs.id,
  search: 'need',
  firstSort: '-heardOn',
  columns: {
    title: { kind: 'text', from: needs.title, sort: true },
    account: { kind: 'choice', from: needs.accountId, reference: true, filter: true },
    state: { kind: 'choice', from: needs.state, filter: true, choices: needStates },
    singleSource: { kind: 'flag', from: sql`(not ${needs.triangulated})`, filter: true },
    sources: { kind: 'number', from: needs.sourceCount, shown: false },
    importance: { kind: 'number', from: needs.importance },
    owner: { kind: 'choice', from: needs.ownerId, reference: true, filter: true },
    heardOn: { kind: 'day', from: needs.heardOn, sort: true, filter: true },
    answerDueOn: { kind: 'day', from: needs.answerDueOn, filter: true },
    owed: { kind: 'flag', from: sql`(${needs.answerDueOn} is not null)`, filter: true, shown: false },
    answeredOn: { kind: 'day', from: needs.answeredOn, filter: true, shown: false },
    holder: { kind: 'choice', from: needs.holder, filter: true, choices: holders },
    kind: { kind: 'choice', from: needs.kind, filter: true, choices: needKinds, shown: false },
    confidential: { kind: 'flag', from: needs.confidential, filter: true, shown: false },
  },
})

/** The needs that the actor may read, latest first. */
export const list = query({
  name: 'needs.list',
  permission: may.see,
  input: listInput(needList),
  run: (look, request) => needPage(look, request),
})

/** A page of `size` rows; exports walk the same list in larger steps. */
export async function needPage(look: Look, request: ListRequest, size = pageSize): Promise<ListPage<NeedRow>> {
  const { tx, actor } = look
  const frame = await listFrame(look, needList, request, size)
  if (frame.matchesNothing) return frame.empty()
  const rows = await tx
    .select({
      id: needs.id,
      title: needs.title,
      account: accounts.name,
      accountId: needs.accountId,
      holder: needs.holder,
      kind: needs.kind,
      state: needs.state,
      triangulated: needs.triangulated,
      sources: needs.sourceCount,
      importance: needs.importance,
      owner: members.name,
      ownerId: needs.ownerId,
      heardOn: needs.heardOn,
      answerDueOn: needs.answerDueOn,
      answeredOn: needs.answeredOn,
      confidential: needs.confidential,
      sortKey: frame.sortKey,
    })
    .from(needs)
    .innerJoin(accounts, joined(accounts, actor, needs.accountId))
    .innerJoin(members, joined(members, actor, needs.ownerId))
    .where(and(own(needs, actor), live(needs), readableNeeds(actor), frame.where))
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  return frame.page(
    rows.map(({ triangulated, ...row }) => ({
      ...row,
      holder: row.holder as Holder,
      kind: row.kind as NeedKind,
      state: row.state as NeedState,
      singleSource: !triangulated,
      owed: row.answerDueOn !== null,
    })),
  )
}
