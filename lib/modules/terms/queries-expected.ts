import { and, asc, eq } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { deductionClaims } from '@/db/schema/terms'
import type { Look } from '@/lib/kernel/command'
import { addMonths, type Day, dayOf } from '@/lib/kernel/day'
import { exact } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { findEndedOf } from '@/lib/modules/promotions/queries-held'
import { dailySales } from '@/lib/modules/sales/queries'
import { may } from './manifest'
import { expectedInput } from './model-deductions'
import type { TermValues } from './model-values'
import {
  findAccountPart,
  findDepartures,
  findSheetsOf,
  findStandards,
  findTimeline,
  findTypeNames,
  findVersionsOf,
  valuesOf,
} from './queries-held'
import { laidOver } from './rules-difference'
import {
  type DaySales,
  expectedOf,
  expectedOfPromotion,
  faultOf,
  type Period,
  periodLabel,
  type Sheet,
} from './rules-expected'
import { nameOfType, valueInWords } from './rules-words'

/** Locks the account while claims are drawn up, so that two who ask at once make each claim once. */
export const holdAccount = ({ tx, actor }: Look, accountId: string) =>
  tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(ownRow(accounts, actor, accountId))
    .for('no key update')

/** The sheets by which we sell, with what each of their versions in the timeline agreed. */
async function findAgreed(look: Look, accountId: string): Promise<Sheet[]> {
  const sheets = (await findSheetsOf(look, accountId)).filter(({ direction }) => direction === 'sell')
  const sheetIds = sheets.map(({ id }) => id)
  if (sheetIds.length === 0) return []
  const [timeline, versions] = await Promise.all([findTimeline(look, sheetIds), findVersionsOf(look, sheetIds)])
  const held = versions.filter(({ id }) => timeline.some(({ versionId }) => versionId === id))
  const [departures, standards] = await Promise.all([
    findDepartures(
      look,
      held.map(({ id }) => id),
    ),
    findStandards(
      look,
      held.flatMap(({ standardId }) => standardId ?? []),
    ),
  ])
  return sheets.map(({ id, scope, currency }) => {
    const agreed = held
      .filter(({ sheetId }) => sheetId === id)
      .map((version): [string, TermValues] => {
        const special = valuesOf(departures.filter(({ versionId }) => versionId === version.id))
        return [version.id, laidOver(standards.get(version.standardId ?? '')?.content ?? {}, special)]
      })
    return { id, scope, currency, stretches: timeline.filter(({ sheetId }) => sheetId === id), agreed: new Map(agreed) }
  })
}

const salesOf = (rows: Awaited<ReturnType<typeof dailySales>>, currency: string): DaySales =>
  new Map(rows.flatMap((row): [Day, string][] => (row.currency === currency ? [[row.day, row.net]] : [])))

const findClaimed = ({ tx, actor }: Look, accountId: string) =>
  tx
    .select({ reference: deductionClaims.reference, expectedKey: deductionClaims.expectedKey })
    .from(deductionClaims)
    .where(and(own(deductionClaims, actor), eq(deductionClaims.accountId, accountId), live(deductionClaims)))
    .orderBy(asc(deductionClaims.id))

/**
 * What an account may deduct by the terms in force and by promotions that are over, within a period: each with what it is
 * drawn up from, and whether a claim was made of it already.
 */
export async function findExpected(look: Look, accountId: string, asked: Period) {
  const { actor, now } = look
  const today = dayOf(now, actor.timeZone)
  const [sheets, names, claimed, promotions, sold] = await Promise.all([
    findAgreed(look, accountId),
    findTypeNames(look),
    findClaimed(look, accountId),
    findEndedOf(look, accountId, asked, today),
    dailySales(look, accountId, { from: addMonths(`${asked.from.slice(0, 4)}-01-01`, -12), to: asked.to }),
  ])
  const claims = new Map(
    claimed.flatMap(({ expectedKey, reference }) => (expectedKey ? [[expectedKey, reference]] : [])),
  )
  const ofTerms = sheets.flatMap((sheet) =>
    expectedOf(sheet, asked, today, salesOf(sold, sheet.currency)).map(({ value, rhythm, ...each }) => ({
      ...each,
      source: 'term' as const,
      currency: sheet.currency,
      promotionId: null,
      name: nameOfType(each.code, actor.locale, names),
      reference: `${nameOfType(each.code, 'zh-TW', names)} ${periodLabel(rhythm, each.period)}`,
      agreed: valueInWords(each.code, value, actor.locale, sheet.currency),
    })),
  )
  const ofPromotions = promotions.map((promotion) => ({
    ...expectedOfPromotion(promotion),
    key: `promotion:${promotion.id}`,
    source: 'promotion' as const,
    code: null,
    versionId: null,
    promotionId: promotion.id,
    period: { from: promotion.storeFrom, to: promotion.storeTo },
    reasonCode: '21' as const,
    currency: promotion.currency,
    ofSales: null,
    name: promotion.title,
    reference: promotion.title,
    agreed: null,
  }))
  return {
    taken: new Set(claimed.map(({ reference }) => reference)),
    expected: [...ofTerms, ...ofPromotions.filter(({ amount }) => amount === null || exact(amount).gt(0))].map(
      (each) => ({
        ...each,
        /** The claim that was made of it; null while there is none. */
        claimed: claims.get(each.key) ?? null,
      }),
    ),
  }
}

/** The claims that a period would make, before they are made; none, with what is wrong, for a period that cannot be asked for. */
export const expectedClaims = query({
  name: 'terms.expectedClaims',
  permission: may.see,
  input: expectedInput,
  async run(look, { accountId, ...asked }) {
    await findAccountPart(look, accountId)
    const fault = faultOf(asked)
    const { expected } = fault ? { expected: [] } : await findExpected(look, accountId, asked)
    return {
      ...asked,
      fault,
      expected,
      open: expected.filter(({ claimed, amount }) => !claimed && amount !== null).length,
    }
  },
})
export type ExpectedClaims = Awaited<ReturnType<typeof expectedClaims.run>>
