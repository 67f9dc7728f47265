import type { Weight } from '@/lib/modules/terms/model-catalogue'
import type { Confidence, LoggedOffer, OfferValue, OfferValues, OpenIssue, Side, ValuedIssue } from './model-issues'
import type { Outcome } from './rules-alternatives'
import type { Plan } from './rules-concessions'

export type StudiedOffer = LoggedOffer & { round: number }
export type StudiedAlternative = { outcomes: readonly Outcome[]; switchingCost: string }
/** What we believe of the other side on an issue, and how sure we are. */
export type Belief = {
  key: string
  theirTarget: string | null
  theirLimit: string | null
  confidence: Confidence | null
}

/** All that an analysis hangs on, as plain data: the same content has the same result. */
export type Studied = {
  issues: readonly ValuedIssue[]
  /** The same with what each can be settled at and what we believe it is worth to them. */
  open: readonly OpenIssue[]
  beliefs: readonly Belief[]
  /** Offers that were said, of both sides. */
  offers: readonly StudiedOffer[]
  alternatives: { ours: readonly StudiedAlternative[]; theirs: readonly StudiedAlternative[] }
  plan: Plan | null
  /** What both accepted, as long as it may still be improved: N04. */
  agreed: OfferValues | null
}

/** A sentence of the module about why a part cannot be worked out. */
export type Problem = { code: string; params: Readonly<Record<string, string | number>> }

/** An offer with its scores; `carried` fills what it leaves open with what its side said last. */
export type OfferStudy = {
  no: number
  side: Side
  round: number
  score: string | null
  worst: string
  best: string
  carried: string | null
  theirs: string | null
  missing: readonly string[]
  breaches: readonly string[]
  hides: boolean
  beats: boolean | null
}

export type ZoneStudy = { from: string; to: string }
export type ZopaStudy = {
  key: string
  exists: 'surely' | 'perhaps' | 'no'
  least: ZoneStudy | null
  most: ZoneStudy | null
  estimate: { low: string; high: string }
  confidence: Confidence
}

export type Point = { ours: number; theirs: number }
export type PackageStudy = { values: Readonly<Record<string, OfferValue>>; ours: string; theirs: string }
export type ReferenceStudy = PackageStudy & { measure: string }

/** How many packages lie in each cell of a grid over both scores, 0 to 100; `cells` holds x, y and the share of the fullest cell. */
export type Density = {
  columns: number
  rows: number
  cells: readonly (readonly [x: number, y: number, tier: 1 | 2 | 3])[]
}

export type SpaceStudy = {
  count: number
  reductions: readonly { key: string; dropped: readonly OfferValue[]; because: 'worseForBoth' | 'between' | 'fixed' }[]
  unestimated: readonly string[]
  confidence: Confidence
  feasible: number | null
  frontierCount: number
  frontierFeasible: number | null
  frontier: readonly PackageStudy[]
  line: readonly Point[]
  density: Density
  nash: ReferenceStudy | null
  maximin: ReferenceStudy | null
  maxJoint: ReferenceStudy | null
}

export type HintStudy = {
  give: string
  ask: string
  low: string
  high: string | null
  equal: string
  confidence: 'medium' | 'high'
}
export type LogStudy = {
  ownTotal: string
  theirTotal: string
  reciprocity: string | null
  roundsToClose: string | null
  gap: string | null
  retractions: readonly { side: Side; no: number }[]
  steps: readonly { no: number; side: Side; step: string }[]
  middle: { at: string; costsUs: string; unfair: boolean; ownLately: string; theirLately: string } | null
}
export type CurvePoint = { round: number; planned: string; actual: string | null; ahead: string | null }
export type FlipStudy = {
  ahead: number
  behind: number
  key: string
  from: string
  to: string
  fragile: boolean
}
export type WeightsStudy = { offers: number; shares: readonly { key: string; share: string }[] }
export type LeftStudy = {
  valueLeft: string
  count: number
  packages: readonly PackageStudy[]
  now: { ours: string; theirs: string }
}

/** The whole analysis, plain and ready to be drawn. A part that cannot be worked out is null. */
export type Study = {
  alternatives: { ours: string | null; theirs: string | null }
  offers: readonly OfferStudy[]
  zopas: readonly ZopaStudy[]
  space: SpaceStudy | null
  problem: Problem | null
  left: LeftStudy | null
  hints: readonly HintStudy[]
  log: LogStudy | null
  curve: readonly CurvePoint[] | null
  proposals: readonly PackageStudy[]
  weights: WeightsStudy | null
  flips: readonly FlipStudy[]
}

/** A step of one issue, what it is worth in a year, and how much of every other issue that is. */
export type Equivalent = {
  key: string
  weight: Weight
  many: string
  /** The step between what both sides said last; otherwise a usual one. */
  isGap: boolean
  yearly: string
  others: readonly { key: string; many: string }[]
}
export type Uncosted =
  | 'noTerm'
  | 'noNumber'
  | 'noSales'
  | 'notSold'
  | 'uncounted'
  | 'onGrowth'
  | 'inTiers'
  | 'byCalendar'
  | 'timesMissing'
/** What equals what, by yearly cost: the base that it is reckoned on, and what cannot be costed. T03. */
export type Equivalents = {
  sales: string | null
  ratePct: string | null
  rows: readonly Equivalent[]
  uncosted: readonly { key: string; why: Uncosted }[]
}
