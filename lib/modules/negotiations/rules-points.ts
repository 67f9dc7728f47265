import type { Exact } from '@/lib/kernel/exact'
import { isScored, type OfferValue, type OfferValues, type ValuedIssue } from './model-issues'
import { byKey, settled } from './rules'
import { saysSame } from './rules-issues'
import { utilityOf } from './rules-scores'

/** An issue on the table with what it can be settled at. */
export type TableIssue = ValuedIssue & { options: readonly OfferValue[] }

/** Both state it differently; `apart` is how far in points of our scale for that issue, 0 to 100, null for words. */
export type Difference = { key: string; ours: OfferValue; theirs: OfferValue; apart: Exact | null }

/** Where both sides stand by their latest offers, by issue key. */
export type Points = {
  agreed: { key: string; value: OfferValue }[]
  different: Difference[]
  /** Issues that one side or both have not spoken of yet. */
  open: { key: string; ours: OfferValue | null; theirs: OfferValue | null }[]
  /** Options that neither side has on the table. */
  unused: { key: string; options: OfferValue[] }[]
}

/** Agreement points, difference points and unused options from the latest offers of both sides; null is no offer yet. */
export function pointsOf(issues: readonly TableIssue[], ours: OfferValues | null, theirs: OfferValues | null): Points {
  const points: Points = { agreed: [], different: [], open: [], unused: [] }
  for (const issue of byKey(issues)) {
    const { key, scale } = issue
    const [own, their] = [ours?.[key] ?? null, theirs?.[key] ?? null]
    if (own === null || their === null) points.open.push({ key, ours: own, theirs: their })
    else if (saysSame(scale.kind, own, their)) points.agreed.push({ key, value: own })
    else points.different.push({ key, ours: own, theirs: their, apart: apartOn(issue, own, their) })
    const unused = issue.options.filter((option) =>
      [own, their].every((value) => value === null || !saysSame(scale.kind, option, value)),
    )
    if (unused.length > 0) points.unused.push({ key, options: unused })
  }
  return points
}

const apartOn = (issue: ValuedIssue, ours: OfferValue, theirs: OfferValue): Exact | null =>
  isScored(issue) ? settled(utilityOf(issue.scale, ours).minus(utilityOf(issue.scale, theirs)).abs().times(100)) : null
