import { addDays, addMonths, compareDays, type Day } from '@/lib/kernel/day'
import { exact, plain, sumOf } from '@/lib/kernel/exact'
import { type FiscalCalendar, type Period, periodOf } from '@/lib/kernel/fiscal'
import { type Span, sharedSpan, spanDays } from '@/lib/kernel/prorate'
import { openEnd } from '@/lib/modules/agreements/model'
import type { Aggregation, Frequency, KpiDirection, KpiStatus, Thresholds } from './model-values'
import { periodNamed, periodsBetween } from './rules-periods'
import { type Projection, projectionOf } from './rules-projection'
import { standingOf } from './rules-status'
import { lastPromised, mapped, numbersOf, segmentsOf, type TargetRow, weightedTarget } from './rules-targets'

export const laterDay = (a: Day, b: Day): Day => (compareDays(a, b) > 0 ? a : b)

/** What a reading needs of a KPI: how it is counted, and from which day to which, both included. */
export type ReadKpi = {
  direction: KpiDirection
  aggregation: Aggregation
  frequency: Frequency
  cumulative: boolean
  startsOn: Day
  endsOn: Day
}

export type ReadMeasurement = { period: string; value: string }

/** A measured period: its value, what it is held against, and how it stands. A cumulative KPI counts up to here. K01, A06. */
export type PeriodReading = {
  key: string
  from: Day
  to: Day
  value: string
  thresholds: Thresholds | null
  status: KpiStatus
  attainment: string | null
}

export type KpiReading = {
  /** The measured periods in their order. */
  periods: PeriodReading[]
  projection: Projection | null
  /** The first day on which the first period without a value is over; far away when nothing is to be measured. */
  missingSince: Day
}

const nothing: KpiReading = { periods: [], projection: null, missingSince: openEnd }

/**
 * What the measurements of a KPI say against the targets of its executed versions: the standing of every measured period,
 * where a total will end, and since when a value is missing. The same rows always say the same; the day of reading does not
 * matter. Without a target nothing was agreed, and nothing is missing.
 */
export function readingOf(
  kpi: ReadKpi,
  targets: readonly TargetRow[],
  measured: readonly ReadMeasurement[],
  calendar: FiscalCalendar,
): KpiReading {
  if (targets.length === 0) return nothing
  const values = new Map(measured.map(({ period, value }) => [period, value]))
  const held = measured
    .flatMap(({ period, value }): Held[] => {
      const span = periodNamed(period, calendar)
      return span ? [{ ...span, value }] : []
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1))
  const periods = kpi.cumulative
    ? totalsOf(kpi, targets, held)
    : held.map((each) => reading(each, each.value, targetIn(kpi, targets, each)))
  return {
    periods,
    projection: kpi.cumulative ? projected(kpi, targets, { values, last: held.at(-1) }, calendar) : null,
    missingSince: missingSince(kpi, targets, values, calendar),
  }
}

type Held = Period & { value: string }

const reading = ({ key, from, to }: Period, value: string, thresholds: Thresholds | null): PeriodReading => ({
  key,
  from,
  to,
  value,
  thresholds,
  ...(thresholds ? standingOf(thresholds, value) : { status: 'noData' as const, attainment: null }),
})

/** The target of a period; most have one target for all of it, which needs no weighing. */
function targetIn(kpi: Pick<ReadKpi, 'aggregation'>, targets: readonly TargetRow[], period: Span): Thresholds | null {
  const near = targets.filter(({ fromDay, toDay }) => fromDay <= period.to && toDay >= period.from)
  const [only] = near
  if (only && near.length === 1 && only.fromDay <= period.from && only.toDay >= period.to) return only.thresholds
  return weightedTarget(segmentsOf(near, period), period, kpi.aggregation === 'sum')
}

/** The year of the contract that a day is in, counted from its first day: twelve months, also where the contract ends in it. */
export function contractYear({ startsOn }: Pick<ReadKpi, 'startsOn'>, day: Day): Span {
  let years = 0
  while (addMonths(startsOn, (years + 1) * 12) <= day) years++
  return { from: addMonths(startsOn, years * 12), to: addDays(addMonths(startsOn, (years + 1) * 12), -1) }
}

const termOf = ({ startsOn, endsOn }: ReadKpi): Span => ({ from: startsOn, to: endsOn })

/** The contract year that a period counts for, which is the one it begins in, and its days in that. */
function countedIn(kpi: ReadKpi, period: Span): { year: Span; inside: Span } {
  const agreed = sharedSpan(period, termOf(kpi)) ?? period
  const year = contractYear(kpi, agreed.from)
  return { year, inside: sharedSpan(agreed, year) ?? agreed }
}

/** In each year of the contract what was reached so far, against the share of its target that the measured periods have. */
function totalsOf(kpi: ReadKpi, targets: readonly TargetRow[], held: readonly Held[]): PeriodReading[] {
  const found: PeriodReading[] = []
  let year: Span | null = null
  let values: string[] = []
  let shares: Thresholds[] = []
  for (const each of held) {
    const { year: itsYear, inside } = countedIn(kpi, each)
    if (year?.from !== itsYear.from) [year, values, shares] = [itsYear, [], []]
    values.push(each.value)
    const whole = targetIn(kpi, targets, inside)
    if (whole) shares.push(timesDays(whole, spanDays(inside), spanDays(itsYear)))
    const total = plain(sumOf(values))
    found.push(reading(each, total, shares.length === values.length ? summed(shares) : null))
  }
  return found
}

const rounded = (value: ReturnType<typeof exact>) => plain(value.toDecimalPlaces(10))

const timesDays = (thresholds: Thresholds, days: number, of: number): Thresholds =>
  mapped(thresholds, (text) => plain(exact(text).times(days).div(of)))

function summed(shares: readonly Thresholds[]): Thresholds | null {
  const [first] = shares
  const sum = (name: string) => rounded(sumOf(shares.map((each) => numbersOf(each)[name] ?? '0')))
  return first ? mapped(first, (_, name) => sum(name)) : null
}

type Known = { values: ReadonlyMap<string, string>; last: Period | undefined }

/** Where the running contract year will end, by last year's season where that is known as a whole. K06. */
function projected(
  kpi: ReadKpi,
  targets: readonly TargetRow[],
  { values, last }: Known,
  calendar: FiscalCalendar,
): Projection | null {
  if (!last || kpi.direction === 'range') return null
  const { year } = countedIn(kpi, last)
  const periodsOf = (of: Span) => {
    const days = sharedSpan(of, termOf(kpi))
    const all = days ? periodsBetween(days.from, days.to, kpi.frequency, calendar) : []
    return all.filter((each) => countedIn(kpi, each).year.from === of.from)
  }
  const periods = periodsOf(year)
  const before = year.from > kpi.startsOn ? periodsOf(contractYear(kpi, addDays(year.from, -1))) : []
  const lastYear = before.flatMap(({ key }) => values.get(key) ?? [])
  const upToLast = periods.slice(0, periods.findIndex(({ key }) => key === last.key) + 1)
  const promised = promisedIn(kpi, targets, periods)
  return projectionOf({
    direction: kpi.direction,
    actual: upToLast.map(({ key }) => values.get(key) ?? null),
    lastYear: lastYear.length === periods.length ? lastYear : null,
    periods: periods.length,
    lengths: periods.map((each) => ({
      days: spanDays(sharedSpan(each, termOf(kpi)) ?? each),
      of: spanDays(each),
    })),
    target: promised && promised.direction !== 'range' ? promised.target : null,
    sigma: null,
  })
}

/** What the periods of a contract year are to reach together, as the total of its last one is held against. A06. */
function promisedIn(kpi: ReadKpi, targets: readonly TargetRow[], periods: readonly Period[]): Thresholds | null {
  const [first, last] = [periods[0], periods.at(-1)]
  if (!first || !last) return null
  const { year, inside } = countedIn(kpi, first)
  const days = { from: inside.from, to: countedIn(kpi, last).inside.to }
  const whole = targetIn(kpi, targets, days)
  return whole && mapped(timesDays(whole, spanDays(days), spanDays(year)), (text) => rounded(exact(text)))
}

/** The first day on which the first promised period after a measured one is over; far away where there is none. */
export const missingAfter = (
  kpi: ReadKpi,
  targets: readonly TargetRow[],
  { to }: Span,
  calendar: FiscalCalendar,
): Day => missingSince({ ...kpi, startsOn: addDays(to, 1) }, targets, new Map(), calendar)

/** Nothing is missing where nothing is promised: before its first target, after its last one, and between two for a time. */
function missingSince(
  kpi: ReadKpi,
  targets: readonly TargetRow[],
  values: ReadonlyMap<string, string>,
  calendar: FiscalCalendar,
): Day {
  const promised = lastPromised(targets)
  if (promised === null) return openEnd
  const last = compareDays(promised, kpi.endsOn) < 0 ? promised : kpi.endsOn
  const isDone = (each: Period) => values.has(each.key) || targetIn(kpi, targets, each) === null
  let period = periodOf(kpi.startsOn, calendar, kpi.frequency)
  while (isDone(period) && period.to < last) period = periodOf(addDays(period.to, 1), calendar, kpi.frequency)
  return isDone(period) || kpi.startsOn > last ? openEnd : addDays(period.to, 1)
}
