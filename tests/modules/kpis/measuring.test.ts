import { describe, expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { setSeasonal, setTarget } from '@/lib/modules/kpis/commands'
import { keepAgreed } from '@/lib/modules/kpis/commands-keeping'
import { measure } from '@/lib/modules/kpis/commands-measure'
import { newcomer, owner } from '@/tests/people'
import { aScene, drafted } from '../agreements/scene'
import { done, noon, refusalOf } from '../terms/scene'
import { agreed, anAmendment, entered, executed, inForce, kept, onTime, volume } from './scene'

const soon = noon('2026-02-05')

describe('what was measured', () => {
  it('makes the KPI stand at once: value, target, status, and since when the next one is missing', async () => {
    const { keeper, kpiId } = await inForce()
    expect(await kept(kpiId)).toMatchObject({ latest_status: 'noData', missing_since: '2026-02-01' })
    await entered(keeper, kpiId, '2026-01', '96', soon)
    expect(await kept(kpiId)).toMatchObject({
      latest_status: 'green',
      value: 96,
      target: 95,
      missing_since: '2026-03-01',
    })
    await entered(keeper, kpiId, '2026-02', '85', noon('2026-03-02'))
    expect(await kept(kpiId)).toMatchObject({
      latest_period: '2026-02',
      latest_status: 'red',
      missing_since: '2026-04-01',
    })
  })

  it('is read as people type it, and refused beside the field where it is no value', async () => {
    const { keeper, kpiId } = await inForce()
    const about = { kpiId, period: '民國115年1月' }
    const fieldsOf = (numbers: object) =>
      done(measure, keeper, { ...about, ...numbers }, soon).then(() => 'done', String)
    expect(await fieldsOf({})).toContain('valueMissing')
    expect(await fieldsOf({ value: 'NaN' })).toContain('notANumber')
    expect(await fieldsOf({ numerator: '1', denominator: '0' })).toContain('denominatorZero')
    expect(await fieldsOf({ numerator: '1' })).toContain('partMissing')
    expect(await fieldsOf({ numerator: 'NaN', denominator: '10' })).toContain('"numerator":{"code":"notANumber"}')
    expect(await fieldsOf({ numerator: '9', denominator: 'ten' })).toContain('"denominator":{"code":"notANumber"}')
    expect(await fieldsOf({ value: '50', numerator: '1', denominator: '3' })).toContain('partsDisagree')
    expect(await fieldsOf({ value: '9'.repeat(40) })).toContain('tooLarge')
    expect(await fieldsOf({ numerator: '１，９００', denominator: '2,000' })).toBe('done')
    expect(await kept(kpiId)).toMatchObject({ value: 95, latest_status: 'green' })
  })

  it('of 0 is a value, and no value is no 0', async () => {
    const { keeper, kpiId } = await inForce()
    await done(measure, keeper, { kpiId, period: '2026-01', value: '0' }, soon)
    expect(await kept(kpiId)).toMatchObject({ value: 0, latest_status: 'red' })
  })

  it('belongs to a period of the KPI that has begun', async () => {
    const { keeper, kpiId } = await inForce()
    const about = { kpiId, value: '95' }
    expect(await refusalOf(measure, keeper, { ...about, period: '13' }, soon)).toBe('kpis.notAPeriod')
    expect(await refusalOf(measure, keeper, { ...about, period: '2026-Q1' }, soon)).toBe('kpis.otherFrequency')
    expect(await refusalOf(measure, keeper, { ...about, period: '2025-12' }, soon)).toBe('kpis.periodOutsideAgreement')
    expect(await refusalOf(measure, keeper, { ...about, period: '2027-01' }, soon)).toBe('kpis.periodOutsideAgreement')
    expect(await refusalOf(measure, keeper, { ...about, period: '2026-03' }, soon)).toBe('kpis.periodNotBegun')
  })

  it('waits until somebody signed', async () => {
    const scene = await aScene()
    const { kpiId } = await agreed(scene)
    const about = { kpiId, period: '2026-01', value: '95' }
    expect(await refusalOf(measure, scene.keeper, about, soon)).toBe('kpis.notInForce')
  })

  it('is restated with a reason, the older revision kept as it was', async () => {
    const { keeper, kpiId } = await inForce()
    await entered(keeper, kpiId, '2026-01', '96', soon)
    const again = { kpiId, period: '2026-01', numerator: '89', denominator: '100' }
    expect(await refusalOf(measure, keeper, again, soon)).toBe('kpis.reasonMissing')
    await done(measure, keeper, { ...again, reason: '補登退單' }, soon)
    expect(await refusalOf(measure, keeper, { ...again, reason: '再一次' }, soon)).toBe('kpis.unchanged')
    const rows = await owner()`select revision, value::float8 as value, current, reason from kpi_measurements
      where kpi_id = ${kpiId} order by revision`
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { revision: 1, value: 96, current: false, reason: null },
      { revision: 2, value: 89, current: true, reason: '補登退單' },
    ])
    expect(await kept(kpiId)).toMatchObject({ latest_status: 'red' })
  })

  it('of a closed period is restated by a manager alone; a late first value is nobody’s restatement', async () => {
    const { keeper, manager, kpiId } = await inForce()
    const late = noon('2026-04-01')
    await entered(keeper, kpiId, '2026-01', '96', late)
    const again = { kpiId, period: '2026-01', numerator: '89', denominator: '100', reason: '稽核更正' }
    expect(await refusalOf(measure, keeper, again, late)).toBe('kpis.periodClosed')
    await done(measure, manager, again, late)
  })

  it('entered twice at the same moment is entered once', async () => {
    const { keeper, kpiId } = await inForce()
    const about = { kpiId, period: '2026-01', value: '95' }
    const answers = await Promise.all([1, 2, 3, 4].map(() => refusalOf(measure, keeper, about, soon)))
    expect(answers.filter((answer) => answer === null)).toHaveLength(1)
    expect(new Set(answers)).toEqual(new Set([null, 'kpis.unchanged']))
  })

  it('is entered by those who serve the account and by the owner of the KPI, nobody else', async () => {
    const scene = await aScene()
    const { colleague, legal } = scene
    const { kpiId } = await agreed(scene, { ...onTime, ownerId: legal.id })
    await executed(scene)
    const about = { kpiId, period: '2026-01', value: '95' }
    expect(await refusalOf(measure, colleague, about, soon)).toBe('kpis.notYours')
    expect(await refusalOf(measure, await newcomer('manager'), about, soon)).toBe('notFound')
    expect(await refusalOf(measure, legal, about, soon)).toBe(null)
  })

  it('is held against the target of its own days: an amendment in the middle of a period splits it', async () => {
    const scene = await inForce([{ ...onTime, frequency: 'quarter' }])
    const { keeper, kpiId, workspace, agreementId } = scene
    await done(measure, keeper, { kpiId, period: '2026-Q1', value: '94' }, noon('2026-04-02'))
    const agreementVersionId = await anAmendment(scene, '2026-03-02')
    await done(setTarget, keeper, { agreementVersionId, kpiId, target: '92', amber: '88', zero: '80' })
    expect(await kept(kpiId)).toMatchObject({ target: 95, latest_status: 'amber' })
    await owner()`update agreement_versions set state = 'executed', recorded_at = '2026-03-01T04:00:00Z' where id = ${agreementVersionId}`
    await done(keepAgreed, workspaceActor(workspace.id), { agreementId }, noon('2026-04-03'))
    // 60 days at 95 and 30 days at 92: 94.
    expect(await kept(kpiId)).toMatchObject({ target: 94, latest_status: 'green' })
  })

  it('is held against a target of its own period where one was agreed', async () => {
    const scene = await aScene()
    const { keeper, agreementVersionId } = scene
    const { kpiId } = await agreed(scene)
    const lower = { target: '88', amber: '85', zero: '80' }
    await done(setSeasonal, keeper, { agreementVersionId, kpiId, period: '2026-02', ...lower }, drafted)
    await executed(scene)
    await entered(keeper, kpiId, '2026-02', '88', noon('2026-03-02'))
    expect(await kept(kpiId)).toMatchObject({ target: 88, latest_status: 'green', missing_since: '2026-02-01' })
  })

  it('adds up over the year against the share of the target that has passed, and says where it will end', async () => {
    const { keeper, kpiId } = await inForce([volume])
    for (const [period, value] of [
      ['2026-01', '900'],
      ['2026-02', '1,100'],
    ] as const)
      await done(measure, keeper, { kpiId, period, value }, noon('2026-03-02'))
    const found = await kept(kpiId)
    // 12,000 × 59 of 365 days; two months of 2,000 make 12,000 at the end.
    expect(found).toMatchObject({ value: 2000, latest_status: 'green', projection: 12000, projection_by: 'runRate' })
    expect(found?.target).toBeCloseTo(1939.726, 3)
  })

  it('is read anew by the product alone', async () => {
    const { manager, agreementId } = await inForce()
    expect(await refusalOf(keepAgreed, manager, { agreementId })).toBe('notAllowed')
  })
})
