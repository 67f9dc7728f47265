import { addDays, type Day } from '@/lib/kernel/day'
import type { FiscalCalendar } from '@/lib/kernel/fiscal'
import { missingAfter, type PeriodReading, type ReadKpi } from './rules-readings'
import { lastPromised, type TargetRow } from './rules-targets'

type Counted = ReadKpi & { graceDays: number }
type When = { today: Day; calendar: FiscalCalendar }

const earlier = (a: Day, b: Day): Day => (a < b ? a : b)

/**
 * Whether a KPI has left the scorecard: nothing of it is promised any more while its agreement goes on. Once the agreement is
 * over, the score stands as it was on its last day. K02.
 */
export function hasLeft(
  kpi: Pick<ReadKpi, 'endsOn'>,
  targets: readonly TargetRow[],
  agreementEndsOn: Day,
  today: Day,
): boolean {
  const promised = lastPromised(targets)
  return promised === null || earlier(promised, kpi.endsOn) < earlier(today, agreementEndsOn)
}

/**
 * The attainment that a score may rest on: that of the last measured period, and none once a later period is over, with the
 * days of grace, without a value; a gap before it changes nothing. K02.
 */
export function attainmentNow(
  kpi: Counted,
  targets: readonly TargetRow[],
  last: PeriodReading | null,
  { today, calendar }: When,
): string | null {
  if (!last) return null
  const missing = missingAfter(kpi, targets, last, calendar)
  return missing <= addDays(today, -kpi.graceDays) ? null : last.attainment
}
