import { exact, plain, sumOf } from '@/lib/kernel/exact'

/** A KPI on a scorecard: its weight (0 or more, relative to the others) and its attainment, 0 to 1, null without data. */
export type Scored = { weight: string; attainment: string | null }

/** `score` and `coverage` in percent; below 60 % coverage the score is provisional. */
export type Scorecard = { score: string | null; coverage: string; provisional: boolean }

/** How much of the weight must have data before a score is more than provisional, in percent. */
export const enoughCoverage = 60

const figure = (value: ReturnType<typeof exact>) => plain(value.toDecimalPlaces(10))

/**
 * The weighted score of the KPIs that have data; those without are left out, neither 0 nor 100, and coverage says how much of
 * the weight that was. Null when nothing that weighs has data. K02.
 */
export function scorecardOf(kpis: readonly Scored[]): Scorecard {
  const measured = kpis.flatMap(({ weight, attainment }) => (attainment === null ? [] : [{ weight, attainment }]))
  const [all, known] = [kpis, measured].map((each) => sumOf(each.map(({ weight }) => weight)))
  if (!all || !known || known.lte(0)) return { score: null, coverage: '0', provisional: true }
  const score = sumOf(measured.map(({ weight, attainment }) => exact(weight).times(attainment)))
    .times(100)
    .div(known)
  const coverage = known.times(100).div(all)
  return { score: figure(score), coverage: figure(coverage), provisional: coverage.lt(enoughCoverage) }
}
