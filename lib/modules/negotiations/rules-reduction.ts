import type { OfferValue } from './model-issues'
import { type Axis, type AxisOption, spanOf } from './rules-axes'

/**
 * Options that were left out of an issue so that the packages can be counted through, and why: another option is at least
 * as good for both sides (nothing is lost), it lies between two that stay, or the issue was fixed at its joint best.
 */
export type Reduction = { key: string; dropped: OfferValue[]; because: 'worseForBoth' | 'between' | 'fixed' }

type Step = { axes: readonly Axis[]; key: string; dropped: readonly AxisOption[]; because: Reduction['because'] }

/**
 * Leaves out options until at most `most` packages remain (N03 above its bound): first those that no efficient package can
 * hold, then, from the issue with the most options, the one closest to its neighbours, and last of all whole choices of
 * the issues that weigh least. Every option left out is named.
 */
export function reduced(axes: readonly Axis[], most: number): { axes: readonly Axis[]; reductions: Reduction[] } {
  if (spanOf(axes) <= most) return { axes, reductions: [] }
  let left: Axis[] = axes.map((axis) => ({
    ...axis,
    options: axis.options.filter((each) => !isWorse(each, axis.options)),
  }))
  const steps: Step[] = axes.map((axis, index) => ({
    axes: left,
    key: axis.key,
    dropped: axis.options.filter((each) => !left[index]?.options.includes(each)),
    because: 'worseForBoth',
  }))
  while (spanOf(left) > most) {
    const next = thinned(left) ?? fixed(left)
    if (!next) break
    left = [...next.axes]
    steps.push(next)
  }
  return { axes: left, reductions: merged(steps) }
}

/** Whether another option is at least as good for both, better for one, and beyond no limit that this one keeps. */
const isWorse = (option: AxisOption, options: readonly AxisOption[]) =>
  options.some(
    (other) =>
      other.ours.units >= option.ours.units &&
      other.theirs.units >= option.theirs.units &&
      other.ours.units + other.theirs.units > option.ours.units + option.theirs.units &&
      (other.outside & ~option.outside) === 0,
  )

const spreadOf = (units: readonly number[]) => Math.max(...units) - Math.min(...units)
const importance = ({ options }: Axis) =>
  spreadOf(options.map(({ ours }) => ours.units)) + spreadOf(options.map(({ theirs }) => theirs.units))

/** The axis that comes first by two figures; the axes are in order of their keys already. */
const firstBy = (axes: readonly Axis[], of: (axis: Axis) => readonly [number, number]): Axis | undefined =>
  [...axes].sort((a, b) => of(a)[0] - of(b)[0] || of(a)[1] - of(b)[1])[0]

function thinned(axes: readonly Axis[]): Step | null {
  const axis = firstBy(
    axes.filter(({ options }) => options.length > 2),
    (each) => [-each.options.length, importance(each)],
  )
  if (!axis) return null
  const along = [...axis.options].sort((a, b) => b.ours.units - a.ours.units || a.theirs.units - b.theirs.units)
  const gaps = along.slice(1, -1).map((option, index) => {
    const [before, after] = [along[index] ?? option, along[index + 2] ?? option]
    return {
      option,
      gap: Math.abs(before.ours.units - after.ours.units) + Math.abs(before.theirs.units - after.theirs.units),
    }
  })
  const closest = gaps.sort((a, b) => a.gap - b.gap)[0]?.option
  return closest ? without(axes, axis, [closest], 'between') : null
}

function fixed(axes: readonly Axis[]): Step | null {
  const axis = firstBy(
    axes.filter(({ options }) => options.length > 1),
    (each) => [importance(each), 0],
  )
  if (!axis) return null
  const joint = ({ ours, theirs }: AxisOption) => ours.units + theirs.units
  const [, ...rest] = [...axis.options].sort(
    (a, b) => a.outside - b.outside || joint(b) - joint(a) || b.ours.units - a.ours.units,
  )
  return without(axes, axis, rest, 'fixed')
}

const without = (
  axes: readonly Axis[],
  axis: Axis,
  dropped: readonly AxisOption[],
  because: Reduction['because'],
): Step => ({
  axes: axes.map((each) =>
    each === axis ? { ...axis, options: axis.options.filter((option) => !dropped.includes(option)) } : each,
  ),
  key: axis.key,
  dropped,
  because,
})

/** One line per issue and reason. */
function merged(steps: readonly Step[]): Reduction[] {
  const lines = new Map<string, Reduction>()
  for (const { key, dropped, because } of steps) {
    if (dropped.length === 0) continue
    const line = lines.get(`${key} ${because}`) ?? { key, dropped: [], because }
    line.dropped.push(...dropped.map(({ value }) => value))
    lines.set(`${key} ${because}`, line)
  }
  return [...lines.values()]
}
