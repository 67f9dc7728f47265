import { and, asc, eq, gte, inArray, isNotNull, isNull, lt, lte, ne, type SQL, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { fileLinks, files } from '@/db/schema/files'
import { products } from '@/db/schema/products'
import {
  promotionAccounts,
  promotionDirections,
  promotionFunds,
  promotionProducts,
  promotionResults,
  promotionSnapshots,
  promotions,
} from '@/db/schema/promotions'
import type { Actor } from '@/lib/kernel/actor'
import { digestOf } from '@/lib/kernel/canonical'
import type { Look } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { seesEverything } from '@/lib/kernel/rights'
import { ofVisibleAccount } from '@/lib/kernel/visibility'
import { findAccounts } from '@/lib/modules/accounts/queries'
import { isApproved } from '@/lib/modules/approvals/model'
import { findRun, findRuns } from '@/lib/modules/approvals/queries'
import { findProducts } from '@/lib/modules/products/queries'
import type { Overlap, PromotionFacts } from './rules'
import type { Period } from './rules-periods'

type Promotion = typeof promotions.$inferSelect

/**
 * Which promotions the actor may see: those of which they may see every client, because sales and costs are told for all
 * clients together.
 */
export function visiblePromotions(actor: Actor): SQL | undefined {
  if (seesEverything(actor)) return undefined
  return sql`not exists (select from ${promotionAccounts} where ${and(
    eq(promotionAccounts.workspaceId, actor.workspaceId),
    eq(promotionAccounts.promotionId, promotions.id),
    isNull(promotionAccounts.archivedAt),
    sql`not ${ofVisibleAccount(promotionAccounts.accountId, actor)}`,
  )})`
}

const existing = (table: typeof promotionResults | typeof promotionDirections, actor: Actor) =>
  sql<boolean>`exists (select from ${table} where ${and(
    eq(table.workspaceId, actor.workspaceId),
    eq(table.promotionId, promotions.id),
  )})`
export const hasResult = (actor: Actor) => existing(promotionResults, actor)
export const hasDirection = (actor: Actor) => existing(promotionDirections, actor)

/** Promotions with one of these clients. */
export const withClients = (accountIds: readonly string[], actor: Actor): SQL =>
  sql`exists (select from ${promotionAccounts} where ${and(
    eq(promotionAccounts.workspaceId, actor.workspaceId),
    eq(promotionAccounts.promotionId, promotions.id),
    inArray(promotionAccounts.accountId, [...accountIds]),
    isNull(promotionAccounts.archivedAt),
  )})`

/** Agreed promotions with a client whose last day in store lies within a period and is over, with how many clients share them. */
export const findEndedOf = ({ tx, actor }: Look, accountId: string, period: Period, today: Day) =>
  tx
    .select({
      id: promotions.id,
      title: promotions.title,
      storeFrom: promotions.storeFrom,
      storeTo: promotions.storeTo,
      currency: promotions.currency,
      settledCost: promotions.settledCost,
      budgetOurs: promotions.budgetOurs,
      budgetFund: promotions.budgetFund,
      clients: sql<number>`(select count(*)::int from ${promotionAccounts} where ${and(
        eq(promotionAccounts.workspaceId, actor.workspaceId),
        eq(promotionAccounts.promotionId, promotions.id),
        isNull(promotionAccounts.archivedAt),
      )})`,
    })
    .from(promotions)
    .where(
      and(
        own(promotions, actor),
        gte(promotions.storeTo, period.from),
        lte(promotions.storeTo, period.to),
        lt(promotions.storeTo, today),
        isNotNull(promotions.agreedAt),
        isNull(promotions.cancelledAt),
        withClients([accountId], actor),
        live(promotions),
        visiblePromotions(actor),
      ),
    )
    .orderBy(asc(promotions.storeTo), asc(promotions.id))
    .limit(200)

export const factsOf = (promotion: Promotion, done: { hasResult: boolean; hasDirection: boolean }): PromotionFacts => ({
  storeFrom: promotion.storeFrom,
  storeTo: promotion.storeTo,
  agreed: promotion.agreedAt !== null,
  settled: promotion.settledAt !== null,
  cancelled: promotion.cancelledAt !== null,
  hasResult: done.hasResult,
  hasDirection: done.hasDirection,
})

/** A promotion with its clients and products; refuses with `notFound` what the actor may not see. */
export async function findPromotion(look: Look, promotionId: string) {
  const { tx, actor } = look
  const [row] = await tx
    .select({ promotion: promotions, hasResult: hasResult(actor), hasDirection: hasDirection(actor) })
    .from(promotions)
    .where(and(ownRow(promotions, actor, promotionId), live(promotions), visiblePromotions(actor)))
  if (!row) throw new Refusal('notFound')
  const { ofAccounts, ofProducts } = await findParts(look, promotionId)
  const ids = (parts: readonly { of: string }[]) => parts.map(({ of }) => of)
  const [its, goods] = await Promise.all([findAccounts(look, ids(ofAccounts)), findProducts(look, ids(ofProducts))])
  return { promotion: row.promotion, facts: factsOf(row.promotion, row), accounts: its, products: goods }
}

/** The rows that say which clients and products a promotion has. */
export async function findParts({ tx, actor }: Look, promotionId: string) {
  const [ofAccounts, ofProducts] = await Promise.all([
    tx
      .select({ id: promotionAccounts.id, of: promotionAccounts.accountId })
      .from(promotionAccounts)
      .where(
        and(own(promotionAccounts, actor), eq(promotionAccounts.promotionId, promotionId), live(promotionAccounts)),
      ),
    tx
      .select({ id: promotionProducts.id, of: promotionProducts.productId })
      .from(promotionProducts)
      .where(
        and(own(promotionProducts, actor), eq(promotionProducts.promotionId, promotionId), live(promotionProducts)),
      ),
  ])
  return { ofAccounts, ofProducts }
}

type Covered = { except: string | null; accountIds: readonly string[]; productIds: readonly string[]; period: Period }

/** Other promotions, not cancelled, of these clients with these products whose days in store touch the period. */
export async function findOthers({ tx, actor }: Look, { except, accountIds, productIds, period }: Covered) {
  if (accountIds.length === 0 || productIds.length === 0) return []
  return tx
    .select({
      id: promotions.id,
      title: promotions.title,
      storeFrom: promotions.storeFrom,
      storeTo: promotions.storeTo,
      account: accounts.name,
      product: products.name,
    })
    .from(promotionAccounts)
    .innerJoin(promotions, joined(promotions, actor, promotionAccounts.promotionId))
    .innerJoin(
      promotionProducts,
      and(
        own(promotionProducts, actor),
        eq(promotionProducts.promotionId, promotions.id),
        inArray(promotionProducts.productId, [...productIds]),
        live(promotionProducts),
      ),
    )
    .innerJoin(accounts, joined(accounts, actor, promotionAccounts.accountId))
    .innerJoin(products, joined(products, actor, promotionProducts.productId))
    .where(
      and(
        own(promotionAccounts, actor),
        inArray(promotionAccounts.accountId, [...accountIds]),
        live(promotionAccounts),
        live(promotions),
        isNull(promotions.cancelledAt),
        lte(promotions.storeFrom, period.to),
        gte(promotions.storeTo, period.from),
        except ? ne(promotions.id, except) : undefined,
      ),
    )
    .orderBy(promotions.storeFrom, promotions.id)
    .limit(500)
}

/** The first promotion that covers one of the same products with one of the same clients on the same days. */
export async function findOverlap(look: Look, covered: Covered): Promise<Overlap | null> {
  const [first] = await findOthers(look, covered)
  return first ?? null
}

/** A fund that the actor may see, locked; null when there is none. */
export async function holdFund({ tx, actor }: Look, fundId: string) {
  const [row] = await tx
    .select()
    .from(promotionFunds)
    .where(
      and(
        ownRow(promotionFunds, actor, fundId),
        live(promotionFunds),
        ofVisibleAccount(promotionFunds.accountId, actor),
      ),
    )
    .for('update')
  return row ?? null
}

/**
 * What promotions take out of funds, by fund. Cancelled ones take nothing, and what goes beyond a fund counts once it has
 * consent.
 */
export async function findTaken(look: Look, fundIds: readonly string[], except: string | null = null) {
  const taken = new Map<string, string>()
  if (fundIds.length === 0) return taken
  const { tx, actor } = look
  const ofFunds = (overFund: boolean) =>
    and(
      own(promotions, actor),
      inArray(promotions.fundId, [...fundIds]),
      eq(promotions.overFund, overFund),
      live(promotions),
      isNull(promotions.cancelledAt),
      except ? ne(promotions.id, except) : undefined,
    )
  const sums = await tx
    .select({ fundId: promotions.fundId, taken: sql<string>`coalesce(sum(${promotions.budgetFund}), 0)::text` })
    .from(promotions)
    .where(ofFunds(false))
    .groupBy(promotions.fundId)
  for (const row of sums) if (row.fundId) taken.set(row.fundId, plain(row.taken))
  const beyond = await tx
    .select({
      id: promotions.id,
      fundId: promotions.fundId,
      budgetFund: promotions.budgetFund,
      currency: promotions.currency,
    })
    .from(promotions)
    .where(ofFunds(true))
  const runs = await findRuns(
    look,
    'promotion',
    beyond.map(({ id }) => id),
  )
  for (const row of beyond)
    if (row.fundId && isApproved(runs.get(row.id), consentHashOf(row)))
      taken.set(row.fundId, plain(exact(taken.get(row.fundId) ?? '0').plus(row.budgetFund ?? '0')))
  return taken
}

/** The digest of what is consented to when a promotion takes more than its fund holds. */
export const consentHashOf = ({
  fundId,
  budgetFund,
  currency,
}: Pick<Promotion, 'fundId' | 'budgetFund' | 'currency'>) =>
  digestOf({ fundId, budgetFund: plain(budgetFund ?? '0'), currency })

/** Whether what a promotion takes beyond its fund has the consent of everybody it needs. */
export const isConsented = async (look: Look, promotion: Promotion): Promise<boolean> =>
  isApproved(await findRun(look, 'promotion', promotion.id), consentHashOf(promotion))

/** Whether a client has a fund of this name. */
export async function hasFundNamed({ tx, actor }: Look, accountId: string, name: string, except: string | null) {
  const rows = await tx
    .select({ id: promotionFunds.id })
    .from(promotionFunds)
    .where(
      and(
        own(promotionFunds, actor),
        eq(promotionFunds.accountId, accountId),
        eq(promotionFunds.name, name),
        live(promotionFunds),
        except ? ne(promotionFunds.id, except) : undefined,
      ),
    )
  return rows.length > 0
}

/** Whether a file hangs at one of these clients. */
export async function isFileOf({ tx, actor }: Look, fileId: string, accountIds: readonly string[]) {
  if (accountIds.length === 0) return false
  const rows = await tx
    .select({ id: fileLinks.id })
    .from(fileLinks)
    .innerJoin(files, and(joined(files, actor, fileLinks.fileId), live(files)))
    .where(
      and(
        own(fileLinks, actor),
        eq(fileLinks.fileId, fileId),
        inArray(fileLinks.accountId, [...accountIds]),
        live(fileLinks),
      ),
    )
    .limit(1)
  return rows.length > 0
}

type Cited = { snapshotIds: readonly string[]; promotionIds: readonly string[] }

/** How many of the cited snapshots and promotions the actor may see. */
export async function countCited({ tx, actor }: Look, { snapshotIds, promotionIds }: Cited): Promise<number> {
  const [snapshots, cited] = await Promise.all([
    snapshotIds.length === 0
      ? []
      : tx
          .select({ id: promotionSnapshots.id })
          .from(promotionSnapshots)
          .innerJoin(promotions, joined(promotions, actor, promotionSnapshots.promotionId))
          .where(
            and(
              own(promotionSnapshots, actor),
              inArray(promotionSnapshots.id, [...snapshotIds]),
              live(promotions),
              visiblePromotions(actor),
            ),
          ),
    promotionIds.length === 0
      ? []
      : tx
          .select({ id: promotions.id })
          .from(promotions)
          .where(
            and(
              own(promotions, actor),
              inArray(promotions.id, [...promotionIds]),
              live(promotions),
              visiblePromotions(actor),
            ),
          ),
  ])
  return snapshots.length + cited.length
}

/** The result of a promotion as it was recorded; null while nobody has. */
export async function findResult({ tx, actor }: Look, promotionId: string) {
  const [row] = await tx
    .select()
    .from(promotionResults)
    .where(and(own(promotionResults, actor), eq(promotionResults.promotionId, promotionId)))
  return row ?? null
}

/** Promotions without a result, of those that ended on one of these days, or of these. */
export const findOwing = ({ tx, actor }: Look, about: { endedOn?: readonly Day[]; ids?: readonly string[] }) =>
  tx
    .select({ id: promotions.id, title: promotions.title, ownerId: promotions.ownerId, storeTo: promotions.storeTo })
    .from(promotions)
    .where(
      and(
        own(promotions, actor),
        live(promotions),
        isNull(promotions.cancelledAt),
        about.endedOn ? inArray(promotions.storeTo, [...about.endedOn]) : undefined,
        about.ids ? inArray(promotions.id, [...about.ids]) : undefined,
        sql`not ${hasResult(actor)}`,
      ),
    )
    .orderBy(promotions.id)
    .limit(200)
