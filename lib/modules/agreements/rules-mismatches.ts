import { no } from './rules'
import type { Mismatch } from './rules-values'

/** What keeps a paper from being submitted: a clause that takes a point up and says something else, or nothing. */
export const hindering = (mismatches: readonly Mismatch[]): Mismatch[] =>
  mismatches.filter(({ kind }) => kind !== 'notWritten')

/** Refuses to submit a paper whose clauses differ from what was agreed, naming both values of the first. */
export function mustMatchNegotiated(mismatches: readonly Mismatch[]): void {
  const [first, ...others] = hindering(mismatches)
  if (!first) return
  throw no('differsFromNegotiated', {
    written: first.clause ?? '—',
    agreed: String(first.negotiated),
    more: others.length,
  })
}
