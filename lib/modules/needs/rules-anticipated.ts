import type { Actor } from '@/lib/kernel/actor'
import type { Day } from '@/lib/kernel/day'
import { no } from './rules'

/** Asked from the day after its horizon on, until its author has answered. */
export const asksWhatHappened = (
  need: { horizonOn: Day; happened: boolean | null; archivedAt: Date | null },
  today: Day,
): boolean => need.happened === null && need.archivedAt === null && today > need.horizonOn

/** Only the author says whether it happened, once, after its horizon. */
export function mustBeScorable(
  actor: Actor,
  need: { authorId: string; horizonOn: Day; happened: boolean | null },
  today: Day,
): void {
  if (need.authorId !== actor.id) throw no('onlyAuthorScores')
  if (need.happened !== null) throw no('alreadyScored')
  if (today <= need.horizonOn) throw no('horizonAhead', { day: need.horizonOn })
}

/** Whoever could take a miss out would have a better hit rate. */
export function mustBeUnscored(need: { happened: boolean | null }): void {
  if (need.happened !== null) throw no('scoredStays')
}

/** Turned into an objective or left for a reason, not both. */
export function mustBeUnsettled(need: { notPursuedBecause: string | null }, objectives: number): void {
  if (need.notPursuedBecause !== null) throw no('alreadyLeft')
  if (objectives > 0) throw no('alreadyPursued')
}

export function mustBeUnreached(objective: { reachedOn: Day | null; archivedAt: Date | null }): void {
  if (objective.archivedAt) throw no('objectiveRemoved')
  if (objective.reachedOn) throw no('alreadyReached')
}
