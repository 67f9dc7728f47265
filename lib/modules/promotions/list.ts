import { and, gte, inArray, lte, type SQL, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { promotionAccounts, promotionDirections, promotions } from '@/db/schema/promotions'
import { members } from '@/db/schema/workspace'
import type { Actor } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { type ListRequest, listFrame, listInput, listSpec, live, pageSize } from '@/lib/kernel/list'
import type { FilterView, ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import {
  type Decision,
  decisions,
  type PromotionForm,
  type PromotionState,
  promotionForms,
  promotionStates,
} from './model'
import { factsOf, hasDirection, hasResult, visiblePromotions, withClients } from './queries-held'
import { stateOf } from './rules'

/** Promotions: each column once. State, client and month are filtered by what they follow from. */
export const promotionList = listSpec({
  name: 'promotions',
  id: promotions.id,
  columns: {
    title: { kind: 'text', from: promotions.title },
    account: { kind: 'choice', from: promotions.id, filter: true, reference: true },
    form: { kind: 'choice', from: promotions.form, filter: true, choices: promotionForms },
    state: { kind: 'choice', from: promotions.id, filter: true, choices: promotionStates },
    storeFrom: { kind: 'day', from: promotions.storeFrom, sort: true, filter: true },
    storeTo: { kind: 'day', from: promotions.storeTo, sort: true, filter: true },
    period: { kind: 'day', from: promotions.storeFrom, filter: true, shown: false },
    owner: { kind: 'choice', from: promotions.ownerId, filter: true, reference: true },
    budgetOurs: { kind: 'number', from: promotions.budgetOurs },
    budgetTheirs: { kind: 'number', from: promotions.budgetTheirs, shown: false },
    budgetFund: { kind: 'number', from: promotions.budgetFund, shown: false },
    currency: { kind: 'text', from: promotions.currency, shown: false },
    expectedLiftPct: { kind: 'number', from: promotions.expectedLiftPct, shown: false },
    decision: { kind: 'choice', from: promotions.id, choices: decisions },
  },
  firstSort: '-storeFrom',
})

/** One promotion in the list, named like its columns. */
export type PromotionRow = {
  id: string
  title: string
  account: string
  form: PromotionForm
  state: PromotionState
  storeFrom: string
  storeTo: string
  owner: string
  ownerId: string
  budgetOurs: string | null
  budgetTheirs: string | null
  budgetFund: string | null
  currency: string
  expectedLiftPct: string | null
  decision: Decision | null
}

/** Promotions that the actor may see, latest first. */
export const list = query({
  name: 'promotions.list',
  permission: may.see,
  input: listInput(promotionList),
  run: (look, request) => promotionPage(look, request),
})

const followed = ['account', 'state', 'period']

/** A page of `size` rows; exports walk the same list in larger steps. */
export async function promotionPage(
  look: Look,
  request: ListRequest,
  size = pageSize,
): Promise<ListPage<PromotionRow>> {
  const { tx, actor, now } = look
  const today = dayOf(now, actor.timeZone)
  const filters = request.filters.filter(({ column }) => !followed.includes(column))
  const frame = await listFrame(look, promotionList, { ...request, filters, query: '' }, size)
  const titled = sql`strpos(lower(${promotions.title}), lower(${request.query})) > 0`
  const rows = await tx
    .select({
      promotion: promotions,
      owner: members.name,
      hasResult: hasResult(actor),
      hasDirection: hasDirection(actor),
      sortKey: frame.sortKey,
    })
    .from(promotions)
    .innerJoin(members, joined(members, actor, promotions.ownerId))
    .where(
      and(
        own(promotions, actor),
        live(promotions),
        visiblePromotions(actor),
        request.query === '' ? undefined : titled,
        ...request.filters.map((filter) => followedBy(filter, actor, today)),
        frame.where,
      ),
    )
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  const ids = rows.map(({ promotion }) => promotion.id)
  const [clients, directions] = await Promise.all([findClientNames(look, ids), findDecisions(look, ids)])
  const page = frame.page(
    rows.map(({ promotion, owner, sortKey, ...done }) => ({
      id: promotion.id,
      title: promotion.title,
      account: (clients.get(promotion.id) ?? []).join('、'),
      form: promotion.form as PromotionForm,
      state: stateOf(factsOf(promotion, done), today),
      storeFrom: promotion.storeFrom,
      storeTo: promotion.storeTo,
      owner,
      ownerId: promotion.ownerId,
      budgetOurs: promotion.budgetOurs && plain(promotion.budgetOurs),
      budgetTheirs: promotion.budgetTheirs && plain(promotion.budgetTheirs),
      budgetFund: promotion.budgetFund && plain(promotion.budgetFund),
      currency: promotion.currency,
      expectedLiftPct: promotion.expectedLiftPct && plain(promotion.expectedLiftPct),
      decision: directions.get(promotion.id) ?? null,
      sortKey,
    })),
  )
  return { ...page, query: request.query, filters: request.filters }
}

/** The filters that are no columns of the table. */
function followedBy({ column, values }: FilterView, actor: Actor, today: Day): SQL | undefined {
  if (column === 'state') return inArray(stateSql(actor, today), [...values])
  if (column === 'account') return withClients(values, actor)
  if (column !== 'period') return undefined
  const [from, to] = values
  return and(from ? gte(promotions.storeTo, from) : undefined, to ? lte(promotions.storeFrom, to) : undefined)
}

/** The same sentence as `stateOf`, for the database to filter by. */
const stateSql = (actor: Actor, today: Day) => sql<string>`case
  when ${promotions.cancelledAt} is not null then 'cancelled'
  when ${promotions.agreedAt} is null then 'planned'
  when ${today}::date < ${promotions.storeFrom} then 'agreed'
  when ${today}::date <= ${promotions.storeTo} then 'running'
  when ${promotions.settledAt} is null then 'ended'
  when ${hasResult(actor)} and ${hasDirection(actor)} then 'evaluated'
  else 'settled' end`

/** The clients of promotions by name, by promotion. */
export async function findClientNames({ tx, actor }: Look, ids: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>()
  if (ids.length === 0) return found
  const rows = await tx
    .select({ id: promotionAccounts.promotionId, name: accounts.name })
    .from(promotionAccounts)
    .innerJoin(accounts, joined(accounts, actor, promotionAccounts.accountId))
    .where(
      and(
        own(promotionAccounts, actor),
        inArray(promotionAccounts.promotionId, [...new Set(ids)]),
        live(promotionAccounts),
      ),
    )
    .orderBy(promotionAccounts.id)
  for (const { id, name } of rows) found.set(id, [...(found.get(id) ?? []), name])
  return found
}

async function findDecisions({ tx, actor }: Look, ids: readonly string[]): Promise<Map<string, Decision>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({ id: promotionDirections.promotionId, decision: promotionDirections.decision })
    .from(promotionDirections)
    .where(and(own(promotionDirections, actor), inArray(promotionDirections.promotionId, [...ids])))
    .orderBy(promotionDirections.id)
  return new Map(rows.map(({ id, decision }) => [id, decision as Decision]))
}
