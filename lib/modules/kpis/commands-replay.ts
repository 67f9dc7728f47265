import { kpiBreaches } from '@/db/schema/kpis'
import type { Work } from '@/lib/kernel/command'
import { grouped } from '@/lib/kernel/grouped'
import { placesOf } from '@/lib/kernel/money'
import { changeRows, insertRows } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import type { FoundKpi } from './queries-held'
import { findBreachesOf } from './queries-replay'
import type { BreachRule } from './rules-breaches'
import type { PeriodReading } from './rules-readings'
import { replayed } from './rules-replay'

type Read = {
  kpi: Pick<FoundKpi, 'id' | 'agreementId' | 'accountId' | 'breachRule' | 'planRequired' | 'credit'> & {
    currency: string
  }
  periods: readonly PeriodReading[]
}

/**
 * Replays the measured periods of these KPIs and keeps the breaches that follow from them. One question and at most three
 * writes however many there are; whoever has to deal with one that opened, or is open again, is told by a job. K07.
 */
export async function keepBreaches(work: Work, read: readonly Read[]): Promise<ReadonlyMap<string, number>> {
  const kept = await findBreachesOf(
    work,
    read.map(({ kpi }) => kpi.id),
  )
  const known = grouped(kept, ({ kpiId }) => kpiId)
  const wereClosed = new Set(kept.flatMap(({ id, state }) => (state === 'closed' ? [id] : [])))
  const results = read.map(({ kpi, periods }) => ({
    kpi,
    ...replayed(periods, known.get(kpi.id) ?? [], {
      rule: kpi.breachRule as BreachRule,
      planRequired: kpi.planRequired,
      credit: kpi.credit,
      places: placesOf(kpi.currency),
    }),
  }))
  await changeRows(
    work,
    kpiBreaches,
    results.flatMap(({ refound }) => refound),
    { archivedAt: work.now },
  )
  await changeEach(
    work,
    kpiBreaches,
    results.flatMap(({ changed }) =>
      changed.map((each) => ({
        ...each,
        ...(each.state === 'closed' && !wereClosed.has(each.id) && { closedAt: work.now }),
        ...(each.state === 'void' && { voidBecause: 'restated' }),
      })),
    ),
  )
  const opened = await insertRows(
    work,
    kpiBreaches,
    results.flatMap(({ kpi, opened: found }) =>
      found.map(({ over, ...breach }) => ({
        ...breach,
        kpiId: kpi.id,
        agreementId: kpi.agreementId,
        accountId: kpi.accountId,
        state: over ? 'closed' : 'open',
        closedAt: over ? work.now : null,
      })),
    ),
  )
  const untold = opened.filter(({ state, greenPeriod }) => state === 'open' && greenPeriod === null)
  await emitOf(
    work,
    'kpis.breached',
    untold.map(({ id }) => id),
  )
  await emitOf(
    work,
    'kpis.reopened',
    results.flatMap(({ reopened }) => reopened),
  )
  return new Map(results.map(({ kpi, alive }) => [kpi.id, alive]))
}

/** So many breaches are told of by one job. */
const most = 100

async function emitOf(work: Work, event: 'kpis.breached' | 'kpis.reopened', ids: readonly string[]) {
  for (let from = 0; from < ids.length; from += most)
    await work.emit(event, { breachIds: ids.slice(from, from + most) })
}
