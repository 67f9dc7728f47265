import { type Recorded, versionAsOf } from '@/lib/kernel/as-of'
import { type Day, dayOf } from '@/lib/kernel/day'
import { type FieldRefusal, refusals } from '@/lib/kernel/refusal'
import { amendmentMessages } from './messages-amendments'
import type { Amendment } from './model-amendments'
import { type AgreementState, isHeld } from './model-states'

export const noAmendment = refusals('agreements', amendmentMessages)
type Problem = Parameters<typeof noAmendment>[0]

export function mustBeAmendable(state: AgreementState): void {
  if (!isHeld(state)) throw noAmendment('notAmendable')
}

type Frame = Pick<Amendment, 'kind' | 'validFrom' | 'validTo' | 'retroactiveReason'>

/** What does not fit in the days of an amendment, by field; `beginsOn` is the first day of the agreement. */
export function problemsOfAmendment(
  { kind, validFrom, validTo, retroactiveReason }: Frame,
  { today, beginsOn }: { today: Day; beginsOn: Day | null },
): Partial<Record<keyof Frame, Problem>> {
  const problems: Partial<Record<keyof Frame, Problem>> = {}
  if (kind === 'temporary' && validTo === null) problems.validTo = 'returnDayMissing'
  if (kind !== 'temporary' && validTo !== null) problems.validTo = 'returnDayUnneeded'
  if (kind === 'temporary' && validTo !== null && validTo < validFrom) problems.validTo = 'returnBefore'
  if (beginsOn !== null && validFrom < beginsOn) problems.validFrom = 'beforeBegin'
  if (validFrom < today && retroactiveReason === null) problems.retroactiveReason = 'retroactiveUnexplained'
  return problems
}

/** Refuses days that do not fit, each beside its field. */
export function mustFitAmendment(frame: Frame, around: Parameters<typeof problemsOfAmendment>[1]): void {
  const problems = Object.entries(problemsOfAmendment(frame, around))
  if (problems.length === 0) return
  const fields = problems.map(([name, code]): [string, FieldRefusal & { code: Problem }] => [name, { code }])
  throw noAmendment('amendmentUnfit', {}, Object.fromEntries(fields))
}

/** The first version is no amendment. */
export function mustBeAmendment(kind: string): void {
  if (kind === 'original') throw noAmendment('notAmendment')
}

/** An open proposal is decided once; whoever declines says why. */
export function mustBeDecidable(state: string, decision: 'taken' | 'declined', reason: string | null): void {
  if (state !== 'open') throw noAmendment('proposalDecided')
  if (decision === 'declined' && reason === null)
    throw noAmendment('declineUnexplained', {}, { stateReason: { code: 'declineUnexplained' } })
}

/** Nobody is told of a version before it is signed, nor by a day that is over. */
export function mustBeTellable(state: string, dueOn: Day, today: Day): void {
  if (state !== 'executed') throw noAmendment('notSignedYet')
  if (dueOn < today) throw noAmendment('dueBehind', {}, { dueOn: { code: 'dueBehind' } })
}

/**
 * The version that a later one changes: the one that holds on its first day. What is for a time returns by itself, so only
 * another version for a time begins from it. A03.
 */
export const baseOf = <Version extends Recorded & { kind: string }>(
  { kind, validFrom }: { kind: string; validFrom: Day },
  recorded: readonly Version[],
): Version | null =>
  versionAsOf(kind === 'temporary' ? recorded : recorded.filter((each) => each.kind !== 'temporary'), validFrom, null)

type Begun = { kind: string; startsOn: Day | null }

/** The first day of the term in an amendment: a renewal begins a term of its own, everything else changes the running one. */
export function startsOnOf(
  frame: { kind: string; validFrom: Day },
  drafted: Begun,
  base: { startsOn: Day | null },
): Day | null {
  if (frame.kind === 'renewal') return frame.validFrom
  return drafted.kind === 'renewal' ? base.startsOn : drafted.startsOn
}

/** A KPI with its targets, as a version keeps it. */
type AgreedKpi = { key: string; aspect: string; content: Readonly<Record<string, unknown>> }
type Named = { number: number; kind: string; state: string; kpis: readonly AgreedKpi[] }
type Slot = { fromDay?: string; toDay?: string }
const slotOf = ({ fromDay = '', toDay = '' }: Slot) => `${fromDay} ${toDay}`
const targetsOf = ({ content }: AgreedKpi) => (content.targets ?? []) as readonly Slot[]

/** The same KPI with the targets of a later version in the place of those for the same days. */
function retargeted(before: AgreedKpi | undefined, after: AgreedKpi): AgreedKpi {
  if (!before) return after
  const targets = new Map([...targetsOf(before), ...targetsOf(after)].map((each) => [slotOf(each), each]))
  return { ...after, content: { ...after.content, targets: [...targets.values()] } }
}

/**
 * The KPIs as they stand by a version, each as the latest that named it said: a version names only the KPIs that it changes.
 * What was for a time counts in its own version alone, and what was given up or not signed nowhere else.
 */
export function kpisBy(versions: readonly Named[], number: number): ReadonlyMap<string, AgreedKpi> {
  const held = new Map<string, AgreedKpi>()
  for (const each of [...versions].sort((a, b) => a.number - b.number)) {
    const counts = each.state === 'executed' && each.kind !== 'temporary'
    if (each.number > number || (each.number < number && !counts)) continue
    for (const kpi of each.kpis) held.set(kpi.key, retargeted(held.get(kpi.key), kpi))
  }
  return held
}

/**
 * A renewal by itself carries on what it renews: it goes before that alone, and takes nothing from what was signed later, be
 * it for a time across the end of the term or from a day of the next one. Versions in the order of their numbers. A01, A03.
 */
export function carriedOn<Version extends Recorded & { kind: string; byItself: boolean }>(
  versions: readonly Version[],
): Version[] {
  const found: Version[] = []
  for (const version of versions) {
    const renewed = found.findLast(
      ({ kind, validFrom, order }) => kind !== 'temporary' && validFrom <= version.validFrom && order <= version.order,
    )
    found.push(version.byItself && renewed ? { ...version, order: renewed.order } : version)
  }
  return found
}

type Kept = Pick<Recorded, 'id' | 'number' | 'validFrom' | 'validTo'> & {
  kind: string
  frozenHash: string | null
  recordedAt: Date | null
}

/** Executed versions, in the order of their numbers, as the as-of rules read them. A03. */
export const recordedOf = (rows: readonly Kept[], timeZone: string) =>
  carriedOn(
    rows.flatMap(({ id, number, kind, validFrom, validTo, recordedAt, frozenHash }) => {
      if (!recordedAt) return []
      const known = { recordedOn: dayOf(recordedAt, timeZone), order: recordedAt.toISOString() }
      const byItself = kind === 'renewal' && frozenHash === null
      return [{ id, number, kind, validFrom, validTo, ...known, byItself }]
    }),
  )

type Days = { kind: string; number: number; validFrom: Day; validTo: Day | null }

/** Which versions for a time end early once this one is signed: it is recorded later and holds on days of theirs. A03. */
export const cutShort = ({ kind, number, validFrom }: Days, recorded: readonly Days[]) =>
  kind === 'temporary'
    ? []
    : recorded.flatMap((each) =>
        each.kind === 'temporary' && each.number < number && each.validTo !== null && each.validTo >= validFrom
          ? [{ number: each.number, until: each.validTo }]
          : [],
      )
