import { Exact, exact, isDecimal, plain, sumOf } from '@/lib/kernel/exact'
import { type Aggregation, type KpiUnit, scaleOf } from './model-values'

/** What was measured in one period; a ratio has its two parts. Null is not measured. In order of their periods. */
export type Measured = { numerator: string | null; denominator: string | null; value: string | null }

export type Aggregated = {
  /** In the KPI's unit, ten decimals; null when it cannot be said. */
  value: string | null
  /** How many periods have data. */
  periods: number
  problem: 'noData' | 'denominatorZero' | 'partsMissing' | null
}

const figure = (value: Exact) => plain(value.toDecimalPlaces(10))
const nothing = (problem: NonNullable<Aggregated['problem']>, periods: number): Aggregated => ({
  value: null,
  periods,
  problem,
})

/** What one period says: numerator ÷ denominator in the unit (95 %, 200 ppm); null when nothing was to be measured. */
export const ratioOf = (numerator: string, denominator: string, unit: KpiUnit): string | null =>
  exact(denominator).isZero() ? null : figure(exact(numerator).times(scaleOf[unit]).div(denominator))

/**
 * Several periods as one figure: a ratio as the ratio of its sums, never as the mean of ratios; otherwise the sum, the mean,
 * the last or the highest of what was measured. Periods without data are left out and counted. A ratio of which a period
 * has no parts cannot be said. K10.
 */
export function aggregate(how: Aggregation, measured: readonly Measured[], unit: KpiUnit): Aggregated {
  if (how === 'ratio') return ratioOfSums(measured, unit)
  const values = measured.flatMap(({ value }) => (value !== null && isDecimal(value) ? [exact(value)] : []))
  const last = values.at(-1)
  if (!last) return nothing('noData', 0)
  const value = how === 'last' ? last : how === 'max' ? Exact.max(...values) : sumOf(values)
  return { value: figure(how === 'mean' ? value.div(values.length) : value), periods: values.length, problem: null }
}

function ratioOfSums(measured: readonly Measured[], unit: KpiUnit): Aggregated {
  const said = measured.filter(({ numerator, denominator, value }) => (numerator ?? denominator ?? value) !== null)
  const parts = said.flatMap(({ numerator, denominator }) =>
    numerator !== null && denominator !== null ? [{ numerator, denominator }] : [],
  )
  if (said.length === 0) return nothing('noData', 0)
  if (parts.length < said.length) return nothing('partsMissing', said.length)
  const denominator = sumOf(parts.map((part) => part.denominator))
  if (denominator.isZero()) return nothing('denominatorZero', said.length)
  const numerator = sumOf(parts.map((part) => part.numerator))
  return { value: figure(numerator.times(scaleOf[unit]).div(denominator)), periods: said.length, problem: null }
}
