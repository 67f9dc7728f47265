import { type Exact, exact, sumOf } from '@/lib/kernel/exact'
import { isScored, type OfferValues, type ValuedIssue } from './model-issues'
import { byKey, settled } from './rules'
import { mustFitIssues } from './rules-issues'
import { utilityOf } from './rules-scores'
import { sharesOf } from './rules-weights'

/** A weight, as a share of all, at which two offers change places when the others keep their proportions. */
export type Flip = { key: string; from: Exact; to: Exact; change: Exact }

/**
 * How firm the ranking of two offers is. `smallest` is null when no single weight turns it; `fragile` when moving one raw
 * weight by at most 10 % does. Two offers of equal score have no ranking to turn.
 */
export type Sensitivity = {
  ahead: 'first' | 'second' | 'neither'
  smallest: Flip | null
  flips: Flip[]
  fragile: boolean
}

/** A house rule: a ranking that turns when a weight moves by no more than this is fragile. */
const fragileShare = '0.1'

/**
 * The smallest change of one weight, renormalised, after which the other offer leads (domain 3.1). Null unless both offers
 * state every issue that is scored. Refuses as scores do. N01, N09.
 */
export function sensitivityOf(
  issues: readonly ValuedIssue[],
  first: OfferValues,
  second: OfferValues,
): Sensitivity | null {
  for (const offer of [first, second]) mustFitIssues(issues, offer)
  const scored = byKey(issues.filter(isScored))
  const shares = sharesOf(scored)
  const lines = scored.flatMap(({ key, scale }) => {
    const [one, other] = [first[key] ?? null, second[key] ?? null]
    if (one === null || other === null) return []
    return [{ key, share: shares.get(key) ?? exact(0), lead: utilityOf(scale, one).minus(utilityOf(scale, other)) }]
  })
  if (lines.length < scored.length) return null
  const lead = settled(sumOf(lines.map(({ share, lead: apart }) => share.times(apart))))
  if (lead.isZero()) return { ahead: 'neither', smallest: null, flips: [], fragile: false }
  const flips = lines.flatMap((line) => flipOf(line, lead))
  flips.sort((a, b) => a.change.abs().comparedTo(b.change.abs()))
  return {
    ahead: lead.gt(0) ? 'first' : 'second',
    smallest: flips[0] ?? null,
    flips,
    fragile: flips.some(({ from, to }) => isWithinReach(from, to)),
  }
}

/**
 * Where the lead becomes 0: it is a straight line in this share, from what the other issues say alone to what this issue
 * says alone. Only a crossing between 0 and 1 turns the ranking.
 */
function flipOf({ key, share, lead: own }: { key: string; share: Exact; lead: Exact }, lead: Exact): Flip[] {
  if (settled(share).gte(1)) return []
  const others = lead.minus(share.times(own)).div(exact(1).minus(share))
  const slope = own.minus(others)
  if (settled(slope).isZero()) return []
  const to = settled(others.negated().div(slope))
  return to.gt(0) && to.lt(1) ? [{ key, from: settled(share), to, change: settled(to.minus(share)) }] : []
}

/** Whether the raw weight behind a share moves by at most the fragile share to get there. */
function isWithinReach(from: Exact, to: Exact): boolean {
  if (from.isZero()) return false
  const factor = to.times(exact(1).minus(from)).div(from.times(exact(1).minus(to)))
  return settled(factor.minus(1).abs()).lte(fragileShare)
}
