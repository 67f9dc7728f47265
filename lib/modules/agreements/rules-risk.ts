import { type Day, daysBetween } from '@/lib/kernel/day'
import { Exact, exact, plain, sumOf } from '@/lib/kernel/exact'

/** What the risk of an agreement is added up from, each 0 (no risk) to 1, with its weight. House rule; weights are relative. */
export const riskWeights = {
  notice: '20',
  redKpis: '20',
  overdueObligations: '15',
  overdueReceivables: '15',
  singleThreaded: '10',
  deviations: '10',
  concentration: '10',
} as const
export type RiskFactor = keyof typeof riskWeights
export const riskFactors = Object.keys(riskWeights) as RiskFactor[]

export type RiskBand = 'low' | 'medium' | 'high'
/** `points` are the part of the score, `share` the weight among the factors that are known; both in percent points. */
export type RiskPart = { factor: RiskFactor; value: string; points: string; share: string }
export type Risk = { score: string; band: RiskBand; parts: RiskPart[]; missing: RiskFactor[] }

const figure = (value: Exact) => plain(value.toDecimalPlaces(10))

/**
 * The risk index, 0 to 100: the weighted sum of the factors that are known, weighted anew among themselves, with what each
 * contributes. Below 30 low, below 60 medium, otherwise high. Null when nothing is known, or nothing known weighs. A05.
 */
export function riskOf(
  values: Readonly<Partial<Record<RiskFactor, string | null>>>,
  weights: Readonly<Record<RiskFactor, string>> = riskWeights,
): Risk | null {
  const known = riskFactors.flatMap((factor) => {
    const value = values[factor]
    return value === null || value === undefined ? [] : [{ factor, value: clamped(exact(value)) }]
  })
  const whole = sumOf(known.map(({ factor }) => weights[factor]))
  if (whole.lte(0)) return null
  const parts = known.map(({ factor, value }) => ({
    factor,
    value: figure(value),
    points: exact(weights[factor]).times(value).times(100).div(whole),
    share: figure(exact(weights[factor]).times(100).div(whole)),
  }))
  const score = sumOf(known.map(({ factor, value }) => exact(weights[factor]).times(value)))
    .times(100)
    .div(whole)
  return {
    score: figure(score),
    band: score.lt(30) ? 'low' : score.lt(60) ? 'medium' : 'high',
    parts: parts.map((part) => ({ ...part, points: figure(part.points) })),
    missing: riskFactors.filter((factor) => !known.some((each) => each.factor === factor)),
  }
}

const clamped = (value: Exact): Exact => Exact.min(1, Exact.max(0, value))

/** What the factors are read from; null is not known. Counts are whole numbers, amounts and shares exact. */
export type RiskFacts = {
  today: Day
  noticeOn: Day | null
  decided: boolean
  kpis: { red: number; measured: number } | null
  obligations: { overdue: number; open: number } | null
  receivables: { overdue: string; open: string } | null
  /** People on their side with whom there was contact lately. */
  contacts: number | null
  deviations: { unapproved: number; all: number } | null
  /** This account's share of our sales, in percent. */
  salesShare: string | null
}

const noticeHorizon = 180
const fullConcentration = 50

const part = (some: string | number, all: string | number): string | null =>
  exact(all).lte(0) ? null : plain(clamped(exact(some).div(all)).toDecimalPlaces(10))
const nothingOpen = (some: string | number, all: string | number) => part(some, all) ?? '0'

/**
 * The factors of A05, 0 to 1 each, null where nothing is known. Notice: from 0 at 180 days to 1 on its day, 0 once it is
 * decided or when nothing is to be given. Single-threaded: one person 1, two 0.5, more 0. Concentration: half our sales and
 * more is 1. Shares of what is open otherwise; nothing open is 0, no KPI measured is unknown.
 */
export function riskValues(facts: RiskFacts): Record<RiskFactor, string | null> {
  const { today, noticeOn, decided, kpis, obligations, receivables, contacts, deviations, salesShare } = facts
  const left = noticeOn === null ? noticeHorizon : daysBetween(today, noticeOn)
  return {
    notice: decided || noticeOn === null ? '0' : part(Math.max(0, noticeHorizon - left), noticeHorizon),
    redKpis: kpis && part(kpis.red, kpis.measured),
    overdueObligations: obligations && nothingOpen(obligations.overdue, obligations.open),
    overdueReceivables: receivables && nothingOpen(receivables.overdue, receivables.open),
    singleThreaded: contacts === null ? null : contacts <= 1 ? '1' : contacts === 2 ? '0.5' : '0',
    deviations: deviations && nothingOpen(deviations.unapproved, deviations.all),
    concentration: salesShare && part(salesShare, fullConcentration),
  }
}
