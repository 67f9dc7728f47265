import { and, asc, gt, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { salesLines, salesMonths } from '@/db/schema/sales'
import type { Look } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { id } from '@/lib/kernel/input'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'

/** Locks accounts while their months are added up, so that two runs never meet at one of them. */
export const holdAccountsSold = ({ tx, actor }: Look, ids: readonly string[]) =>
  tx
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(own(accounts, actor), inArray(accounts.id, [...ids])))
    .orderBy(asc(accounts.id))
    .for('no key update')

const atOnce = 50

/** Accounts with lines or months after this one, with the days that they span; for the full rebuild. */
export const accountsSold = query({
  name: 'sales.accountsSold',
  permission: may.keepMonths,
  input: z.strictObject({ after: id.optional() }),
  async run({ tx, actor }, { after }) {
    const [lines, months] = await Promise.all([
      tx
        .select({
          accountId: salesLines.accountId,
          from: sql<Day>`min(${salesLines.day})::text`,
          to: sql<Day>`max(${salesLines.day})::text`,
        })
        .from(salesLines)
        .where(and(own(salesLines, actor), after ? gt(salesLines.accountId, after) : undefined))
        .groupBy(salesLines.accountId)
        .orderBy(asc(salesLines.accountId))
        .limit(atOnce),
      tx
        .select({
          accountId: salesMonths.accountId,
          from: sql<Day>`min(${salesMonths.month})::text`,
          to: sql<Day>`max(${salesMonths.month})::text`,
        })
        .from(salesMonths)
        .where(and(own(salesMonths, actor), after ? gt(salesMonths.accountId, after) : undefined))
        .groupBy(salesMonths.accountId)
        .orderBy(asc(salesMonths.accountId))
        .limit(atOnce),
    ])
    const spans = new Map<string, { accountId: string; from: Day; to: Day }>()
    for (const row of [...lines, ...months]) {
      const known = spans.get(row.accountId) ?? row
      const days = [known.from, known.to, row.from, row.to].sort()
      spans.set(row.accountId, { accountId: row.accountId, from: days[0] ?? row.from, to: days.at(-1) ?? row.to })
    }
    return [...spans.values()].sort((a, b) => (a.accountId < b.accountId ? -1 : 1)).slice(0, atOnce)
  },
})
