import { exact } from '@/lib/kernel/exact'
import type { Density, LeftStudy, PackageStudy, Point, ReferenceStudy, SpaceStudy } from './model-analysis'
import type { Confidence, OfferValues, OpenIssue, Scores, ValuedIssue } from './model-issues'
import { figure } from './rules'
import { type Package, packageAt, type Space } from './rules-packages'
import { simultaneousOffers, valueLeftOf } from './rules-proposals'
import { analysisOf, type Reference } from './rules-references'
import { scoreOf } from './rules-scores'

const plainPackage = ({ values, ours, theirs }: Package): PackageStudy => ({
  values,
  ours: figure(ours),
  theirs: figure(theirs),
})
const plainReference = (found: Reference | null): ReferenceStudy | null =>
  found && { ...plainPackage(found), measure: figure(found.measure) }

/** So many efficient packages are listed; the line through all of them is drawn whole. */
const mostListed = 60

/** What the package map says and draws. N03. */
export function studiedSpace(space: Space, alternatives: Scores | null, confidence: Confidence): SpaceStudy {
  const found = analysisOf(space, alternatives)
  return {
    count: space.count,
    reductions: space.reductions,
    unestimated: space.unestimated,
    confidence,
    feasible: found.feasibleCount,
    frontierCount: found.frontier.length,
    frontierFeasible: found.frontierFeasibleCount,
    frontier: found.frontier.slice(0, mostListed).map((number) => plainPackage(packageAt(space, number))),
    line: lineOf(space, found.frontier),
    density: densityOf(space),
    nash: plainReference(found.nash),
    maximin: plainReference(found.maximin),
    maxJoint: plainReference(found.maxJoint),
  }
}

const pointsOf = (steps: number) => Math.round(steps / 1e7) / 100

/** The efficient points once each, by our score downwards. */
function lineOf({ ours, theirs }: Space, frontier: readonly number[]): Point[] {
  const all = frontier.map((index) => ({ ours: pointsOf(ours[index] ?? 0), theirs: pointsOf(theirs[index] ?? 0) }))
  return all.filter(
    (point, index) => index === 0 || point.ours !== all[index - 1]?.ours || point.theirs !== all[index - 1]?.theirs,
  )
}

const [columns, rows] = [50, 50]

/** Where the packages lie, as a grid of three tiers: thousands of points would say no more. */
function densityOf({ ours, theirs, count }: Space): Density {
  const counts = new Uint32Array(columns * rows)
  const placed = (steps: number, many: number) => Math.min(many - 1, Math.max(0, Math.floor((steps / 1e11) * many)))
  for (let index = 0; index < count; index++) {
    const cell = placed(theirs[index] ?? 0, rows) * columns + placed(ours[index] ?? 0, columns)
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  const most = counts.reduce((best, each) => Math.max(best, each), 1)
  const cells: [number, number, 1 | 2 | 3][] = []
  counts.forEach((many, cell) => {
    if (many > 0)
      cells.push([cell % columns, Math.floor(cell / columns), many * 2 > most ? 3 : many * 5 > most ? 2 : 1])
  })
  return { columns, rows, cells }
}

const mostProposals = 5

/** What an agreement leaves on the table; null while it does not settle everything that is scored. N04. */
export function leftIn(space: Space, open: readonly OpenIssue[], agreed: OfferValues): LeftStudy | null {
  const ours = open.map(({ key, ours: own }): ValuedIssue => ({ key, ...own }))
  const theirs = open.flatMap(({ key, theirs: own }): ValuedIssue[] => (own ? [{ key, ...own }] : []))
  const stated = Object.fromEntries(open.flatMap(({ key }) => (agreed[key] === undefined ? [] : [[key, agreed[key]]])))
  if (Object.keys(stated).length < open.length) return null
  const estimated = Object.fromEntries(theirs.map(({ key }) => [key, stated[key]]))
  const now = { ours: scoreOf(ours, stated).worst.toFixed(), theirs: scoreOf(theirs, estimated).worst.toFixed() }
  const { valueLeft, count, packages } = valueLeftOf(space, now, mostProposals)
  return {
    valueLeft: figure(valueLeft),
    count,
    packages: packages.map(plainPackage),
    now: { ours: figure(exact(now.ours)), theirs: figure(exact(now.theirs)) },
  }
}

/** Two or three packages worth the same to us as our last offer. N08. */
export const proposalsIn = (space: Space, ourScore: string): PackageStudy[] =>
  simultaneousOffers(space, ourScore).map(plainPackage)
