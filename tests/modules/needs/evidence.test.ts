import { describe, expect, it } from 'vitest'
import type { Look } from '@/lib/kernel/command'
import { removeSource } from '@/lib/modules/needs/commands'
import { advocate } from '@/lib/modules/needs/commands-advocacy'
import { verify } from '@/lib/modules/needs/commands-answers'
import { anticipate } from '@/lib/modules/needs/commands-anticipated'
import { evidence } from '@/lib/modules/needs/evidence'
import { done } from '../contacts/scene'
import { aMeasuredNeed, aScene, aStranger, aVerifiedNeed, inScope, needOf, now, today } from './scene'

const shown = (indicator: string, about: { accountId?: string; memberId?: string }) => async (look: Look) => {
  const rules = evidence.filter((rule) => rule.indicator === indicator)
  return (await Promise.all(rules.map((rule) => rule.run(look, about)))).flat()
}

describe('evidence of needs', () => {
  it('is each way in which a need was found, of whoever found it, on its day; a slip is none', async () => {
    const scene = await aScene()
    const needId = await aMeasuredNeed(scene)
    const { manager, accountId } = scene
    const rows = await inScope(manager, shown('KRM-2.1', { accountId }))
    expect(rows.map(({ memberId, subjectKind, day }) => [memberId, subjectKind, day])).toEqual([
      [manager.id, 'needSource', today],
      [manager.id, 'needSource', today],
    ])
    const last = (await needOf(manager, needId)).sources.at(-1)
    await done(removeSource, manager, { sourceId: last?.id }, now)
    expect(await inScope(manager, shown('KRM-2.1', { accountId }))).toHaveLength(1)
    expect(await inScope(await aStranger(), shown('KRM-2.1', { accountId }))).toEqual([])
  })

  it('is what was taken up inside the company, and what was expected', async () => {
    const scene = await aScene()
    const { manager, colleague, accountId } = scene
    const needId = await aVerifiedNeed(scene)
    const asked = { audience: '物流部', ask: '增車', ownerId: colleague.id, dueOn: '2026-06-01' }
    await done(advocate, manager, { needId, ...asked }, now)
    await done(anticipate, manager, { accountId, title: '環保包材', horizonOn: '2026-06-01', probability: '40' }, now)
    expect(await inScope(manager, shown('KRM-3.1', { accountId }))).toMatchObject([{ memberId: manager.id }])
    expect(await inScope(manager, shown('KRM-3.4', { memberId: manager.id }))).toMatchObject([
      { subjectKind: 'anticipatedNeed' },
    ])
  })

  it('is no verification that followed no written procedure', async () => {
    const scene = await aScene()
    const needId = await aMeasuredNeed(scene)
    await done(verify, scene.colleague, { needId, checked: [] }, now)
    expect(await inScope(scene.manager, shown('KRM-3.2', { accountId: scene.accountId }))).toEqual([])
  })
})
