import { Refusal } from '@/lib/kernel/refusal'
import type { ValuedIssue } from './model-issues'
import { scorable } from './rules-issues'
import { type Line, typedIssuesOf } from './rules-table'

/** Each issue on our scale; one that is not complete yet is read as words, so that the others can be followed already. */
export const scalesOf = (lines: readonly Line[]): ValuedIssue[] => lines.map(scaleOf)

function scaleOf(line: Line): ValuedIssue {
  const words: ValuedIssue = { key: line.issue.key, weight: '0', scale: { kind: 'text' } }
  try {
    const [issue] = scorable(typedIssuesOf([line]).map((typed) => ({ ...typed, weight: '1' })))
    return issue ?? words
  } catch (refusal) {
    if (refusal instanceof Refusal) return words
    throw refusal
  }
}
