import { and, asc, desc, eq, gte, inArray, ne } from 'drizzle-orm'
import { fileLinks, files } from '@/db/schema/files'
import {
  promotionCitations,
  promotionDirections,
  promotionFunds,
  promotionSnapshots,
  promotions,
} from '@/db/schema/promotions'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { addDays, dayOf, daysBetween } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { seesMargin } from '@/lib/kernel/rights'
import { may } from './manifest'
import { type Decision, type PromotionForm, promotionRef, type Stance } from './model'
import { findPromotion, findResult, isConsented, visiblePromotions, withClients } from './queries-held'
import { aroundOf, readSales } from './queries-sales'
import { mayPlan, maySettle, owesResult, stateOf } from './rules'
import { resultOf } from './rules-result'

const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id)
const number = (value: string | null) => value && plain(value)

/** Everything about one promotion; what its units contribute only for those who may know margins. */
export const record = query({
  name: 'promotions.record',
  permission: may.see,
  input: promotionRef,
  async run(look, { promotionId }) {
    const { actor, now } = look
    const today = dayOf(now, actor.timeZone)
    const { promotion, facts, accounts, products } = await findPromotion(look, promotionId)
    const [read, result, snapshots, directions, names, fund, proof, others] = await Promise.all([
      readSales(look, promotion, ids(accounts), ids(products)),
      findResult(look, promotionId),
      findSnapshots(look, promotionId),
      findDirections(look, promotionId),
      findNamesOfMembers(look, [promotion.ownerId, promotion.agreedBy, promotion.settledBy]),
      findFundName(look, promotion.fundId),
      findFiles(look, ids(accounts)),
      findOtherPromotions(look, promotionId, ids(accounts)),
    ])
    const state = stateOf(facts, today)
    const planned = isGranted(may.plan, actor) && mayPlan(actor, accounts)
    return {
      id: promotion.id,
      version: promotion.version,
      title: promotion.title,
      form: promotion.form as PromotionForm,
      mechanics: promotion.mechanics,
      ownerId: promotion.ownerId,
      owner: names.get(promotion.ownerId) ?? '',
      orderFrom: promotion.orderFrom,
      orderTo: promotion.orderTo,
      shipFrom: promotion.shipFrom,
      shipTo: promotion.shipTo,
      storeFrom: promotion.storeFrom,
      storeTo: promotion.storeTo,
      currency: promotion.currency,
      budgetOurs: number(promotion.budgetOurs),
      budgetTheirs: number(promotion.budgetTheirs),
      budgetFund: number(promotion.budgetFund),
      fundId: promotion.fundId,
      fund,
      overFund: promotion.overFund,
      consented: !promotion.overFund || (await isConsented(look, promotion)),
      expectedLiftPct: number(promotion.expectedLiftPct),
      baselineMethod: promotion.baselineMethod,
      baselineWeeks: promotion.baselineWeeks,
      baselineTyped: number(promotion.baselineTyped),
      agreed: agreedOf(promotion, names, actor.timeZone),
      settled: settledOf(promotion, names, actor.timeZone, proof),
      cancelledBecause: promotion.cancelledBecause,
      accounts: accounts.map(({ id, name }) => ({ id, name })),
      products: products.map(({ id, code, name, baseUnit }) => ({ id, code, name, baseUnit })),
      unit: products[0]?.baseUnit ?? '',
      state,
      owesResult: owesResult(facts, today),
      endedDays: daysBetween(promotion.storeTo, today),
      around: aroundOf(promotion, read.sales, read.others, today),
      result: result && resultSeen(result, seesMargin(actor)),
      snapshots,
      directions,
      others,
      files: proof,
      mayPlan: planned,
      maySettle: isGranted(may.settle, actor) && maySettle(actor, accounts),
      seesMargin: seesMargin(actor),
      today,
    }
  },
})
export type PromotionRecord = Awaited<ReturnType<typeof record.run>>

type Promotion = Awaited<ReturnType<typeof findPromotion>>['promotion']
type Names = ReadonlyMap<string, string>

const agreedOf = ({ agreedAt, agreedBy, agreedNote }: Promotion, names: Names, timeZone: string) =>
  agreedAt && { on: dayOf(agreedAt, timeZone), by: names.get(agreedBy ?? '') ?? '', note: agreedNote }

const settledOf = (
  promotion: Promotion,
  names: Names,
  timeZone: string,
  known: readonly { id: string; name: string }[],
) =>
  promotion.settledAt && {
    on: dayOf(promotion.settledAt, timeZone),
    by: names.get(promotion.settledBy ?? '') ?? '',
    cost: number(promotion.settledCost),
    document: promotion.settledDocument,
    proofNote: promotion.proofNote,
    proof: known.find(({ id }) => id === promotion.proofFileId) ?? null,
  }

/** The result with M01 worked out; without the contribution of a unit, and what follows from it, for others. */
function resultSeen(row: NonNullable<Awaited<ReturnType<typeof findResult>>>, margin: boolean) {
  const given = {
    weeklyBaseline: plain(row.weeklyBaseline),
    weeks: plain(row.weeks),
    actualUnits: plain(row.actualUnits),
    cannibalised: plain(row.cannibalised),
    pulledForward: plain(row.pulledForward),
    unitDiscount: plain(row.unitDiscount),
    fixedCost: plain(row.fixedCost),
    unitContribution: margin ? number(row.unitContribution) : null,
  }
  return {
    ...given,
    ...resultOf(given),
    baselineFrom: row.baselineFrom,
    baselineTo: row.baselineTo,
    afterUnits: number(row.afterUnits),
    learning: row.learning,
    recordedBy: row.recordedBy,
    recordedOn: row.recordedOn,
  }
}

async function findFundName({ tx, actor }: Look, fundId: string | null): Promise<string | null> {
  if (!fundId) return null
  const [row] = await tx
    .select({ name: promotionFunds.name })
    .from(promotionFunds)
    .where(ownRow(promotionFunds, actor, fundId))
  return row?.name ?? null
}

/** Files of the clients that can prove that the promotion took place, the newest first. */
async function findFiles({ tx, actor }: Look, accountIds: readonly string[]) {
  if (accountIds.length === 0) return []
  return tx
    .selectDistinct({ id: files.id, name: files.name })
    .from(fileLinks)
    .innerJoin(files, and(joined(files, actor, fileLinks.fileId), live(files)))
    .where(and(own(fileLinks, actor), inArray(fileLinks.accountId, [...accountIds]), live(fileLinks)))
    .orderBy(desc(files.id))
    .limit(50)
}

async function findSnapshots({ tx, actor }: Look, promotionId: string) {
  const rows = await tx
    .select({
      id: promotionSnapshots.id,
      readOn: promotionSnapshots.readOn,
      before: promotionSnapshots.beforeUnits,
      during: promotionSnapshots.duringUnits,
      after: promotionSnapshots.afterUnits,
    })
    .from(promotionSnapshots)
    .where(and(own(promotionSnapshots, actor), eq(promotionSnapshots.promotionId, promotionId)))
    .orderBy(desc(promotionSnapshots.id))
    .limit(20)
  return rows.map((row) => ({
    ...row,
    before: plain(row.before),
    during: plain(row.during),
    after: number(row.after),
  }))
}

/** Directions, the latest first, with what they rest on. */
async function findDirections({ tx, actor }: Look, promotionId: string) {
  const rows = await tx
    .select({
      id: promotionDirections.id,
      decision: promotionDirections.decision,
      reason: promotionDirections.reason,
      reviewOn: promotionDirections.reviewOn,
      decidedBy: members.name,
      decidedOn: promotionDirections.decidedOn,
    })
    .from(promotionDirections)
    .innerJoin(members, joined(members, actor, promotionDirections.decidedBy))
    .where(and(own(promotionDirections, actor), eq(promotionDirections.promotionId, promotionId)))
    .orderBy(desc(promotionDirections.id))
    .limit(20)
  if (rows.length === 0) return []
  const cited = await tx
    .select({
      id: promotionCitations.id,
      directionId: promotionCitations.directionId,
      stance: promotionCitations.stance,
      snapshotOn: promotionSnapshots.readOn,
      promotionId: promotions.id,
      title: promotions.title,
    })
    .from(promotionCitations)
    .leftJoin(
      promotionSnapshots,
      and(own(promotionSnapshots, actor), eq(promotionSnapshots.id, promotionCitations.snapshotId)),
    )
    .leftJoin(promotions, and(own(promotions, actor), eq(promotions.id, promotionCitations.citedPromotionId)))
    .where(and(own(promotionCitations, actor), inArray(promotionCitations.directionId, ids(rows))))
    .orderBy(asc(promotionCitations.id))
  return rows.map((row) => ({
    ...row,
    decision: row.decision as Decision,
    citations: cited
      .filter(({ directionId }) => directionId === row.id)
      .map((each) => ({ ...each, stance: each.stance as Stance })),
  }))
}

/** Other promotions with the same clients in the two years before and after: what a direction can also rest on. */
async function findOtherPromotions({ tx, actor, now }: Look, promotionId: string, accountIds: readonly string[]) {
  if (accountIds.length === 0) return []
  return tx
    .select({ id: promotions.id, title: promotions.title, storeFrom: promotions.storeFrom })
    .from(promotions)
    .where(
      and(
        own(promotions, actor),
        live(promotions),
        visiblePromotions(actor),
        ne(promotions.id, promotionId),
        gte(promotions.storeFrom, addDays(dayOf(now, actor.timeZone), -730)),
        withClients(accountIds, actor),
      ),
    )
    .orderBy(desc(promotions.storeFrom), desc(promotions.id))
    .limit(10)
}
