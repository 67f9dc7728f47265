import { and, between, gte, inArray, lte, sql } from 'drizzle-orm'
import { z } from 'zod'
import { salesLines, salesMonths, salesTotals } from '@/db/schema/sales'
import { command, type Work } from '@/lib/kernel/command'
import { type Day, endOfMonth, startOfMonth } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { clearLedger, keepLedger } from '@/lib/kernel/write-each'
import { may } from './manifest'
import { messages } from './messages'
import { refreshInput } from './model'
import { holdAccountsSold } from './queries-months'

/**
 * Adds the lines of these accounts up anew, for the months in which these days lie. It reads what is on record, so that
 * it may run twice, late, or for too much; two of them never meet at one account.
 */
export const refreshMonths = command({
  name: 'sales.refreshMonths',
  permission: may.keepMonths,
  input: refreshInput,
  messages,
  async run(work, { accountIds, from, to }) {
    const [first, last] = [startOfMonth(from), endOfMonth(to)]
    await holdAccountsSold(work, accountIds)
    const sums = await sumLines(work, accountIds, first, last)
    const part = and(inArray(salesMonths.accountId, accountIds), between(salesMonths.month, first, startOfMonth(last)))
    await clearLedger(work, salesMonths, part)
    await keepLedger(work, salesMonths, sums)
    return { months: sums.length }
  },
})

/** Sums the months of all accounts up anew, once a night: what an account's share is a share of. */
export const refreshTotals = command({
  name: 'sales.refreshTotals',
  permission: may.keepMonths,
  input: z.strictObject({}),
  messages,
  async run(work) {
    const { tx, actor } = work
    const sums = await tx
      .select({
        month: salesMonths.month,
        currency: salesMonths.currency,
        netAmount: sql<string>`sum(${salesMonths.netAmount})`,
      })
      .from(salesMonths)
      .where(own(salesMonths, actor))
      .groupBy(salesMonths.month, salesMonths.currency)
    await clearLedger(work, salesTotals, undefined)
    await keepLedger(work, salesTotals, sums)
    return { months: sums.length }
  },
})

const monthOf = sql<Day>`date_trunc('month', ${salesLines.day})::date::text`

const sumLines = ({ tx, actor }: Work, accountIds: readonly string[], first: Day, last: Day) =>
  tx
    .select({
      accountId: salesLines.accountId,
      productId: salesLines.productId,
      month: monthOf,
      currency: salesLines.currency,
      baseQuantity: sql<string>`sum(${salesLines.baseQuantity})`,
      grossAmount: sql<string>`sum(${salesLines.grossAmount})`,
      netAmount: sql<string>`sum(${salesLines.netAmount})`,
      lines: sql<number>`count(*)::int`,
    })
    .from(salesLines)
    .where(
      and(
        own(salesLines, actor),
        inArray(salesLines.accountId, [...accountIds]),
        gte(salesLines.day, first),
        lte(salesLines.day, last),
        live(salesLines),
      ),
    )
    .groupBy(salesLines.accountId, salesLines.productId, sql`3`, salesLines.currency)
