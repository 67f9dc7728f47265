import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { Refusal } from '@/lib/kernel/refusal'
import type { Settled } from './model-agreed'
import { type Direction, typeOf } from './model-catalogue'
import type { TermValue, TermValues } from './model-values'
import { findBasis } from './queries-basis'
import { findAccountPart, findSameScope, findStandard, findTimeline, findTypeNames } from './queries-held'
import { findContent } from './queries-submission'
import { typedOf } from './rules-agreed'
import { factsOf, linesOf } from './rules-approval'
import { burdenOf } from './rules-cost'
import { differencesOf, laidOver } from './rules-difference'
import { valueFrom } from './rules-values'

type About = { accountId: string; direction: Direction; currency: string; versionId: string | null }

/**
 * What a settled set of terms means: the facts that policies judge (P02), a line for each term with standard, what held
 * before, and what it costs in a year against that; `fits` are the codes that can stand in a sheet as they were settled.
 */
export async function findAgreedTerms(look: Look, about: About, settled: readonly Settled[]) {
  const { standard, before, basis, names } = await findGround(look, about)
  const { values, fits } = settledValues(settled, before)
  const agreed = laidOver(before, values)
  const against = differencesOf(standard, agreed, basis, about.direction)
  const change = differencesOf(before, agreed, basis, about.direction)
  return {
    fits,
    facts: factsOf(against.differences, [], agreed, basis),
    lines: linesOf({
      differences: settledLines(values, standard, change.differences),
      departures: [],
      unsure: [],
      before,
      currency: about.currency,
      names,
    }),
    costPerYear: change.total.toFixed(4),
    /** Whether what was settled costs or brings money at all. */
    counts: fits.some((code) => typeOf(code)?.cost !== 'uncounted'),
    /** What the whole set costs in a year beside the prices on the invoice. */
    burden: burdenOf(before, agreed, basis, about.direction).toFixed(4),
  }
}

/** A line for each settled term, also for one that stays as it was: its impact is against what held before. */
const settledLines = (
  values: TermValues,
  standard: TermValues,
  changed: ReturnType<typeof differencesOf>['differences'],
) =>
  Object.entries(values).map(([code, now]) => ({
    code,
    kind: 'changed' as const,
    was: standard[code] ?? null,
    now,
    impact: changed.find((each) => each.code === code)?.impact ?? null,
  }))

/** What was settled as values of the catalogue; what a term cannot say, or its rules refuse, is left out. */
export function settledValues(settled: readonly Settled[], stands: TermValues) {
  const found = settled.flatMap(({ code, said }): [string, TermValue][] => {
    const type = typeOf(code)
    const typed = type && typedOf(type, said, stands[code])
    if (!type || !typed) return []
    try {
      return [[code, valueFrom(type, typed)]]
    } catch (error) {
      if (error instanceof Refusal) return []
      throw error
    }
  })
  return { values: Object.fromEntries(found) as TermValues, fits: found.map(([code]) => code) }
}

/** What holds now: the version that was talked about, else the standard of the account's segment. */
async function findGround(look: Look, { accountId, direction, currency, versionId }: About) {
  if (versionId) {
    const { standard, agreed, basis, names } = await findContent(look, versionId)
    return { standard: standard?.content ?? {}, before: agreed, basis, names }
  }
  const account = await findAccountPart(look, accountId)
  const today = dayOf(look.now, look.actor.timeZone)
  const [standard, names, basis] = await Promise.all([
    findStandard(look, direction, account.segment, today),
    findTypeNames(look),
    findBasis(look, {
      version: { basisSales: null, basisSource: null, accountId },
      sheet: { direction, currency },
    }),
  ])
  const content = standard?.content ?? {}
  return { standard: content, before: content, basis, names }
}

/** The sheet of an account that holds for everything in one direction, with the version in force on a day; null without one. */
export async function findWholeSheet(look: Look, { accountId, direction }: Pick<About, 'accountId' | 'direction'>) {
  const sheet = await findSameScope(look, { accountId, direction, scope: 'all', scopeName: '' })
  if (!sheet) return null
  const today = dayOf(look.now, look.actor.timeZone)
  const timeline = await findTimeline(look, [sheet.id])
  const now = timeline.find(({ fromDay, untilDay }) => fromDay <= today && (untilDay === null || today < untilDay))
  return { sheetId: sheet.id, versionId: now?.versionId ?? null }
}
