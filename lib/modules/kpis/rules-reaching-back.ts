import type { Day } from '@/lib/kernel/day'
import type { KpiReading, PeriodReading } from './rules-readings'

/** A version that reaches back: from which day to which it holds, since when it is recorded, and why. */
export type ReachingBack = { number: number; from: Day; to: Day; recordedOn: Day; why: string | null }

/** What a version that reaches back changed of a period that was over when it was recorded. */
export type Rewritten = Pick<ReachingBack, 'number' | 'recordedOn' | 'why'> & { was: PeriodReading }

const sameStanding = (a: PeriodReading, b: PeriodReading) =>
  a.status === b.status && JSON.stringify(a.thresholds) === JSON.stringify(b.thresholds)

/**
 * The periods that a version judged anew although they were over when it was recorded, each as it stood before: `before` and
 * `after` are the readings without and with that version. Replaying them always finds the same. K07, A06.
 */
export function rewritten(
  version: ReachingBack,
  before: KpiReading,
  after: KpiReading,
): ReadonlyMap<string, Rewritten> {
  const old = new Map(before.periods.map((each) => [each.key, each]))
  const { number, recordedOn, why } = version
  const changed = after.periods.flatMap((now): [string, Rewritten][] => {
    const was = old.get(now.key)
    const isOver = now.to < recordedOn && now.to >= version.from && now.from <= version.to
    return was && isOver && !sameStanding(was, now) ? [[now.key, { number, recordedOn, why, was }]] : []
  })
  return new Map(changed)
}
