import { type Recorded, timelineOf } from '@/lib/kernel/as-of'
import { addDays } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import type { Period } from '@/lib/kernel/fiscal'
import { type Span, sharedSpan, spanDays, weightedByDays } from '@/lib/kernel/prorate'
import type { Thresholds } from './model-values'

/** A target as one version of the agreement has it: for every period, and others for single periods by their keys. */
export type TargetVersion = Recorded & { usual: Thresholds; seasonal: Readonly<Record<string, Thresholds>> }

/** The target that one version sets for a period: the seasonal one where there is one, otherwise the usual one. */
export const targetIn = ({ usual, seasonal }: TargetVersion, periodKey: string): Thresholds =>
  seasonal[periodKey] ?? usual

/** A part of a period in which one target holds; `days` counts both ends. */
export type TargetSegment = Span & { days: number; versionId: string; thresholds: Thresholds }

/**
 * The parts of a period in which one target holds each, in order: by the latest version recorded for each day (A03), two
 * parts side by side with the same target as one. Days on which no version holds belong to none. A06.
 */
export function segmentsOf(versions: readonly TargetVersion[], period: Period): TargetSegment[] {
  const byId = new Map(versions.map((version) => [version.id, version]))
  const found: TargetSegment[] = []
  for (const { versionId, fromDay, untilDay } of timelineOf(versions)) {
    const version = byId.get(versionId)
    const shared = sharedSpan(period, { from: fromDay, to: untilDay === null ? period.to : addDays(untilDay, -1) })
    if (!version || !shared) continue
    const thresholds = targetIn(version, period.key)
    const before = found.at(-1)
    if (before && addDays(before.to, 1) === shared.from && sameThresholds(before.thresholds, thresholds)) {
      before.to = shared.to
      before.days = spanDays(before)
    } else found.push({ ...shared, days: spanDays(shared), versionId, thresholds })
  }
  return found
}

const numbersOf = ({ direction, ...numbers }: Thresholds): Record<string, string> => numbers
const sameThresholds = (a: Thresholds, b: Thresholds) => {
  const [one, other] = [numbersOf(a), numbersOf(b)]
  return a.direction === b.direction && Object.keys(one).every((name) => one[name] === other[name])
}

/**
 * The target of a whole period: each threshold is the sum of its parts weighted by their days, ten decimals. What adds up
 * (`adds`) is promised for the whole period, so days without a target promise nothing; anything else is weighted over the
 * days that have one. Null without a target, or when the parts do not agree on what is better. A06.
 */
export function weightedTarget(segments: readonly TargetSegment[], period: Period, adds: boolean): Thresholds | null {
  const [first] = segments
  if (!first || segments.some(({ thresholds }) => thresholds.direction !== first.thresholds.direction)) return null
  const days = adds ? spanDays(period) : undefined
  const whole = (pick: (numbers: Record<string, string>) => string | undefined) =>
    plain(
      (
        weightedByDays(
          segments.map((each) => ({ days: each.days, value: pick(numbersOf(each.thresholds)) ?? '0' })),
          days,
        ) ?? exact(0)
      ).toDecimalPlaces(10),
    )
  if (first.thresholds.direction === 'range')
    return {
      direction: 'range',
      low: whole(({ low }) => low),
      high: whole(({ high }) => high),
      tolerance: whole(({ tolerance }) => tolerance),
    }
  return {
    direction: first.thresholds.direction,
    target: whole(({ target }) => target),
    amber: whole(({ amber }) => amber),
    zero: whole(({ zero }) => zero),
  }
}
