import { type Recorded, timelineOf } from '@/lib/kernel/as-of'
import { addDays, type Day } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { cutSpan, type Span, sharedSpan, spanDays, weightedByDays } from '@/lib/kernel/prorate'
import { openEnd } from '@/lib/modules/agreements/model'
import type { Thresholds } from './model-values'

/**
 * A target as it is kept: for the days from one to another, both included, set by one version of the agreement, whose
 * `number` and moment of recording (`order`, comparable as text) decide between several. A seasonal one is for its own days.
 */
export type TargetRow = {
  id: string
  number: number
  order: string
  fromDay: Day
  /** The last day of the calendar where the end is open. */
  toDay: Day
  seasonal: boolean
  /** Null from where a version ends the KPI. */
  thresholds: Thresholds | null
}

/** A seasonal target goes before every usual one with numbers, whenever that was recorded: the later it is sorted. */
const recorded = ({ id, number, order, fromDay, toDay, seasonal }: TargetRow): Recorded => ({
  id,
  number,
  validFrom: fromDay,
  validTo: toDay >= openEnd ? null : toDay,
  recordedOn: fromDay,
  order: `${seasonal ? 1 : 0} ${order}`,
})

const isLater = (a: TargetRow, b: TargetRow) => (a.order === b.order ? a.number > b.number : a.order > b.order)

const daysOf = ({ fromDay, toDay }: TargetRow): Span => ({ from: fromDay, to: toDay })

/** A target without the days of another one. */
const without = (target: TargetRow, hole: TargetRow): TargetRow[] => {
  const after = hole.toDay < openEnd ? [addDays(hole.toDay, 1)] : []
  return cutSpan(daysOf(target), [hole.fromDay, ...after])
    .filter((piece) => !sharedSpan(piece, daysOf(hole)))
    .map(({ from, to }) => ({ ...target, fromDay: from, toDay: to }))
}

/** Which target holds from when to when; where a version ends the KPI, the seasonal targets recorded before it end too. A03. */
function timelineOfTargets(targets: readonly TargetRow[]) {
  const ends = targets.filter(({ thresholds }) => thresholds === null)
  const holding = targets.flatMap((target) =>
    target.seasonal
      ? ends
          .filter((end) => isLater(end, target))
          .reduce((left, end) => left.flatMap((each) => without(each, end)), [target])
      : [target],
  )
  return timelineOf(holding.map(recorded))
}

/** The last day on which something is promised; null where nothing is, far away where it has no end. */
export function lastPromised(targets: readonly TargetRow[]): Day | null {
  const withNumbers = new Set(targets.flatMap(({ id, thresholds }) => (thresholds ? [id] : [])))
  const last = timelineOfTargets(targets).findLast(({ versionId }) => withNumbers.has(versionId))
  return last ? (last.untilDay === null ? openEnd : addDays(last.untilDay, -1)) : null
}

/** A part of a period in which one target holds; `days` counts both ends. */
export type TargetSegment = Span & { days: number; targetId: string; thresholds: Thresholds }

/**
 * The parts of a period in which one target holds each, in order: on each day the seasonal one, otherwise that of the latest
 * version recorded (A03); two parts side by side with the same target are one. Days without a target belong to none. A06.
 */
export function segmentsOf(targets: readonly TargetRow[], period: Span): TargetSegment[] {
  const byId = new Map(targets.map((target) => [target.id, target]))
  const found: TargetSegment[] = []
  for (const { versionId: targetId, fromDay, untilDay } of timelineOfTargets(targets)) {
    const thresholds = byId.get(targetId)?.thresholds
    const shared = sharedSpan(period, { from: fromDay, to: untilDay === null ? period.to : addDays(untilDay, -1) })
    if (!thresholds || !shared) continue
    const before = found.at(-1)
    if (before && addDays(before.to, 1) === shared.from && sameThresholds(before.thresholds, thresholds)) {
      before.to = shared.to
      before.days = spanDays(before)
    } else found.push({ ...shared, days: spanDays(shared), targetId, thresholds })
  }
  return found
}

export const numbersOf = ({ direction, ...numbers }: Thresholds): Record<string, string> => numbers

/** The same thresholds, each number changed. */
export const mapped = (thresholds: Thresholds, change: (text: string, name: string) => string): Thresholds =>
  ({
    direction: thresholds.direction,
    ...Object.fromEntries(Object.entries(numbersOf(thresholds)).map(([name, text]) => [name, change(text, name)])),
  }) as Thresholds

const sameThresholds = (a: Thresholds, b: Thresholds) => {
  const [one, other] = [numbersOf(a), numbersOf(b)]
  return a.direction === b.direction && Object.keys(one).every((name) => one[name] === other[name])
}

/**
 * The target of a whole period: each threshold is the sum of its parts weighted by their days, ten decimals. What adds up
 * (`adds`) is promised for the whole period, so days without a target promise nothing; anything else is weighted over the
 * days that have one. Null without a target, or when the parts do not agree on what is better. A06.
 */
export function weightedTarget(segments: readonly TargetSegment[], period: Span, adds: boolean): Thresholds | null {
  const [first] = segments
  if (!first || segments.some(({ thresholds }) => thresholds.direction !== first.thresholds.direction)) return null
  const days = adds ? spanDays(period) : undefined
  const weighed = (name: string) =>
    weightedByDays(
      segments.map((each) => ({ days: each.days, value: numbersOf(each.thresholds)[name] ?? '0' })),
      days,
    ) ?? exact(0)
  return mapped(first.thresholds, (_, name) => plain(weighed(name).toDecimalPlaces(10)))
}
