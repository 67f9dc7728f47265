import type { FiscalCalendar } from '@/lib/kernel/fiscal'
import type { Aggregation, KpiUnit, Thresholds } from './model-values'
import { aggregate, type Measured } from './rules-aggregate'
import { type ReadKpi, type ReadMeasurement, readingOf } from './rules-readings'
import { segmentsOf, type TargetRow } from './rules-targets'

/** What a KPI came to, in which periods, and what was promised for it at last. */
export type Result = { value: string; promised: Thresholds | null; from: string; to: string }

/** Several periods together are held against the target of one only where they are a mean of it. */
const comparable: ReadonlySet<Aggregation> = new Set(['ratio', 'mean'])

/**
 * What a KPI came to over everything that was measured of it, against the target that held at the end. A total says how far
 * it got; so does a ratio of which a period has no parts, and whatever is counted at the end of a period: as they stood last.
 * Null where nothing was measured. K10.
 */
export function resultOf(
  kpi: ReadKpi & { unit: KpiUnit },
  targets: readonly TargetRow[],
  measured: readonly (ReadMeasurement & Measured)[],
  calendar: FiscalCalendar,
): Result | null {
  const { periods } = readingOf(kpi, targets, measured, calendar)
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last) return null
  const whole =
    comparable.has(kpi.aggregation) && !kpi.cumulative ? aggregate(kpi.aggregation, measured, kpi.unit).value : null
  if (whole === null) return { value: last.value, promised: last.thresholds, from: last.key, to: last.key }
  const promised = segmentsOf(targets, last).at(-1)?.thresholds ?? null
  return { value: whole, promised, from: first.key, to: last.key }
}
