import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { edit, removeSource } from '@/lib/modules/needs/commands'
import { advocate, decide } from '@/lib/modules/needs/commands-advocacy'
import { anticipate, pursue, reach } from '@/lib/modules/needs/commands-anticipated'
import { find } from '@/lib/modules/needs/queries-find'
import { history, planHistory } from '@/lib/modules/needs/queries-history'
import { done } from '../contacts/scene'
import { aNeed, aScene, aStranger, aVerifiedNeed, needOf, now } from './scene'

describe('the history of a need', () => {
  it('tells who changed what, from what to what, of the need and of all that hangs on it', async () => {
    const scene = await aScene()
    const { manager, colleague } = scene
    const needId = await aVerifiedNeed(scene)
    const { version, sources } = await needOf(manager, needId)
    await done(edit, manager, { needId, version, kind: 'service' }, now)
    const asked = { audience: '物流部', ask: '增開車次', dueOn: '2026-05-20', ownerId: colleague.id }
    await done(edit, manager, { needId, version: version + 1, kind: 'delivery' }, now)
    const { advocacyId } = await done(advocate, manager, { needId, ...asked }, now)
    await done(decide, colleague, { advocacyId, decision: 'declined', because: '運能不足' }, now)
    await done(removeSource, manager, { sourceId: sources.at(-1)?.id }, now)
    const { entries } = await ask(history, manager, { needId }, now)
    expect(entries).toContainEqual(
      expect.objectContaining({
        subject: 'needs',
        event: 'changed',
        by: '林怡君',
        fields: [{ field: 'kind', before: 'delivery', after: 'service' }],
      }),
    )
    const decision = entries.find(({ subject, event }) => subject === 'advocacies' && event === 'changed')
    expect([decision?.by, decision?.fields]).toEqual([
      '陳志明',
      expect.arrayContaining([{ field: 'because', before: null, after: '運能不足' }]),
    ])
    const added = entries.find(({ subject, event }) => subject === 'advocacies' && event === 'added')
    expect(added?.fields).toContainEqual({ field: 'ownerId', before: null, after: '陳志明' })
    expect(entries.some(({ subject, event }) => subject === 'need_sources' && event === 'archived')).toBe(true)
    expect(entries.some(({ subject }) => subject === 'need_verifications')).toBe(true)
    const first = entries.at(-1)
    expect([first?.event, first?.fields.map(({ field }) => field)]).toEqual([
      'added',
      ['title', 'holder', 'kind', 'ownerId', 'state'],
    ])
  })

  it('is read by those who may read the need', async () => {
    const scene = await aScene()
    const needId = await aNeed(scene, { confidential: true })
    await expect(ask(history, scene.colleague, { needId }, now)).rejects.toMatchObject({ code: 'notFound' })
    await expect(ask(history, await aStranger(), { needId }, now)).rejects.toMatchObject({ code: 'notFound' })
    expect((await ask(history, scene.lead, { needId }, now)).entries.length).toBeGreaterThan(0)
  })
})

it('the history of an account’s plan tells of expectations and objectives, to those who see the account', async () => {
  const scene = await aScene()
  const { manager, accountId } = scene
  const expected = { accountId, title: '環保包材', horizonOn: '2026-09-01', probability: '40' }
  const { id: anticipatedId } = await done(anticipate, manager, expected, now)
  const objective = { title: '打樣', measure: '三款', ownerId: manager.id, dueOn: '2026-08-01' }
  const { id: objectiveId } = await done(pursue, manager, { anticipatedId, ...objective }, now)
  await done(reach, manager, { objectiveId, result: '三款皆過' }, now)
  const { entries } = await ask(planHistory, scene.colleague, { accountId }, now)
  expect(entries.map(({ subject, event }) => [subject, event])).toEqual([
    ['account_objectives', 'changed'],
    ['account_objectives', 'added'],
    ['anticipated_needs', 'added'],
  ])
  expect(entries[0]?.fields).toContainEqual({ field: 'result', before: null, after: '三款皆過' })
  await expect(ask(planHistory, await aStranger(), { accountId }, now)).rejects.toMatchObject({ code: 'notFound' })
})

describe('the palette', () => {
  it('finds needs by their title and their words, of those that the reader may read', async () => {
    const scene = await aScene()
    const open = await aNeed(scene, { title: '小包裝腰果', verbatim: '一次吃完' })
    await aNeed(scene, { title: '小包裝茶葉', confidential: true })
    const found = async (actor = scene.manager, q = '小包裝') =>
      (await ask(find, actor, { q }, now)).groups.flatMap(({ items }) => items.map(({ title }) => title))
    expect(new Set(await found())).toEqual(new Set(['小包裝腰果', '小包裝茶葉']))
    expect(await found(scene.colleague)).toEqual(['小包裝腰果'])
    expect(await found(scene.manager, '一次吃完')).toEqual(['小包裝腰果'])
    expect(await found(scene.manager, '')).toEqual([])
    expect(await found(await aStranger())).toEqual([])
    const { groups } = await ask(find, scene.manager, { q: '腰果' }, now)
    expect(groups).toMatchObject([{ label: '需求', items: [{ href: `/needs/${open}`, subtitle: expect.any(String) }] }])
  })
})
