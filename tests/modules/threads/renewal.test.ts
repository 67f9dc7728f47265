import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { decideRenewal } from '@/lib/modules/agreements/commands-decisions'
import { resultsOf } from '@/lib/modules/kpis/queries-results'
import { resultsSaid } from '@/lib/modules/kpis/views/results-said'
import { table } from '@/lib/modules/negotiations/queries-table-page'
import { executedAgreement } from '../agreements/scene'
import { entered } from '../kpis/scene'
import { done, noon, refusalOf } from '../terms/scene'
import { aSignedThread, aThread } from './scene'

const day = noon('2026-09-01')
const renewing = { decision: 'renegotiate', reason: '成本上升', results: '' }

describe('the talks after an agreement', () => {
  it('begin with its points, measured as before, each with what was given and achieved', async () => {
    const { keeper, agreementId, kpiId } = await aSignedThread()
    await entered(keeper, kpiId, '2026-07', '91')
    const { points } = resultsSaid(await ask(resultsOf, keeper, { agreementId }, day), 'zh-TW')
    const typed = points.map(({ clauseKey, result }) => ({ clauseKey, result }))
    const { negotiationId } = await done(decideRenewal, keeper, { agreementId, ...renewing, points: typed }, day)
    const { issues } = await ask(table, keeper, { negotiationId }, day)
    expect(issues).toMatchObject([
      { key: 'rebate', name: '年度回饋', kind: 'numeric', unit: '%', termCode: 'annualRebate', agreedValue: null },
    ])
    expect(issues[0]?.carried).toMatch(/年度回饋給 2 %，條件.+ ≥ 95.0%；實績 91.0%（2026-07）/)
  })

  it('begin with what all periods came to together, and from when to when', async () => {
    const { keeper, agreementId, kpiId } = await aSignedThread()
    await entered(keeper, kpiId, '2026-06', '97')
    await entered(keeper, kpiId, '2026-07', '90')
    await entered(keeper, kpiId, '2026-08', '86')
    const said = resultsSaid(await ask(resultsOf, keeper, { agreementId }, day), 'zh-TW')
    expect(said.points[0]?.result).toMatch(/≥ 95\.0%；實績 91\.0%（2026-06 至 2026-08）$/)
  })

  it('begin with what was agreed last where nothing was measured, and leave out clauses of no value', async () => {
    const scene = await aThread()
    const { keeper, agreementId, agreementVersionId } = scene
    const law = { heading: '管轄', body: '以臺北地方法院為第一審管轄法院。', aspect: 'legal' }
    await done(addClause, keeper, { agreementVersionId, ...law })
    const display = {
      heading: '陳列',
      body: '端架 2 檔。',
      aspect: 'marketing',
      termCode: 'minimumOrder',
      value: '2 檔',
    }
    await done(addClause, keeper, { agreementVersionId, ...display })
    await executedAgreement(scene)
    const { negotiationId } = await done(decideRenewal, keeper, { agreementId, ...renewing }, day)
    const { issues } = await ask(table, keeper, { negotiationId }, day)
    expect(issues.map(({ name, carried }) => [name, carried])).toEqual([
      ['年度回饋', '上期約定 2 %'],
      [expect.any(String), '上期約定 2 檔'],
    ])
  })

  it('begin with nothing of a confidential agreement', async () => {
    const { keeper, agreementId, clauseKey } = await aSignedThread({ confidential: 'true' })
    const points = [{ clauseKey, result: '實績 91%' }]
    const { negotiationId } = await done(decideRenewal, keeper, { agreementId, ...renewing, points }, day)
    const opened = await ask(table, keeper, { negotiationId }, day)
    expect(opened.issues).toEqual([])
  })

  it('are opened by nobody who does not edit the account', async () => {
    const { colleague, agreementId } = await aSignedThread()
    expect(await refusalOf(decideRenewal, colleague, { agreementId, ...renewing }, day)).toBe('notAllowed')
  })
})
