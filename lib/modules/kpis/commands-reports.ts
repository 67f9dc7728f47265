import { clientReportLines, clientReportPlans, clientReports } from '@/db/schema/kpis'
import { digestOf } from '@/lib/kernel/canonical'
import { command, type Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { Refusal } from '@/lib/kernel/refusal'
import { saidInAll } from '@/lib/kernel/said'
import { translatorOf } from '@/lib/kernel/translate'
import { changeRow, insertRow, insertRows, lockRow } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { findAccount } from '@/lib/modules/accounts/queries'
import { issueLink } from '@/lib/modules/links/commands'
import type { IssuedLink } from '@/lib/modules/links/model'
import { notify } from '@/lib/modules/notifications/commands'
import { findFiscalCalendar } from '@/lib/modules/workspace/queries-money'
import { may } from './manifest'
import { reportWords } from './messages-reports'
import {
  addLineInput,
  draftReportInput,
  editLineInput,
  openReportInput,
  planInput,
  reportKind,
  sendReportInput,
} from './model-reports'
import {
  findFigures,
  findPlan,
  findPromised,
  findReport,
  findReportLines,
  findReportOf,
  findReportTwin,
  findStanding,
} from './queries-reports'
import { findMeasured, findOurCompany, linesIn } from './queries-sharing'
import { mustWorkWith } from './rules-measuring'
import {
  draftLines,
  figureLine,
  mustBeDrafted,
  mustBeOver,
  mustBeSendable,
  mustKeepFigure,
  mustStillBeMeasured,
  no,
  reportPaper,
} from './rules-reports'

export const reportRefreshes = ['/accounts/[accountId]/reports', '/accounts/[accountId]/reports/[reportId]']
const writes = { permission: may.share, messages: reportWords, refreshes: reportRefreshes }

/** Says how often the reports to a client are drafted by themselves, or that they are not. */
export const planReports = command({
  name: 'kpis.planReports',
  ...writes,
  input: planInput,
  async run(work, { accountId, frequency, language }) {
    mustWorkWith(work.actor, await findAccount(work, accountId))
    const plan = await findPlan(work, accountId)
    const said = frequency === 'none' ? null : { frequency, language, ownerId: work.actor.id, archivedAt: null }
    if (plan) await changeRow(work, clientReportPlans, { id: plan.id }, said ?? { archivedAt: work.now })
    else if (said) await insertRow(work, clientReportPlans, { accountId, ...said })
    return { accountId }
  },
})

/**
 * Drafts the report of a month or quarter that is over: what was measured in it, what both sides had promised for it, and
 * the aims that follow. By the product itself for accounts on a schedule, whose owner is told. One for each period.
 */
export const draftReport = command({
  name: 'kpis.draftReport',
  ...writes,
  input: draftReportInput,
  async run(work, { accountId, period: typed, language }) {
    const { actor, now } = work
    const account = await findAccount(work, accountId)
    mustWorkWith(work.actor, account)
    const period = mustBeOver(typed, dayOf(now, actor.timeZone), await findFiscalCalendar(work))
    if (await findReportTwin(work, accountId, period.key))
      throw no('reportTwice', {}, { period: { code: 'reportTwice' } })
    const byItself = actor.kind === 'job'
    const ownerId = byItself ? ((await findPlan(work, accountId))?.ownerId ?? account.ownerId) : actor.id
    const [figures, promised] = await Promise.all([
      findFigures(work, accountId, period),
      findPromised(work, accountId, period),
    ])
    const of = { accountId, period: period.key, fromDay: period.from, toDay: period.to }
    const report = await insertRow(work, clientReports, { ...of, language, ownerId })
    const lines = draftLines(figures.map(({ line }) => line).reverse(), promised, language)
    await insertRows(
      work,
      clientReportLines,
      lines.map((line, position) => ({ reportId: report.id, accountId, position, ...line })),
    )
    if (byItself)
      await work.call(notify, {
        memberIds: [ownerId],
        kind: 'report',
        text: saidInAll(reportWords, 'toldDrafted', { account: account.name, period: period.key }),
        href: `/accounts/${accountId}/reports/${report.id}`,
        urgent: false,
        subjectKind: reportKind,
        subjectId: report.id,
        key: `kpis.reportDrafted:${report.id}`,
      })
    return { accountId, reportId: report.id }
  },
})

/** The report with its lines, locked until the transaction ends, for those who serve its account. */
async function lockReport(work: Work, reportId: string) {
  const seen = await findReport(work, reportId)
  mustWorkWith(work.actor, seen.account)
  await lockRow(work, clientReports, reportId)
  return { ...(await findReport(work, reportId)), lines: await findReportLines(work, reportId) }
}

async function holdReport(work: Work, reportId: string) {
  const held = await lockReport(work, reportId)
  mustBeDrafted(held.report.state)
  return held
}

/** Writes the sentences before the figures. */
export const openReport = command({
  name: 'kpis.openReport',
  ...writes,
  input: openReportInput,
  async run(work, { reportId, version, opening }) {
    await holdReport(work, reportId)
    const row = await changeRow(work, clientReports, { id: reportId, version }, { opening })
    return { reportId, version: row.version }
  },
})

/** Adds a promise or an aim to the draft. */
export const addReportLine = command({
  name: 'kpis.addReportLine',
  ...writes,
  input: addLineInput,
  async run(work, { reportId, ...said }) {
    const { account, lines } = await holdReport(work, reportId)
    const position = (lines.at(-1)?.position ?? 0) + 1
    await insertRow(work, clientReportLines, { reportId, accountId: account.id, position, ...said })
    return { reportId }
  },
})

/** Changes a line of the draft, or leaves it out. What a KPI says is changed at the KPI alone. */
export const editReportLine = command({
  name: 'kpis.editReportLine',
  ...writes,
  input: editLineInput,
  async run(work, { reportLineId, version, ...said }) {
    const { report, lines } = await holdReport(work, await findReportOf(work, reportLineId))
    const line = lines.find(({ id }) => id === reportLineId)
    if (!line) throw new Refusal('notFound')
    mustKeepFigure(line, said)
    const row = await changeRow(work, clientReportLines, { id: reportLineId, version }, said)
    return { reportId: report.id, version: row.version }
  },
})

/**
 * Sends the report as a signed link and freezes it: the figures are those that stand at this moment, and never change in it
 * again; sent once more, it is the same paper. The client is asked for each line whether they agree. KRM-3.5.
 */
export const sendReport = command({
  name: 'kpis.sendReport',
  ...writes,
  input: sendReportInput,
  async run(work, { reportId, ...issuing }): Promise<Partial<IssuedLink>> {
    const { report, account, lines } = await lockReport(work, reportId)
    const { language, period } = report
    const taken = lines.filter((line) => line.included)
    const included = report.state === 'draft' ? await freshLines(work, taken, language) : taken
    mustBeSendable(included.length)
    const [company, english] = [await findOurCompany(work), language === 'en']
    const { sentAt, sentBy } = { sentAt: report.sentAt ?? work.now, sentBy: report.sentBy ?? work.actor.id }
    const measured = await findMeasured(
      work,
      included.flatMap(({ measurementId }) => measurementId ?? []),
    )
    const asked = included.map((line) => ({ ...line, unit: measured.get(line.measurementId ?? '')?.kpi.unit ?? null }))
    const { paper, questions } = reportPaper(asked, {
      language,
      title: translatorOf(reportWords, language)('paperTitle', { company, period }),
      reference: null,
      on: dayOf(sentAt, work.actor.timeZone),
      from: { company, person: (await findNamesOfMembers(work, [sentBy])).get(sentBy) ?? null },
      to: { company: english ? (account.englishName ?? account.name) : account.name, person: null, salutation: null },
      opening: report.opening,
    })
    const issued = await work.call(issueLink, {
      purpose: 'report',
      subjectKind: reportKind,
      subjectId: reportId,
      accountId: account.id,
      paper,
      questions,
      href: `/accounts/${account.id}/reports/${reportId}`,
      ...issuing,
    })
    const sent = { state: 'sent', sentAt, sentBy, contentHash: digestOf({ paper, questions }) }
    if (report.state === 'draft') await changeRow(work, clientReports, { id: reportId }, sent)
    return issued
  },
})

type Line = Awaited<ReturnType<typeof findReportLines>>[number]

/** The lines with the figures that stand now: what was restated since the draft says its new value. */
async function freshLines(work: Work, lines: readonly Line[], language: 'zh-TW' | 'en'): Promise<Line[]> {
  const drafted = lines.flatMap(({ measurementId }) => measurementId ?? [])
  const standing = await findStanding(work, drafted)
  const found = await linesIn(work, [...standing.values()])
  const figures = new Map(found.map(({ line }) => [line.id, figureLine(line, language)]))
  const figureOf = ({ measurementId }: Line) => figures.get(standing.get(measurementId ?? '') ?? '')
  mustStillBeMeasured(lines.filter((line) => line.measurementId !== null && !figureOf(line)))
  const fresh = lines.map((line) => ({ ...line, ...figureOf(line) }))
  await changeEach(
    work,
    clientReportLines,
    fresh.map(({ id, label, text, measurementId }) => ({ id, label, text, measurementId })),
  )
  return fresh
}
