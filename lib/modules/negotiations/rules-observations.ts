import type { Day } from '@/lib/kernel/day'
import { refusals } from '@/lib/kernel/refusal'
import { observationWords } from './messages-observations'
import { type ObservedIndicator, observedIndicators } from './model-observations'

const no = refusals('negotiations', observationWords)

/** What was rated, by indicator; what was not to be seen is left out. */
export type Ratings = Readonly<Partial<Record<ObservedIndicator, number>>>

/** Ratings in the order of the indicators, as the form sends them. */
export const ratingsOf = (given: readonly (number | null)[]): Ratings =>
  Object.fromEntries(
    observedIndicators.flatMap((indicator, index) => {
      const rated = given[index]
      return rated === null || rated === undefined ? [] : [[indicator, rated]]
    }),
  )

/** The indicators that were seen: rated above 0, which says that it was called for and not shown. */
export const seenIn = (ratings: Ratings): ObservedIndicator[] =>
  observedIndicators.filter((indicator) => (ratings[indicator] ?? 0) > 0)

type Observation = { observedId: string; observedOn: Day; ratings: Ratings }

/** One watches somebody else at this table, today or before, and saw something. */
export function mustBeObserved(
  { observedId, observedOn, ratings }: Observation,
  { actorId, team, today }: { actorId: string; team: ReadonlySet<string>; today: Day },
): void {
  if (observedId === actorId) throw no('onlyOthers', {}, { observedId: { code: 'onlyOthers' } })
  if (!team.has(observedId)) throw no('notAtTheTable', {}, { observedId: { code: 'notAtTheTable' } })
  if (observedOn > today) throw no('dayAhead', {}, { observedOn: { code: 'dayAhead' } })
  if (Object.keys(ratings).length === 0) throw no('nothingSeen', {}, { rating1: { code: 'nothingSeen' } })
}
