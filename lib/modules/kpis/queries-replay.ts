import { and, count, eq } from 'drizzle-orm'
import { isAlive, kpiBreaches } from '@/db/schema/kpis'
import { among } from '@/lib/kernel/among'
import type { Look } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import type { BreachState } from './model-states'

/** The breaches of these KPIs, those that are over included, held until the transaction ends. */
export async function findBreachesOf({ tx, actor }: Look, kpiIds: readonly string[]) {
  const rows = await tx
    .select({
      id: kpiBreaches.id,
      kpiId: kpiBreaches.kpiId,
      openedPeriod: kpiBreaches.openedPeriod,
      greenPeriod: kpiBreaches.greenPeriod,
      state: kpiBreaches.state,
      amount: kpiBreaches.amount,
    })
    .from(kpiBreaches)
    .where(and(own(kpiBreaches, actor), among(kpiBreaches.kpiId, kpiIds), live(kpiBreaches)))
    .for('update')
  return rows.map((row) => ({ ...row, amount: row.amount && plain(row.amount), state: row.state as BreachState }))
}

/** How many breaches of a KPI somebody still has to deal with. */
export async function countAlive({ tx, actor }: Look, kpiId: string): Promise<number> {
  const [row] = await tx
    .select({ alive: count() })
    .from(kpiBreaches)
    .where(and(own(kpiBreaches, actor), eq(kpiBreaches.kpiId, kpiId), live(kpiBreaches), isAlive(kpiBreaches)))
  return row?.alive ?? 0
}
