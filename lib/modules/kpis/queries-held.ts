import { and, asc, eq, exists, inArray, ne, sql } from 'drizzle-orm'
import { agreements, agreementVersions } from '@/db/schema/agreements'
import { isCurrent, kpiMeasurements, kpis, kpiTargets } from '@/db/schema/kpis'
import type { Look } from '@/lib/kernel/command'
import { grouped } from '@/lib/kernel/grouped'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { openEnd } from '@/lib/modules/agreements/model'
import { findAgreement } from '@/lib/modules/agreements/queries-held'
import type { Consequence, KpiParty } from './model'
import type { SharingState } from './model-states'
import type { Aggregation, Frequency, KpiDirection, KpiSource, KpiStatus, KpiUnit } from './model-values'
import { targetOf } from './rules-terms'

/** A row as the rules read it. */
export const typed = (row: typeof kpis.$inferSelect) => ({
  ...row,
  unit: row.unit as KpiUnit,
  direction: row.direction as KpiDirection,
  aggregation: row.aggregation as Aggregation,
  frequency: row.frequency as Frequency,
  source: row.source as KpiSource,
  party: row.party as KpiParty,
  consequence: row.consequence as Consequence,
  latestStatus: row.latestStatus as KpiStatus,
})
export type FoundKpi = ReturnType<typeof typed>

/** A KPI with its agreement and account, for those who may read it. Refuses with `notFound`. */
export async function findKpi(look: Look, kpiId: string) {
  const { tx, actor } = look
  const [row] = await tx
    .select()
    .from(kpis)
    .where(and(ownRow(kpis, actor, kpiId), live(kpis)))
  if (!row) throw new Refusal('notFound')
  return { kpi: typed(row), ...(await findAgreement(look, row.agreementId)) }
}

/** Targets with the version that sets each, in the order of versions. What a version given up had set is left out. */
export async function findTargets({ tx, actor }: Look, kpiIds: readonly string[]) {
  if (kpiIds.length === 0) return []
  const rows = await tx
    .select({
      target: kpiTargets,
      number: agreementVersions.number,
      kind: agreementVersions.kind,
      state: agreementVersions.state,
      validFrom: agreementVersions.validFrom,
      validTo: agreementVersions.validTo,
      recordedAt: agreementVersions.recordedAt,
      retroactiveReason: agreementVersions.retroactiveReason,
    })
    .from(kpiTargets)
    .innerJoin(agreementVersions, joined(agreementVersions, actor, kpiTargets.versionId))
    .where(
      and(own(kpiTargets, actor), inArray(kpiTargets.kpiId, [...kpiIds]), live(kpiTargets), live(agreementVersions)),
    )
    .orderBy(asc(agreementVersions.number), asc(kpiTargets.fromDay), asc(kpiTargets.id))
  return rows.filter(({ state }) => state !== 'void')
}
export type FoundTarget = Awaited<ReturnType<typeof findTargets>>[number]

/** The KPIs of an agreement; `alive` unless only a version that was given up had named them. */
export async function findKpisOf({ tx, actor }: Look, agreementId: string) {
  const named = tx
    .select({ one: sql`1` })
    .from(kpiTargets)
    .innerJoin(agreementVersions, joined(agreementVersions, actor, kpiTargets.versionId))
    .where(
      and(own(kpiTargets, actor), eq(kpiTargets.kpiId, kpis.id), live(kpiTargets), ne(agreementVersions.state, 'void')),
    )
  const rows = await tx
    .select({ kpi: kpis, alive: sql<boolean>`${exists(named)}` })
    .from(kpis)
    .where(and(own(kpis, actor), eq(kpis.agreementId, agreementId), live(kpis)))
    .orderBy(asc(kpis.code), asc(kpis.party))
  return rows.map(({ kpi, alive }) => ({ ...typed(kpi), alive }))
}

/** The targets that a version sets, with their KPIs, in a lasting order. */
export const findAgreed = ({ tx, actor }: Look, versionId: string) =>
  tx
    .select({ kpi: kpis, target: kpiTargets })
    .from(kpiTargets)
    .innerJoin(kpis, and(joined(kpis, actor, kpiTargets.kpiId), live(kpis)))
    .where(and(own(kpiTargets, actor), eq(kpiTargets.versionId, versionId), live(kpiTargets)))
    .orderBy(asc(kpis.code), asc(kpis.party), asc(kpiTargets.seasonal), asc(kpiTargets.fromDay), asc(kpiTargets.id))

/** One target; whoever asks looks whether its version may be changed. Refuses with `notFound`. */
export async function findTarget({ tx, actor }: Look, kpiTargetId: string) {
  const [row] = await tx
    .select({ kpiId: kpiTargets.kpiId, versionId: kpiTargets.versionId, seasonal: kpiTargets.seasonal })
    .from(kpiTargets)
    .where(and(ownRow(kpiTargets, actor, kpiTargetId), live(kpiTargets)))
  if (!row) throw new Refusal('notFound')
  return row
}

/** What is said of these KPIs today, period by period. */
export async function findCurrent({ tx, actor }: Look, kpiIds: readonly string[]) {
  if (kpiIds.length === 0) return []
  return tx
    .select({
      id: kpiMeasurements.id,
      kpiId: kpiMeasurements.kpiId,
      period: kpiMeasurements.period,
      fromDay: kpiMeasurements.fromDay,
      revision: kpiMeasurements.revision,
      value: kpiMeasurements.value,
      numerator: kpiMeasurements.numerator,
      denominator: kpiMeasurements.denominator,
      sharing: kpiMeasurements.sharing,
    })
    .from(kpiMeasurements)
    .where(and(own(kpiMeasurements, actor), inArray(kpiMeasurements.kpiId, [...kpiIds]), isCurrent(kpiMeasurements)))
    .orderBy(asc(kpiMeasurements.kpiId), asc(kpiMeasurements.fromDay))
}

/** What is said of one period today; null when nobody measured it. */
export async function findCurrentOf({ tx, actor }: Look, kpiId: string, fromDay: string) {
  const [row] = await tx
    .select()
    .from(kpiMeasurements)
    .where(
      and(
        own(kpiMeasurements, actor),
        eq(kpiMeasurements.kpiId, kpiId),
        eq(kpiMeasurements.fromDay, fromDay),
        isCurrent(kpiMeasurements),
      ),
    )
  return row ? { ...row, sharing: row.sharing as SharingState } : null
}

/** Everything that the reading of several KPIs rests on, with three questions however many there are. */
export async function findReadable(look: Look, kpiIds: readonly string[]) {
  const { tx, actor } = look
  if (kpiIds.length === 0) return []
  const rows = await tx
    .select({ kpi: kpis, endsOn: agreements.endsOn, endedOn: agreements.endedOn, currency: agreements.currency })
    .from(kpis)
    .innerJoin(agreements, joined(agreements, actor, kpis.agreementId))
    .where(and(own(kpis, actor), inArray(kpis.id, [...kpiIds]), live(kpis)))
  const ids = rows.map(({ kpi }) => kpi.id)
  const [targets, measured] = await Promise.all([findTargets(look, ids), findCurrent(look, ids)])
  const targetsOf = grouped(targets, ({ target }) => target.kpiId)
  const measuredOf = grouped(measured, ({ kpiId }) => kpiId)
  return rows.map(({ kpi, endsOn, endedOn, currency }) => {
    const days = [kpi.endsOn, endsOn, endedOn ?? openEnd].sort()
    const known = { ...typed(kpi), currency, endsOn: days[0] ?? openEnd }
    const set = targetsOf.get(kpi.id) ?? []
    return {
      kpi: known,
      /** What every version set that was not given up, as it is kept. */
      set,
      targets: set.flatMap((each) => (each.state === 'executed' ? (targetOf(known, each) ?? []) : [])),
      measured: measuredOf.get(kpi.id) ?? [],
    }
  })
}
