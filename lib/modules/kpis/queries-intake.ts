import { and, asc, eq, max } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { agreements, agreementVersions } from '@/db/schema/agreements'
import { isCurrent, kpiMeasurements, kpis, kpiTargets } from '@/db/schema/kpis'
import { among } from '@/lib/kernel/among'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { isOnTeam } from '@/lib/kernel/visibility'
import { readable } from '@/lib/modules/agreements/queries-held'
import { findFiscalCalendar } from '@/lib/modules/workspace/queries-money'
import type { IntakePlan, IntakeRow } from './model-intake'
import { codeOf, type IntakeKpi, planned } from './rules-intake'

/**
 * What becomes of rows with measurements, for whoever brings them: compared with what is on record now, with four questions
 * however many rows there are. Nothing is written. K11.
 */
export async function planIntake(look: Look, rows: readonly IntakeRow[]): Promise<IntakePlan[]> {
  const codes = [...new Set(rows.map(({ agreement }) => codeOf(agreement)))]
  const [known, calendar] = [await findIntakeKpis(look, codes), await findFiscalCalendar(look)]
  const wanted = new Set(rows.map(({ agreement, kpi }) => `${codeOf(agreement)} ${codeOf(kpi)}`))
  const meant = known.filter((each) => wanted.has(`${each.agreement} ${codeOf(each.code)}`))
  const ids = meant.map(({ id }) => id)
  const [signed, existing] = [await findSigned(look, ids), await findExisting(look, ids)]
  return planned(rows, {
    agreements: new Set(known.map(({ agreement }) => agreement)),
    kpis: meant.map((each) => ({ ...each, signed: signed.has(each.id) })),
    existing,
    calendar,
    actor: look.actor,
    today: dayOf(look.now, look.actor.timeZone),
  })
}

/** The KPIs of agreements with these numbers that the actor may read. */
async function findIntakeKpis({ tx, actor }: Look, codes: readonly string[]) {
  const rows = await tx
    .select({
      id: kpis.id,
      agreement: agreements.code,
      agreementId: kpis.agreementId,
      accountId: kpis.accountId,
      code: kpis.code,
      party: kpis.party,
      unit: kpis.unit,
      frequency: kpis.frequency,
      startsOn: kpis.startsOn,
      endsOn: kpis.endsOn,
      agreementEndsOn: agreements.endsOn,
      endedOn: agreements.endedOn,
      state: agreements.state,
      kpiOwnerId: kpis.ownerId,
      ownerId: accounts.ownerId,
      onTeam: isOnTeam(accounts, actor),
    })
    .from(agreements)
    .innerJoin(kpis, and(own(kpis, actor), eq(kpis.agreementId, agreements.id), live(kpis)))
    .innerJoin(accounts, joined(accounts, actor, agreements.accountId))
    .where(and(own(agreements, actor), among(agreements.code, codes), live(agreements), readable(actor)))
  return rows as Omit<IntakeKpi, 'signed'>[]
}

/** Those of the KPIs that somebody has signed. */
async function findSigned({ tx, actor }: Look, kpiIds: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectDistinct({ kpiId: kpiTargets.kpiId })
    .from(kpiTargets)
    .innerJoin(agreementVersions, joined(agreementVersions, actor, kpiTargets.versionId))
    .where(
      and(
        own(kpiTargets, actor),
        among(kpiTargets.kpiId, kpiIds),
        live(kpiTargets),
        eq(agreementVersions.state, 'executed'),
      ),
    )
  return new Set(rows.map(({ kpiId }) => kpiId))
}

/** What is said of these KPIs now. */
export const findExisting = ({ tx, actor }: Look, kpiIds: readonly string[]) =>
  tx
    .select({
      id: kpiMeasurements.id,
      kpiId: kpiMeasurements.kpiId,
      period: kpiMeasurements.period,
      revision: kpiMeasurements.revision,
      value: kpiMeasurements.value,
      numerator: kpiMeasurements.numerator,
      denominator: kpiMeasurements.denominator,
      sharing: kpiMeasurements.sharing,
    })
    .from(kpiMeasurements)
    .where(and(own(kpiMeasurements, actor), among(kpiMeasurements.kpiId, kpiIds), isCurrent(kpiMeasurements)))

/** Holds KPIs until the transaction ends, in one order, so that two who bring values never wait for each other. */
export const lockKpis = ({ tx, actor }: Look, kpiIds: readonly string[]) =>
  tx
    .select({ id: kpis.id })
    .from(kpis)
    .where(and(own(kpis, actor), among(kpis.id, kpiIds)))
    .orderBy(asc(kpis.id))
    .for('update')

/** The last revision of every period of these KPIs, also where it holds no longer. */
export async function findLastRevisions({ tx, actor }: Look, kpiIds: readonly string[]) {
  const rows = await tx
    .select({ kpiId: kpiMeasurements.kpiId, period: kpiMeasurements.period, last: max(kpiMeasurements.revision) })
    .from(kpiMeasurements)
    .where(and(own(kpiMeasurements, actor), among(kpiMeasurements.kpiId, kpiIds)))
    .groupBy(kpiMeasurements.kpiId, kpiMeasurements.period)
  return new Map(rows.map(({ kpiId, period, last }) => [`${kpiId} ${period}`, last ?? 0]))
}

/** The KPIs that measurements belong to. */
export async function findKpisOfMeasurements({ tx, actor }: Look, measurementIds: readonly string[]) {
  const rows = await tx
    .selectDistinct({ kpiId: kpiMeasurements.kpiId })
    .from(kpiMeasurements)
    .where(and(own(kpiMeasurements, actor), among(kpiMeasurements.id, measurementIds)))
  return rows.map(({ kpiId }) => kpiId)
}
