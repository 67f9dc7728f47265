import { addDays, addMonths, type Day, daysBetween } from '@/lib/kernel/day'

/** Which version holds from which day to which, both included; an open end is null. */
export type Holding = { number: number; from: Day; to: Day | null }

export type DrawnTimeline = {
  first: Day
  last: Day
  /** In percent of the width; null when today lies outside. */
  today: number | null
  bars: { number: number; from: Day; at: number; width: number }[]
}

const percent = (part: number, whole: number) => Math.round((part * 10_000) / whole) / 100
const later = (a: Day, b: Day) => (a > b ? a : b)

/**
 * What holds when, drawn to scale: a day is as wide as any other. An open end is drawn to the end of the term, or for a year
 * from where it begins. Null when nothing was signed.
 */
export function drawnTimeline(
  stretches: readonly Holding[],
  { endsOn, today }: { endsOn: Day | null; today: Day },
): DrawnTimeline | null {
  const [begin, end] = [stretches[0], stretches.at(-1)]
  if (!begin || !end) return null
  const openEnd = endsOn && endsOn > end.from ? endsOn : addDays(addMonths(end.from, 12), -1)
  const [first, last] = [begin.from, later(end.to ?? openEnd, end.from)]
  const days = daysBetween(first, last) + 1
  const at = (day: Day) => percent(daysBetween(first, day), days)
  return {
    first,
    last,
    today: today >= first && today <= last ? at(today) : null,
    bars: stretches.map(({ number, from, to }) => ({
      number,
      from,
      at: at(from),
      width: percent(daysBetween(from, to ?? last) + 1, days),
    })),
  }
}
