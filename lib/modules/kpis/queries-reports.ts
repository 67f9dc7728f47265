import { and, asc, desc, eq, gte, inArray, isNotNull, lte } from 'drizzle-orm'
import { z } from 'zod'
import { agreements, obligationOccurrences, obligations } from '@/db/schema/agreements'
import { tasks } from '@/db/schema/interactions'
import { clientReportLines, clientReportPlans, clientReports, isCurrent, kpiMeasurements, kpis } from '@/db/schema/kpis'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import type { Span } from '@/lib/kernel/prorate'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { mayWorkWith } from '@/lib/kernel/rights'
import { findAccount } from '@/lib/modules/accounts/queries'
import { findFiscalCalendar } from '@/lib/modules/workspace/queries-money'
import { may } from './manifest'
import { accountRef, type LineKind, type LineReplyState, type ReportState, reportRef } from './model-reports'
import { type findLines, findMeasured, linesIn } from './queries-sharing'
import { lastOver, type Promised } from './rules-reports'

const most = 100

/** A report with its account, for those who see the account. Refuses with `notFound`. */
export async function findReport(look: Look, reportId: string) {
  const { tx, actor } = look
  const [row] = await tx
    .select()
    .from(clientReports)
    .where(and(ownRow(clientReports, actor, reportId), live(clientReports)))
  if (!row) throw new Refusal('notFound')
  const account = await findAccount(look, row.accountId)
  return {
    report: {
      ...row,
      state: row.state as ReportState,
      language: row.language === 'en' ? ('en' as const) : ('zh-TW' as const),
    },
    account,
  }
}

/** The lines of a report in their order. */
export async function findReportLines({ tx, actor }: Look, reportId: string) {
  const rows = await tx
    .select()
    .from(clientReportLines)
    .where(and(own(clientReportLines, actor), eq(clientReportLines.reportId, reportId), live(clientReportLines)))
    .orderBy(asc(clientReportLines.position), asc(clientReportLines.id))
  return rows.map((row) => ({ ...row, kind: row.kind as LineKind, reply: row.reply as LineReplyState }))
}

/** Of which report a line is; whoever asks looks whether the report may be read. Refuses with `notFound`. */
export async function findReportOf({ tx, actor }: Look, reportLineId: string): Promise<string> {
  const [row] = await tx
    .select({ reportId: clientReportLines.reportId })
    .from(clientReportLines)
    .where(and(ownRow(clientReportLines, actor, reportLineId), live(clientReportLines)))
  if (!row) throw new Refusal('notFound')
  return row.reportId
}

/** What was measured in a period with an account, of agreements that everybody who sees the account may read. */
export async function findFigures(look: Look, accountId: string, { from, to }: Span): ReturnType<typeof findLines> {
  const { tx, actor } = look
  const rows = await tx
    .select({ id: kpiMeasurements.id })
    .from(kpiMeasurements)
    .innerJoin(kpis, and(joined(kpis, actor, kpiMeasurements.kpiId), live(kpis)))
    .innerJoin(agreements, and(joined(agreements, actor, kpiMeasurements.agreementId), live(agreements)))
    .where(
      and(
        own(kpiMeasurements, actor),
        eq(kpiMeasurements.accountId, accountId),
        isCurrent(kpiMeasurements),
        eq(agreements.confidential, false),
        gte(kpiMeasurements.fromDay, from),
        lte(kpiMeasurements.fromDay, to),
      ),
    )
    .orderBy(asc(kpiMeasurements.fromDay), asc(kpis.code), asc(kpiMeasurements.id))
    .limit(most)
  return linesIn(
    look,
    rows.map(({ id }) => id),
  )
}

/** The value that stands today where another one stood when it was drafted. */
export async function findStanding({ tx, actor }: Look, measurementIds: readonly string[]) {
  if (measurementIds.length === 0) return new Map<string, string>()
  const drafted = await tx
    .select({ id: kpiMeasurements.id, kpiId: kpiMeasurements.kpiId, period: kpiMeasurements.period })
    .from(kpiMeasurements)
    .where(and(own(kpiMeasurements, actor), inArray(kpiMeasurements.id, [...measurementIds])))
  const current = await tx
    .select({ id: kpiMeasurements.id, kpiId: kpiMeasurements.kpiId, period: kpiMeasurements.period })
    .from(kpiMeasurements)
    .where(
      and(
        own(kpiMeasurements, actor),
        isCurrent(kpiMeasurements),
        inArray(kpiMeasurements.kpiId, [...new Set(drafted.map(({ kpiId }) => kpiId))]),
        inArray(kpiMeasurements.period, [...new Set(drafted.map(({ period }) => period))]),
      ),
    )
  const now = new Map(current.map(({ id, kpiId, period }) => [`${kpiId} ${period}`, id]))
  return new Map(
    drafted.flatMap(({ id, kpiId, period }) => {
      const standing = now.get(`${kpiId} ${period}`)
      return standing ? [[id, standing] as const] : []
    }),
  )
}

/** What both sides had promised for a period: obligations that fell due in it, and our next steps from talks. */
export async function findPromised({ tx, actor }: Look, accountId: string, { from, to }: Span): Promise<Promised[]> {
  const owed = await tx
    .select({
      party: obligationOccurrences.party,
      text: obligations.text,
      dueOn: obligationOccurrences.dueOn,
      state: obligationOccurrences.state,
    })
    .from(obligationOccurrences)
    .innerJoin(obligations, and(joined(obligations, actor, obligationOccurrences.obligationId), live(obligations)))
    .innerJoin(agreements, and(joined(agreements, actor, obligationOccurrences.agreementId), live(agreements)))
    .where(
      and(
        own(obligationOccurrences, actor),
        eq(obligationOccurrences.accountId, accountId),
        eq(agreements.confidential, false),
        inArray(obligationOccurrences.state, ['due', 'submitted', 'accepted', 'scheduled']),
        gte(obligationOccurrences.dueOn, from),
        lte(obligationOccurrences.dueOn, to),
      ),
    )
    .orderBy(asc(obligationOccurrences.dueOn), asc(obligationOccurrences.id))
    .limit(most)
  const steps = await tx
    .select({ text: tasks.text, dueOn: tasks.dueOn, doneAt: tasks.doneAt })
    .from(tasks)
    .where(
      and(
        own(tasks, actor),
        eq(tasks.accountId, accountId),
        isNotNull(tasks.interactionId),
        live(tasks),
        gte(tasks.dueOn, from),
        lte(tasks.dueOn, to),
      ),
    )
    .orderBy(asc(tasks.dueOn), asc(tasks.id))
    .limit(most)
  return [
    ...owed.map(({ party, state, ...each }) => ({
      ...each,
      party: party as Promised['party'],
      kept: state === 'accepted',
    })),
    ...steps.map(({ doneAt, ...each }) => ({ ...each, party: 'us' as const, kept: doneAt !== null })),
  ]
}

/** The report of this period that is there already; null without one. */
export async function findReportTwin({ tx, actor }: Look, accountId: string, period: string) {
  const [row] = await tx
    .select({ id: clientReports.id })
    .from(clientReports)
    .where(
      and(
        own(clientReports, actor),
        eq(clientReports.accountId, accountId),
        eq(clientReports.period, period),
        live(clientReports),
      ),
    )
  return row ?? null
}

/** How often the reports to a client are drafted, a schedule that was ended included. */
export async function findPlan({ tx, actor }: Look, accountId: string) {
  const [row] = await tx
    .select()
    .from(clientReportPlans)
    .where(and(own(clientReportPlans, actor), eq(clientReportPlans.accountId, accountId)))
  return row ?? null
}

/** The accounts whose report of the last period is due and not drafted yet. Only the product asks. */
export const dueReports = query({
  name: 'kpis.dueReports',
  permission: may.keep,
  input: z.strictObject({}),
  async run(look) {
    const { tx, actor, now } = look
    const plans = await tx
      .select()
      .from(clientReportPlans)
      .where(and(own(clientReportPlans, actor), live(clientReportPlans)))
      .orderBy(asc(clientReportPlans.id))
      .limit(2000)
    const calendar = await findFiscalCalendar(look)
    const today = dayOf(now, actor.timeZone)
    const due = plans.map(({ accountId, frequency, language }) => ({
      accountId,
      language: language === 'en' ? ('en' as const) : ('zh-TW' as const),
      period: lastOver(frequency === 'quarter' ? 'quarter' : 'month', today, calendar).key,
    }))
    const there = await tx
      .select({ accountId: clientReports.accountId, period: clientReports.period })
      .from(clientReports)
      .where(
        and(
          own(clientReports, actor),
          live(clientReports),
          inArray(clientReports.period, [...new Set(due.map(({ period }) => period)), '']),
        ),
      )
    const known = new Set(there.map(({ accountId, period }) => `${accountId} ${period}`))
    return due.filter(({ accountId, period }) => !known.has(`${accountId} ${period}`))
  },
})

/** The reports of an account, the latest period first, and how often they are drafted by themselves. */
export const reportsOf = query({
  name: 'kpis.reportsOf',
  permission: may.see,
  input: accountRef,
  async run(look, { accountId }) {
    const { tx, actor } = look
    const account = await findAccount(look, accountId)
    const [rows, plan] = await Promise.all([
      tx
        .select()
        .from(clientReports)
        .where(and(own(clientReports, actor), eq(clientReports.accountId, accountId), live(clientReports)))
        .orderBy(desc(clientReports.fromDay), desc(clientReports.id))
        .limit(most),
      findPlan(look, accountId),
    ])
    const names = await findNamesOfMembers(
      look,
      rows.map(({ ownerId }) => ownerId),
    )
    return {
      mayWrite: isGranted(may.share, actor) && mayWorkWith(actor, account),
      plan: plan && plan.archivedAt === null ? { frequency: plan.frequency, language: plan.language } : null,
      reports: rows.map(({ id, period, state, ownerId, sentAt }) => ({
        ...{ id, period, state: state as ReportState, owner: names.get(ownerId) ?? '—' },
        sentAt: sentAt?.toISOString() ?? null,
      })),
    }
  },
})
export type ReportsOf = Awaited<ReturnType<typeof reportsOf.run>>

/** One report with its lines and what the client said to each. */
export const report = query({
  name: 'kpis.report',
  permission: may.see,
  input: reportRef,
  async run(look, { reportId }) {
    const { report: row, account } = await findReport(look, reportId)
    const { actor } = look
    const lines = await findReportLines(look, reportId)
    const measured = await findMeasured(
      look,
      lines.flatMap(({ measurementId }) => measurementId ?? []),
    )
    return {
      ...{ id: row.id, version: row.version, period: row.period, state: row.state, opening: row.opening },
      ...{ language: row.language, accountId: account.id, accountName: account.name },
      sentAt: row.sentAt?.toISOString() ?? null,
      mayWrite: isGranted(may.share, actor) && mayWorkWith(actor, account),
      lines: lines.map(({ id, version, kind, label, text, note, included, reply, theirNote, ...line }) => {
        const figure = measured.get(line.measurementId ?? '')
        return {
          ...{ id, version, kind, label, text, note, included, reply, theirNote, theirSource: line.theirSource },
          theirValue: line.theirValue && plain(line.theirValue),
          figure: figure && {
            value: plain(figure.measurement.value),
            unit: figure.kpi.unit,
            decimals: figure.kpi.decimals,
          },
        }
      }),
    }
  },
})
export type ReportView = Awaited<ReturnType<typeof report.run>>
