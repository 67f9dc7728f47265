import { and, eq, isNotNull, sql } from 'drizzle-orm'
import { byStroke } from '@/db/columns'
import { productCategories, products } from '@/db/schema/products'
import type { Look } from '@/lib/kernel/command'
import { type ListRequest, listFrame, listInput, listSpec, live, pageSize } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { productStatuses } from './model'

/** The catalogue: each column once. No cost is among them. */
export const productList = listSpec({
  name: 'products',
  id: products.id,
  columns: {
    code: { kind: 'text', from: products.code, sort: true },
    name: { kind: 'text', from: products.name, sort: true },
    stroke: { kind: 'text', from: byStroke(products.name), sort: true, shown: false },
    specification: { kind: 'text', from: products.specification },
    category: { kind: 'choice', from: products.categoryId, filter: true, reference: true },
    brand: { kind: 'text', from: products.brand, filter: true },
    baseUnit: { kind: 'text', from: products.baseUnit, filter: true },
    status: { kind: 'choice', from: products.status, filter: true, choices: productStatuses },
    englishName: { kind: 'text', from: products.englishName, shown: false },
    createdAt: { kind: 'moment', from: products.createdAt, sort: true, filter: true, shown: false },
    archived: { kind: 'flag', from: sql`(${products.archivedAt} is not null)`, filter: true, shown: false },
  },
  firstSort: 'code',
  search: 'product',
})

/** One row of the list: plain values, named like its columns. */
export type ProductRow = {
  id: string
  code: string
  name: string
  specification: string | null
  categoryId: string | null
  category: string | null
  brand: string | null
  baseUnit: string
  status: string
  englishName: string | null
  createdAt: string
}

/** The catalogue, a page at a time. */
export const list = query({
  name: 'products.list',
  permission: may.see,
  input: listInput(productList),
  run: (look, request) => productPage(look, request),
})

/** A page of `size` rows; exports walk the same list in larger steps. */
export async function productPage(look: Look, request: ListRequest, size = pageSize): Promise<ListPage<ProductRow>> {
  const { tx, actor } = look
  const archived = request.filters.some(({ column, values }) => column === 'archived' && values[0] === 'true')
  const frame = await listFrame(look, productList, archived ? { ...request, query: '' } : request, size)
  if (frame.matchesNothing) return frame.empty()
  const named = sql`strpos(lower(${products.code} || ' ' || ${products.name}), lower(${request.query})) > 0`
  const rows = await tx
    .select({
      id: products.id,
      code: products.code,
      name: products.name,
      specification: products.specification,
      categoryId: products.categoryId,
      category: productCategories.name,
      brand: products.brand,
      baseUnit: products.baseUnit,
      status: products.status,
      englishName: products.englishName,
      createdAt: sql<string>`to_char(${products.createdAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`,
      sortKey: frame.sortKey,
    })
    .from(products)
    .leftJoin(productCategories, and(own(productCategories, actor), eq(productCategories.id, products.categoryId)))
    .where(
      and(
        own(products, actor),
        archived ? and(isNotNull(products.archivedAt), request.query === '' ? undefined : named) : live(products),
        frame.where,
      ),
    )
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  return { ...frame.page(rows), query: request.query }
}
