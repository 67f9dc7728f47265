import { type Exact, exact, plain } from '@/lib/kernel/exact'

/** What M01 is worked out from; units in the base unit, money for one unit or in total, as exact text. */
export type ResultFacts = {
  weeklyBaseline: string
  weeks: string
  actualUnits: string
  cannibalised: string
  pulledForward: string
  unitDiscount: string
  fixedCost: string
  /** What one unit contributes at the normal price; null when nobody has said it or the reader may not know it. */
  unitContribution: string | null
}

/** Null where a figure cannot be said: nothing was sold before, nothing was invested, or the contribution is unknown. */
export type Result = {
  baseline: string
  /** Percent: 55 is 55 % more than without the promotion. */
  liftPct: string | null
  netIncremental: string
  investment: string
  incrementalContribution: string | null
  profit: string | null
  /** A ratio: -0.25 means that a quarter of the money did not come back. */
  roi: string | null
  /** Percent; null also when the discount takes all that a unit contributes: no lift would pay. */
  breakEvenLiftPct: string | null
}

/**
 * Lift, net incremental units, contribution, investment, profit, return and break-even lift of a promotion (M01). Profit
 * is what net incremental units contribute less the investment. Nothing is rounded.
 */
export function resultOf(facts: ResultFacts): Result {
  const [baseline, actual] = [exact(facts.weeklyBaseline).times(facts.weeks), exact(facts.actualUnits)]
  const elsewhere = exact(facts.cannibalised).plus(facts.pulledForward)
  const netIncremental = actual.minus(baseline).minus(elsewhere)
  const investment = actual.times(facts.unitDiscount).plus(facts.fixedCost)
  return {
    baseline: plain(baseline),
    liftPct: baseline.isZero() ? null : plain(actual.minus(baseline).div(baseline).times(100)),
    netIncremental: plain(netIncremental),
    investment: plain(investment),
    ...earned(facts, { baseline, actual, elsewhere, netIncremental, investment }),
  }
}

type Worked = { baseline: Exact; actual: Exact; elsewhere: Exact; netIncremental: Exact; investment: Exact }

function earned({ unitContribution, unitDiscount, fixedCost }: ResultFacts, worked: Worked) {
  if (unitContribution === null)
    return { incrementalContribution: null, profit: null, roi: null, breakEvenLiftPct: null }
  const { baseline, actual, elsewhere, netIncremental, investment } = worked
  const each = exact(unitContribution)
  const left = each.minus(unitDiscount)
  const incremental = actual.times(left).minus(baseline.times(each)).minus(elsewhere.times(each))
  const toEarnBack = baseline.times(unitDiscount).plus(fixedCost)
  return {
    incrementalContribution: plain(incremental),
    profit: plain(incremental.minus(fixedCost)),
    roi: investment.isZero() ? null : plain(netIncremental.times(each).minus(investment).div(investment)),
    breakEvenLiftPct: left.lte(0) || baseline.isZero() ? null : plain(toEarnBack.div(left).div(baseline).times(100)),
  }
}
