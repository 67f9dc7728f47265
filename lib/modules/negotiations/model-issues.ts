export const issueKinds = ['numeric', 'ordinal', 'boolean', 'text'] as const
export type IssueKind = (typeof issueKinds)[number]

export const confidences = ['low', 'medium', 'high'] as const
/** How sure we are of what we believe of the other side. */
export type Confidence = (typeof confidences)[number]

export const sides = ['us', 'them'] as const
export type Side = (typeof sides)[number]

/** What is said on an issue: a decimal in the issue's unit, an option's key, yes or no, or words. */
export type OfferValue = string | boolean
/** An offer by issue; an issue that is absent or null is not stated. */
export type OfferValues = Readonly<Record<string, OfferValue | null | undefined>>

export type OrdinalOption = { key: string; points: string }

/**
 * How one side values an issue, from its limit (utility 0) to its target (utility 1). Points run from 0 to 100; without a
 * target the full points, without a limit no points are meant, and nothing is beyond the limit. A yes/no that is required
 * is beyond the limit when it is not as wanted.
 */
export type Scale =
  | { kind: 'numeric'; target: string; limit: string }
  | { kind: 'ordinal'; options: readonly OrdinalOption[]; target: string | null; limit: string | null }
  | { kind: 'boolean'; wanted: boolean; required: boolean }

/** Words are written down and compared, never scored. */
export type Words = { kind: 'text' }

/** An issue as one side weighs it; weights are raw, they count by their share of the sum. */
export type ValuedIssue = { key: string; weight: string; scale: Scale | Words }
export type ScoredIssue = ValuedIssue & { scale: Scale }
export type Valuation = { weight: string; scale: Scale }

/** An issue with what both sides are ready to talk about; theirs is our estimate, null when there is none. */
export type OpenIssue = { key: string; options: readonly OfferValue[]; ours: Valuation; theirs: Valuation | null }

/** Two offers or packages on both scales, 0 to 100. */
export type Scores = { ours: string; theirs: string }

/** An offer as it stands in the log. */
export type LoggedOffer = { no: number; side: Side; values: OfferValues }

export const isScored = (issue: ValuedIssue): issue is ScoredIssue => issue.scale.kind !== 'text'
