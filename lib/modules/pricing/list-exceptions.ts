import { and } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { priceExceptions } from '@/db/schema/pricing'
import { products } from '@/db/schema/products'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { type ListRequest, listFrame, listInput, listSpec, live, pageSize } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { isApproved } from '@/lib/modules/approvals/model'
import { findRuns } from '@/lib/modules/approvals/queries'
import { may } from './manifest'
import { type ExceptionKind, type ExceptionState, exceptionKinds } from './model-exceptions'
import { findUse, ofKnownTerms } from './queries-held'
import { exceptionHashOf } from './queries-rows'
import { exceptionState } from './rules-exceptions'

export type ExceptionRow = {
  id: string
  accountId: string
  account: string
  product: string
  kind: ExceptionKind
  price: string | null
  discountPct: string | null
  currency: string | null
  quantityCap: string | null
  used: string
  fromDay: Day
  toDay: Day
  reason: string
  author: string
  state: ExceptionState
  createdAt: string
}

export const exceptionList = listSpec({
  name: 'price-exceptions',
  id: priceExceptions.id,
  search: 'priceException',
  firstSort: '-createdAt',
  columns: {
    product: { kind: 'choice', from: priceExceptions.productId, filter: true, reference: true },
    account: { kind: 'choice', from: priceExceptions.accountId, filter: true, reference: true },
    kind: { kind: 'choice', from: priceExceptions.kind, filter: true, choices: exceptionKinds },
    state: { kind: 'choice', from: priceExceptions.kind },
    used: { kind: 'number', from: priceExceptions.quantityCap },
    fromDay: { kind: 'day', from: priceExceptions.fromDay, filter: true },
    toDay: { kind: 'day', from: priceExceptions.toDay, sort: true, filter: true },
    author: { kind: 'choice', from: priceExceptions.authorId, filter: true, reference: true },
    reason: { kind: 'text', from: priceExceptions.reason, shown: false },
    createdAt: { kind: 'moment', from: priceExceptions.createdAt, sort: true, filter: true, shown: false },
  },
})

/** Exceptions of clients whose prices the actor may know. */
export const exceptions = query({
  name: 'pricing.exceptions',
  permission: may.see,
  input: listInput(exceptionList),
  run: (look, request) => exceptionPage(look, request),
})

/** A page of `size` rows; exports walk the same list in larger steps. */
export async function exceptionPage(
  look: Look,
  request: ListRequest,
  size = pageSize,
): Promise<ListPage<ExceptionRow>> {
  const frame = await listFrame(look, exceptionList, request, size)
  if (frame.matchesNothing) return frame.empty()
  const { tx, actor, now } = look
  const rows = await tx
    .select({
      id: priceExceptions.id,
      row: priceExceptions,
      account: accounts.name,
      product: products.name,
      author: members.name,
      sortKey: frame.sortKey,
    })
    .from(priceExceptions)
    .innerJoin(accounts, joined(accounts, actor, priceExceptions.accountId))
    .innerJoin(products, joined(products, actor, priceExceptions.productId))
    .innerJoin(members, joined(members, actor, priceExceptions.authorId))
    .where(
      and(
        own(priceExceptions, actor),
        live(priceExceptions),
        ofKnownTerms(priceExceptions.accountId, actor),
        frame.where,
      ),
    )
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  const ids = rows.map(({ id }) => id)
  const [runs, use] = [await findRuns(look, 'priceException', ids), await findUse(look, ids)]
  const today = dayOf(now, actor.timeZone)
  return frame.page(
    rows.map(({ row, ...rest }) => {
      const [run, used] = [runs.get(row.id), use.get(row.id) ?? '0']
      const kind = row.kind as ExceptionKind
      const approved = isApproved(run, exceptionHashOf({ ...row, kind }))
      const sentBack = run?.state === 'rejected' || run?.state === 'changesRequested'
      return {
        ...rest,
        accountId: row.accountId,
        kind,
        price: row.price && plain(row.price),
        discountPct: row.discountPct && plain(row.discountPct),
        currency: row.currency,
        quantityCap: row.quantityCap && plain(row.quantityCap),
        used,
        fromDay: row.fromDay,
        toDay: row.toDay,
        reason: row.reason,
        state: exceptionState({ ...row, approved, sentBack, used }, today),
        createdAt: row.createdAt.toISOString(),
      }
    }),
  )
}
