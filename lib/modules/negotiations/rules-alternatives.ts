import { type Exact, exact, sumOf } from '@/lib/kernel/exact'
import type { FieldRefusal } from '@/lib/kernel/refusal'
import type { messages } from './messages'
import { isDecimal, no, settled } from './rules'

/** What may come of doing without this deal: how likely, 0 to 1, and how good on our scale, 0 to 100. */
export type Outcome = { probability: string; score: string }

const nearlyWhole = '0.000000001'

/**
 * The score of our alternative, to be reached at least: Σ probability × score − cost of switching, in points. N10; may be
 * below 0. Refuses no outcome at all, probabilities or scores out of range (`outcomes.0.score`), probabilities that do not
 * add up to 1, and a negative cost.
 */
export function alternativeScore(outcomes: readonly Outcome[], switchingCost: string): Exact {
  if (outcomes.length === 0) throw no('alternativesMissing')
  type Code = keyof typeof messages.en & string
  const outside = outcomes.flatMap(({ probability, score }, index): [string, FieldRefusal & { code: Code }][] => [
    ...(isWithin(probability, 1) ? [] : [field(`outcomes.${index}.probability`, 'probabilityOutside')]),
    ...(isWithin(score, 100) ? [] : [field(`outcomes.${index}.score`, 'scoreOutside')]),
  ])
  const first = outside[0]
  if (first) throw no(first[1].code, {}, Object.fromEntries(outside))
  const sum = sumOf(outcomes.map(({ probability }) => probability))
  if (sum.minus(1).abs().gt(nearlyWhole)) throw no('probabilitiesNotWhole', { sum: sum.toFixed() })
  if (exact(switchingCost).lt(0)) throw no('costNegative', {}, { switchingCost: { code: 'costNegative' } })
  const expected = sumOf(outcomes.map(({ probability, score }) => exact(probability).times(score)))
  return settled(expected.minus(switchingCost))
}

const field = <Code extends string>(path: string, code: Code): [string, { code: Code }] => [path, { code }]
const isWithin = (value: string, most: number) => isDecimal(value) && exact(value).gte(0) && exact(value).lte(most)

/** Whether a score is at least as good as the alternative; null when there is none to compare with. N10. */
export const beatsAlternative = (score: Exact, alternative: Exact | null): boolean | null =>
  alternative && score.gte(alternative)
