import { and, asc, desc, eq, inArray, ne, type SQL } from 'drizzle-orm'
import { workspaces } from '@/db/schema/global'
import { isCurrent, kpiMeasurements, kpis } from '@/db/schema/kpis'
import type { Look } from '@/lib/kernel/command'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { one } from '@/lib/kernel/one'
import { joined, own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { mayWorkWith } from '@/lib/kernel/rights'
import { findAgreement } from '@/lib/modules/agreements/queries-held'
import { findFiscalCalendar } from '@/lib/modules/workspace/queries-money'
import { may } from './manifest'
import { agreementRef } from './model'
import type { SharingState } from './model-states'
import { findReadable, typed } from './queries-held'
import { readingOf } from './rules-readings'
import type { SharedLine } from './rules-sharing'

const most = 120

/** What our company is called, on a paper that leaves the house. */
export async function findOurCompany({ tx, actor }: Look): Promise<string> {
  return one(await tx.select({ name: workspaces.name }).from(workspaces).where(eq(workspaces.id, actor.workspaceId)))
    .name
}

/** Current values of an agreement with how each stands, the latest period first; of these alone where some are named. */
export const findLines = (look: Look, agreementId: string, only: readonly string[] | null = null) =>
  linesWhere(
    look,
    and(eq(kpiMeasurements.agreementId, agreementId), only ? inArray(kpiMeasurements.id, [...only]) : undefined),
  )

/** Those of these values that still stand, with how each does; whoever asks has looked whether they may be read. */
export const linesIn = (look: Look, ids: readonly string[]) =>
  ids.length === 0 ? Promise.resolve([]) : linesWhere(look, inArray(kpiMeasurements.id, [...ids]))

async function linesWhere(look: Look, which: SQL | undefined) {
  const { tx, actor } = look
  const rows = await tx
    .select({ measurement: kpiMeasurements, kpi: kpis })
    .from(kpiMeasurements)
    .innerJoin(kpis, and(joined(kpis, actor, kpiMeasurements.kpiId), live(kpis)))
    .where(and(own(kpiMeasurements, actor), isCurrent(kpiMeasurements), which))
    .orderBy(desc(kpiMeasurements.fromDay), asc(kpis.code), asc(kpis.party), asc(kpiMeasurements.id))
    .limit(most)
  return standingOf(look, rows)
}

type Row = { measurement: typeof kpiMeasurements.$inferSelect; kpi: typeof kpis.$inferSelect }

async function standingOf(look: Look, rows: readonly Row[]) {
  const readable = await findReadable(look, [...new Set(rows.map(({ kpi }) => kpi.id))])
  const calendar = await findFiscalCalendar(look)
  const standing = new Map(
    readable.flatMap(({ kpi, targets, measured }) =>
      readingOf(kpi, targets, measured, calendar).periods.map((each) => [`${kpi.id} ${each.key}`, each] as const),
    ),
  )
  return rows.map(({ measurement, kpi: row }) => {
    const kpi = typed(row)
    const reading = standing.get(`${kpi.id} ${measurement.period}`)
    const line: SharedLine = {
      ...{ id: measurement.id, name: kpi.name, englishName: kpi.englishName, unit: kpi.unit, decimals: kpi.decimals },
      ...{ party: kpi.party, period: measurement.period, value: plain(measurement.value) },
      thresholds: kpi.cumulative ? null : (reading?.thresholds ?? null),
      status: reading?.status ?? 'noData',
    }
    return { line, kpi, measurement: { ...measurement, sharing: measurement.sharing as SharingState } }
  })
}

/** A measured value with its agreement, for those who may read it. Refuses with `notFound`. */
export async function findMeasurement(look: Look, measurementId: string) {
  const { tx, actor } = look
  const [row] = await tx
    .select({ agreementId: kpiMeasurements.agreementId })
    .from(kpiMeasurements)
    .where(and(own(kpiMeasurements, actor), eq(kpiMeasurements.id, measurementId), isCurrent(kpiMeasurements)))
  if (!row) throw new Refusal('notFound')
  const found = await findAgreement(look, row.agreementId)
  const line = (await findLines(look, row.agreementId, [measurementId]))[0]
  if (!line) throw new Refusal('notFound')
  return { ...found, ...line }
}

/** Values with the KPI that they are of, also those restated since; whoever asks has looked whether they may be read. */
export const findMeasured = async ({ tx, actor }: Look, ids: readonly string[]) => {
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select({ measurement: kpiMeasurements, kpi: kpis })
          .from(kpiMeasurements)
          .innerJoin(kpis, joined(kpis, actor, kpiMeasurements.kpiId))
          .where(and(own(kpiMeasurements, actor), inArray(kpiMeasurements.id, [...ids])))
  return new Map(rows.map(({ measurement, kpi }) => [measurement.id, { measurement, kpi: typed(kpi) }]))
}

/** Values that a client was shown in a paper, by id; also those restated since. */
export const findShown = ({ tx, actor }: Look, agreementId: string, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : tx
        .select({ measurement: kpiMeasurements, unit: kpis.unit, ownerId: kpis.ownerId })
        .from(kpiMeasurements)
        .innerJoin(kpis, joined(kpis, actor, kpiMeasurements.kpiId))
        .where(
          and(
            own(kpiMeasurements, actor),
            eq(kpiMeasurements.agreementId, agreementId),
            inArray(kpiMeasurements.id, [...ids]),
            ne(kpiMeasurements.sharing, 'notShared'),
          ),
        )

/** What was shared with the client and what they answered, beside ours; and what could be shared. */
export const sharing = query({
  name: 'kpis.sharing',
  permission: may.see,
  input: agreementRef,
  async run(look, { agreementId }) {
    const { agreement, account } = await findAgreement(look, agreementId)
    const { actor } = look
    const lines = await findLines(look, agreementId)
    return {
      ...{ agreementId, title: agreement.title, accountId: account.id, language: agreement.language },
      mayShare: isGranted(may.share, actor) && mayWorkWith(actor, account),
      lines: lines.map(({ line, kpi, measurement }) => ({
        ...line,
        name: actor.locale === 'en' ? line.englishName : line.name,
        kpiId: kpi.id,
        sharing: measurement.sharing,
        theirValue: measurement.theirValue && plain(measurement.theirValue),
        theirSource: measurement.theirSource,
        disputeNote: measurement.disputeNote,
        answeredAt: measurement.answeredAt?.toISOString() ?? null,
      })),
    }
  },
})
export type SharingView = Awaited<ReturnType<typeof sharing.run>>
