import { describe, expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { clientActor, clientTokenOf } from '@/lib/kernel/identity/client-link'
import { ask } from '@/lib/kernel/perform'
import { measure } from '@/lib/modules/kpis/commands-measure'
import { fileLineReply, hearReport } from '@/lib/modules/kpis/commands-report-replies'
import {
  addReportLine,
  draftReport,
  editReportLine,
  openReport,
  planReports,
  sendReport,
} from '@/lib/modules/kpis/commands-reports'
import { byId } from '@/lib/modules/kpis/queries-record'
import { dueReports, report, reportsOf } from '@/lib/modules/kpis/queries-reports'
import { answer } from '@/lib/modules/links/commands'
import { newcomer, owner } from '@/tests/people'
import { checked, csv, ran, undone, upload } from '../imports/scene'
import { done, noon, refusalOf } from '../terms/scene'
import { entered, inForce, onTime } from './scene'

const soon = noon('2026-02-10')

/** January was measured, one of two KPIs red. */
async function measured() {
  const scene = await inForce([onTime, { ...onTime, code: 'PAY', party: 'them' }])
  const [ours = '', theirs = ''] = scene.kpiIds
  await entered(scene.keeper, ours, '2026-01', '86', noon('2026-02-03'))
  await entered(scene.keeper, theirs, '2026-01', '97', noon('2026-02-03'))
  return scene
}
type Scene = Awaited<ReturnType<typeof measured>>

const drafted = async ({ keeper, accountId }: Scene) =>
  (await done(draftReport, keeper, { accountId, period: '2026-01' }, soon)).reportId
const look = ({ keeper }: Scene, reportId: string) => ask(report, keeper, { reportId }, soon)

/** The client says the same to every line by the link that they were given. */
async function answered(scene: Scene, reportId: string, reply: 'agree' | 'dispute', note = '數字不同') {
  const { token = '' } = await done(sendReport, scene.keeper, { reportId }, soon)
  const opened = clientTokenOf(token)
  const [link] = await owner()<{ content_hash: string }[]>`
    select content_hash from client_links where subject_id = ${reportId}`
  if (!opened || !link) throw new Error('no link')
  const answers = Object.fromEntries(
    (await look(scene, reportId)).lines
      .filter(({ included }) => included)
      .flatMap(({ id, kind }) => [
        [`l-${id}`, reply],
        ...(reply === 'dispute' ? [[`l-${id}-note`, note]] : []),
        ...(reply === 'dispute' && kind === 'kpi'
          ? [
              [`l-${id}-number`, '９１．５'],
              [`l-${id}-source`, '驗收系統'],
            ]
          : []),
      ]),
  )
  const given = { contentHash: link.content_hash, outcome: 'confirmed', answers }
  const client = clientActor(opened, { name: '羅美琪', locale: 'zh-TW' })
  const { answerId } = await done(answer, client, given, soon)
  await done(hearReport, workspaceActor(scene.workspace.id), { reportId, answerId }, soon)
}

describe('a report to a client', () => {
  it('is drafted from what was measured in the period, what was promised for it, and the aims that follow', async () => {
    const scene = await measured()
    const reportId = await drafted(scene)
    const { lines } = await look(scene, reportId)
    expect(lines.map(({ kind, label, text }) => [kind, label, text])).toEqual([
      ['kpi', expect.stringContaining('準時付款率'), '97.0%（目標 95.0% 以上）：達標'],
      ['kpi', expect.stringContaining('準時足量'), '86.0%（目標 95.0% 以上）：未達標'],
      ['aim', '準時足量交付率', '回到 95.0% 以上'],
    ])
  })

  it('is there once for each period, of a month or a quarter that is over', async () => {
    const scene = await measured()
    const { keeper, accountId } = scene
    await drafted(scene)
    const again = (period: string) => refusalOf(draftReport, keeper, { accountId, period }, soon)
    expect(await again('2026-01')).toBe('kpis.reportTwice')
    expect(await again('2026-02')).toBe('kpis.notOver')
    expect(await again('2026')).toBe('kpis.notAReportPeriod')
    expect(await again('一月')).toBe('kpis.notAReportPeriod')
  })

  it('is edited in everything but its figures, and a line can be left out', async () => {
    const scene = await measured()
    const { keeper } = scene
    const reportId = await drafted(scene)
    await done(openReport, keeper, { reportId, opening: '感謝一月的配合。' }, soon)
    await done(addReportLine, keeper, { reportId, kind: 'promise', label: '我方：補貨', text: '每週二、五到倉' }, soon)
    const { lines } = await look(scene, reportId)
    const [figure] = lines
    if (!figure) throw new Error('no line')
    const { id: reportLineId, label, text } = figure
    expect(await refusalOf(editReportLine, keeper, { reportLineId, label, text: '99%' }, soon)).toBe('kpis.figureKept')
    await done(editReportLine, keeper, { reportLineId, label, text, note: '系統轉換', included: 'false' }, soon)
    expect((await look(scene, reportId)).lines[0]).toMatchObject({ note: '系統轉換', included: false })
  })

  it('says when it is sent what the KPI says then, and the same for ever after', async () => {
    const scene = await measured()
    const { keeper, manager, kpiIds } = scene
    const reportId = await drafted(scene)
    const again = { kpiId: kpiIds[0], period: '2026-01', denominator: '100' }
    await done(measure, keeper, { ...again, numerator: '91', reason: '補登' }, soon)
    await done(sendReport, keeper, { reportId }, soon)
    const texts = async () => (await look(scene, reportId)).lines.map(({ text }) => text)
    const sent = await texts()
    expect(sent.join()).toContain('91.0%')
    await done(measure, manager, { ...again, numerator: '70', reason: '再補登' }, noon('2026-05-01'))
    expect(await texts()).toEqual(sent)
    const [line] = (await look(scene, reportId)).lines
    const edit = { reportLineId: line?.id, label: 'x', text: 'y' }
    expect(await refusalOf(editReportLine, keeper, edit, soon)).toBe('kpis.notDraft')
    await done(sendReport, manager, { reportId }, noon('2026-05-02'))
    const links = await owner()<{ hash: string; paper: { blocks: unknown } }[]>`
      select content_hash as hash, paper from client_links where subject_id = ${reportId} and revoked_at is null`
    expect(links).toHaveLength(2)
    expect(new Set(links.map(({ hash }) => hash)).size).toBe(1)
    expect(JSON.stringify(links[0]?.paper.blocks)).toContain('91.0%')
  })

  it('goes out with lines as long as their fields allow', async () => {
    const scene = await measured()
    const reportId = await drafted(scene)
    const long = { reportId, kind: 'promise', label: '貨'.repeat(300), text: '補'.repeat(2000) }
    await done(addReportLine, scene.keeper, long, soon)
    await done(sendReport, scene.keeper, { reportId }, soon)
    expect((await look(scene, reportId)).state).toBe('sent')
  })

  it('is not sent with a figure that was taken back after it was drafted', async () => {
    const scene = await inForce()
    const { keeper } = scene
    const header = ['協議編號', '指標代碼', '期別', '實際值']
    const batchId = await upload(keeper, 'KPI.csv', csv([header, ['AG-2025-0001', 'OTIF', '2026-01', '96']]))
    await checked(keeper, batchId)
    await ran(keeper, batchId)
    const reportId = await drafted(scene)
    await done(addReportLine, keeper, { reportId, kind: 'promise', label: '我方：補貨', text: '每週二、五到倉' }, soon)
    await undone(keeper, batchId)
    expect(await refusalOf(sendReport, keeper, { reportId }, soon)).toBe('kpis.figureGone')
    const [figure] = (await look(scene, reportId)).lines
    const left = { reportLineId: figure?.id, label: figure?.label, text: figure?.text, included: '' }
    await done(editReportLine, keeper, left, soon)
    await done(sendReport, keeper, { reportId }, soon)
    expect(await look(scene, reportId)).toMatchObject({
      state: 'sent',
      lines: [{ included: false }, { text: '每週二、五到倉' }],
    })
  })

  it('is accepted when every line is, and disputed as soon as one is, in their own words', async () => {
    const scene = await measured()
    const reportId = await drafted(scene)
    await answered(scene, reportId, 'agree')
    expect((await look(scene, reportId)).state).toBe('accepted')
    const other = await measured()
    const disputed = await drafted(other)
    await answered(other, disputed, 'dispute')
    expect(await look(other, disputed)).toMatchObject({
      state: 'disputed',
      lines: [
        {
          reply: 'disputed',
          theirNote: '數字不同',
          theirValue: '91.5',
          theirSource: '驗收系統',
          figure: { value: '97' },
        },
        {},
        { reply: 'disputed', theirValue: null, figure: undefined },
      ],
    })
    const { periods } = await ask(byId, other.keeper, { kpiId: other.kpiId }, soon)
    expect(periods.find(({ key }) => key === '2026-01')?.current).toMatchObject({
      ...{ sharing: 'disputed', value: '86', theirValue: '91.5', theirSource: '驗收系統', disputeNote: '數字不同' },
    })
    expect(
      await owner()`select 1 from notifications where subject_id = ${disputed} and kind = 'clientObjected'`,
    ).not.toEqual([])
  })

  it('is answered by mail or word as well', async () => {
    const scene = await measured()
    const { keeper } = scene
    const reportId = await drafted(scene)
    const [first] = (await look(scene, reportId)).lines
    const said = { reportLineId: first?.id, method: 'meeting', answeredOn: '2026-02-09', note: '羅協理口頭' }
    expect(await refusalOf(fileLineReply, keeper, { ...said, reply: 'agree' }, soon)).toBe('kpis.notSent')
    await done(sendReport, keeper, { reportId }, soon)
    expect(await refusalOf(fileLineReply, keeper, { ...said, reply: 'dispute' }, soon)).toBe('kpis.noteMissing')
    await done(fileLineReply, keeper, { ...said, reply: 'dispute', theirNote: '我們是 94%' }, soon)
    expect(await look(scene, reportId)).toMatchObject({
      state: 'disputed',
      lines: [{ theirNote: '我們是 94%' }, {}, {}],
    })
    const number = { ...said, reply: 'dispute', theirValue: '９４%' }
    expect(await refusalOf(fileLineReply, keeper, number, soon)).toBe('kpis.theirSourceMissing')
    await done(fileLineReply, keeper, { ...number, theirSource: '驗收單' }, soon)
    expect((await look(scene, reportId)).lines[0]).toMatchObject({ theirValue: '94', theirSource: '驗收單' })
    const aim = (await look(scene, reportId)).lines.at(-1)
    const odd = { ...number, reportLineId: aim?.id, theirSource: '驗收單' }
    expect(await refusalOf(fileLineReply, keeper, odd, soon)).toBe('kpis.noFigure')
    await done(fileLineReply, keeper, { ...said, reply: 'agree' }, soon)
    expect((await look(scene, reportId)).lines[0]).toMatchObject({ reply: 'agreed', theirValue: null })
  })

  it('is not answered in a line that was left out of it', async () => {
    const scene = await measured()
    const { keeper } = scene
    const reportId = await drafted(scene)
    const [first] = (await look(scene, reportId)).lines
    const left = { reportLineId: first?.id, label: first?.label, text: first?.text, included: '' }
    await done(editReportLine, keeper, left, soon)
    await done(sendReport, keeper, { reportId }, soon)
    const said = { reportLineId: first?.id, method: 'meeting', answeredOn: '2026-02-09', note: '羅協理口頭' }
    expect(await refusalOf(fileLineReply, keeper, { ...said, reply: 'agree' }, soon)).toBe('kpis.lineLeftOut')
  })

  it('is drafted by itself for accounts on a schedule, once, and its owner is told', async () => {
    const scene = await measured()
    const { keeper, accountId, workspace } = scene
    await done(planReports, keeper, { accountId, frequency: 'month' }, soon)
    const product = workspaceActor(workspace.id)
    const due = await ask(dueReports, product, {}, soon)
    expect(due).toMatchObject([{ accountId, period: '2026-01' }])
    for (const each of due) await done(draftReport, product, each, soon)
    expect(await ask(dueReports, product, {}, soon)).toEqual([])
    const { reports, plan } = await ask(reportsOf, keeper, { accountId }, soon)
    expect({ reports, plan }).toMatchObject({
      reports: [{ period: '2026-01', owner: keeper.name }],
      plan: { frequency: 'month' },
    })
    const told = await owner()`select member_id from notifications where subject_id = ${reports[0]?.id ?? ''}`
    expect(told).toEqual([{ member_id: keeper.id }])
    await done(planReports, keeper, { accountId, frequency: 'none' }, soon)
    expect(await ask(dueReports, product, {}, noon('2026-03-10'))).toEqual([])
  })

  it('holds nothing of a confidential agreement, and is written by those who serve the account alone', async () => {
    const scene = await measured()
    const { colleague, agreementId, accountId } = scene
    await owner()`update agreements set confidential = true where id = ${agreementId}`
    const reportId = await drafted(scene)
    expect((await look(scene, reportId)).lines).toEqual([])
    expect(await refusalOf(sendReport, scene.keeper, { reportId }, soon)).toBe('kpis.nothingToSend')
    const line = { reportId, kind: 'aim', label: 'x', text: 'y' }
    expect(await refusalOf(addReportLine, colleague, line, soon)).toBe('notAllowed')
    expect(await refusalOf(draftReport, colleague, { accountId, period: '2025-12' }, soon)).toBe('notAllowed')
    expect(await refusalOf(planReports, colleague, { accountId, frequency: 'month' }, soon)).toBe('notAllowed')
    const stranger = await newcomer('manager')
    expect(await refusalOf(addReportLine, stranger, line, soon)).toBe('notFound')
    expect(await refusalOf(sendReport, stranger, { reportId }, soon)).toBe('notFound')
    expect(await refusalOf(planReports, stranger, { accountId, frequency: 'month' }, soon)).toBe('notFound')
    await expect(ask(report, stranger, { reportId }, soon)).rejects.toMatchObject({ code: 'notFound' })
  })
})
