import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { define, redefine, setRetired } from '@/lib/modules/kpis/commands-definitions'
import { library } from '@/lib/modules/kpis/queries'
import { choices } from '@/lib/modules/kpis/queries-agreement'
import { newcomer } from '@/tests/people'
import { aScene } from '../agreements/scene'
import { done, refusalOf } from '../terms/scene'
import { agreed, onTime } from './scene'

const shelf = {
  ...{ code: 'ｓｈｅｌｆ', name: '排面占比', englishName: 'Share of shelf', unit: 'percent', direction: 'higher' },
  ...{ aggregation: 'ratio', category: 'marketing', numerator: '我方排面', denominator: '全部排面' },
}
const { code: _, ...said } = shelf

describe('a KPI of the company’s own', () => {
  it('is defined, chosen for an agreement, changed for later ones, and retired', async () => {
    const scene = await aScene()
    const { lead, keeper } = scene
    const { kpiDefinitionId } = await done(define, lead, shelf)
    const { kpiId } = await agreed(scene, { ...onTime, code: 'SHELF' })
    expect(kpiId).toBeTruthy()
    await done(redefine, lead, { kpiDefinitionId, version: 1, ...said, name: '排面占有率' })
    const names = async () =>
      (await ask(choices, keeper, {})).flatMap(({ definitions }) => definitions.map(({ name }) => name))
    expect(await names()).toContain('排面占有率')
    await done(setRetired, lead, { code: 'SHELF', retired: 'true' })
    expect(await names()).not.toContain('排面占有率')
    await done(setRetired, lead, { code: 'SHELF', retired: 'false' })
    expect(await names()).toContain('排面占有率')
  })

  it('may stand in for one of the catalogue, which can be retired too; those who configure still see it', async () => {
    const { lead, keeper } = await aScene()
    await done(setRetired, lead, { code: 'OTIF', retired: 'true' })
    const codes = async (actor: typeof lead) =>
      (await ask(library, actor, {})).categories.flatMap(({ types }) => types.map(({ code }) => code))
    expect(await codes(lead)).toContain('OTIF')
    expect(await codes(keeper)).not.toContain('OTIF')
  })

  it('has a code of its own, and says of what a ratio is', async () => {
    const { lead } = await aScene()
    await done(define, lead, shelf)
    expect(await refusalOf(define, lead, shelf)).toBe('kpis.codeTaken')
    expect(await refusalOf(define, lead, { ...shelf, code: 'B2', denominator: '' })).toBe('kpis.ratioUnsaid')
    expect(await refusalOf(define, lead, { ...shelf, code: '2 B' })).toBe('invalid')
    expect(await refusalOf(setRetired, lead, { code: 'NOBODY', retired: 'true' })).toBe('kpis.unknownKpi')
  })

  it('is defined by those who configure, each company for itself', async () => {
    const { lead, keeper } = await aScene()
    const { kpiDefinitionId } = await done(define, lead, shelf)
    expect(await refusalOf(define, keeper, { ...shelf, code: 'B2' })).toBe('notAllowed')
    expect(await refusalOf(redefine, keeper, { kpiDefinitionId, ...said })).toBe('notAllowed')
    expect(await refusalOf(setRetired, keeper, { code: 'SHELF', retired: 'true' })).toBe('notAllowed')
    const stranger = await newcomer('manager')
    expect(await refusalOf(redefine, stranger, { kpiDefinitionId, ...said })).toBe('notFound')
    await done(define, stranger, shelf)
  })
})
