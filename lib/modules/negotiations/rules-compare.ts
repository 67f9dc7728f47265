import { type Day, daysBetween } from '@/lib/kernel/day'
import type { ComparedIssue } from './model-compare'
import type { Side } from './model-issues'

/** One matter in both negotiations; null where it was not on the table. */
export type ComparedMatter = { name: string; one: ComparedIssue | null; other: ComparedIssue | null }

const matterOf = ({ termCode, key }: Pick<ComparedIssue, 'termCode' | 'key'>) =>
  termCode ? `term ${termCode}` : `key ${key}`

/**
 * The issues of two negotiations side by side: the same kind of term is the same matter whatever it was called, others are
 * told by their key. What was on one table only comes after what was on both.
 */
export function mattersOf(one: readonly ComparedIssue[], other: readonly ComparedIssue[]): ComparedMatter[] {
  const theirs = new Map(other.map((issue) => [matterOf(issue), issue]))
  const mine = new Set(one.map(matterOf))
  const both = one.map(
    (issue): ComparedMatter => ({ name: issue.name, one: issue, other: theirs.get(matterOf(issue)) ?? null }),
  )
  const rest = other.filter((issue) => !mine.has(matterOf(issue)))
  return [
    ...both.filter((matter) => matter.other),
    ...both.filter((matter) => !matter.other),
    ...rest.map((issue) => ({ name: issue.name, one: null, other: issue })),
  ]
}

type Said = { round: number; side: Side; day: Day }

/** How long it took and how much was said; days from the first offer to the last, both counted in, null before any. */
export function courseOf(offers: readonly Said[]) {
  const days = offers.map(({ day }) => day).sort()
  const [first, last] = [days[0], days.at(-1)]
  return {
    rounds: Math.max(0, ...offers.map(({ round }) => round)),
    ours: offers.filter(({ side }) => side === 'us').length,
    theirs: offers.filter(({ side }) => side === 'them').length,
    days: first && last ? daysBetween(first, last) + 1 : null,
  }
}
