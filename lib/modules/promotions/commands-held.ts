import { promotionAccounts, promotionProducts, promotionSnapshots, promotions } from '@/db/schema/promotions'
import { todayOf, type Work } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { changeRows, insertRow, insertRows, lockRow } from '@/lib/kernel/write'
import { findAccounts } from '@/lib/modules/accounts/queries'
import { findProducts } from '@/lib/modules/products/queries'
import { memberExists } from '@/lib/modules/workspace/queries'
import { findOverlap, findParts, findPromotion, findTaken, holdFund } from './queries-held'
import { aroundOf, readSales } from './queries-sales'
import {
  type BeyondFund,
  beyondFund,
  fundLeft,
  mustBeMember,
  mustHaveBaseline,
  mustMayPlan,
  mustNameAccounts,
  mustNameProducts,
  mustNotBeArchived,
  mustNotLastTooLong,
  mustNotOverlap,
  mustRunForward,
  stateOf,
} from './rules'
import { daysIn } from './rules-periods'

/** The promotion, locked, with its clients, products and state. Refuses with `notFound` what the actor may not see. */
export async function promotionInHand(work: Work, promotionId: string) {
  await lockRow(work, promotions, promotionId)
  const held = await findPromotion(work, promotionId)
  const today = todayOf(work)
  return { ...held, today, state: stateOf(held.facts, today) }
}
export type HeldPromotion = Awaited<ReturnType<typeof promotionInHand>>

/** The same for whoever may plan it. */
export async function plannedInHand(work: Work, promotionId: string) {
  const held = await promotionInHand(work, promotionId)
  mustMayPlan(work.actor, held.accounts)
  return held
}

/** What a promotion is to be, as a whole: checked alike when it is planned and when it is changed. */
export type Wanted = Record<'orderFrom' | 'orderTo' | 'shipFrom' | 'shipTo', Day | null> & {
  ownerId: string
  accountIds: readonly string[]
  productIds: readonly string[]
  storeFrom: Day
  storeTo: Day
  budgetFund: string | null
  fundId: string | null
  currency: string
  baselineMethod: string
  baselineTyped: string | null
}

type Despite = BeyondFund & { despiteOverlap: boolean }

/**
 * Checks a plan against clients, products, funds and other promotions. Answers what it takes beyond its fund, which those
 * inside must consent to; null for nothing.
 */
export async function mustBePossible(work: Work, wanted: Wanted, promotionId: string | null, despite: Despite) {
  const period = { from: wanted.storeFrom, to: wanted.storeTo }
  mustRunForward(wanted)
  mustNotLastTooLong(daysIn(period))
  mustHaveBaseline(wanted)
  const [accounts, products] = await Promise.all([
    findAccounts(work, wanted.accountIds),
    findProducts(work, wanted.productIds),
  ])
  mustNameAccounts(new Set(wanted.accountIds).size, accounts.length)
  mustMayPlan(work.actor, accounts)
  for (const account of accounts) mustNotBeArchived(account)
  mustNameProducts(new Set(wanted.productIds).size, products)
  mustBeMember(await memberExists(work, wanted.ownerId))
  const fund = wanted.fundId ? await holdFund(work, wanted.fundId) : null
  const taken = fund ? ((await findTaken(work, [fund.id], promotionId)).get(fund.id) ?? '0') : '0'
  const over = beyondFund(fund, wanted, taken, despite)
  const covered = { except: promotionId, accountIds: wanted.accountIds, productIds: wanted.productIds, period }
  mustNotOverlap(await findOverlap(work, covered), despite.despiteOverlap)
  return fund && over !== null ? { fund, left: fundLeft(fund, taken), over } : null
}

type Parts = Pick<Wanted, 'accountIds' | 'productIds'>

/** Has exactly these clients and products belong to the promotion. */
export async function keepParts(work: Work, promotionId: string, { accountIds, productIds }: Parts) {
  const { ofAccounts, ofProducts } = await findParts(work, promotionId)
  const gone = (known: readonly { id: string; of: string }[], wanted: readonly string[]) =>
    known.filter(({ of }) => !wanted.includes(of)).map(({ id }) => id)
  const added = (known: readonly { of: string }[], wanted: readonly string[]) =>
    [...new Set(wanted)].filter((id) => !known.some(({ of }) => of === id))
  await changeRows(work, promotionAccounts, gone(ofAccounts, accountIds), { archivedAt: work.now })
  await changeRows(work, promotionProducts, gone(ofProducts, productIds), { archivedAt: work.now })
  await insertRows(
    work,
    promotionAccounts,
    added(ofAccounts, accountIds).map((accountId) => ({ promotionId, accountId })),
  )
  await insertRows(
    work,
    promotionProducts,
    added(ofProducts, productIds).map((productId) => ({ promotionId, productId })),
  )
}

/** The sales around a promotion as they are on record now. */
export async function readAround(work: Work, { promotion, accounts, products, today }: HeldPromotion) {
  const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
  const { sales, others } = await readSales(work, promotion, ids(accounts), ids(products))
  return { around: aroundOf(promotion, sales, others, today), sales, others }
}

/** Keeps the sales around a promotion as they are on record now. */
export async function keepSnapshot(
  work: Work,
  held: HeldPromotion,
  { around }: Awaited<ReturnType<typeof readAround>>,
) {
  const [before, during, after] = around.parts
  return insertRow(work, promotionSnapshots, {
    promotionId: held.promotion.id,
    beforeFrom: before.from,
    beforeTo: before.to,
    afterTo: after.to,
    beforeUnits: before.units,
    duringUnits: during.units,
    afterUnits: after.over ? after.units : null,
    beforeNet: before.net,
    duringNet: during.net,
    afterNet: after.over ? after.net : null,
    weeklyBaseline: around.baseline.weekly,
    baselineDays: around.baseline.days,
    readBy: work.actor.id,
    readOn: held.today,
  })
}
