import { and, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { accounts } from '@/db/schema/accounts'
import { products } from '@/db/schema/products'
import { salesDocuments, salesLines } from '@/db/schema/sales'
import type { Look } from '@/lib/kernel/command'
import { type ListRequest, listFrame, listInput, listSpec, live, pageSize } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'

/** The lines behind every figure: each column once. */
export const salesList = listSpec({
  name: 'sales',
  id: salesLines.id,
  columns: {
    day: { kind: 'day', from: salesLines.day, sort: true, filter: true },
    number: { kind: 'text', from: salesDocuments.number, filter: true },
    account: { kind: 'choice', from: salesLines.accountId, filter: true, reference: true },
    product: { kind: 'choice', from: salesLines.productId, filter: true, reference: true },
    quantity: { kind: 'number', from: salesLines.quantity },
    unit: { kind: 'text', from: salesLines.unit },
    unitPrice: { kind: 'number', from: salesLines.unitPrice },
    discountPct: { kind: 'number', from: salesLines.discountPct },
    grossAmount: { kind: 'number', from: salesLines.grossAmount, shown: false },
    netAmount: { kind: 'number', from: salesLines.netAmount },
    currency: { kind: 'text', from: salesLines.currency },
    taxMode: { kind: 'choice', from: salesLines.taxMode, choices: ['exclusive', 'inclusive'], shown: false },
  },
  firstSort: '-day',
})

/** One line as lists show it; numbers are exact text. */
export type SalesRow = {
  id: string
  day: string
  number: string
  accountId: string
  account: string
  productId: string
  product: string
  quantity: string
  unit: string
  unitPrice: string
  discountPct: string
  grossAmount: string
  netAmount: string
  currency: string
  taxMode: string
}

/** The lines of accounts that one may see, a page at a time. */
export const list = query({
  name: 'sales.list',
  permission: may.see,
  input: listInput(salesList),
  run: (look, request) => salesPage(look, request),
})

const plainNumber = (column: AnyPgColumn) => sql<string>`trim_scale(${column})::text`

/** A page of `size` rows; exports walk the same list in larger steps. */
export async function salesPage(look: Look, request: ListRequest, size = pageSize): Promise<ListPage<SalesRow>> {
  const { tx, actor } = look
  const frame = await listFrame(look, salesList, request, size)
  const rows = await tx
    .select({
      id: salesLines.id,
      day: salesLines.day,
      number: salesDocuments.number,
      accountId: salesLines.accountId,
      account: accounts.name,
      productId: salesLines.productId,
      product: products.name,
      quantity: plainNumber(salesLines.quantity),
      unit: salesLines.unit,
      unitPrice: plainNumber(salesLines.unitPrice),
      discountPct: plainNumber(salesLines.discountPct),
      grossAmount: plainNumber(salesLines.grossAmount),
      netAmount: plainNumber(salesLines.netAmount),
      currency: salesLines.currency,
      taxMode: salesLines.taxMode,
      sortKey: frame.sortKey,
    })
    .from(salesLines)
    .innerJoin(salesDocuments, joined(salesDocuments, actor, salesLines.documentId))
    .innerJoin(accounts, joined(accounts, actor, salesLines.accountId))
    .innerJoin(products, joined(products, actor, salesLines.productId))
    .where(and(own(salesLines, actor), live(salesLines), visibleAccounts(accounts, actor), frame.where))
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  return frame.page(rows)
}
