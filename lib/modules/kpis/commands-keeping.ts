import { kpis } from '@/db/schema/kpis'
import { command, type Work } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { mustBeJob } from '@/lib/kernel/job'
import { changeEach } from '@/lib/kernel/write-each'
import { findFiscalCalendar } from '@/lib/modules/workspace/queries-money'
import { keepBreaches } from './commands-replay'
import { may } from './manifest'
import { messages } from './messages-refusals'
import { agreementRef } from './model'
import { findKpisOf, findReadable } from './queries-held'
import { type KpiReading, readingOf } from './rules-readings'

/**
 * Reads these KPIs anew and keeps what they say today: the latest value against its target, where a total will end, since
 * when a value is missing. To be called, for all of them at once, after every change of a measurement or of a target that
 * was executed; however many there are, it asks four questions and writes once. At most a few hundred at a time.
 */
export async function keepLatest(work: Work, kpiIds: readonly string[]): Promise<void> {
  const found = await findReadable(work, [...new Set(kpiIds)])
  if (found.length === 0) return
  const calendar = await findFiscalCalendar(work)
  const readings = found.map(({ kpi, targets, measured }) => ({
    kpi,
    ...readingOf(kpi, targets, measured, calendar),
  }))
  const breaches = await keepBreaches(work, readings)
  await changeEach(
    work,
    kpis,
    readings.map((each) => ({
      id: each.kpi.id,
      ...latestOf(each),
      openBreaches: breaches.get(each.kpi.id) ?? 0,
    })),
  )
}

/** The columns that a list shows without reading a single measurement. */
function latestOf({ periods, projection, missingSince }: KpiReading) {
  const last = periods.at(-1)
  const target = last?.thresholds && 'target' in last.thresholds ? plain(last.thresholds.target) : null
  return {
    latestPeriod: last?.key ?? null,
    latestFrom: last?.from ?? null,
    latestValue: last ? plain(last.value) : null,
    latestTarget: target,
    latestStatus: last?.status ?? 'noData',
    latestAttainment: last?.attainment ?? null,
    projection: projection?.projection ?? null,
    projectionBy: projection?.method ?? null,
    missingSince,
  }
}

/**
 * Reads every KPI of an agreement anew, after a version of it was executed: the targets that hold may be others since then,
 * and back to where the version begins. Only for the product itself. A06.
 */
export const keepAgreed = command({
  name: 'kpis.keepAgreed',
  permission: may.keep,
  messages,
  input: agreementRef,
  async run(work, { agreementId }) {
    mustBeJob(work.actor)
    const found = await findKpisOf(work, agreementId)
    await keepLatest(
      work,
      found.map(({ id }) => id),
    )
    return { agreementId }
  },
})
