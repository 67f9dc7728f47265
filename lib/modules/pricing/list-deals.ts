import { and } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { dealChecks } from '@/db/schema/pricing'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { type ListRequest, listFrame, listInput, listSpec, live, pageSize } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { isApproved, type RunState } from '@/lib/modules/approvals/model'
import { findRuns } from '@/lib/modules/approvals/queries'
import { may } from './manifest'
import { ofKnownTerms } from './queries-held'

export type DealRow = {
  id: string
  title: string
  accountId: string
  account: string
  day: Day
  currency: string
  total: string
  discountPct: string
  author: string
  /** Of the consent; `none` while nobody was asked. */
  state: RunState | 'none'
  createdAt: string
}

export const dealList = listSpec({
  name: 'deal-checks',
  id: dealChecks.id,
  search: 'dealCheck',
  firstSort: '-createdAt',
  columns: {
    title: { kind: 'text', from: dealChecks.title },
    account: { kind: 'choice', from: dealChecks.accountId, filter: true, reference: true },
    day: { kind: 'day', from: dealChecks.day, sort: true, filter: true },
    total: { kind: 'number', from: dealChecks.total, filter: true },
    discountPct: { kind: 'number', from: dealChecks.discountPct, filter: true },
    state: { kind: 'choice', from: dealChecks.title },
    author: { kind: 'choice', from: dealChecks.authorId, filter: true, reference: true },
    createdAt: { kind: 'moment', from: dealChecks.createdAt, sort: true, filter: true, shown: false },
  },
})

/** Checked deals of clients whose prices the actor may know; no margin is among the columns. */
export const dealChecksList = query({
  name: 'pricing.dealChecks',
  permission: may.see,
  input: listInput(dealList),
  run: (look, request) => dealPage(look, request),
})

/** A page of `size` rows; exports walk the same list in larger steps. */
export async function dealPage(look: Look, request: ListRequest, size = pageSize): Promise<ListPage<DealRow>> {
  const frame = await listFrame(look, dealList, request, size)
  if (frame.matchesNothing) return frame.empty()
  const { tx, actor } = look
  const rows = await tx
    .select({
      id: dealChecks.id,
      title: dealChecks.title,
      accountId: dealChecks.accountId,
      account: accounts.name,
      day: dealChecks.day,
      currency: dealChecks.currency,
      total: dealChecks.total,
      discountPct: dealChecks.discountPct,
      contentHash: dealChecks.contentHash,
      author: members.name,
      createdAt: dealChecks.createdAt,
      sortKey: frame.sortKey,
    })
    .from(dealChecks)
    .innerJoin(accounts, joined(accounts, actor, dealChecks.accountId))
    .innerJoin(members, joined(members, actor, dealChecks.authorId))
    .where(and(own(dealChecks, actor), live(dealChecks), ofKnownTerms(dealChecks.accountId, actor), frame.where))
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  const runs = await findRuns(
    look,
    'dealCheck',
    rows.map(({ id }) => id),
  )
  return frame.page(
    rows.map(({ contentHash, ...row }) => {
      const run = runs.get(row.id)
      const state: DealRow['state'] =
        run?.state === 'approved' && !isApproved(run, contentHash) ? 'none' : (run?.state ?? 'none')
      return {
        ...row,
        total: plain(row.total),
        discountPct: plain(row.discountPct ?? '0'),
        state,
        createdAt: row.createdAt.toISOString(),
      }
    }),
  )
}
