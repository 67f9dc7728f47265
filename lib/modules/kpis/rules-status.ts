import { Exact, exact, isDecimal, plain } from '@/lib/kernel/exact'
import type { KpiDirection, KpiStatus, Thresholds } from './model-values'

type Columns = 'target' | 'amber' | 'zero' | 'low' | 'high' | 'tolerance'

/** The thresholds that a row keeps for this direction; null when one of them is not set, which is never 0. */
export function thresholdsOf(
  direction: KpiDirection,
  row: Readonly<Partial<Record<Columns, string | null>>>,
): Thresholds | null {
  const { target = null, amber = null, zero = null, low = null, high = null, tolerance = null } = row
  if (direction === 'range')
    return low === null || high === null || tolerance === null ? null : { direction, low, high, tolerance }
  return target === null || amber === null || zero === null ? null : { direction, target, amber, zero }
}

export type ThresholdProblem =
  | 'notANumber'
  | 'zeroNotBelowAmber'
  | 'amberAboveTarget'
  | 'zeroNotAboveAmber'
  | 'amberBelowTarget'
  | 'lowAboveHigh'
  | 'toleranceNegative'

/**
 * What is wrong with thresholds; nothing when they hold. Higher is better: zero < amber ≤ target; lower: zero > amber ≥
 * target; range: low ≤ high and no negative tolerance. A target of 0 is a target like any other. Domain 2.15.
 */
export function thresholdProblems(thresholds: Thresholds): ThresholdProblem[] {
  const { direction, ...numbers } = thresholds
  if (Object.values(numbers).some((text) => !isDecimal(text))) return ['notANumber']
  const found: ThresholdProblem[] = []
  if (thresholds.direction === 'range') {
    if (exact(thresholds.low).gt(thresholds.high)) found.push('lowAboveHigh')
    if (exact(thresholds.tolerance).lt(0)) found.push('toleranceNegative')
    return found
  }
  const { target, amber, zero } = thresholds
  if (direction === 'higher') {
    if (exact(zero).gte(amber)) found.push('zeroNotBelowAmber')
    if (exact(amber).gt(target)) found.push('amberAboveTarget')
  } else {
    if (exact(zero).lte(amber)) found.push('zeroNotAboveAmber')
    if (exact(amber).lt(target)) found.push('amberBelowTarget')
  }
  return found
}

/** How a KPI stands: its status and how much of the way it went, 0 to 1 in twenty decimals. Both unknown without data. */
export type Standing = { status: KpiStatus; attainment: string | null }

const between = (value: Exact): string => plain(Exact.min(1, Exact.max(0, value)).toDecimalPlaces(20))

/**
 * Status and attainment of a value, in the unit of its thresholds. Attainment is how far the value is from the one worth
 * nothing to the target, so a target of 0 works in both directions; in a range it is 1 inside and falls to 0 across the
 * tolerance. Without a value it is `noData`, never 0 and never 1. Thresholds must hold (`thresholdProblems`). K01.
 */
export function standingOf(thresholds: Thresholds, actual: string | null): Standing {
  if (actual === null) return { status: 'noData', attainment: null }
  const value = exact(actual)
  if (thresholds.direction === 'range') return inRange(thresholds, value)
  const sign = thresholds.direction === 'higher' ? 1 : -1
  const turned = (text: string) => exact(text).times(sign)
  const [target, zero, better] = [turned(thresholds.target), turned(thresholds.zero), value.times(sign)]
  const status = better.gte(target) ? 'green' : better.gte(turned(thresholds.amber)) ? 'amber' : 'red'
  return { status, attainment: between(better.minus(zero).div(target.minus(zero))) }
}

function inRange(range: { low: string; high: string; tolerance: string }, value: Exact): Standing {
  const away = Exact.max(0, exact(range.low).minus(value), value.minus(range.high))
  if (away.isZero()) return { status: 'green', attainment: '1' }
  if (away.gt(range.tolerance)) return { status: 'red', attainment: '0' }
  return { status: 'amber', attainment: between(exact(1).minus(away.div(range.tolerance))) }
}
