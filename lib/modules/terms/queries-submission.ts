import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import type { TermValues } from './model-values'
import { findBasis } from './queries-basis'
import { findDepartures, findStandards, findTimeline, findTypeNames, findVersion, valuesOf } from './queries-held'
import { findServed } from './queries-needs'
import { factsOf, linesOf } from './rules-approval'
import { byCost, differencesOf, laidOver } from './rules-difference'
import { isUnsure } from './rules-ready'

/** Everything that a version says against its standard: what approvals, the page and the outline are made of. */
export async function findContent(look: Look, versionId: string) {
  const found = await findVersion(look, versionId)
  const { version, sheet } = found
  const [departures, standards, names, timeline, basis] = await Promise.all([
    findDepartures(look, [versionId]),
    findStandards(look, version.standardId ? [version.standardId] : []),
    findTypeNames(look),
    findTimeline(look, [sheet.id]),
    findBasis(look, found),
  ])
  const served = await findServed(
    look,
    departures.map(({ id }) => id),
  )
  const standard = version.standardId ? (standards.get(version.standardId) ?? null) : null
  const base = standard?.content ?? {}
  const agreed = laidOver(base, valuesOf(departures))
  const { differences, total } = differencesOf(base, agreed, basis, sheet.direction)
  return {
    ...found,
    departures,
    served,
    standard,
    names,
    timeline,
    basis,
    agreed,
    differences: differences.sort(byCost),
    total,
  }
}
export type Content = Awaited<ReturnType<typeof findContent>>

/** The codes of departures that rest on a need which nobody has made sure of yet. */
const unsureOf = (departures: Content['departures'], served: Content['served']) =>
  departures
    .filter(({ id }) => served.some(({ departureId, state }) => departureId === id && isUnsure(state)))
    .map(({ code }) => code)

type Before = { number: number | null; values: TermValues }

/** What the client had before: the terms of the version that is in force today, when it is another one. */
export async function findBefore(
  look: Look,
  { version, timeline }: Pick<Content, 'version' | 'timeline'>,
): Promise<Before> {
  const today = dayOf(look.now, look.actor.timeZone)
  const now = timeline.find(({ fromDay, untilDay }) => fromDay <= today && (untilDay === null || today < untilDay))
  if (!now || now.versionId === version.id) return { number: null, values: {} }
  const [{ version: earlier }, departures] = await Promise.all([
    findVersion(look, now.versionId),
    findDepartures(look, [now.versionId]),
  ])
  const standards = await findStandards(look, earlier.standardId ? [earlier.standardId] : [])
  const values = laidOver(standards.get(earlier.standardId ?? '')?.content ?? {}, valuesOf(departures))
  return { number: earlier.number, values }
}

/** A version as approvals judge it: its hash, the facts for the policies, one line for each departure, and the sums. */
export async function findApprovalContent(look: Look, versionId: string) {
  const content = await findContent(look, versionId)
  const { version, sheet, departures, served, differences, agreed, basis, names, total } = content
  const { values: before } = await findBefore(look, content)
  return {
    content,
    contentHash: version.contentHash,
    facts: factsOf(differences, departures, agreed, basis),
    lines: linesOf({
      differences,
      departures,
      unsure: unsureOf(departures, served),
      before,
      currency: sheet.currency,
      names,
    }),
    totals: { costPerYear: { amount: total.toFixed(4), currency: sheet.currency }, marginPct: null, value: null },
  }
}
