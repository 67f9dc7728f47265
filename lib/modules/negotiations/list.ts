import { and } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { negotiations } from '@/db/schema/negotiations'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { type ListRequest, listFrame, listInput, listSpec, live, pageSize } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import {
  type Direction,
  deadlineOf,
  directions,
  type NegotiationKind,
  negotiationKinds,
  type Path,
  paths,
  results,
  type TalkResult,
} from './model'
import { type NegotiationState, negotiationStates } from './model-states'

/** One negotiation in the list, named like its columns. */
export type NegotiationRow = {
  id: string
  title: string
  account: string
  accountId: string
  state: NegotiationState
  path: Path
  direction: Direction
  kind: NegotiationKind
  owner: string
  ownerId: string
  expectedValue: string | null
  currency: string
  deadlineOn: string | null
  startedOn: string
  changedAt: string
  result: TalkResult | null
}

export const negotiationList = listSpec({
  name: 'negotiations',
  id: negotiations.id,
  search: 'negotiation',
  firstSort: '-changedAt',
  columns: {
    title: { kind: 'text', from: negotiations.title },
    account: { kind: 'choice', from: negotiations.accountId, reference: true, filter: true },
    state: { kind: 'choice', from: negotiations.state, filter: true, choices: negotiationStates },
    path: { kind: 'choice', from: negotiations.path, filter: true, choices: paths },
    direction: { kind: 'choice', from: negotiations.direction, filter: true, choices: directions },
    kind: { kind: 'choice', from: negotiations.kind, filter: true, choices: negotiationKinds },
    owner: { kind: 'choice', from: negotiations.ownerId, reference: true, filter: true },
    deadlineOn: { kind: 'day', from: negotiations.deadlineOn, sort: true, filter: true },
    expectedValue: { kind: 'number', from: negotiations.expectedValue, shown: false },
    currency: { kind: 'text', from: negotiations.currency, shown: false },
    result: { kind: 'choice', from: negotiations.result, filter: true, choices: results, shown: false },
    startedOn: { kind: 'day', from: negotiations.startedOn, sort: true, filter: true, shown: false },
    changedAt: { kind: 'moment', from: negotiations.changedAt, sort: true },
  },
})

/** The negotiations with accounts that the actor may see, the latest change first. */
export const list = query({
  name: 'negotiations.list',
  permission: may.see,
  input: listInput(negotiationList),
  run: (look, request) => negotiationPage(look, request),
})

/** A page of `size` rows; exports walk the same list in larger steps. */
export async function negotiationPage(
  look: Look,
  request: ListRequest,
  size = pageSize,
): Promise<ListPage<NegotiationRow>> {
  const { tx, actor } = look
  const frame = await listFrame(look, negotiationList, request, size)
  if (frame.matchesNothing) return frame.empty()
  const rows = await tx
    .select({
      id: negotiations.id,
      title: negotiations.title,
      account: accounts.name,
      accountId: negotiations.accountId,
      state: negotiations.state,
      path: negotiations.path,
      direction: negotiations.direction,
      kind: negotiations.kind,
      owner: members.name,
      ownerId: negotiations.ownerId,
      expectedValue: negotiations.expectedValue,
      currency: negotiations.currency,
      deadlineOn: negotiations.deadlineOn,
      startedOn: negotiations.startedOn,
      changedAt: negotiations.changedAt,
      result: negotiations.result,
      sortKey: frame.sortKey,
    })
    .from(negotiations)
    .innerJoin(accounts, joined(accounts, actor, negotiations.accountId))
    .innerJoin(members, joined(members, actor, negotiations.ownerId))
    .where(and(own(negotiations, actor), live(negotiations), visibleAccounts(accounts, actor), frame.where))
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  return frame.page(
    rows.map((row) => ({
      ...row,
      state: row.state as NegotiationState,
      path: row.path as Path,
      direction: row.direction as Direction,
      kind: row.kind as NegotiationKind,
      expectedValue: row.expectedValue && plain(row.expectedValue),
      deadlineOn: deadlineOf(row.deadlineOn),
      changedAt: row.changedAt.toISOString(),
      result: row.result as TalkResult | null,
    })),
  )
}
