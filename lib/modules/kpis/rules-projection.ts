import { Exact, exact, plain, sumOf } from '@/lib/kernel/exact'
import type { KpiDirection } from './model-values'

/**
 * A figure that adds up over equal periods: those that passed (null where nobody measured), all of last year's in order, the
 * promise for the whole.
 */
export type ProjectionFacts = {
  direction: Exclude<KpiDirection, 'range'>
  actual: readonly (string | null)[]
  /** Null where last year is not known as a whole. */
  lastYear: readonly string[] | null
  /** How many periods the whole has: 12 months, 4 quarters. */
  periods: number
  /** How many days of each period count, of how many it has, where one is cut; without them all are whole. */
  lengths?: readonly { days: number; of: number }[]
  target: string | null
  /** The usual error of a forecast for what remains, in the figure's unit; null is not known. */
  sigma: string | null
}

/** Ten decimals; percentages are not scaled: a growth of 1.05 is 5 % more. Null is unknown or not applicable. */
export type Projection = {
  method: 'seasonal' | 'runRate'
  toDate: string
  /** How many periods that passed have no value; they are projected like those to come, never taken for 0. */
  missing: number
  /** The share of last year that its same periods were, and how this year grew on them. */
  lastYearShare: string | null
  growth: string | null
  projection: string
  runRate: string
  gap: string | null
  /** What each remaining period needs (or may have, where lower is better), and how much more that is than last year's. */
  requiredPerPeriod: string | null
  requiredGrowth: string | null
  probability: string | null
}

const figure = (value: Exact) => plain(value.toDecimalPlaces(10))
const figureOrNull = (value: Exact | null | undefined) => (value ? figure(value) : null)

/**
 * Where a figure that adds up will stand at the end: by last year's season when it is known and its same periods were more
 * than 0, otherwise by the run rate of the periods that
 * were measured. Null before the first of them. K06.
 */
export function projectionOf(facts: ProjectionFacts): Projection | null {
  const { actual, lastYear, periods, target } = facts
  const measured = actual.flatMap((value) => value ?? [])
  if (measured.length === 0 || actual.length > periods) return null
  const toDate = sumOf(measured)
  const runRate = toDate.div(lengthOf(facts, (index) => typeof actual[index] === 'string')).times(lengthOf(facts))
  const season = lastYear?.length === periods ? seasonOf(lastYear, actual) : null
  const growth = season && toDate.div(season.same)
  const projection = season && growth ? toDate.plus(season.rest.times(growth)) : runRate
  const required = target === null ? null : requiredPer(facts, toDate)
  return {
    method: season ? 'seasonal' : 'runRate',
    toDate: figure(toDate),
    missing: actual.length - measured.length,
    lastYearShare: figureOrNull(season?.same.div(season.same.plus(season.rest))),
    growth: figureOrNull(growth),
    projection: figure(projection),
    runRate: figure(runRate),
    gap: target === null ? null : figure(projection.minus(target)),
    requiredPerPeriod: figureOrNull(required),
    requiredGrowth: figureOrNull(
      required && season?.rest.gt(0) && !actual.includes(null)
        ? required
            .times(periods - actual.length)
            .div(season.rest)
            .minus(1)
        : null,
    ),
    probability: probabilityOf(facts, toDate, projection),
  }
}

/** How many periods these are together; one of which half counts is half a period. */
const lengthOf = ({ periods, lengths }: ProjectionFacts, counts: (index: number) => boolean = () => true): Exact =>
  sumOf(
    Array.from({ length: periods }, (_, index) => {
      const cut = lengths?.[index]
      return !counts(index) ? '0' : cut ? plain(exact(cut.days).div(cut.of)) : '1'
    }),
  )

/** Last year's periods that were measured this year, and the rest of it; null when nothing happened in the same ones. */
function seasonOf(lastYear: readonly string[], actual: ProjectionFacts['actual']): { same: Exact; rest: Exact } | null {
  const isSame = (index: number) => typeof actual[index] === 'string'
  const same = sumOf(lastYear.filter((_, index) => isSame(index)))
  return same.gt(0) ? { same, rest: sumOf(lastYear.filter((_, index) => !isSame(index))) } : null
}

/** What is left for each remaining period, never below 0; null when none remains. */
function requiredPer({ actual, periods, target }: ProjectionFacts, toDate: Exact): Exact | null {
  const rest = periods - actual.length
  return rest === 0 || target === null ? null : Exact.max(0, exact(target).minus(toDate)).div(rest)
}

/**
 * How likely the promise is kept, 0 to 1 in ten decimals: certain once it is (or can no longer be) kept, otherwise Φ((projection
 * − target) ÷ σ). Null without target or σ. Φ alone is calculated in floating point, good to twelve decimals: it is an
 * estimate and no amount of money.
 */
function probabilityOf(facts: ProjectionFacts, toDate: Exact, projection: Exact): string | null {
  const { direction, actual, periods, target, sigma } = facts
  if (target === null) return null
  const higher = direction === 'higher'
  const over = actual.length === periods && actual.every((value) => value !== null)
  if (higher && toDate.gte(target)) return '1'
  if (!higher && toDate.gt(target)) return '0'
  if (over) return higher ? '0' : '1'
  if (sigma === null || exact(sigma).lt(0)) return null
  const lead = projection.minus(target).times(higher ? 1 : -1)
  if (exact(sigma).isZero()) return lead.gte(0) ? '1' : '0'
  return figure(exact(normal(lead.div(sigma).toNumber()).toFixed(12)))
}

/** The standard normal distribution function Φ by its power series (Marsaglia 2004). */
function normal(x: number): number {
  if (x < -8) return 0
  if (x > 8) return 1
  let [sum, term, before] = [x, x, Number.NaN]
  for (let odd = 3; sum !== before; odd += 2) {
    before = sum
    term *= (x * x) / odd
    sum += term
  }
  return 0.5 + (sum * Math.exp(-0.5 * x * x)) / Math.sqrt(2 * Math.PI)
}
