import { and, inArray, type SQL, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { deductions } from '@/db/schema/terms'
import type { Look } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { type ListRequest, listFrame, listInput, listSpec, live, pageSize } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { searchIds } from '@/lib/kernel/search'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { type DeductionState, deductionStates, documentKinds, reasonCodes } from './model-deductions'
import { deductionStateOf, leftOf } from './rules-settling'

/** Where a deduction stands, by the same law as `deductionStateOf`, for filtering. */
const state: SQL<string> = sql`case
  when ${deductions.settledAs} is not null then ${deductions.settledAs}
  when ${deductions.matched} >= ${deductions.amount} then 'matched'
  when ${deductions.disputedAt} is not null then 'disputed'
  when ${deductions.matched} > 0 then 'partlyMatched'
  else 'open' end`

/** The list of deductions: each column once. */
export const deductionList = listSpec({
  name: 'deductions',
  id: deductions.id,
  columns: {
    takenOn: { kind: 'day', from: deductions.takenOn, sort: true, filter: true },
    account: { kind: 'text', from: accounts.name },
    amount: { kind: 'number', from: deductions.amount, sort: true, filter: true },
    left: { kind: 'number', from: sql`${deductions.amount} - ${deductions.matched}` },
    state: { kind: 'choice', from: state, filter: true, choices: deductionStates },
    reasonCode: { kind: 'choice', from: deductions.reasonCode, filter: true, choices: reasonCodes },
    documentKind: { kind: 'choice', from: deductions.documentKind, filter: true, choices: documentKinds },
    reference: { kind: 'text', from: deductions.reference, filter: true },
    documentNumber: { kind: 'text', from: deductions.documentNumber, filter: true, shown: false },
    originalInvoice: { kind: 'text', from: deductions.originalInvoice, filter: true, shown: false },
  },
  firstSort: '-takenOn',
})

export type DeductionRow = {
  id: string
  accountId: string
  account: string
  takenOn: Day
  amount: string
  left: string
  currency: string
  state: DeductionState
  reasonCode: string
  documentKind: string
  reference: string | null
  documentNumber: string | null
  originalInvoice: string | null
}

/** The deductions of accounts that one may see, a page at a time; searched by account. */
export const deductionsList = query({
  name: 'terms.deductions',
  permission: may.see,
  input: listInput(deductionList),
  run: (look, request) => deductionPage(look, request),
})

const mostFound = 1000

export async function deductionPage(
  look: Look,
  request: ListRequest,
  size = pageSize,
): Promise<ListPage<DeductionRow>> {
  const { tx, actor } = look
  const frame = await listFrame(look, deductionList, { ...request, query: '' }, size)
  const found =
    request.query === '' ? null : await searchIds(look, { kinds: ['account'], text: request.query, most: mostFound })
  const rows = await tx
    .select({
      id: deductions.id,
      accountId: accounts.id,
      account: accounts.name,
      takenOn: deductions.takenOn,
      amount: deductions.amount,
      matched: deductions.matched,
      currency: deductions.currency,
      reasonCode: deductions.reasonCode,
      documentKind: deductions.documentKind,
      reference: deductions.reference,
      documentNumber: deductions.documentNumber,
      originalInvoice: deductions.originalInvoice,
      disputedAt: deductions.disputedAt,
      settledAs: deductions.settledAs,
      sortKey: frame.sortKey,
    })
    .from(deductions)
    .innerJoin(accounts, joined(accounts, actor, deductions.accountId))
    .where(
      and(
        own(deductions, actor),
        live(deductions),
        visibleAccounts(accounts, actor),
        found
          ? inArray(deductions.accountId, found.length > 0 ? found.map(({ id }) => id) : [actor.workspaceId])
          : undefined,
        frame.where,
      ),
    )
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  const page = frame.page(
    rows.map(({ disputedAt, settledAs, matched, ...row }) => ({
      ...row,
      amount: plain(row.amount),
      left: leftOf({ amount: row.amount, matched }),
      state: deductionStateOf({ amount: row.amount, matched, disputedAt, settledAs }),
    })),
  )
  return { ...page, query: request.query, narrowed: (found?.length ?? 0) >= mostFound }
}
