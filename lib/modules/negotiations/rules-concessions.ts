import { type Exact, exact, sumOf } from '@/lib/kernel/exact'
import type { Side } from './model-issues'
import { no, settled } from './rules'

/** Who went back on an earlier offer, and with which of their offers (0 is the first). */
export type Retraction = { side: Side; offer: number }

/** How both sides moved, all in points of our scale. What is not defined is null, never 0. */
export type ConcessionLog = {
  ownSteps: Exact[]
  theirSteps: Exact[]
  ownTotal: Exact
  theirTotal: Exact
  reciprocity: Exact | null
  ownDecay: (Exact | null)[]
  gap: Exact[]
  roundsToClose: Exact | null
  retractions: Retraction[]
}

const stepsBetween = (scores: readonly string[], towards: 1 | -1) =>
  scores.slice(1).map((score, index) =>
    exact(score)
      .minus(scores[index] ?? score)
      .times(towards),
  )

const retractionsIn = (steps: readonly Exact[], side: Side): Retraction[] =>
  steps.flatMap((step, index) => (step.lt(0) ? [{ side, offer: index + 1 }] : []))

/**
 * The offers of both sides in their order, each by its score on our scale (N06). A step is positive when its side gave way.
 * Reciprocity is what they gave for each point of ours, null when we gave nothing; decay is null after a step of 0; rounds
 * to close go on in a straight line, null when the last steps close nothing, 0 when there is no gap left.
 */
export function concessionLogOf(ours: readonly string[], theirs: readonly string[]): ConcessionLog {
  const [ownSteps, theirSteps] = [stepsBetween(ours, -1), stepsBetween(theirs, 1)]
  const [ownTotal, theirTotal] = [sumOf(ownSteps), sumOf(theirSteps)]
  const gap = ours.slice(0, theirs.length).map((score, index) => exact(score).minus(theirs[index] ?? score))
  const [own, their] = [lastOf(ours), lastOf(theirs)]
  const lastGap = own === null || their === null ? null : exact(own).minus(their)
  return {
    ownSteps,
    theirSteps,
    ownTotal,
    theirTotal,
    reciprocity: ownTotal.gt(0) ? settled(theirTotal.div(ownTotal)) : null,
    ownDecay: ownSteps.slice(1).map((step, index) => ratio(step, ownSteps[index])),
    gap,
    roundsToClose: lastGap ? roundsToClose(lastGap, ownSteps.at(-1), theirSteps.at(-1)) : null,
    retractions: [...retractionsIn(ownSteps, 'us'), ...retractionsIn(theirSteps, 'them')],
  }
}

const lastOf = (scores: readonly string[]): string | null => scores.at(-1) ?? null

const ratio = (step: Exact, before: Exact | undefined): Exact | null =>
  before && !before.isZero() ? settled(step.div(before)) : null

function roundsToClose(gap: Exact, own: Exact | undefined, their: Exact | undefined): Exact | null {
  if (gap.lte(0)) return exact(0)
  const closing = sumOf([own ?? 0, their ?? 0])
  return closing.gt(0) ? settled(gap.div(closing)) : null
}

/** What meeting in the middle would come to, in points of our scale. */
export type Middle = { at: Exact; costsUs: Exact; unfair: boolean; ownLately: Exact; theirLately: Exact }

/**
 * "Let us split the difference": where the middle of the last offers lies and what it costs us. Unfair when we gave more
 * than they did in the last two steps of each, so that the middle was moved by our own concessions. N06; null before both
 * sides made an offer and where no gap is left.
 */
export function middleOf(ours: readonly string[], theirs: readonly string[]): Middle | null {
  const [own, their] = [lastOf(ours), lastOf(theirs)]
  if (own === null || their === null || exact(own).lte(their)) return null
  const ownLately = sumOf(stepsBetween(ours, -1).slice(-2))
  const theirLately = sumOf(stepsBetween(theirs, 1).slice(-2))
  const costsUs = exact(own).minus(their).div(2)
  return { at: exact(own).minus(costsUs), costsUs, unfair: ownLately.gt(theirLately), ownLately, theirLately }
}

/**
 * A plan of concessions: from which score down to which over how many rounds, and at what pace: an exponent below 1 gives
 * way late (Boulware), 1 evenly, above 1 early. `first` is the share of the way given away at once, 0 to 1.
 */
export type Plan = { reservation: string; first: string; exponent: string; rounds: number }

/**
 * The planned score after so many rounds, 0 to 100. N07: 1 − (1 − reservation)(k + (1 − k)·t^(1/e)), time clamped to 0 and 1.
 * Refuses an exponent of 0 or less, a reservation outside 0 to 100, a first share outside 0 to 1, and less than one round.
 */
export function plannedScore({ reservation, first, exponent, rounds }: Plan, round: number): Exact {
  const refused = (field: string, code: 'exponentInvalid' | 'scoreOutside' | 'shareOutside' | 'roundsInvalid') =>
    no(code, {}, { [field]: { code } })
  if (exact(exponent).lte(0)) throw refused('exponent', 'exponentInvalid')
  if (exact(reservation).lt(0) || exact(reservation).gt(100)) throw refused('reservation', 'scoreOutside')
  if (exact(first).lt(0) || exact(first).gt(1)) throw refused('first', 'shareOutside')
  if (!(rounds >= 1)) throw refused('rounds', 'roundsInvalid')
  const time = Math.min(Math.max(round, 0), rounds)
  const elapsed = exact(time).div(rounds).pow(exact(1).div(exponent))
  const given = exact(first).plus(exact(1).minus(first).times(elapsed))
  return settled(exact(100).minus(exact(100).minus(reservation).times(given)))
}

/** The plan from the start to its last round, beside what was really offered; `ahead` is what we gave more than planned. */
export const plannedCurve = (plan: Plan, ours: readonly string[] = []) =>
  Array.from({ length: plan.rounds + 1 }, (_, round) => {
    const planned = plannedScore(plan, round)
    const actual = ours[round] ?? null
    return { round, planned, actual, ahead: actual === null ? null : planned.minus(actual) }
  })
