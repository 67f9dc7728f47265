import { addDays, compareDays, type Day, daysBetween } from './day'
import { type Exact, exact, sumOf } from './exact'
import { roundHalfUp } from './money'

/** Days from one to another, both belonging to it. */
export type Span = { from: Day; to: Day }

/** How many days a span has; both ends count. */
export const spanDays = ({ from, to }: Span): number => Math.max(0, daysBetween(from, to) + 1)

/** The days that two spans share; null when they share none. */
export function sharedSpan(a: Span, b: Span): Span | null {
  const shared = {
    from: compareDays(a.from, b.from) > 0 ? a.from : b.from,
    to: compareDays(a.to, b.to) < 0 ? a.to : b.to,
  }
  return shared.from <= shared.to ? shared : null
}

/**
 * An amount for a whole span (a contract year) as far as it falls into another: amount × shared days ÷ days of the whole,
 * both ends counted, rounded half-up to `places` only at the end; 0 when they share no day. A06.
 */
export function prorated(amount: string, part: Span, whole: Span, places = 0): string {
  const shared = sharedSpan(part, whole)
  if (shared === null) return roundHalfUp('0', places)
  return roundHalfUp(exact(amount).times(spanDays(shared)).div(spanDays(whole)).toFixed(), places)
}

/**
 * A span cut where something changes: each of `firstDays` that lies in it begins a new piece. The pieces are in order,
 * share no day and make up the span.
 */
export function cutSpan(span: Span, firstDays: readonly Day[]): Span[] {
  const inside = [...new Set(firstDays)].filter((day) => day > span.from && day <= span.to).sort()
  const starts = [span.from, ...inside]
  return starts.map((from, index) => {
    const next = starts[index + 1]
    return { from, to: next === undefined ? span.to : addDays(next, -1) }
  })
}

/** Values weighted by the days for which they hold: Σ value × days ÷ `days`, unrounded; null when there are no days. A06. */
export function weightedByDays(parts: readonly { days: number; value: string }[], days?: number): Exact | null {
  const whole = days ?? parts.reduce((sum, part) => sum + part.days, 0)
  return whole <= 0 ? null : sumOf(parts.map((part) => exact(part.value).times(part.days))).div(whole)
}
