import { addDays, type Day } from './day'

/** A recorded version as the as-of rules see it: inclusive days, an open end as null. */
export type Recorded = {
  id: string
  number: number
  validFrom: Day
  validTo: Day | null
  recordedOn: Day
  order: string
}

const holdsOn = ({ validFrom, validTo }: Recorded, day: Day) => validFrom <= day && (validTo === null || day <= validTo)

/** The later recorded one wins; recorded at the same moment, the higher number. */
const later = (a: Recorded, b: Recorded) =>
  a.order === b.order ? (a.number > b.number ? a : b) : a.order > b.order ? a : b

/**
 * The version that was in force on `validOn` as far as was known on `knownOn` (null: everything known); null when there
 * was none. A later recorded version overrides earlier ones for every day of its validity. A03.
 */
export function versionAsOf<Version extends Recorded>(
  versions: readonly Version[],
  validOn: Day,
  knownOn: Day | null,
): Version | null {
  const known = versions.filter((each) => (knownOn === null || each.recordedOn <= knownOn) && holdsOn(each, validOn))
  return known.reduce<Version | null>((best, each) => (best === null ? each : (later(best, each) as Version)), null)
}

/** One stretch of the current belief: from the first day until, but not including, the last; an open end is null. */
export type Stretch = { versionId: string; fromDay: Day; untilDay: Day | null }

/** The timeline of all that is recorded: stretches that never overlap, in order. A temporary version ends and the base resumes. */
export function timelineOf(versions: readonly Recorded[]): Stretch[] {
  const edges = versions.flatMap(({ validFrom, validTo }) =>
    validTo === null ? [validFrom] : [validFrom, addDays(validTo, 1)],
  )
  const days = [...new Set(edges)].sort()
  const stretches: Stretch[] = []
  for (const [index, fromDay] of days.entries()) {
    const version = versionAsOf(versions, fromDay, null)
    if (!version) continue
    const untilDay = days[index + 1] ?? null
    const before = stretches.at(-1)
    if (before?.versionId === version.id && before.untilDay === fromDay) before.untilDay = untilDay
    else stretches.push({ versionId: version.id, fromDay, untilDay })
  }
  return stretches
}
