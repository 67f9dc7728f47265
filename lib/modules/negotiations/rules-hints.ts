import { type Exact, exact } from '@/lib/kernel/exact'
import type { Confidence, OpenIssue, Scale } from './model-issues'
import { byKey, settled } from './rules'
import { sharesOf } from './rules-weights'

/**
 * "Give on one issue, ask on another". For every point given, more than `low` and less than `high` points must come back for
 * both to gain; at `equal` both gain alike. `high` is null when what we ask for costs them nothing.
 */
export type Hint = {
  give: string
  ask: string
  low: Exact
  high: Exact | null
  equal: Exact
  confidence: Exclude<Confidence, 'low'>
}

type Estimated = OpenIssue & { confidence: Confidence }

/**
 * Trades between two opposed issues that both sides would gain by, best first. N05: with our weights p, q and theirs on the
 * issues asked for and given, a hint exists iff p/q ours exceeds p/q theirs. No hint on estimates of low confidence, on
 * issues both want the same of, and where the weights stand in the same ratio.
 */
export function hintsOf(issues: readonly Estimated[]): Hint[] {
  const usable = byKey(issues.filter(({ theirs, confidence }) => theirs !== null && confidence !== 'low'))
  if (usable.length < 2) return []
  const ours = sharesOf(issues.map(({ key, ours: { weight } }) => ({ key, weight })))
  const theirs = sharesOf(issues.flatMap(({ key, theirs: given }) => (given ? [{ key, weight: given.weight }] : [])))
  const opposed = usable.filter((issue) => issue.theirs && isOpposed(issue, issue.theirs.scale))
  const weightOf = (shares: ReadonlyMap<string, Exact>, { key }: Estimated) => shares.get(key) ?? exact(0)
  return opposed
    .flatMap((ask) =>
      opposed.flatMap((give): { hint: Hint; gain: Exact }[] => {
        const [askOurs, giveOurs] = [weightOf(ours, ask), weightOf(ours, give)]
        const [askTheirs, giveTheirs] = [weightOf(theirs, ask), weightOf(theirs, give)]
        const gain = settled(askOurs.times(giveTheirs).minus(askTheirs.times(giveOurs)))
        if (ask === give || !gain.gt(0)) return []
        const hint: Hint = {
          give: give.key,
          ask: ask.key,
          low: settled(giveOurs.div(askOurs)),
          high: askTheirs.isZero() ? null : settled(giveTheirs.div(askTheirs)),
          equal: settled(giveOurs.plus(giveTheirs).div(askOurs.plus(askTheirs))),
          confidence: ask.confidence === 'high' && give.confidence === 'high' ? 'high' : 'medium',
        }
        return [{ hint, gain }]
      }),
    )
    .sort((a, b) => b.gain.comparedTo(a.gain))
    .map(({ hint }) => hint)
}

/** Whether what is better for us is worse for them, as far as the scales say. */
function isOpposed({ ours: { scale } }: OpenIssue, theirs: Scale): boolean {
  if (scale.kind === 'numeric' && theirs.kind === 'numeric') return rises(scale) !== rises(theirs)
  if (scale.kind === 'boolean' && theirs.kind === 'boolean') return scale.wanted !== theirs.wanted
  if (scale.kind === 'ordinal' && theirs.kind === 'ordinal') return bestOf(scale) !== bestOf(theirs)
  return false
}

const rises = ({ target, limit }: { target: string; limit: string }) => exact(target).gt(limit)

/** The option that a side wants most: its target, else the one of most points; ties by key. */
function bestOf({ options, target }: Extract<Scale, { kind: 'ordinal' }>): string | null {
  const [best] = byKey(options).sort((a, b) => exact(b.points).comparedTo(a.points))
  return target ?? best?.key ?? null
}
