import { and, asc, between, eq, gte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { rebateProgrammes } from '@/db/schema/pricing'
import { salesMonths } from '@/db/schema/sales'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf, startOfMonth } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { placesOf } from '@/lib/kernel/money'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { mayEditAccount, seesMargin } from '@/lib/kernel/rights'
import { findAccount } from '@/lib/modules/accounts/queries'
import { may } from './manifest'
import { type RebateBasis, rebateRef } from './model-rebates'
import { ofKnownTerms } from './queries-held'
import { findAuthority } from './queries-policy'
import { accrualOf, cliffsOf, nextTierOf, type RebateMethod, type RebateTier } from './rules-rebates'

type Row = typeof rebateProgrammes.$inferSelect

/** Turnover of a client from the roll-ups of the months of a period, by the first day of the month. */
async function findTurnover({ tx, actor }: Look, row: Row): Promise<string> {
  const amount = row.basis === 'gross' ? salesMonths.grossAmount : salesMonths.netAmount
  const [found] = await tx
    .select({ total: sql<string | null>`sum(${amount})` })
    .from(salesMonths)
    .where(
      and(
        own(salesMonths, actor),
        eq(salesMonths.accountId, row.accountId),
        eq(salesMonths.currency, row.currency),
        between(salesMonths.month, startOfMonth(row.fromDay), row.toDay),
      ),
    )
  return plain(found?.total ?? '0')
}

/** Programmes that have not ended, and those of the last year, the next to end first. */
export const rebates = query({
  name: 'pricing.rebates',
  permission: may.see,
  input: z.strictObject({}),
  async run({ tx, actor, now }) {
    const since = `${Number(dayOf(now, actor.timeZone).slice(0, 4)) - 1}-01-01`
    const rows = await tx
      .select({ row: rebateProgrammes, account: accounts.name })
      .from(rebateProgrammes)
      .innerJoin(accounts, joined(accounts, actor, rebateProgrammes.accountId))
      .where(
        and(
          own(rebateProgrammes, actor),
          live(rebateProgrammes),
          gte(rebateProgrammes.toDay, since),
          ofKnownTerms(rebateProgrammes.accountId, actor),
        ),
      )
      .orderBy(asc(rebateProgrammes.toDay), asc(rebateProgrammes.id))
      .limit(200)
    return rows.map(({ row, account }) => ({
      id: row.id,
      name: row.name,
      accountId: row.accountId,
      account,
      method: row.method as RebateMethod,
      fromDay: row.fromDay,
      toDay: row.toDay,
      currency: row.currency,
      tiers: (row.tiers as RebateTier[]).length,
    }))
  },
})
export type RebateRow = Awaited<ReturnType<typeof rebates.run>>[number]

/** One programme: what is set aside so far by either method, the next tier, and which thresholds are cliffs. */
export const rebateById = query({
  name: 'pricing.rebateById',
  permission: may.see,
  input: rebateRef,
  async run(look, { rebateId }) {
    const { tx, actor, now } = look
    const [found] = await tx
      .select({ row: rebateProgrammes, account: accounts.name })
      .from(rebateProgrammes)
      .innerJoin(accounts, joined(accounts, actor, rebateProgrammes.accountId))
      .where(and(ownRow(rebateProgrammes, actor, rebateId), ofKnownTerms(rebateProgrammes.accountId, actor)))
    if (!found) throw new Refusal('notFound')
    const { row, account } = found
    const today: Day = dayOf(now, actor.timeZone)
    const [turnover, { limits }, owner] = [
      await findTurnover(look, row),
      await findAuthority(look, today),
      await findAccount(look, row.accountId),
    ]
    const [method, tiers] = [row.method as RebateMethod, row.tiers as RebateTier[]]
    const forecast = row.forecast && plain(row.forecast)
    const marginPct = seesMargin(actor) ? limits.marginPct.manager : null
    return {
      id: row.id,
      version: row.version,
      accountId: row.accountId,
      account,
      name: row.name,
      method,
      basis: row.basis as RebateBasis,
      currency: row.currency,
      fromDay: row.fromDay,
      toDay: row.toDay,
      tiers,
      forecast,
      note: row.note,
      archived: row.archivedAt !== null,
      turnover,
      accrual: accrualOf(method, tiers, { turnover, forecast }, placesOf(row.currency)),
      next: nextTierOf(method, tiers, turnover),
      cliffs: seesMargin(actor) ? cliffsOf(method, tiers, { marginPct, steepPct: limits.steepPct }) : [],
      mayChange: mayEditAccount(actor, owner),
    }
  },
})
export type RebateView = Awaited<ReturnType<typeof rebateById.run>>
