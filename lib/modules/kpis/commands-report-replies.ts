import { clientReportLines, clientReports } from '@/db/schema/kpis'
import { command, type Work } from '@/lib/kernel/command'
import { saidInAll } from '@/lib/kernel/said'
import { changeRow, lockRow } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { fileAnswer } from '@/lib/modules/links/commands'
import { findAnswers } from '@/lib/modules/links/queries'
import { notify } from '@/lib/modules/notifications/commands'
import { mustMayReport, reportRefreshes } from './commands-reports'
import { may } from './manifest'
import { reportWords } from './messages-reports'
import { fileLineReplyInput, hearReportInput, type LineReplyState, reportKind } from './model-reports'
import { findReport, findReportLines, findReportOf } from './queries-reports'
import { mustBeJob } from './rules-measuring'
import { lineRepliesIn, no, stateAfter } from './rules-reports'

type Heard = { id: string; reply: 'agree' | 'dispute'; note: string | null }
const kept = { agree: 'agreed', dispute: 'disputed' } as const satisfies Record<Heard['reply'], LineReplyState>

/** Files what the client said to one line by LINE, mail or word: it ranks equal to an answer by link. */
export const fileLineReply = command({
  name: 'kpis.fileLineReply',
  permission: may.share,
  messages: reportWords,
  refreshes: reportRefreshes,
  input: fileLineReplyInput,
  async run(work, { reportLineId, reply, theirNote, ...filing }) {
    const reportId = await findReportOf(work, reportLineId)
    const { report, account } = await findReport(work, reportId)
    mustMayReport(work, account)
    if (report.state === 'draft' || report.contentHash === null) throw no('notSent')
    if (reply === 'dispute' && !theirNote) throw no('noteMissing', {}, { theirNote: { code: 'noteMissing' } })
    await lockRow(work, clientReports, reportId)
    await work.call(fileAnswer, {
      subjectKind: 'clientReportLine',
      subjectId: reportLineId,
      purpose: 'report',
      accountId: account.id,
      personId: null,
      contentHash: report.contentHash,
      outcome: reply === 'dispute' ? 'objected' : 'confirmed',
      answers: {},
      comment: theirNote,
      ...filing,
    })
    await hear(work, reportId, [{ id: reportLineId, reply, note: theirNote }])
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

async function hear(work: Work, reportId: string, heard: readonly Heard[]): Promise<void> {
  const { report, account } = await findReport(work, reportId)
  const lines = (await findReportLines(work, reportId)).filter(({ included }) => included)
  const said = new Map(heard.map((each) => [each.id, each]))
  const answered = lines.flatMap((line) => {
    const one = said.get(line.id)
    return one ? [{ id: line.id, reply: kept[one.reply], theirNote: one.note, answeredAt: work.now }] : []
  })
  await changeEach(work, clientReportLines, answered)
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
