import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { accounts } from '@/db/schema/accounts'
import { dealCheckLines, dealChecks, priceExceptions, priceFloors, priceRules } from '@/db/schema/pricing'
import { productCategories, products } from '@/db/schema/products'
import { type Actor, hasRole } from '@/lib/kernel/actor'
import { among } from '@/lib/kernel/among'
import type { Look } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { type AccountHold, mayEditAccount, seesMargin } from '@/lib/kernel/rights'
import { isOnTeam, ofVisibleAccount } from '@/lib/kernel/visibility'
import { isApproved } from '@/lib/modules/approvals/model'
import { findRuns } from '@/lib/modules/approvals/queries'
import type { Rule, Scope } from './model'
import type { ExceptionKind } from './model-exceptions'
import { exceptionHashOf, ruleFromRow } from './queries-rows'
import type { Floor, FloorMethod } from './rules-floors'

/** Prices of a client are known to those who see margins and to those who serve the client. */
export const knowsTerms = (actor: Actor, account: AccountHold) =>
  seesMargin(actor) || mayEditAccount(actor, account) || account.ownerId === actor.id || account.onTeam

/** The same for rows that belong to an account by its id. */
export function ofKnownTerms(accountId: AnyPgColumn, actor: Actor): SQL | undefined {
  if (seesMargin(actor) || hasRole(actor, 'administrator')) return ofVisibleAccount(accountId, actor)
  return sql`exists (select from ${accounts} where ${and(
    eq(accounts.workspaceId, actor.workspaceId),
    eq(accounts.id, accountId),
    or(inArray(accounts.ownerId, [actor.id, ...actor.reports]), isOnTeam(accounts, actor)),
  )})`
}

type About = {
  accountId: string
  segment: string | null
  channel: string | null
  productIds: readonly string[]
  categoryIds: readonly string[]
}

const nullOr = (column: AnyPgColumn, values: readonly string[]) =>
  values.length === 0 ? isNull(column) : or(isNull(column), among(column, values))

/** Live rules that may speak of a client and some products, on whatever day: the others lost too and are told why. */
export async function findRulesFor({ tx, actor }: Look, about: About): Promise<Rule[]> {
  const rows = await tx
    .select()
    .from(priceRules)
    .where(
      and(
        own(priceRules, actor),
        live(priceRules),
        nullOr(priceRules.accountId, [about.accountId]),
        nullOr(priceRules.segment, about.segment === null ? [] : [about.segment]),
        nullOr(priceRules.channel, about.channel === null ? [] : [about.channel]),
        nullOr(priceRules.productId, about.productIds),
        nullOr(priceRules.categoryId, about.categoryIds),
      ),
    )
  return rows.map(ruleFromRow)
}

/** Live rules of exactly this scope. */
export async function findRulesOfScope({ tx, actor }: Look, scope: Scope): Promise<Rule[]> {
  const same = (column: AnyPgColumn, value: string | null) => (value === null ? isNull(column) : eq(column, value))
  const rows = await tx
    .select()
    .from(priceRules)
    .where(
      and(
        own(priceRules, actor),
        live(priceRules),
        same(priceRules.accountId, scope.accountId),
        same(priceRules.segment, scope.segment),
        same(priceRules.channel, scope.channel),
        same(priceRules.productId, scope.productId),
        same(priceRules.categoryId, scope.categoryId),
      ),
    )
  return rows.map(ruleFromRow)
}

/** How much of each exception stored deal checks have used. */
export async function findUse({ tx, actor }: Look, exceptionIds: readonly string[]): Promise<Map<string, string>> {
  if (exceptionIds.length === 0) return new Map()
  const rows = await tx
    .select({ id: dealCheckLines.exceptionId, used: sql<string>`sum(${dealCheckLines.quantity})` })
    .from(dealCheckLines)
    .innerJoin(dealChecks, and(joined(dealChecks, actor, dealCheckLines.dealCheckId), live(dealChecks)))
    .where(and(own(dealCheckLines, actor), inArray(dealCheckLines.exceptionId, [...exceptionIds])))
    .groupBy(dealCheckLines.exceptionId)
  return new Map(rows.flatMap(({ id, used }) => (id === null ? [] : [[id, plain(used)] as const])))
}

/** Approved exceptions of a client for some products, with what each has left. */
export async function findExceptionsFor(look: Look, accountId: string, productIds: readonly string[]) {
  if (productIds.length === 0) return []
  const { tx, actor } = look
  const rows = await tx
    .select()
    .from(priceExceptions)
    .where(
      and(
        own(priceExceptions, actor),
        live(priceExceptions),
        eq(priceExceptions.accountId, accountId),
        among(priceExceptions.productId, productIds),
      ),
    )
  const ids = rows.map(({ id }) => id)
  const [runs, use] = await Promise.all([findRuns(look, 'priceException', ids), findUse(look, ids)])
  return rows
    .map((row) => ({ ...row, kind: row.kind as ExceptionKind, used: use.get(row.id) ?? '0' }))
    .filter((row) => isApproved(runs.get(row.id), exceptionHashOf(row)))
}

/** Floors of some products on a day. For calculations only: what comes of them is stripped for those who see no margin. */
export async function findFloorsFor(
  { tx, actor }: Look,
  { productIds, categoryIds }: Pick<About, 'productIds' | 'categoryIds'>,
): Promise<Floor[]> {
  const rows = await tx
    .select()
    .from(priceFloors)
    .where(
      and(
        own(priceFloors, actor),
        live(priceFloors),
        nullOr(priceFloors.productId, productIds),
        nullOr(priceFloors.categoryId, categoryIds),
      ),
    )
  return rows.map((row) => ({ ...row, method: row.method as FloorMethod, value: plain(row.value) }))
}

/** Refuses with `notFound` a category that does not exist here. */
export async function mustHaveCategory({ tx, actor }: Look, categoryId: string): Promise<void> {
  const [row] = await tx
    .select({ id: productCategories.id })
    .from(productCategories)
    .where(and(own(productCategories, actor), eq(productCategories.id, categoryId), live(productCategories)))
  if (!row) throw new Refusal('notFound')
}

/** Live products by their codes. */
export async function findProductsByCode({ tx, actor }: Look, codes: readonly string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const rows = await tx
    .select({ id: products.id, code: products.code })
    .from(products)
    .where(and(own(products, actor), among(products.code, codes), live(products)))
  return new Map(rows.map(({ id, code }) => [code, id]))
}
