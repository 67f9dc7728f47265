import type { Actor } from '@/lib/kernel/actor'
import { draft } from '@/lib/modules/agreements/commands'
import { add, setSeasonal } from '@/lib/modules/kpis/commands'
import { define } from '@/lib/modules/kpis/commands-definitions'
import { measure } from '@/lib/modules/kpis/commands-measure'
import { addReportLine, draftReport, sendReport } from '@/lib/modules/kpis/commands-reports'
import { annual, look } from '@/tests/modules/agreements/scene'
import { onTime } from '@/tests/modules/kpis/scene'
import { done } from '@/tests/modules/terms/scene'
import { owner } from '@/tests/people'

const { code, ...terms } = onTime
/** What can be said of a KPI once its meaning was chosen. */
export const kpiTerms = terms
/** A definition of the company's own. */
export const definition = {
  ...{ name: '排面占比', englishName: 'Share of shelf', unit: 'percent', direction: 'higher' },
  ...{ aggregation: 'last', category: 'marketing' },
}
const limits = { target: '96', amber: '91', zero: '80' }

/** A drafted agreement with a KPI and a target of one period, and a right input for each command about them. */
export async function fullKpis({ actor, accountId }: { actor: Actor; accountId: string }) {
  const { agreementId } = await done(draft, actor, { accountId, ...annual, title: 'KPI 合約' })
  const agreementVersionId = (await look(actor, agreementId)).latest.id
  const { kpiId } = await done(add, actor, { agreementVersionId, ...onTime, ownerId: actor.id })
  await done(setSeasonal, actor, { agreementVersionId, kpiId, period: '2026-02', ...limits })
  const [target] = await owner()<{ id: string }[]>`select id from kpi_targets where kpi_id = ${kpiId} and seasonal`
  const signed = await measurable(actor, accountId)
  const { measurementId } = await done(measure, actor, { kpiId: signed.kpiId, period: '2026-02', value: '96' })
  const { kpiDefinitionId } = await done(define, actor, { code: 'SHELF', ...definition })
  const reportId = await reported(actor, accountId, '2026-05')
  const reportLineId = await lineOf(reportId)
  const sent = await reported(actor, accountId, '2026-04')
  await done(sendReport, actor, { reportId: sent })
  const sentLineId = await lineOf(sent)
  const of = { agreementVersionId }
  return {
    ids: { reportId, reportLineId, kpiId, measurementId, kpiDefinitionId, kpiTargetId: target?.id ?? '' },
    input: {
      'kpis.add': { ...of, code, ...terms, party: 'them' },
      'kpis.edit': { ...of, ...terms },
      'kpis.remove': of,
      'kpis.setTarget': { ...of, ...limits },
      'kpis.setSeasonal': { ...of, period: '2026-03', ...limits },
      'kpis.dropTarget': {},
      'kpis.nameClause': { clauseKey: '' },
      'kpis.define': { code: 'FACING', ...definition },
      'kpis.redefine': definition,
      'kpis.setRetired': { code: 'SHELF', retired: 'true' },
      'kpis.measure': { kpiId: signed.kpiId, period: '2026-01', value: '95' },
      'kpis.share': { agreementId: signed.agreementId, measurementIds: [measurementId] },
      'kpis.planReports': { frequency: 'month' },
      'kpis.draftReport': { period: '2026-03' },
      'kpis.openReport': { opening: '感謝' },
      'kpis.addReportLine': { kind: 'aim', label: '到貨', text: '回到 95%' },
      'kpis.editReportLine': { label: '到貨', text: '回到 96%', included: 'true' },
      'kpis.sendReport': {},
      'kpis.fileLineReply': {
        ...{ reportLineId: sentLineId, reply: 'agree', method: 'meeting', answeredOn: '2026-05-01', note: '口頭' },
      },
      'kpis.fileReply': { reply: 'agree', method: 'meeting', answeredOn: '2026-03-01', note: '口頭' },
    },
  }
}

/** A KPI of an agreement that both sides signed. */
export async function measurable(actor: Actor, accountId: string) {
  const { agreementId } = await done(draft, actor, { accountId, ...annual, title: '已簽合約' })
  const agreementVersionId = (await look(actor, agreementId)).latest.id
  const { kpiId } = await done(add, actor, { agreementVersionId, ...onTime, ownerId: actor.id })
  await owner()`update agreement_versions set state = 'executed', recorded_at = now() where id = ${agreementVersionId}`
  await owner()`update agreements set state = 'active' where id = ${agreementId}`
  return { kpiId, agreementId }
}

/** A drafted report with one line. */
async function reported(actor: Actor, accountId: string, period: string) {
  const { reportId } = await done(draftReport, actor, { accountId, period })
  await done(addReportLine, actor, { reportId, kind: 'aim', label: '到貨', text: '回到 95%' })
  return reportId
}

async function lineOf(reportId: string) {
  const [line] = await owner()<{ id: string }[]>`select id from client_report_lines where report_id = ${reportId}`
  return line?.id ?? ''
}
