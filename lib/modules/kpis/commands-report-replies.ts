import { clientReportLines, clientReports, kpiMeasurements } from '@/db/schema/kpis'
import { command, type Work } from '@/lib/kernel/command'
import { mustBeJob } from '@/lib/kernel/job'
import { saidInAll } from '@/lib/kernel/said'
import { changeRow, lockRow } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { fileAnswer } from '@/lib/modules/links/commands'
import { findAnswers } from '@/lib/modules/links/queries'
import { notify } from '@/lib/modules/notifications/commands'
import { reportRefreshes } from './commands-reports'
import { may } from './manifest'
import { reportWords } from './messages-reports'
import { fileLineReplyInput, hearReportInput, type LineReplyState, reportKind } from './model-reports'
import type { SharingState } from './model-states'
import { findReport, findReportLines, findReportOf } from './queries-reports'
import { findMeasured } from './queries-sharing'
import { mustBeValue, mustWorkWith } from './rules-measuring'
import { lineRepliesIn, mustBeWhole, no, stateAfter } from './rules-reports'
import { type LineReply, theirsIn } from './rules-sharing'
import { sharingStep } from './rules-states'

const nothing = { theirValue: null, theirSource: null }
const kept = { agree: 'agreed', dispute: 'disputed' } as const satisfies Record<LineReply['reply'], LineReplyState>

/**
 * Files what the client said to one line by LINE, mail or word: it ranks equal to an answer by link. Refuses a line that they were
 * not sent.
 */
export const fileLineReply = command({
  name: 'kpis.fileLineReply',
  permission: may.share,
  messages: reportWords,
  refreshes: reportRefreshes,
  input: fileLineReplyInput,
  async run(work, { reportLineId, reply, theirNote, theirValue, theirSource, ...filing }) {
    const reportId = await findReportOf(work, reportLineId)
    const { report, account } = await findReport(work, reportId)
    mustWorkWith(work.actor, account)
    if (report.state === 'draft' || report.contentHash === null) throw no('notSent')
    const disputes = reply === 'dispute'
    const line = (await findReportLines(work, reportId)).find(({ id }) => id === reportLineId)
    if (!line?.included) throw no('lineLeftOut')
    if (disputes && !theirNote && theirValue.trim() === '' && !theirSource)
      throw no('noteMissing', {}, { theirNote: { code: 'noteMissing' } })
    const figure = disputes ? await findFigureOf(work, line) : null
    if (disputes) mustBeWhole(theirValue, theirSource, figure !== null)
    const number =
      figure && theirSource
        ? mustBeValue({ value: theirValue, numerator: '', denominator: '' }, figure.kpi.unit, 'theirValue').value
        : null
    await lockRow(work, clientReports, reportId)
    await work.call(fileAnswer, {
      subjectKind: 'clientReportLine',
      subjectId: reportLineId,
      purpose: 'report',
      accountId: account.id,
      personId: null,
      contentHash: report.contentHash,
      outcome: disputes ? 'objected' : 'confirmed',
      answers: number && theirSource ? { value: number, source: theirSource } : {},
      comment: theirNote,
      ...filing,
    })
    await hear(work, reportId, [{ id: reportLineId, reply, note: theirNote, number, source: theirSource }])
    return { reportId }
  },
})

/** After the client answered by link: every line is agreed or disputed in their words, and whoever sent it is told. */
export const hearReport = command({
  name: 'kpis.hearReport',
  permission: may.keep,
  messages: reportWords,
  input: hearReportInput,
  async run(work, { reportId, answerId }) {
    mustBeJob(work.actor)
    await findReport(work, reportId)
    await lockRow(work, clientReports, reportId)
    const answer = (await findAnswers(work, reportKind, [reportId])).get(reportId)
    if (answer?.id === answerId) await hear(work, reportId, lineRepliesIn(answer.answers))
    return { reportId }
  },
})

/** The measured value that a line says; null where it is no figure. */
async function findFigureOf(work: Work, { measurementId }: { measurementId: string | null }) {
  return (measurementId && (await findMeasured(work, [measurementId])).get(measurementId)) || null
}

/** Keeps what was said, at the line and, where the line is a figure, beside the measured value itself. */
async function hear(work: Work, reportId: string, heard: readonly LineReply[]): Promise<void> {
  const { report, account } = await findReport(work, reportId)
  const lines = (await findReportLines(work, reportId)).filter(({ included }) => included)
  const said = new Map(heard.map((each) => [each.id, each]))
  const measured = await findMeasured(
    work,
    lines.flatMap(({ measurementId }) => measurementId ?? []),
  )
  const replies = lines.flatMap((line) => {
    const one = said.get(line.id)
    const figure = measured.get(line.measurementId ?? '')
    const theirs = one?.reply === 'dispute' && figure && one.number ? theirsIn(one, figure.kpi.unit) : nothing
    return one ? [{ line, one, figure, theirs }] : []
  })
  const answered = replies.map(({ line, one, theirs }) => ({
    ...{ id: line.id, reply: kept[one.reply], theirNote: one.note, answeredAt: work.now },
    ...theirs,
  }))
  await changeEach(work, clientReportLines, answered)
  await changeEach(
    work,
    kpiMeasurements,
    replies.flatMap(({ one, figure, theirs }) => {
      if (!figure) return []
      const { id, sharing, value } = figure.measurement
      // Whoever answers has seen the number, whichever paper it stood in.
      const from: SharingState = sharing === 'notShared' ? 'shared' : (sharing as SharingState)
      const step = sharingStep(from, one.reply, { value, ...theirs })
      return step.ok ? [{ id, sharing: step.to, ...theirs, disputeNote: one.note, answeredAt: work.now }] : []
    }),
  )
  const now = new Map<string, LineReplyState>(answered.map(({ id, reply }) => [id, reply]))
  const state = stateAfter(lines.map(({ id, reply }) => now.get(id) ?? reply))
  await changeRow(work, clientReports, { id: reportId }, { state, answeredAt: work.now })
  if (answered.every(({ reply }) => reply !== 'disputed')) return
  await work.call(notify, {
    memberIds: [report.ownerId],
    kind: 'clientObjected',
    text: saidInAll(reportWords, 'toldDisputed', { account: account.name, period: report.period }),
    href: `/accounts/${account.id}/reports/${reportId}`,
    urgent: true,
    subjectKind: reportKind,
    subjectId: reportId,
    key: `kpis.reportDisputed:${reportId}:${work.now.getTime()}`,
  })
}
