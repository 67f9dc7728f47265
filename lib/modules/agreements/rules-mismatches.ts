import { no } from './rules'
import type { Mismatch } from './rules-values'

/**
 * Refuses to submit a paper that differs from what was agreed: a clause that says something else, or nothing, with both values;
 * a point that neither a clause nor a term takes up, and that nobody dropped with a reason. Differentiator 2.
 */
export function mustMatchNegotiated(mismatches: readonly (Mismatch & { name: string })[]): void {
  const [first] = mismatches
  if (!first) return
  const more = mismatches.length - 1
  const agreed = String(first.negotiated)
  if (first.kind === 'notWritten') throw no('pointNotWritten', { name: first.name, agreed, more })
  throw no('differsFromNegotiated', { written: first.clause ?? '—', agreed, more })
}
