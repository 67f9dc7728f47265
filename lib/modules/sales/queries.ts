import { and, asc, desc, eq, gte, inArray, lte, max, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { products } from '@/db/schema/products'
import { receivables, salesDocuments, salesLines, salesMonths, salesTotals } from '@/db/schema/sales'
import type { Look } from '@/lib/kernel/command'
import { addMonths, type Day, dayOf, startOfMonth } from '@/lib/kernel/day'
import { exact, plain, sumOf } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { seesMargin } from '@/lib/kernel/rights'
import { ofVisibleAccount, visibleAccounts } from '@/lib/kernel/visibility'
import { findAccount } from '@/lib/modules/accounts/queries'
import { convertOn } from '@/lib/modules/workspace/queries-money'
import { may } from './manifest'
import { accountRef } from './model'
import { agingOf, mainCurrency, yearOverYear, yearUntil } from './rules'

/**
 * What an account bought in the twelve whole months up to a day, from the roll-ups, in the currency of most of its lines.
 * Amounts are exact; `lines` 0 means that nothing is on record.
 */
export async function annualSales({ tx, actor }: Look, accountId: string, until: Day) {
  const { from, to } = yearUntil(until)
  const rows = await tx
    .select({
      currency: salesMonths.currency,
      gross: sql<string>`sum(${salesMonths.grossAmount})::text`,
      net: sql<string>`sum(${salesMonths.netAmount})::text`,
      lines: sql<number>`sum(${salesMonths.lines})::int`,
    })
    .from(salesMonths)
    .where(
      and(
        own(salesMonths, actor),
        eq(salesMonths.accountId, accountId),
        gte(salesMonths.month, from),
        lte(salesMonths.month, to),
        ofVisibleAccount(salesMonths.accountId, actor),
      ),
    )
    .groupBy(salesMonths.currency)
  const currency = mainCurrency(rows) ?? 'TWD'
  const its = rows.find((row) => row.currency === currency)
  return { gross: plain(its?.gross ?? 0), net: plain(its?.net ?? 0), currency, lines: its?.lines ?? 0, from, to }
}

/**
 * What part of everything that was sold in its main currency an account bought in the same twelve months, in percent,
 * exact to six places; as of last night, when the total was summed up. Null without sales.
 */
export async function shareOfSales(look: Look, accountId: string, until: Day): Promise<string | null> {
  const { tx, actor } = look
  const { net, currency, from, to } = await annualSales(look, accountId, until)
  const [all] = await tx
    .select({ net: sql<string | null>`sum(${salesTotals.netAmount})::text` })
    .from(salesTotals)
    .where(
      and(
        own(salesTotals, actor),
        gte(salesTotals.month, from),
        lte(salesTotals.month, to),
        eq(salesTotals.currency, currency),
      ),
    )
  const total = exact(all?.net ?? 0)
  return total.gt(0) ? plain(exact(net).times(100).div(total).toDecimalPlaces(6)) : null
}

type OfYear = { accountId: string; currency: string; until: Day }

/** What an account bought of each product in the same twelve months, in one currency: base units and net amount, exact. */
export async function annualProducts({ tx, actor }: Look, { accountId, currency, until }: OfYear) {
  const { from, to } = yearUntil(until)
  const rows = await tx
    .select({
      productId: salesMonths.productId,
      quantity: sql<string>`sum(${salesMonths.baseQuantity})::text`,
      net: sql<string>`sum(${salesMonths.netAmount})::text`,
    })
    .from(salesMonths)
    .where(
      and(
        own(salesMonths, actor),
        eq(salesMonths.accountId, accountId),
        eq(salesMonths.currency, currency),
        gte(salesMonths.month, from),
        lte(salesMonths.month, to),
        ofVisibleAccount(salesMonths.accountId, actor),
      ),
    )
    .groupBy(salesMonths.productId)
  return rows.map(({ productId, quantity, net }) => ({ productId, quantity: plain(quantity), net: plain(net) }))
}

/** What an account bought on each day of a period, in each currency: the net of its lines, exact. */
export const dailySales = ({ tx, actor }: Look, accountId: string, { from, to }: { from: Day; to: Day }) =>
  tx
    .select({
      day: salesLines.day,
      currency: salesLines.currency,
      net: sql<string>`sum(${salesLines.netAmount})::text`,
    })
    .from(salesLines)
    .where(
      and(
        own(salesLines, actor),
        eq(salesLines.accountId, accountId),
        gte(salesLines.day, from),
        lte(salesLines.day, to),
        live(salesLines),
        ofVisibleAccount(salesLines.accountId, actor),
      ),
    )
    .groupBy(salesLines.day, salesLines.currency)

type Comparable = { productId: string; currency: string; from: Day; to: Day; most?: number }

/**
 * Deals of other clients for the same product, the latest first: for guidance on a price. Only inside commands or for
 * those who may see margins; everybody else gets none, because other clients' prices are confidential.
 */
export async function comparableLines(look: Look, { productId, currency, from, to, most = 200 }: Comparable) {
  const { tx, actor } = look
  if (!('commandId' in look || seesMargin(actor))) return []
  const rows = await tx
    .select({
      id: salesLines.id,
      accountId: salesLines.accountId,
      account: accounts.name,
      segment: accounts.segment,
      tier: accounts.tier,
      day: salesLines.day,
      number: salesDocuments.number,
      quantity: salesLines.quantity,
      unit: salesLines.unit,
      baseQuantity: salesLines.baseQuantity,
      unitPrice: salesLines.unitPrice,
      discountPct: salesLines.discountPct,
      netAmount: salesLines.netAmount,
    })
    .from(salesLines)
    .innerJoin(salesDocuments, joined(salesDocuments, actor, salesLines.documentId))
    .innerJoin(accounts, joined(accounts, actor, salesLines.accountId))
    .where(
      and(
        own(salesLines, actor),
        eq(salesLines.productId, productId),
        eq(salesLines.currency, currency),
        gte(salesLines.day, from),
        lte(salesLines.day, to),
        live(salesLines),
        visibleAccounts(accounts, actor),
      ),
    )
    .orderBy(desc(salesLines.day), desc(salesLines.id))
    .limit(most)
  return rows.map((row) => ({
    ...row,
    quantity: plain(row.quantity),
    baseQuantity: plain(row.baseQuantity),
    unitPrice: plain(row.unitPrice),
    discountPct: plain(row.discountPct),
    netAmount: plain(row.netAmount),
  }))
}

const topProducts = 10

/** How an account buys: twelve months beside those of a year ago, its products, and what it still owes. From roll-ups. */
export const overview = query({
  name: 'sales.overview',
  permission: may.see,
  input: accountRef,
  async run(look, { accountId }) {
    const { tx, actor, now } = look
    await findAccount(look, accountId)
    const today = dayOf(now, actor.timeZone)
    const from = startOfMonth(addMonths(startOfMonth(today), -23))
    const ofAccount = and(own(salesMonths, actor), eq(salesMonths.accountId, accountId), gte(salesMonths.month, from))
    const [months, byProduct, [last], owed] = await Promise.all([
      tx
        .select({
          month: salesMonths.month,
          currency: salesMonths.currency,
          gross: sql<string>`sum(${salesMonths.grossAmount})::text`,
          net: sql<string>`sum(${salesMonths.netAmount})::text`,
          lines: sql<number>`sum(${salesMonths.lines})::int`,
        })
        .from(salesMonths)
        .where(ofAccount)
        .groupBy(salesMonths.month, salesMonths.currency),
      tx
        .select({
          productId: salesMonths.productId,
          currency: salesMonths.currency,
          thisYear: netSince(addMonths(startOfMonth(today), -11)),
          lastYear: netUntil(addMonths(startOfMonth(today), -12)),
          quantity: sql<string>`coalesce(sum(${salesMonths.baseQuantity}) filter (where ${salesMonths.month} >= ${addMonths(startOfMonth(today), -11)}), 0)::text`,
        })
        .from(salesMonths)
        .where(ofAccount)
        .groupBy(salesMonths.productId, salesMonths.currency),
      tx
        .select({ day: max(salesLines.day) })
        .from(salesLines)
        .where(and(own(salesLines, actor), eq(salesLines.accountId, accountId), live(salesLines))),
      findOwed(look, accountId),
    ])
    const currency = mainCurrency(months) ?? 'TWD'
    const its = byProduct
      .filter((row) => row.currency === currency)
      .sort((a, b) => exact(b.thisYear).comparedTo(a.thisYear) || exact(b.lastYear).comparedTo(a.lastYear))
    const top = its.slice(0, topProducts)
    const names =
      top.length > 0
        ? await namesOf(
            look,
            top.map(({ productId }) => productId),
          )
        : new Map()
    const bars = yearOverYear(months, today, currency)
    return {
      today,
      currency,
      others: await findOthers(look, months, currency, today),
      months: bars,
      thisYear: plain(sumOf(bars.map(({ net }) => net))),
      lastYear: plain(sumOf(bars.map(({ before }) => before))),
      lastSoldOn: last?.day ?? null,
      products: its.length,
      top: top.map(({ productId, thisYear, lastYear, quantity }) => ({
        productId,
        code: names.get(productId)?.code ?? '',
        name: names.get(productId)?.name ?? '',
        baseUnit: names.get(productId)?.baseUnit ?? '',
        thisYear: plain(thisYear),
        lastYear: plain(lastYear),
        quantity: plain(quantity),
      })),
      owed,
    }
  },
})
export type SalesOverview = Awaited<ReturnType<typeof overview.run>>

const mostCurrencies = 5

/** What was sold in other currencies in the same twelve months, and what that is in this one by today's rate, if known. */
function findOthers(look: Look, months: Parameters<typeof yearOverYear>[0], currency: string, today: Day) {
  const others = [...new Set(months.map((row) => row.currency))].filter((each) => each !== currency).sort()
  return Promise.all(
    others.slice(0, mostCurrencies).map(async (other) => {
      const amount = plain(sumOf(yearOverYear(months, today, other).map(({ net }) => net)))
      const money = { amount, currency: other }
      return { ...money, converted: await convertOn(look, money, currency, today) }
    }),
  )
}

const netSince = (month: Day) =>
  sql<string>`coalesce(sum(${salesMonths.netAmount}) filter (where ${salesMonths.month} >= ${month}), 0)::text`
const netUntil = (month: Day) =>
  sql<string>`coalesce(sum(${salesMonths.netAmount}) filter (where ${salesMonths.month} <= ${month}), 0)::text`

async function namesOf({ tx, actor }: Look, ids: readonly string[]) {
  const rows = await tx
    .select({ id: products.id, code: products.code, name: products.name, baseUnit: products.baseUnit })
    .from(products)
    .where(and(own(products, actor), inArray(products.id, [...ids])))
  return new Map(rows.map((row) => [row.id, row]))
}

/** More open invoices than any account has; all of them are added up. */
const mostInvoices = 10_000

/**
 * What an account owes by the newest file of open invoices of the company. Invoices that this file does not name are
 * paid, or were not asked for: they count no longer. Null when no such file was ever brought.
 */
async function findOwed({ tx, actor }: Look, accountId: string) {
  const [newest] = await tx
    .select({ asOf: max(receivables.asOf) })
    .from(receivables)
    .where(and(own(receivables, actor), live(receivables)))
  const asOf = newest?.asOf ?? null
  if (asOf === null) return null
  const invoices = await tx
    .select({
      id: receivables.id,
      invoiceNumber: receivables.invoiceNumber,
      invoiceDay: receivables.invoiceDay,
      dueDay: receivables.dueDay,
      amount: receivables.amount,
      openAmount: receivables.openAmount,
      currency: receivables.currency,
      chequeNumber: receivables.chequeNumber,
      chequeDueDay: receivables.chequeDueDay,
      chequeCashedDay: receivables.chequeCashedDay,
    })
    .from(receivables)
    .where(
      and(own(receivables, actor), eq(receivables.accountId, accountId), eq(receivables.asOf, asOf), live(receivables)),
    )
    .orderBy(asc(receivables.dueDay), asc(receivables.id))
    .limit(mostInvoices)
  return {
    asOf,
    aging: agingOf(invoices, asOf),
    invoices: invoices.map((row) => ({ ...row, amount: plain(row.amount), openAmount: plain(row.openAmount) })),
  }
}
