import type { Exact } from '@/lib/kernel/exact'
import { Refusal } from '@/lib/kernel/refusal'
import type { Belief, Problem, Studied, StudiedAlternative, Study, ZopaStudy } from './model-analysis'
import type { Confidence, Scores } from './model-issues'
import { figure } from './rules'
import { alternativeScore } from './rules-alternatives'
import { hintsOf } from './rules-hints'
import { spaceOf } from './rules-packages'
import { flipsIn, offerStudies, studiedCurve, studiedLog, studiedWeights } from './rules-study-offers'
import { leftIn, proposalsIn, studiedSpace } from './rules-study-packages'
import { intervalOf, ourZopa, pullAlike } from './rules-zopa'

/**
 * The whole analysis of a negotiation: N01 to N11 and the sensitivity. What hangs on estimates says how sure they are. It
 * is the same however the issues were entered.
 */
export function studyOf(studied: Studied): Study {
  const best = { ours: bestOf(studied.alternatives.ours), theirs: bestOf(studied.alternatives.theirs) }
  const offers = offerStudies(studied, best.ours)
  return {
    alternatives: { ours: best.ours && figure(best.ours), theirs: best.theirs && figure(best.theirs) },
    offers,
    zopas: studied.beliefs.flatMap((belief) => zopaIn(studied, belief)).sort((a, b) => (a.key < b.key ? -1 : 1)),
    log: studiedLog(offers),
    curve: studiedCurve(studied.plan, offers),
    weights: studiedWeights(studied),
    flips: flipsIn(studied),
    ...packagesIn(studied, offers, best),
  }
}

type Best = { ours: Exact | null; theirs: Exact | null }
type Packages = Pick<Study, 'space' | 'problem' | 'left' | 'hints' | 'proposals'>

/** What needs both sides' weights; a refusal (nothing estimated yet) is a part of the answer. */
function packagesIn(studied: Studied, offers: Study['offers'], { ours, theirs }: Best): Packages {
  try {
    const { open } = studied
    const space = spaceOf(open)
    const floor: Scores | null = ours && theirs && { ours: ours.toFixed(), theirs: theirs.toFixed() }
    const last = offers.filter(({ side }) => side === 'us').at(-1)
    return {
      problem: null,
      space: studiedSpace(space, floor, lowestOf(studied)),
      left: studied.agreed && leftIn(space, open, studied.agreed),
      hints: hintsOf(open.map((issue) => ({ ...issue, confidence: confidenceOn(studied, issue.key) }))).map((hint) => ({
        ...hint,
        low: figure(hint.low),
        high: hint.high && figure(hint.high),
        equal: figure(hint.equal),
      })),
      proposals: last?.carried ? proposalsIn(space, last.carried) : [],
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return { space: null, left: null, hints: [], proposals: [], problem: problemOf(error) }
  }
}

const problemOf = ({ code, params }: Refusal): Problem => ({ code: code.slice(code.indexOf('.') + 1), params })

const confidenceOn = ({ beliefs }: Studied, key: string): Confidence =>
  beliefs.find((each) => each.key === key)?.confidence ?? 'low'

/** What several estimates are worth together: as much as the weakest. */
function lowestOf(studied: Studied): Confidence {
  const all = studied.open.flatMap(({ key, theirs }) => (theirs ? [confidenceOn(studied, key)] : []))
  return (['low', 'medium'] as const).find((each) => all.includes(each)) ?? 'high'
}

/** The best of the alternatives that can be scored; null without one. N10. */
function bestOf(alternatives: readonly StudiedAlternative[]): Exact | null {
  const scores = alternatives.flatMap(({ outcomes, switchingCost }) => {
    try {
      return [alternativeScore(outcomes, switchingCost)]
    } catch (error) {
      if (error instanceof Refusal) return []
      throw error
    }
  })
  return scores.reduce<Exact | null>((best, score) => (best === null || score.gt(best) ? score : best), null)
}

/** Where both could meet on one number on which they pull apart, as far as we believe to know their limit. N02. */
function zopaIn({ issues }: Studied, { key, theirTarget, theirLimit, confidence }: Belief): ZopaStudy[] {
  const scale = issues.find((each) => each.key === key)?.scale
  if (scale?.kind !== 'numeric' || theirLimit === null) return []
  if (theirTarget !== null && pullAlike(scale, { target: theirTarget, limit: theirLimit })) return []
  const sure = confidence ?? 'low'
  const estimate = intervalOf(theirLimit, sure, scale)
  const { exists, least, most } = ourZopa(scale, estimate)
  const ends = (zone: typeof least) => zone && { from: zone.from, to: zone.to }
  return [{ key, exists, least: ends(least), most: ends(most), estimate, confidence: sure }]
}
