import { sharedSpan } from '@/lib/kernel/prorate'
import { type CreditProblem, creditProblems, creditTermsOf } from '@/lib/kernel/service-credit'
import { openEnd } from '@/lib/modules/agreements/model'
import { isAmount, type NewTerms } from './model'
import type { KpiDirection, Thresholds } from './model-values'
import { no } from './rules'
import { breachRuleProblems } from './rules-breaches'
import { laterDay } from './rules-readings'
import { thresholdProblems, thresholdsOf } from './rules-status'
import type { TargetRow } from './rules-targets'

type Numbers = Readonly<Record<'target' | 'amber' | 'zero' | 'low' | 'high' | 'tolerance', string | null>>
type KeptTarget = {
  target: Numbers & { id: string; fromDay: string; toDay: string; seasonal: boolean }
  number: number
  kind: string
  validFrom: string
  validTo: string | null
  recordedAt: Date | null
}

/**
 * A kept target as the rules read it. The usual one holds for the days of its version, from the first day of the KPI; only a
 * temporary version gives it back. A seasonal one holds for its own days, as far as its version does: null where that is on
 * none, since the version was put off.
 */
export function targetOf(kpi: { direction: KpiDirection; startsOn: string }, kept: KeptTarget): TargetRow | null {
  const { target, number, validFrom } = kept
  const usual = {
    fromDay: laterDay(validFrom, kpi.startsOn),
    toDay: (kept.kind === 'temporary' && kept.validTo) || openEnd,
  }
  const within = kept.kind === 'original' ? target : sharedDays(target, usual)
  const days = target.seasonal ? within : usual
  if (!days) return null
  return {
    ...{ id: target.id, number, fromDay: days.fromDay, toDay: days.toDay, seasonal: target.seasonal },
    order: `${kept.recordedAt?.toISOString() ?? '~'} ${String(number).padStart(4, '0')}`,
    thresholds: thresholdsOf(kpi.direction, target),
  }
}

function sharedDays(one: Days, other: Days): Days | null {
  const shared = sharedSpan({ from: one.fromDay, to: one.toDay }, { from: other.fromDay, to: other.toDay })
  return shared && { fromDay: shared.from, toDay: shared.to }
}
type Days = { fromDay: string; toDay: string }

/** From which day a version can agree on anything: an amendment from its own first day, the first one from that of its term. */
export const firstDayOf = ({ kind, startsOn, validFrom }: Framed): string | null =>
  kind === 'original' ? startsOn : validFrom
type Framed = { kind: string; startsOn: string | null; validFrom: string }

/** A version sets nothing for a period in which it does not hold. */
export function mustHoldIn(
  { from, to }: { from: string; to: string },
  version: Framed & { validTo: string | null },
): void {
  const first = firstDayOf(version)
  const outside = (first !== null && to < first) || (version.validTo !== null && from > version.validTo)
  if (outside) throw no('periodOutside', {}, { period: { code: 'periodOutside' } })
}

/** The target of a total is that of its whole year, of which a period has the share of its days and none of its own. */
export function mustBeByPeriod(
  { cumulative }: { cumulative: boolean },
  targets: readonly { seasonal: boolean }[],
): void {
  if (cumulative && targets.some(({ seasonal }) => seasonal))
    throw no('seasonStands', {}, { cumulative: { code: 'seasonStands' } })
}

const columnsOf = { range: ['low', 'high', 'tolerance'], other: ['target', 'amber', 'zero'] } as const
const columnsFor = (direction: KpiDirection) => columnsOf[direction === 'range' ? 'range' : 'other']

const problemAt = {
  notANumber: 'target',
  zeroNotBelowAmber: 'zero',
  amberAboveTarget: 'amber',
  zeroNotAboveAmber: 'zero',
  amberBelowTarget: 'amber',
  lowAboveHigh: 'high',
  toleranceNegative: 'tolerance',
} as const

/** The thresholds that somebody typed: all of them, in their order. Blank is not set, which is never 0. K01. */
export function mustHold(direction: KpiDirection, given: Numbers): Thresholds {
  const names = columnsFor(direction)
  const blank = names.filter((name) => given[name] === null)
  if (blank.length > 0)
    throw no('thresholdsUnfit', {}, Object.fromEntries(blank.map((name) => [name, { code: 'thresholdMissing' }])))
  const thresholds = thresholdsOf(direction, given)
  if (!thresholds) throw no('thresholdsUnfit')
  const problems = thresholdProblems(thresholds)
  if (problems.length > 0)
    throw no('thresholdsUnfit', {}, Object.fromEntries(problems.map((each) => [problemAt[each], { code: each }])))
  return thresholds
}

/** Only the numbers of this direction are kept. */
export function numbersFor(direction: KpiDirection, given: Numbers): Numbers {
  const names: readonly string[] = columnsFor(direction)
  const kept = { target: null, amber: null, zero: null, low: null, high: null, tolerance: null }
  return { ...kept, ...Object.fromEntries(Object.entries(given).filter(([name]) => names.includes(name))) }
}

export type Measured = { aggregation: string; unit: string; direction: string }
type Unfit =
  | 'startsBefore'
  | 'startsAfterEnd'
  | 'endsBeforeStart'
  | 'totalNeedsSum'
  | 'windowTooSmall'
  | 'creditNeedsAmount'
  | 'creditNeedsPercent'
  | 'feeMissing'
  | `credit_${CreditProblem}`
type Span = { startsOn: string | null; endsOn: string | null }

/** Its days lie in the agreement, a total is a total, its rule for breaches can be followed and its credit computed. */
export function mustFit(terms: NewTerms, kpi: Measured, agreement: Span): void {
  const fields: Record<string, { code: Unfit }> = {}
  const { startsOn, endsOn, inARow, reds, of } = terms
  if (agreement.startsOn && startsOn < agreement.startsOn) fields.startsOn = { code: 'startsBefore' }
  if (agreement.endsOn && startsOn > agreement.endsOn) fields.startsOn = { code: 'startsAfterEnd' }
  if (endsOn && endsOn < startsOn) fields.endsOn = { code: 'endsBeforeStart' }
  if (terms.cumulative && kpi.aggregation !== 'sum') fields.cumulative = { code: 'totalNeedsSum' }
  const rule = { inARow, ...(reds !== null && { reds }), ...(of !== null && { of }) }
  if (breachRuleProblems(rule).length > 0) fields.reds = { code: 'windowTooSmall' }
  Object.assign(fields, creditUnfit(terms, kpi))
  if (Object.keys(fields).length > 0) throw no('termsUnfit', {}, fields)
}

/** A credit follows from a share of a hundred of which more is better, and is what was agreed to follow. K05. */
function creditUnfit({ consequence, ...terms }: NewTerms, { unit, direction }: Measured) {
  const fields: Record<string, { code: Unfit }> = {}
  const credit = creditTermsOf(terms)
  if (!credit) return fields
  if (!isAmount(consequence)) fields.consequence = { code: 'creditNeedsAmount' }
  if (unit !== 'percent' || direction !== 'higher' || terms.cumulative)
    fields.monthlyFee = { code: 'creditNeedsPercent' }
  else if (terms.monthlyFee === null) fields.monthlyFee = { code: 'feeMissing' }
  const [wrong] = creditProblems(credit.tiers, credit.cap)
  if (wrong) fields[wrong === 'capOutside' ? 'cap' : 'tiers.0.from'] = { code: `credit_${wrong}` }
  return fields
}

/** The rule as it is kept: without its second half when none was given. */
export const ruleOf = ({ inARow, reds, of }: Pick<NewTerms, 'inARow' | 'reds' | 'of'>): Record<string, number> => ({
  inARow,
  ...(reds !== null && of !== null && { reds, of }),
})

/** What is a quotient says of what. */
export function mustBeRatio({ aggregation, numerator, denominator }: Ratio): void {
  const missing = (['numerator', 'denominator'] as const).filter((name) => ({ numerator, denominator })[name] === null)
  if (aggregation !== 'ratio' || missing.length === 0) return
  throw no('ratioUnsaid', {}, Object.fromEntries(missing.map((name) => [name, { code: 'ratioUnsaid' as const }])))
}
type Ratio = { aggregation: string; numerator: string | null; denominator: string | null }
