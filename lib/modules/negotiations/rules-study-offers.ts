import { type Exact, exact } from '@/lib/kernel/exact'
import type { CurvePoint, FlipStudy, LogStudy, OfferStudy, Studied, StudiedOffer, WeightsStudy } from './model-analysis'
import { isScored, type OfferValues, type Side, type ValuedIssue } from './model-issues'
import { figure } from './rules'
import { beatsAlternative } from './rules-alternatives'
import { concessionLogOf, middleOf, type Plan, plannedCurve } from './rules-concessions'
import { statedIn } from './rules-issues'
import { hidesBreach, scoreOf } from './rules-scores'
import { sensitivityOf } from './rules-sensitivity'
import { theirWeightsOf } from './rules-their-weights'

const inOrder = (offers: readonly StudiedOffer[]) => [...offers].sort((a, b) => a.no - b.no)

/** An offer without what cannot be scored yet. */
const knownOnly = (values: OfferValues, known: ReadonlySet<string>): OfferValues =>
  Object.fromEntries(statedIn(values).filter(([key]) => known.has(key)))

type Carried = StudiedOffer & { carried: OfferValues }

/** Offers in their order, each with what its side said before where it says nothing. */
function carriedIn({ issues, offers }: Studied): Carried[] {
  const known = new Set(issues.map(({ key }) => key))
  const said: Record<Side, OfferValues> = { us: {}, them: {} }
  return inOrder(offers).flatMap((offer) => {
    const values = knownOnly(offer.values, known)
    if (statedIn(values).length === 0) return []
    said[offer.side] = { ...said[offer.side], ...values }
    return [{ ...offer, values, carried: said[offer.side] }]
  })
}

/** Each offer on our scale, with breaches and the range of what it leaves open, and on theirs as we estimate it. N01, N10. */
export function offerStudies(studied: Studied, alternative: Exact | null): OfferStudy[] {
  const { issues } = studied
  const estimated = studied.open.flatMap(({ key, theirs }): ValuedIssue[] => (theirs ? [{ key, ...theirs }] : []))
  const weighs = estimated.some(({ weight }) => exact(weight).gt(0))
  const estimatedKeys = new Set(estimated.map(({ key }) => key))
  return carriedIn(studied).map(({ no, side, round, values, carried }) => {
    const own = scoreOf(issues, values)
    const standing = scoreOf(issues, carried)
    const theirValues = knownOnly(carried, estimatedKeys)
    const theirs = weighs && statedIn(theirValues).length > 0 ? scoreOf(estimated, theirValues).score : null
    const whole = standing.missing.length === 0 ? standing.score : null
    return {
      no,
      side,
      round,
      score: own.score && figure(own.score),
      worst: figure(own.worst),
      best: figure(own.best),
      carried: whole && figure(whole),
      theirs: theirs && figure(theirs),
      missing: own.missing,
      breaches: standing.breaches,
      hides: hidesBreach(standing),
      beats: whole && beatsAlternative(whole, alternative),
    }
  })
}

const scoresBy = (offers: readonly OfferStudy[], side: Side) =>
  offers.flatMap((offer) => (offer.side === side && offer.carried ? [{ no: offer.no, score: offer.carried }] : []))

/** The steps of both sides on our scale. N06; null before anybody stated everything. */
export function studiedLog(offers: readonly OfferStudy[]): LogStudy | null {
  const [ours, theirs] = [scoresBy(offers, 'us'), scoresBy(offers, 'them')]
  if (ours.length + theirs.length === 0) return null
  const [own, other] = [ours.map(({ score }) => score), theirs.map(({ score }) => score)]
  const log = concessionLogOf(own, other)
  const middle = middleOf(own, other)
  const [lastOurs, lastTheirs] = [own.at(-1), other.at(-1)]
  const stepsOf = (side: Side, steps: readonly Exact[], said: readonly { no: number }[]) =>
    steps.map((step, index) => ({ side, no: said[index + 1]?.no ?? 0, step: figure(step) }))
  return {
    ownTotal: figure(log.ownTotal),
    theirTotal: figure(log.theirTotal),
    reciprocity: log.reciprocity && figure(log.reciprocity),
    roundsToClose: log.roundsToClose && figure(log.roundsToClose),
    gap: lastOurs && lastTheirs ? figure(exact(lastOurs).minus(lastTheirs)) : null,
    retractions: log.retractions.map(({ side, offer }) => ({
      side,
      no: (side === 'us' ? ours : theirs)[offer]?.no ?? 0,
    })),
    steps: [...stepsOf('us', log.ownSteps, ours), ...stepsOf('them', log.theirSteps, theirs)].sort(
      (a, b) => a.no - b.no,
    ),
    middle: middle && {
      at: figure(middle.at),
      costsUs: figure(middle.costsUs),
      unfair: middle.unfair,
      ownLately: figure(middle.ownLately),
      theirLately: figure(middle.theirLately),
    },
  }
}

/** The planned curve by round, beside our last offer of each round. N07. */
export function studiedCurve(plan: Plan | null, offers: readonly OfferStudy[]): CurvePoint[] | null {
  if (!plan) return null
  const byRound = new Map(
    offers.flatMap(({ side, round, carried }): [number, string][] =>
      side === 'us' && carried ? [[round, carried]] : [],
    ),
  )
  return plannedCurve(plan).map(({ round, planned }) => {
    const actual = byRound.get(round) ?? null
    return { round, planned: figure(planned), actual, ahead: actual && figure(planned.minus(actual)) }
  })
}

/** Their weights by what they keep fixed, with the number of offers behind them. N11. */
export function studiedWeights({ issues, offers }: Studied): WeightsStudy | null {
  const theirs = inOrder(offers).filter(({ side }) => side === 'them')
  const found = theirWeightsOf(
    issues,
    theirs.map(({ values }) => values),
  )
  if (!found) return null
  const shares = [...found.weights].map(([key, share]) => ({ key, share: figure(share.times(100)) }))
  return {
    offers: found.offers,
    shares: shares.sort((a, b) => exact(b.share).comparedTo(a.share) || (a.key < b.key ? -1 : 1)),
  }
}

const mostFlips = 5

/** Which neighbours in the ranking of all offers change places first when a weight moves. Domain 3.1. */
export function flipsIn(studied: Studied): FlipStudy[] {
  const { issues } = studied
  const scored = issues.filter(isScored)
  const whole = carriedIn(studied).filter(({ carried }) => scored.every(({ key }) => key in carried))
  const ranked = whole
    .map((offer) => ({ ...offer, score: scoreOf(issues, offer.carried).worst }))
    .sort((a, b) => b.score.comparedTo(a.score) || a.no - b.no)
  const found = ranked.slice(1).flatMap((behind, index) => {
    const ahead = ranked[index]
    const flip = ahead && sensitivityOf(issues, ahead.carried, behind.carried)
    if (!ahead || !flip?.smallest) return []
    const { key, from, to, change } = flip.smallest
    const said = { key, from: figure(from.times(100)), to: figure(to.times(100)), fragile: flip.fragile }
    return [{ flip: { ahead: ahead.no, behind: behind.no, ...said }, change: change.abs() }]
  })
  return found
    .sort((a, b) => a.change.comparedTo(b.change) || a.flip.ahead - b.flip.ahead)
    .slice(0, mostFlips)
    .map(({ flip }) => flip)
}
