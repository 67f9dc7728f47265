import { and, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { priceRules } from '@/db/schema/pricing'
import { productCategories, products } from '@/db/schema/products'
import type { Look } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { type ListRequest, listFrame, listInput, listSpec, live, pageSize } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { type PriceLevel, ruleActions } from './model'
import { ofKnownTerms } from './queries-held'
import { ruleFromRow } from './queries-rows'
import { levelOf } from './rules-resolution'
import { actionWords } from './rules-words'

/** One rule in the list; the action is told in words by the page. */
export type RuleRow = {
  id: string
  name: string
  level: PriceLevel
  accountId: string | null
  account: string | null
  segment: string | null
  channel: string | null
  productId: string | null
  product: string | null
  category: string | null
  fromDay: Day
  toDay: Day | null
  minQuantity: string
  priority: number
  action: string
  /** What it does, in the reader's language. */
  terms: string
  archived: boolean
}

export const ruleList = listSpec({
  name: 'price-rules',
  id: priceRules.id,
  search: 'priceRule',
  firstSort: 'name',
  columns: {
    name: { kind: 'text', from: priceRules.name, sort: true },
    level: { kind: 'text', from: priceRules.accountId },
    account: { kind: 'choice', from: priceRules.accountId, filter: true, reference: true },
    segment: { kind: 'text', from: priceRules.segment, filter: true },
    channel: { kind: 'text', from: priceRules.channel, filter: true, shown: false },
    product: { kind: 'choice', from: priceRules.productId, filter: true, reference: true },
    category: { kind: 'text', from: productCategories.name, filter: true },
    terms: { kind: 'text', from: priceRules.action },
    action: { kind: 'choice', from: priceRules.action, filter: true, choices: ruleActions, shown: false },
    fromDay: { kind: 'day', from: priceRules.fromDay, sort: true, filter: true },
    toDay: { kind: 'day', from: priceRules.toDay, filter: true },
    minQuantity: { kind: 'number', from: priceRules.minQuantity, shown: false },
    priority: { kind: 'number', from: priceRules.priority, filter: true, shown: false },
    archived: { kind: 'flag', from: sql`(${priceRules.archivedAt} is not null)`, filter: true, shown: false },
  },
})

/** Rules page by page; those of a client only for who may know the client's prices. */
export const list = query({
  name: 'pricing.list',
  permission: may.see,
  input: listInput(ruleList),
  run: (look, request) => rulePage(look, request),
})

/** A page of `size` rows; exports walk the same list in larger steps. */
export async function rulePage(look: Look, request: ListRequest, size = pageSize): Promise<ListPage<RuleRow>> {
  const archived = request.filters.some(({ column, values }) => column === 'archived' && values[0] === 'true')
  const frame = await listFrame(look, ruleList, archived ? { ...request, query: '' } : request, size)
  if (frame.matchesNothing) return frame.empty()
  const { tx, actor } = look
  const rows = await tx
    .select({
      id: priceRules.id,
      rule: priceRules,
      account: accounts.name,
      product: products.name,
      category: productCategories.name,
      sortKey: frame.sortKey,
    })
    .from(priceRules)
    .leftJoin(accounts, joined(accounts, actor, priceRules.accountId))
    .leftJoin(products, joined(products, actor, priceRules.productId))
    .leftJoin(productCategories, joined(productCategories, actor, priceRules.categoryId))
    .where(
      and(
        own(priceRules, actor),
        archived ? isNotNull(priceRules.archivedAt) : live(priceRules),
        or(isNull(priceRules.accountId), ofKnownTerms(priceRules.accountId, actor) ?? sql`true`),
        archived && request.query !== '' ? eq(priceRules.name, request.query) : undefined,
        frame.where,
      ),
    )
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  const page = frame.page(
    rows.map(({ rule: row, ...rest }) => {
      const rule = ruleFromRow(row)
      const { accountId, segment, channel, productId, fromDay, toDay, minQuantity, priority, name, action } = rule
      const scope = { accountId, segment, channel, productId }
      return {
        ...rest,
        ...scope,
        name,
        level: levelOf(rule),
        fromDay,
        toDay,
        minQuantity,
        priority,
        action,
        terms: actionWords(rule, actor.locale),
        archived,
      }
    }),
  )
  return { ...page, query: request.query }
}
