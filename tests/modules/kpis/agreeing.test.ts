import { describe, expect, it } from 'vitest'
import { setFacts } from '@/lib/modules/agreements/commands'
import { submit } from '@/lib/modules/agreements/commands-approval'
import { addClause } from '@/lib/modules/agreements/commands-clauses'
import { add, dropTarget, edit, remove, setSeasonal, setTarget } from '@/lib/modules/kpis/commands'
import { newcomer, owner } from '@/tests/people'
import { annual, aScene, drafted, look } from '../agreements/scene'
import { done, refusalOf } from '../terms/scene'
import { agreed, anAmendment, inForce, onTime, volume } from './scene'

const hashOf = async (scene: Awaited<ReturnType<typeof aScene>>) =>
  (await look(scene.keeper, scene.agreementId)).latest.contentHash

const refused = (scene: Awaited<ReturnType<typeof aScene>>, kpi: object) =>
  done(
    add,
    scene.keeper,
    { agreementVersionId: scene.agreementVersionId, ownerId: scene.keeper.id, ...onTime, ...kpi },
    drafted,
  ).then(
    () => 'done',
    (error) => String(error),
  )

describe('a KPI of an agreement', () => {
  it('is agreed in the draft, and is part of what is consented to: the hash of the version changes with every change', async () => {
    const scene = await aScene()
    const { agreementVersionId, keeper } = scene
    const hashes = [await hashOf(scene)]
    const { kpiId } = await agreed(scene)
    hashes.push(await hashOf(scene))
    const { code: _, ...terms } = onTime
    const said = { agreementVersionId, kpiId, ...terms, ownerId: keeper.id }
    await done(edit, keeper, { ...said, target: '96' }, drafted)
    hashes.push(await hashOf(scene))
    await done(edit, keeper, { ...said, target: '96', weight: '2' }, drafted)
    hashes.push(await hashOf(scene))
    await done(
      setSeasonal,
      keeper,
      { agreementVersionId, kpiId, period: '2026-02', target: '92', amber: '88', zero: '80' },
      drafted,
    )
    hashes.push(await hashOf(scene))
    expect(new Set(hashes).size).toBe(5)
    await done(remove, keeper, { agreementVersionId, kpiId }, drafted)
    expect(await hashOf(scene)).toBe(hashes[0])
  })

  it('keeps its hash when the same is typed another way, or somebody else of ours enters the values', async () => {
    const scene = await aScene()
    const { agreementVersionId, keeper, colleague } = scene
    const { kpiId } = await agreed(scene)
    const before = await hashOf(scene)
    const { code: _, ...terms } = onTime
    const said = { agreementVersionId, kpiId, ...terms, ownerId: colleague.id, target: '９５．０%' }
    await done(edit, keeper, said, drafted)
    expect(await hashOf(scene)).toBe(before)
  })

  it.each([
    [{ target: '' }, 'target', 'thresholdMissing'],
    [{ zero: '90' }, 'zero', 'zeroNotBelowAmber'],
    [{ zero: '99', amber: '96' }, 'amber', 'amberAboveTarget'],
    [{ code: 'RET', target: '2', amber: '1', zero: '5' }, 'amber', 'amberBelowTarget'],
    [{ code: 'RET', target: '2', amber: '3', zero: '3' }, 'zero', 'zeroNotAboveAmber'],
    [{ code: 'DOH', low: '30', high: '20', tolerance: '5' }, 'high', 'lowAboveHigh'],
    [{ code: 'DOH', low: '20', high: '30', tolerance: '-1' }, 'tolerance', 'toleranceNegative'],
    [{ code: 'DOH' }, 'low', 'thresholdMissing'],
    [{ startsOn: '2025-12-31' }, 'startsOn', 'startsBefore'],
    [{ startsOn: '2027-01-01' }, 'startsOn', 'startsAfterEnd'],
    [{ endsOn: '2025-12-31' }, 'endsOn', 'endsBeforeStart'],
    [{ cumulative: 'true' }, 'cumulative', 'totalNeedsSum'],
    [{ reds: '4', of: '3' }, 'reds', 'windowTooSmall'],
    [{ code: 'XYZ' }, 'code', 'unknownKpi'],
  ])('refuses %j beside %s', async (wrong, field, why) => {
    const error = await refused(await aScene(), wrong)
    expect(error).toContain(`"${field}"`)
    expect(error).toContain(why)
  })

  it('takes a target of 0, in both directions', async () => {
    const scene = await aScene()
    expect(await refused(scene, { code: 'WHS', target: '0', amber: '1', zero: '3' })).toBe('done')
    expect(await refused(scene, { code: 'NPS', target: '0', amber: '-10', zero: '-50' })).toBe('done')
  })

  it('is agreed once for each side, also when two press at the same time', async () => {
    const scene = await aScene()
    const answers = await Promise.all([1, 2, 3].map(() => refused(scene, {})))
    expect(answers.filter((answer) => answer === 'done')).toHaveLength(1)
    expect(await refused(scene, { party: 'them' })).toBe('done')
  })

  it('is the business of those who draft; others, other companies and signed versions are refused', async () => {
    const scene = await inForce()
    const { colleague, legal, agreementVersionId, kpiId } = scene
    const add1 = { agreementVersionId, ownerId: colleague.id, ...onTime, party: 'them' }
    for (const actor of [colleague, legal]) {
      expect(await refusalOf(add, actor, add1)).toBe('notAllowed')
      expect(await refusalOf(remove, actor, { agreementVersionId, kpiId })).toBe('notAllowed')
    }
    const stranger = await newcomer('manager')
    expect(await refusalOf(add, stranger, add1)).toBe('notFound')
    expect(await refusalOf(setTarget, stranger, { agreementVersionId, kpiId, target: '1' })).toBe('notFound')
    expect(await refusalOf(add, scene.keeper, add1)).toBe('agreements.notDraft')
    expect(
      await refusalOf(setTarget, scene.keeper, { agreementVersionId, kpiId, target: '96', amber: '90', zero: '80' }),
    ).toBe('agreements.notDraft')
  })

  it('has targets of single periods or is a total of the year, never both', async () => {
    const scene = await aScene()
    const { agreementVersionId, keeper } = scene
    const limits = { target: '1200', amber: '1000', zero: '0' }
    const ofFebruary = { agreementVersionId, period: '2026-02', ...limits }
    const total = await agreed(scene, volume)
    const season = { ...ofFebruary, kpiId: total.kpiId }
    expect(await refusalOf(setSeasonal, keeper, season, drafted)).toBe('kpis.totalHasNoSeason')
    const monthly = await agreed(scene, { ...volume, party: 'us', cumulative: '' })
    await done(setSeasonal, keeper, { ...ofFebruary, kpiId: monthly.kpiId }, drafted)
    const { code: _, ...terms } = volume
    const said = { agreementVersionId, kpiId: monthly.kpiId, ...terms, party: 'us', ownerId: keeper.id }
    expect(await refusalOf(edit, keeper, said, drafted)).toBe('kpis.seasonStands')
    const [target] = await owner()<{ id: string }[]>`
      select id from kpi_targets where kpi_id = ${monthly.kpiId} and seasonal`
    await done(dropTarget, keeper, { kpiTargetId: target?.id ?? '' }, drafted)
    expect(await refusalOf(edit, keeper, said, drafted)).toBe(null)
  })

  it('keeps its terms once agreed: an amendment changes its target or ends it, and can take that back', async () => {
    const scene = await inForce([onTime, volume])
    const { keeper, kpiIds } = scene
    const [kpiId = '', volumeId = ''] = kpiIds
    const agreementVersionId = await anAmendment(scene, '2026-07-01')
    const { code: _, ...terms } = onTime
    const said = { agreementVersionId, kpiId, ...terms, ownerId: keeper.id, weight: '3' }
    expect(await refusalOf(edit, keeper, said)).toBe('kpis.setEarlier')
    const limits = { target: '97', amber: '92', zero: '80' }
    await done(setTarget, keeper, { agreementVersionId, kpiId, ...limits })
    await done(remove, keeper, { agreementVersionId, kpiId: volumeId })
    const [row] = await owner()<{ kpis: { key: string; content: { targets: object[] } }[] }[]>`
      select kpis from agreement_versions where id = ${agreementVersionId}`
    expect(row?.kpis.map(({ key, content }) => [key, content.targets])).toEqual([
      ['OTIF us', [expect.objectContaining({ target: '97' })]],
      ['VOL them', [expect.objectContaining({ target: null })]],
    ])
    const targets = await owner()<{ id: string }[]>`
      select id from kpi_targets where version_id = ${agreementVersionId} and archived_at is null`
    for (const { id } of targets) await done(dropTarget, keeper, { kpiTargetId: id })
    const [after] = await owner()`select kpis from agreement_versions where id = ${agreementVersionId}`
    expect(after?.kpis).toEqual([])
  })
})

describe('consent to a KPI', () => {
  it('is asked by the aspect that it touches, with its target; nothing of it changes while it waits', async () => {
    const scene = await aScene()
    const { keeper, agreementVersionId } = scene
    await agreed(scene)
    const { kind: _, title: __, ...facts } = annual
    await done(setFacts, keeper, { agreementVersionId, ...facts, ourName: '和泰食品' }, drafted)
    const clause = { heading: '交貨', body: '每週二、五到倉。', aspect: 'supply' }
    await done(addClause, keeper, { agreementVersionId, ...clause }, drafted)
    const contentHash = await hashOf(scene)
    await done(submit, keeper, { agreementVersionId, contentHash }, drafted)
    const [run] = await owner()<{ lines: { key: string; aspect: string; now: { 'zh-TW': string } }[] }[]>`
      select lines from approval_runs where subject_id = ${agreementVersionId}`
    expect(run?.lines.find(({ key }) => key === 'kpi:OTIF us')).toMatchObject({
      aspect: 'supply',
      now: { 'zh-TW': '目標 95%，黃燈門檻 90%，零分值 80%' },
    })
    const added = { agreementVersionId, ownerId: keeper.id, ...onTime, party: 'them' }
    expect(await refusalOf(add, keeper, added, drafted)).toBe('agreements.notDraft')
  })
})
