import { type Exact, plain, sumOf } from '@/lib/kernel/exact'
import { type Direction, orderOf } from './model-catalogue'
import type { TermValue, TermValues } from './model-values'
import { type CostBasis, costOfChange } from './rules-cost'

/** A value as text that is equal exactly when the values are: 3 is 3.0, and nothing is not 0. */
export const keyOfValue = (value: TermValue): string => JSON.stringify(inOneForm(value))

const numberNames = new Set(['number', 'times', 'count', 'pct', 'days', 'from'])

/** Names in order, numbers without needless zeros. */
function inOneForm(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOneForm)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(
    entries.map(([name, each]) => [
      name,
      numberNames.has(name) && typeof each === 'string' ? plain(each) : inOneForm(each),
    ]),
  )
}

export const isSameValue = (a: TermValue | undefined, b: TermValue | undefined) =>
  a === undefined || b === undefined ? a === b : keyOfValue(a) === keyOfValue(b)

export type Difference = {
  code: string
  kind: 'added' | 'removed' | 'changed'
  was: TermValue | null
  now: TermValue | null
  /** What it costs us in a year; null where it is not counted in money. */
  impact: Exact | null
}

/** What differs between two sets of terms, code by code in the order of codes, with its yearly impact and their sum. T04. */
export function differencesOf(
  before: TermValues,
  after: TermValues,
  basis: CostBasis,
  direction: Direction,
): { differences: Difference[]; unchanged: string[]; total: Exact } {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort()
  const differing = codes.filter((code) => !isSameValue(before[code], after[code]))
  const impacts = costOfChange(before, after, differing, basis, direction)
  const differences = differing.map((code): Difference => {
    const [was, now] = [before[code] ?? null, after[code] ?? null]
    const kind = was === null ? 'added' : now === null ? 'removed' : 'changed'
    return { code, kind, was, now, impact: impacts.get(code) ?? null }
  })
  return {
    differences,
    unchanged: codes.filter((code) => !differing.includes(code)),
    total: sumOf(differences.map(({ impact }) => impact ?? 0)),
  }
}

/** The dearest first; what is not counted in money comes last, in the order of the catalogue. */
export const byCost = (
  a: { code: string; impact: Exact | null },
  b: { code: string; impact: Exact | null },
): number => {
  if (a.impact !== null && b.impact !== null && !a.impact.eq(b.impact)) return b.impact.comparedTo(a.impact)
  if ((a.impact === null) !== (b.impact === null)) return a.impact === null ? 1 : -1
  return orderOf(a.code) - orderOf(b.code)
}

/** A set with the departures laid over it. */
export const laidOver = (standard: TermValues, departures: TermValues): TermValues => ({ ...standard, ...departures })

/**
 * What raising a standard does to one client: which of its terms become a departure (the client keeps what it has),
 * which cease to be one (the standard is now the same).
 */
export function effectsOfStandard(
  before: TermValues,
  after: TermValues,
  agreed: TermValues,
): { code: string; effect: 'becomes' | 'ceases'; value: TermValue }[] {
  const codes = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const moved = codes.filter((code) => !isSameValue(before[code], after[code]))
  return moved.flatMap((code): { code: string; effect: 'becomes' | 'ceases'; value: TermValue }[] => {
    const value = agreed[code]
    if (!value) return []
    const was = isSameValue(value, before[code])
    const now = isSameValue(value, after[code])
    if (was === now) return []
    return [{ code, effect: was ? 'becomes' : 'ceases', value }]
  })
}
