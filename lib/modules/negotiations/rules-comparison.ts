import type { OfferValue, OpenIssue } from './model-issues'
import { not } from './rules-editing'
import { spaceOf } from './rules-packages'
import { equalPair } from './rules-proposals'
import { positionOf } from './rules-scores'
import { type Line, openIssuesOf } from './rules-table'

/** What two packages say on an issue on which they differ. */
export type Differing = { key: string; one: OfferValue; other: OfferValue }

/** So few packages are looked at that nobody waits for them. */
const mostCompared = 2000

/** Beyond target or limit the scale ends, and everything would be equal there. */
const onScale = ({ options, ours: { scale } }: OpenIssue) =>
  options.filter((option) => {
    const position = positionOf(scale, option)
    return position.gte(0) && position.lte(1)
  })

/**
 * SECRET: two packages that our weights call equal and that differ in two issues, to be asked about: what each of the two
 * says on those issues. Null while nothing can be scored or no two are so close. Domain 3.1.
 */
export function equalOf(lines: readonly Line[]): Differing[] | null {
  const open = openIssuesOf(lines)
  if (!open || open.length < 2) return null
  const pair = equalPair(
    spaceOf(
      open.map((issue) => ({ ...issue, options: onScale(issue), theirs: issue.ours })),
      mostCompared,
    ),
  )
  if (!pair) return null
  const [one, other] = pair
  return open.flatMap(({ key }) => {
    const [a, b] = [one.values[key], other.values[key]]
    return a === undefined || b === undefined || a === b ? [] : [{ key, one: a, other: b }]
  })
}

/** A judgement is about the weights that were seen. Refuses when there is nothing to compare, or it is another question now. */
export function mustBeTheQuestion<Question extends { worthHash: string }>(
  question: Question | null,
  asked: string | null,
): Question {
  if (!question) throw not('nothingToCompare')
  if (asked !== null && asked !== question.worthHash) throw not('questionChanged')
  return question
}
