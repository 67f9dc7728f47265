import type { Day } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'

/** What a client kept back, and what of it has no claim yet. Amounts are exact text. */
export type OpenDeduction = { id: string; reference: string | null; reasonCode: string; left: string }
/** What we granted, and what of it nobody has used yet. */
export type OpenClaim = { id: string; reference: string; reasonCode: string; grantedOn: Day; left: string }

export const matchRules = ['reference', 'equal', 'oldest', 'byHand'] as const
export type MatchRule = (typeof matchRules)[number]
export type Match = { deductionId: string; claimId: string; amount: string; rule: MatchRule }
export type Matching = { matches: Match[]; left: { deductionId: string; amount: string; reasonCode: string }[] }

/**
 * Matches deductions, in the order given, with open claims: by exact reference; else the same reason with exactly what is
 * left; else the same reason, the oldest claim first, in parts. What is left of a deduction, also beyond the claim that it
 * names, is to be disputed. A claim never falls below 0 and the sums are kept. D01.
 */
export function matchDeductions(deductions: readonly OpenDeduction[], claims: readonly OpenClaim[]): Matching {
  const open = new Map(claims.map((claim) => [claim.id, { ...claim, left: exact(claim.left) }]))
  const oldestFirst = [...open.values()].sort((a, b) =>
    a.grantedOn === b.grantedOn ? (a.id < b.id ? -1 : 1) : a.grantedOn < b.grantedOn ? -1 : 1,
  )
  const matches: Match[] = []
  const left: Matching['left'] = []
  for (const deduction of deductions) {
    let rest = exact(deduction.left)
    const take = (claim: (typeof oldestFirst)[number], rule: MatchRule) => {
      const amount = rest.lt(claim.left) ? rest : claim.left
      if (amount.lte(0)) return
      claim.left = claim.left.minus(amount)
      rest = rest.minus(amount)
      matches.push({ deductionId: deduction.id, claimId: claim.id, amount: plain(amount), rule })
    }
    const same = oldestFirst.filter((claim) => claim.reasonCode === deduction.reasonCode)
    const named = deduction.reference
      ? oldestFirst.find((claim) => claim.reference === deduction.reference && claim.left.gt(0))
      : undefined
    if (named) take(named, 'reference')
    const equal = named ? undefined : same.find((claim) => claim.left.gt(0) && claim.left.eq(rest))
    if (equal) take(equal, 'equal')
    for (const claim of named ? [] : same) if (rest.gt(0)) take(claim, 'oldest')
    if (rest.gt(0)) left.push({ deductionId: deduction.id, amount: plain(rest), reasonCode: deduction.reasonCode })
  }
  return { matches, left }
}
