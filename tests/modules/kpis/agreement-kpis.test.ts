import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { measure } from '@/lib/modules/kpis/commands-measure'
import { choices, ofAgreement } from '@/lib/modules/kpis/queries-agreement'
import { byId } from '@/lib/modules/kpis/queries-record'
import { newcomer, owner } from '@/tests/people'
import { aScene, drafted } from '../agreements/scene'
import { done, noon } from '../terms/scene'
import { agreed, entered, inForce, onTime, volume } from './scene'

const later = noon('2026-04-10')

describe('the KPIs of an agreement', () => {
  it('score by weight what has data, leave out what has none, and say how much that was', async () => {
    const scene = await inForce([onTime, { ...onTime, code: 'PAY', party: 'them', weight: '3' }])
    const { keeper, agreementId, kpiId } = scene
    await entered(keeper, kpiId, '2026-03', '86', later)
    const { scorecard, kpis } = await ask(ofAgreement, keeper, { agreementId }, later)
    expect(scorecard.all).toEqual({ score: '40', coverage: '25', provisional: true })
    expect(scorecard.us).toEqual({ score: '40', coverage: '100', provisional: false })
    expect(scorecard.them).toEqual({ score: null, coverage: '0', provisional: true })
    expect(kpis.map(({ code, last, missingSince }) => [code, last?.status ?? null, missingSince])).toEqual([
      ['OTIF', 'red', '2026-02-01'],
      ['PAY', null, '2026-02-01'],
    ])
  })

  it('score by what is measured now: not by a value whose next one is overdue, nor by a KPI that has ended', async () => {
    const ended = { ...onTime, code: 'PAY', party: 'them', endsOn: '2026-03-31' }
    const { keeper, agreementId, kpiIds } = await inForce([onTime, ended])
    for (const kpiId of kpiIds) await entered(keeper, kpiId, '2026-03', '86', later)
    const cardOn = async (day: string) => (await ask(ofAgreement, keeper, { agreementId }, noon(day))).scorecard.all
    expect(await cardOn('2026-03-31')).toEqual({ score: '40', coverage: '100', provisional: false })
    expect(await cardOn('2026-05-05')).toEqual({ score: '40', coverage: '100', provisional: false })
    expect(await cardOn('2026-05-06')).toEqual({ score: null, coverage: '0', provisional: true })
    await entered(keeper, kpiIds[0] ?? '', '2026-04', '95', noon('2026-05-06'))
    expect(await cardOn('2026-05-06')).toEqual({ score: '100', coverage: '100', provisional: false })
  })

  it('show what a draft agrees before anybody signed, and no score', async () => {
    const scene = await aScene()
    const { kpiId } = await agreed(scene)
    const found = await ask(ofAgreement, scene.keeper, { agreementId: scene.agreementId }, drafted)
    expect(found).toMatchObject({ measured: false, draftedVersionId: scene.agreementVersionId })
    expect(found.kpis).toMatchObject([{ id: kpiId, change: 'new', agreed: false, promised: { target: '95' } }])
    expect(await ask(ofAgreement, scene.colleague, { agreementId: scene.agreementId }, drafted)).toMatchObject({
      draftedVersionId: null,
    })
  })

  it('are opened to every period with its revisions, and to the ratio of sums over all of them', async () => {
    const { keeper, kpiId } = await inForce()
    await entered(keeper, kpiId, '2026-01', '90', noon('2026-02-02'))
    const more = { kpiId, period: '2026-02', numerator: '300', denominator: '300' }
    await done(measure, keeper, more, noon('2026-03-02'))
    await done(measure, keeper, { ...more, numerator: '297', reason: '補登' }, noon('2026-03-03'))
    const found = await ask(byId, keeper, { kpiId }, later)
    expect(found.whole).toMatchObject({ value: '96.75', periods: 2 })
    expect(
      found.periods.map(({ key, missing, current, older }) => [key, missing, current?.value, older.length]),
    ).toEqual([
      ['2026-04', false, undefined, 0],
      ['2026-03', true, undefined, 0],
      ['2026-02', false, '99', 1],
      ['2026-01', false, '90', 0],
    ])
  })

  it('that add up say how they were projected and what each remaining period needs', async () => {
    const { keeper, kpiId } = await inForce([volume])
    await done(measure, keeper, { kpiId, period: '2026-01', value: '500' }, noon('2026-02-02'))
    const { projection } = await ask(byId, keeper, { kpiId }, later)
    expect(projection).toMatchObject({ method: 'runRate', projection: '6000', toDate: '500' })
    expect(Number(projection?.requiredPerPeriod)).toBeCloseTo(11500 / 11, 6)
  })

  it('of a confidential agreement are for those who serve the account, and of another company for nobody', async () => {
    const { colleague, legal, kpiId, agreementId } = await inForce()
    await owner()`update agreements set confidential = true where id = ${agreementId}`
    for (const actor of [colleague, await newcomer('manager')]) {
      await expect(ask(byId, actor, { kpiId })).rejects.toMatchObject({ code: 'notFound' })
      await expect(ask(ofAgreement, actor, { agreementId })).rejects.toMatchObject({ code: 'notFound' })
    }
    expect((await ask(byId, legal, { kpiId })).mayMeasure).toBe(false)
  })

  it('are chosen from the library and from what the company defines, but not from what it retired', async () => {
    const { keeper, workspace } = await aScene()
    for (const [code, retired] of [
      ['SHELF', false],
      ['OTIF', true],
    ] as const)
      await owner()`insert into kpi_definitions
        (workspace_id, id, code, name, english_name, unit, direction, aggregation, category, retired)
        values (${workspace.id}, gen_random_uuid(), ${code}, '排面占比', 'Share of shelf', 'percent', 'higher', 'last', 'marketing', ${retired})`
    const codes = (await ask(choices, keeper, {})).flatMap(({ definitions }) => definitions.map(({ code }) => code))
    expect(codes).toHaveLength(30)
    expect(codes).toContain('SHELF')
    expect(codes).not.toContain('OTIF')
  })
})
