import { canonical } from '@/lib/kernel/canonical-text'
import { exact } from '@/lib/kernel/exact'
import {
  type Aspect,
  aspects as allAspects,
  type DifferenceLine,
  type FactName,
  type Facts,
  factNames,
  type Totals,
} from './model'
import {
  aspectOfFact,
  type FlagName,
  flagNames,
  type PolicyStep,
  type Threshold,
  thresholdNames,
  thresholds,
} from './model-policies'

/** Why a step is demanded: an aspect that is touched, a fact beyond its limit, a fact that nobody knows, or in any case. */
export type Because =
  | { by: 'always' }
  | { by: 'aspect'; aspects: readonly Aspect[] }
  | { by: 'limit'; limit: Threshold | FlagName; value: string | null }
  | { by: 'unknown'; limit: Threshold | FlagName; value: string | null }

const conditionsOf = (step: PolicyStep) => [
  ...thresholdNames.flatMap((name) => (step[name] === null ? [] : [{ name, fact: thresholds[name].fact }])),
  ...flagNames.flatMap((name) => (step[name] ? [{ name, fact: name as FactName }] : [])),
]

/** The aspects that a step looks at; none means all of them. */
export const aspectsOf = (step: PolicyStep): Aspect[] =>
  step.aspects.length > 0 ? step.aspects : [...new Set(conditionsOf(step).map(({ fact }) => aspectOfFact[fact]))]

type Touching = Pick<DifferenceLine, 'aspect' | 'touches'>

/** Everything that a line is about. */
const touchedBy = ({ aspect, touches = [] }: Touching): Aspect[] => [aspect, ...touches]

/**
 * Why a step is demanded of these facts, or nothing when it is not. Limits are strict: 10 is not more than 10. A fact that
 * is absent demands the step when its aspect is among the differences: what cannot be judged is not harmless. A step of
 * certain aspects is demanded only where a difference touches one.
 */
export function becauseOf(step: PolicyStep, facts: Facts, lines: readonly Touching[]): Because[] {
  const about = new Set(lines.flatMap(touchedBy))
  const touched = step.aspects.filter((aspect) => about.has(aspect))
  if (step.aspects.length > 0 && touched.length === 0) return []
  const conditions = conditionsOf(step)
  if (conditions.length === 0) return [touched.length > 0 ? { by: 'aspect', aspects: touched } : { by: 'always' }]
  return conditions.flatMap(({ name, fact }): Because[] => {
    const known = facts[fact]
    const limit = name in thresholds ? (step[name as Threshold] ?? null) : null
    if (known === undefined)
      return touched.length > 0 || about.has(aspectOfFact[fact]) ? [{ by: 'unknown', limit: name, value: limit }] : []
    return isBeyond(name, known, limit) ? [{ by: 'limit', limit: name, value: limit }] : []
  })
}

function isBeyond(name: Threshold | FlagName, known: string | boolean, limit: string | null): boolean {
  if (!(name in thresholds)) return known === true || known === 'true'
  if (limit === null || typeof known === 'boolean' || !/^-?\d+(\.\d+)?$/.test(known)) return limit !== null
  return thresholds[name as Threshold].over ? exact(known).gt(limit) : exact(known).lt(limit)
}

type Content = { facts: Facts; lines: readonly DifferenceLine[] }

/** The aspects in which two contents differ: of lines that came, went or changed, and of facts. */
export function touchedBetween(before: Content, after: Content): Aspect[] {
  const changed = [...changedLines(before.lines, after.lines), ...changedLines(after.lines, before.lines)].flatMap(
    touchedBy,
  )
  const facts = factNames.filter((name) => before.facts[name] !== after.facts[name]).map((name) => aspectOfFact[name])
  const touched = new Set<Aspect>([...changed, ...facts])
  return allAspects.filter((aspect) => touched.has(aspect))
}

const saying = ({ key: _, label: _label, ...rest }: DifferenceLine) => canonical(rest)

/** The lines that came, went or changed; of a changed line, as it is now. */
export function changedLines(before: readonly DifferenceLine[], after: readonly DifferenceLine[]): DifferenceLine[] {
  const earlier = new Map(before.map((line) => [line.key, line]))
  const later = new Set(after.map(({ key }) => key))
  return [
    ...after.filter((line) => {
      const was = earlier.get(line.key)
      return !was || saying(was) !== saying(line)
    }),
    ...before.filter(({ key }) => !later.has(key)),
  ]
}

const weighty: readonly Aspect[] = [
  'price',
  'margin',
  'payment',
  'fees',
  'promotion',
  'credit',
  'legal',
  'supply',
  'quality',
  'marketing',
  'data',
]

/**
 * Whether nobody is hurt by agreeing unread, so that it may be approved with others at once: it costs us nothing that is
 * known or could be, binds us to nothing, and touches no floor, no new fee, no clause that was flagged.
 */
export function isHarmless({ facts, lines, totals }: Content & { totals: Totals }): boolean {
  if ([facts.belowFloor, facts.newFee, facts.feeFlags].some((each) => each === true || each === 'true')) return false
  const costs = [totals.costPerYear, ...lines.map(({ costPerYear }) => costPerYear)]
  if (costs.some((cost) => cost !== null && exact(cost.amount).gt(0))) return false
  if (facts.writeOff !== undefined) return false
  return lines.every(({ aspect, costPerYear }) => !weighty.includes(aspect) || costPerYear !== null)
}
