import { and, asc, desc, eq } from 'drizzle-orm'
import { kpiMeasurements } from '@/db/schema/kpis'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import type { FiscalCalendar } from '@/lib/kernel/fiscal'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { mayWorkWith } from '@/lib/kernel/rights'
import { dayOrNone, openEnd } from '@/lib/modules/agreements/model'
import { findClauses } from '@/lib/modules/agreements/queries-clauses'
import { findShown } from '@/lib/modules/agreements/queries-held'
import { findFileNames } from '@/lib/modules/files/queries'
import { findFiscalCalendar } from '@/lib/modules/workspace/queries-money'
import { may } from './manifest'
import { kpiRef } from './model'
import type { SharingState } from './model-states'
import type { KpiSource } from './model-values'
import { findDrafted } from './queries-agreement'
import { type FoundKpi, type FoundTarget, findKpi, findReadable } from './queries-held'
import { aggregate } from './rules-aggregate'
import { isClosed, isInForce, mayMeasure, mayRestateClosed } from './rules-measuring'
import { periodsBetween } from './rules-periods'
import { rewritten } from './rules-reaching-back'
import { type ReadKpi, type ReadMeasurement, readingOf } from './rules-readings'
import { thresholdsOf } from './rules-status'
import { segmentsOf, type TargetRow } from './rules-targets'

const mostRows = 400
const written = (number: string | null) => number && plain(number)

/** Every revision of every period, the latest period first, in it the latest revision first. */
async function findRevisions(look: Look, kpi: FoundKpi) {
  const { tx, actor } = look
  const rows = await tx
    .select()
    .from(kpiMeasurements)
    .where(and(own(kpiMeasurements, actor), eq(kpiMeasurements.kpiId, kpi.id)))
    .orderBy(desc(kpiMeasurements.fromDay), desc(kpiMeasurements.revision), asc(kpiMeasurements.id))
    .limit(mostRows)
  const [names, files] = await Promise.all([
    findNamesOfMembers(
      look,
      rows.map(({ enteredBy }) => enteredBy),
    ),
    findFileNames(
      look,
      rows.flatMap(({ fileId }) => fileId ?? []),
    ),
  ])
  return rows.map((row) => ({
    ...{ id: row.id, period: row.period, revision: row.revision, current: row.current, note: row.note },
    ...{ reason: row.reason, theirSource: row.theirSource, disputeNote: row.disputeNote },
    value: plain(row.value),
    numerator: written(row.numerator),
    denominator: written(row.denominator),
    theirValue: written(row.theirValue),
    source: row.source as KpiSource,
    sharing: row.sharing as SharingState,
    by: names.get(row.enteredBy) ?? '—',
    at: row.createdAt.toISOString(),
    file: row.fileId && files.has(row.fileId) ? { id: row.fileId, name: files.get(row.fileId) ?? '' } : null,
  }))
}

type Held = { kpi: ReadKpi; targets: readonly TargetRow[]; measured: readonly ReadMeasurement[] }

/** What each version that reaches back changed of periods that were over, the earliest version first. */
function rewritesOf(
  { kpi, targets, measured }: Held,
  found: readonly FoundTarget[],
  calendar: FiscalCalendar,
  timeZone: string,
) {
  const versions = new Map(found.flatMap((each) => (each.state === 'executed' ? [[each.number, each] as const] : [])))
  return [...versions.values()].flatMap(({ number, kind, validFrom, validTo, recordedAt, retroactiveReason: why }) => {
    const recordedOn = recordedAt && dayOf(recordedAt, timeZone)
    if (kind === 'original' || !recordedOn || validFrom >= recordedOn) return []
    const upTo = (last: number) =>
      readingOf(
        kpi,
        targets.filter((each) => each.number <= last),
        measured,
        calendar,
      )
    const days = { from: validFrom, to: validTo ?? openEnd }
    return [rewritten({ number, ...days, recordedOn, why }, upTo(number - 1), upTo(number))]
  })
}

/** One KPI of an agreement: what was agreed of it version by version, and every period with its revisions and standing. */
export const byId = query({
  name: 'kpis.byId',
  permission: may.see,
  input: kpiRef,
  async run(look, { kpiId }) {
    const { actor, now } = look
    const { kpi, agreement, account } = await findKpi(look, kpiId)
    const [drafted, [readable], revisions, calendar, names, shown] = await Promise.all([
      findDrafted(look, { agreement, account }),
      findReadable(look, [kpiId]),
      findRevisions(look, kpi),
      findFiscalCalendar(look),
      findNamesOfMembers(look, [kpi.ownerId]),
      findShown(look, agreement),
    ])
    const clauses = await findClauses(look, shown.id)
    const today = dayOf(now, actor.timeZone)
    const held = readable ?? { kpi, set: [], targets: [], measured: [] }
    const targets = held.set
    const reading = readingOf(held.kpi, held.targets, held.measured, calendar)
    const rewrites = rewritesOf(held, targets, calendar, actor.timeZone)
    const standing = new Map(reading.periods.map((each) => [each.key, each]))
    const last = [held.kpi.endsOn, today].sort()[0] ?? today
    const inForce = isInForce(agreement.state, held.targets.length)
    const spans = inForce ? periodsBetween(kpi.startsOn, last, kpi.frequency, calendar) : []
    const periods = spans.reverse().map((span) => {
      const mine = revisions.filter(({ period }) => period === span.key)
      const current = mine.find((each) => each.current) ?? null
      const closed = isClosed(current?.sharing ?? 'notShared', span, today)
      return {
        ...span,
        current,
        older: mine.filter((each) => !each.current),
        standing: standing.get(span.key) ?? null,
        segments: segmentsOf(held.targets, span),
        rewritten: rewrites.flatMap((each) => each.get(span.key) ?? []),
        missing: current === null && span.to < today && segmentsOf(held.targets, span).length > 0,
        mayRestate: !closed || mayRestateClosed(actor),
      }
    })
    const english = actor.locale === 'en'
    return {
      ...{ id: kpi.id, version: kpi.version, code: kpi.code, unit: kpi.unit, decimals: kpi.decimals },
      ...{ direction: kpi.direction, aggregation: kpi.aggregation, party: kpi.party, source: kpi.source },
      ...{ frequency: kpi.frequency, startsOn: kpi.startsOn, graceDays: kpi.graceDays, cumulative: kpi.cumulative },
      ...{ planRequired: kpi.planRequired, consequence: kpi.consequence, consequenceNote: kpi.consequenceNote },
      ...{ credit: kpi.credit, currency: agreement.currency },
      ...{ definition: kpi.definition, numerator: kpi.numerator, denominator: kpi.denominator },
      name: english ? kpi.englishName : kpi.name,
      endsOn: dayOrNone(kpi.endsOn),
      weight: plain(kpi.weight),
      breachRule: kpi.breachRule,
      openBreaches: kpi.openBreaches,
      owner: { id: kpi.ownerId, name: names.get(kpi.ownerId) ?? '—' },
      agreementId: agreement.id,
      clauses: clauses.map(({ key, heading }) => ({ key, heading })),
      clauseKey: clauses.find(({ key }) => key === kpi.clauseKey)?.key ?? null,
      mayName: isGranted(may.agree, actor) && mayWorkWith(actor, account),
      draftedVersionId: drafted?.id ?? null,
      /** Its terms can still be changed: no earlier version named it. */
      mayEdit: drafted !== null && targets.every(({ target }) => target.versionId === drafted.id),
      targets: targets.map(({ target, number, state, kind, validFrom, validTo }) => ({
        id: target.id,
        number,
        drafted: state !== 'executed',
        mine: target.versionId === drafted?.id,
        seasonal: target.seasonal,
        fromDay: target.seasonal || validFrom < kpi.startsOn ? target.fromDay : validFrom,
        toDay: target.seasonal ? target.toDay : kind === 'temporary' ? validTo : null,
        thresholds: thresholdsOf(kpi.direction, target),
      })),
      inForce,
      mayMeasure: inForce && isGranted(may.measure, actor) && mayMeasure(actor, kpi.ownerId, account),
      periods,
      projection: reading.projection,
      whole: aggregate(kpi.aggregation, held.measured, kpi.unit),
      today,
    }
  },
})
export type KpiRecord = Awaited<ReturnType<typeof byId.run>>
