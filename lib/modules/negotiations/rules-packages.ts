import { type Exact, exact, sumOf } from '@/lib/kernel/exact'
import type { OfferValue, OpenIssue, Scores } from './model-issues'
import { settled } from './rules'
import { type Axis, type AxisOption, axesOf, spanOf, unitsPerPoint } from './rules-axes'
import { type Reduction, reduced } from './rules-reduction'

/** So many packages are counted through one by one; beyond, options are left out first, and said to be. */
export const mostPackages = 200_000

/** Scores are compared to a billionth of a point: what is equal in truth is equal here, whatever was divided by three. */
const stepsPerPoint = 1e9

/**
 * Every package of an option per issue. Scores are whole steps of a billionth of a point, by package number; `outside`
 * says which limits a package lies beyond. Numbers follow from keys and values alone, not from the order of entry.
 */
export type Space = {
  axes: readonly Axis[]
  count: number
  ours: Float64Array
  theirs: Float64Array
  /** Both together, added before they are rounded. */
  joint: Float64Array
  outside: Uint8Array
  /** What was left out because there were too many packages. */
  reductions: Reduction[]
  /** Issues that our estimate of the other side says nothing of; they add nothing to their score. */
  unestimated: string[]
}

/** One package with its exact scores, 0 to 100; theirs is an estimate. */
export type Package = { number: number; values: Readonly<Record<string, OfferValue>>; ours: Exact; theirs: Exact }

/** All packages of these issues with both scores. N03; refuses as `axesOf` does. Above `most`, options are left out. */
export function spaceOf(issues: readonly OpenIssue[], most = mostPackages): Space {
  const { axes: whole, unestimated } = axesOf(issues)
  const { axes, reductions } = reduced(whole, most)
  return {
    axes,
    count: spanOf(axes),
    ours: summed(axes, (option) => option.ours.units),
    theirs: summed(axes, (option) => option.theirs.units),
    joint: summed(axes, (option) => option.ours.units + option.theirs.units),
    outside: combined(axes),
    reductions,
    unestimated,
  }
}

const unitsPerStep = unitsPerPoint / stepsPerPoint

function summed(axes: readonly Axis[], of: (option: AxisOption) => number): Float64Array {
  let sums = new Float64Array(1)
  for (const { options } of axes) {
    const parts = options.map(of)
    const next = new Float64Array(sums.length * parts.length)
    let at = 0
    for (const sum of sums) for (const part of parts) next[at++] = sum + part
    sums = next
  }
  return sums.map((units) => Math.round(units / unitsPerStep))
}

function combined(axes: readonly Axis[]): Uint8Array {
  let flags = new Uint8Array(1)
  for (const { options } of axes) {
    const next = new Uint8Array(flags.length * options.length)
    let at = 0
    for (const flag of flags) for (const { outside } of options) next[at++] = flag | outside
    flags = next
  }
  return flags
}

/** A score as packages are compared by it. */
export const stepsOf = (score: string | Exact): number =>
  exact(score).times(stepsPerPoint).toDecimalPlaces(0).toNumber()

const choicesOf = (axes: readonly Axis[], number: number): { key: string; option: AxisOption }[] => {
  let rest = number
  return axes
    .toReversed()
    .flatMap(({ key, options }) => {
      const option = options[rest % options.length]
      rest = Math.floor(rest / options.length)
      return option ? [{ key, option }] : []
    })
    .reverse()
}

/** What a package holds, by its number. */
export function packageAt({ axes }: Pick<Space, 'axes'>, number: number): Package {
  const chosen = choicesOf(axes, number)
  return {
    number,
    values: Object.fromEntries(chosen.map(({ key, option }) => [key, option.value])),
    ours: settled(sumOf(chosen.map(({ option }) => option.ours.exact))),
    theirs: settled(sumOf(chosen.map(({ option }) => option.theirs.exact))),
  }
}

/** In how many issues two packages differ. */
export function issuesBetween({ axes }: Pick<Space, 'axes'>, one: number, other: number): number {
  let [left, right, apart] = [one, other, 0]
  for (let index = axes.length - 1; index >= 0; index--) {
    const many = axes[index]?.options.length ?? 1
    if (left % many !== right % many) apart += 1
    left = Math.floor(left / many)
    right = Math.floor(right / many)
  }
  return apart
}

const bands = 2048

/**
 * The packages that none of a higher band of our score beats. Few of many are left to be sorted; what is left out is
 * surely not efficient.
 */
function unbeatenByBand(ours: Float64Array, theirs: Float64Array): number[] {
  const top = ours.reduce((most, our) => Math.max(most, our), 1)
  const bandOf = (index: number) => Math.max(0, Math.floor(((ours[index] ?? 0) / top) * bands))
  const above = new Float64Array(bands + 2).fill(-1)
  for (let index = 0; index < ours.length; index++) {
    const below = bandOf(index)
    above[below] = Math.max(above[below] ?? -1, theirs[index] ?? 0)
  }
  for (let band = bands; band >= 0; band--) above[band] = Math.max(above[band] ?? -1, above[band + 1] ?? -1)
  const left: number[] = []
  for (let index = 0; index < ours.length; index++)
    if ((theirs[index] ?? 0) > (above[bandOf(index) + 1] ?? -1)) left.push(index)
  return left
}

/**
 * The numbers of the Pareto-efficient packages: no other is at least as good for both and better for one. By our score
 * downwards; packages with equal scores are all kept. N03, by sorting once.
 */
export function frontierOf({ ours, theirs }: Pick<Space, 'ours' | 'theirs'>): number[] {
  const order = unbeatenByBand(ours, theirs)
  order.sort((a, b) => (ours[b] ?? 0) - (ours[a] ?? 0) || (theirs[b] ?? 0) - (theirs[a] ?? 0) || a - b)
  const kept: number[] = []
  let [bestOurs, bestTheirs] = [-1, -1]
  for (const index of order) {
    const [our, their] = [ours[index] ?? 0, theirs[index] ?? 0]
    if (their > bestTheirs || (their === bestTheirs && our === bestOurs)) {
      kept.push(index)
      bestOurs = our
      bestTheirs = their
    }
  }
  return kept
}

/** Two scores given, as packages are compared by them. */
export const scoreSteps = ({ ours, theirs }: Scores) => ({ ours: stepsOf(ours), theirs: stepsOf(theirs) })
