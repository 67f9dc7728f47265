import type { DifferenceLine, Facts, Totals } from './model'
import type { Demand } from './model-policies'

type Submission = {
  reason: string | null
  accountId: string | null
  facts: Facts
  lines: readonly DifferenceLine[]
  totals: Totals
}

/** Lines that do not say why; those that the product works out from confidential figures owe no reason. */
export const unexplained = (lines: readonly DifferenceLine[]): DifferenceLine[] =>
  lines.filter(({ why, confidential }) => !confidential && (why === null || why.trim() === ''))

const isThere: Readonly<Record<Demand, (submission: Submission) => boolean>> = {
  reason: ({ reason }) => reason !== null,
  whyEach: ({ lines }) => unexplained(lines).length === 0,
  costPerYear: ({ totals }) => totals.costPerYear !== null,
  marginPct: ({ totals, facts }) => totals.marginPct !== null || facts.marginPct !== undefined,
  paymentDays: ({ facts }) => facts.paymentDays !== undefined,
  value: ({ totals, facts }) => totals.value !== null || facts.value !== undefined,
  account: ({ accountId }) => accountId !== null,
}

/** What a policy demands of a submission and it lacks, in the order of the checklist. A cost of 0 is known, none is not. */
export const missingOf = (demands: readonly Demand[], submission: Submission): Demand[] =>
  demands.filter((demand) => !isThere[demand](submission))
