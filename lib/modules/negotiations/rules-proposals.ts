import { type Exact, exact } from '@/lib/kernel/exact'
import type { Scores } from './model-issues'
import { settled } from './rules'
import { beyondOurs } from './rules-axes'
import { issuesBetween, type Package, packageAt, type Space, scoreSteps, stepsOf } from './rules-packages'

/** What an agreement leaves on the table, in points of both scores together, and the packages that would pick it up. */
export type ValueLeft = { valueLeft: Exact; count: number; packages: Package[] }

/**
 * Packages at least as good for both sides as what was agreed and better for one, beyond nobody's limit; by joint score
 * downwards, then ours. N04: the value left is the best joint score less the present one; an efficient agreement leaves 0
 * and has no packages. To be shown after agreement in principle only.
 */
export function valueLeftOf(space: Space, agreed: Scores, most = 20): ValueLeft {
  const { ours, theirs, joint, outside, count } = space
  const now = scoreSteps(agreed)
  const ahead = (a: number, b: number) => (joint[b] ?? 0) - (joint[a] ?? 0) || (ours[b] ?? 0) - (ours[a] ?? 0) || a - b
  const first: number[] = []
  let better = 0
  for (let index = 0; index < count; index++) {
    const [our, their] = [ours[index] ?? 0, theirs[index] ?? 0]
    if (our < now.ours || their < now.theirs || outside[index] !== 0) continue
    if (our === now.ours && their === now.theirs) continue
    better += 1
    enter(first, index, most, ahead)
  }
  const packages = first.map((number) => packageAt(space, number))
  const best = packages[0]
  return {
    valueLeft: best ? settled(best.ours.plus(best.theirs).minus(agreed.ours).minus(agreed.theirs)) : exact(0),
    count: better,
    packages,
  }
}

/** Keeps the first few in order, without sorting all that there are. */
function enter(first: number[], index: number, most: number, ahead: (a: number, b: number) => number): void {
  if (first.length >= most && ahead(index, first[most - 1] ?? index) >= 0) return
  const behind = first.findIndex((each) => ahead(index, each) < 0)
  first.splice(behind < 0 ? first.length : behind, 0, index)
  if (first.length > most) first.pop()
}

/** A house rule: equal to us is what differs by at most so many points. */
export const indifferenceBand = '3'

/** Proposals come from so many of the candidates that are best for the other side, so that each is worth their while. */
const worthwhile = 50

/**
 * The numbers of the first packages worth the same to us within the band and beyond none of our limits, by their estimated
 * score downwards. N08.
 */
export function equivalentsFor(space: Space, ourScore: string, band = indifferenceBand, most = worthwhile): number[] {
  const { ours, theirs, outside, count } = space
  const [centre, width] = [stepsOf(ourScore), stepsOf(band)]
  const ahead = (a: number, b: number) => (theirs[b] ?? 0) - (theirs[a] ?? 0) || a - b
  const first: number[] = []
  for (let index = 0; index < count; index++)
    if (Math.abs((ours[index] ?? 0) - centre) <= width && ((outside[index] ?? 0) & beyondOurs) === 0)
      enter(first, index, most, ahead)
  return first
}

/**
 * Two or three proposals worth the same to us and as different as can be, to be made at once. N08: the best for them first,
 * then each time the one that differs in most issues from those chosen. None when there is nothing to choose between.
 */
export function simultaneousOffers(space: Space, ourScore: string, many: 2 | 3 = 3): Package[] {
  const candidates = equivalentsFor(space, ourScore)
  const chosen = candidates.slice(0, 1)
  while (chosen.length < many) {
    const apart = (candidate: number) => Math.min(...chosen.map((each) => issuesBetween(space, candidate, each)))
    const next = candidates
      .filter((candidate) => !chosen.includes(candidate))
      .reduce<number | null>((best, each) => (best === null || apart(each) > apart(best) ? each : best), null)
    if (next === null) break
    chosen.push(next)
  }
  return chosen.length < 2 ? [] : chosen.map((number) => packageAt(space, number))
}

/** Two packages within so many points of each other are put to the test as equal. */
const nearlyEqual = '0.5'

/**
 * "Are these two really equal?": the two packages closest to each other on our scale that differ in exactly two issues, to
 * check whether the weights say what is meant. Null when no two come within half a point. Domain 3.1.
 */
export function equalPair(space: Space): [Package, Package] | null {
  const { ours } = space
  const near = stepsOf(nearlyEqual)
  const order = Uint32Array.from(ours, (_, index) => index)
  order.sort((a, b) => (ours[a] ?? 0) - (ours[b] ?? 0) || a - b)
  let best: { pair: [number, number]; apart: number } | null = null
  for (let at = 1; at < order.length; at++) {
    const [one, other] = [order[at - 1] ?? 0, order[at] ?? 0]
    const apart = (ours[other] ?? 0) - (ours[one] ?? 0)
    if (apart <= near && (best === null || apart < best.apart) && issuesBetween(space, one, other) === 2)
      best = { pair: [one, other], apart }
  }
  return best && [packageAt(space, best.pair[0]), packageAt(space, best.pair[1])]
}
