import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { addVoice, groupVoices, removeVoice, restoreVoice } from '@/lib/modules/needs/commands-voices'
import { loudest, ungroupedOf, voicesOf } from '@/lib/modules/needs/queries-voices'
import { person } from '@/tests/people'
import { anAccount, done, refused } from '../contacts/scene'
import { aNeed, aScene, aStranger, needOf, now, type Scene, today } from './scene'

const voice = { saidOn: today, route: 'hotline', product: '蜂蜜腰果', words: '封口難撕' }

const many = async ({ manager, accountId }: Scene, count: number, wish = {}) => {
  const ids = []
  for (let n = 0; n < count; n++)
    ids.push((await done(addVoice, manager, { ...voice, accountId, retailer: `${n % 3} 號店`, ...wish }, now)).id)
  return ids
}

describe('voices of end consumers', () => {
  it('twenty complaints become one need of end consumers, counted, answered through the retailer', async () => {
    const scene = await aScene()
    const { manager, accountId } = scene
    const voiceIds = [...(await many(scene, 12)), ...(await many(scene, 8, { route: 'store', words: '開口割手' }))]
    expect(await ask(loudest, manager, {}, now)).toMatchObject([{ product: '蜂蜜腰果', voices: 20 }])
    const { id: needId, voices } = await done(groupVoices, manager, { voiceIds, title: '封口要好撕' }, now)
    expect(voices).toBe(20)
    expect(await needOf(manager, needId)).toMatchObject({
      holder: 'endConsumer',
      account: { id: accountId },
      triangulated: true,
      sources: [
        { method: 'asking', verbatim: '封口難撕（共 12 則）' },
        { method: 'staff', verbatim: '開口割手（共 8 則）' },
      ],
    })
    expect(await ask(voicesOf, manager, { needId }, now)).toHaveLength(20)
    expect(await ask(loudest, manager, {}, now)).toEqual([])
    expect((await refused(groupVoices, manager, { voiceIds, title: '再一次' }, now)).code).toBe('needs.voiceGrouped')
  })

  it('join a need that is there', async () => {
    const scene = await aScene()
    const needId = await aNeed(scene, { holder: 'endConsumer' })
    await done(groupVoices, scene.manager, { voiceIds: await many(scene, 3), needId }, now)
    expect(await ask(voicesOf, scene.manager, { needId }, now)).toHaveLength(3)
  })

  it('need a retailer and a title; of two retailers one is chosen', async () => {
    const scene = await aScene()
    const { manager } = scene
    const other = await anAccount(manager, { name: '松山超市' })
    const voiceIds = [...(await many(scene, 1)), ...(await many(scene, 1, { accountId: other }))]
    expect((await refused(groupVoices, manager, { voiceIds, title: '好撕' }, now)).code).toBe('needs.retailerMissing')
    expect((await refused(groupVoices, manager, { voiceIds, accountId: other }, now)).code).toBe('needs.titleMissing')
    expect((await refused(groupVoices, manager, { voiceIds: [], title: '好撕' }, now)).code).toBe('needs.noVoices')
    const { id } = await done(groupVoices, manager, { voiceIds, accountId: other, title: '好撕' }, now)
    expect((await needOf(manager, id)).account.id).toBe(other)
  })

  it('are taken out and back, by those who may, in their own workspace', async () => {
    const scene = await aScene()
    const { manager, workspace, accountId } = scene
    const [voiceId] = await many(scene, 1)
    await done(removeVoice, manager, { voiceId }, now)
    expect(await ask(ungroupedOf, manager, { product: '蜂蜜腰果' }, now)).toEqual([])
    await done(restoreVoice, manager, { voiceId }, now)
    expect(await ask(ungroupedOf, manager, { product: '蜂蜜腰果' }, now)).toHaveLength(1)
    const auditor = await person('auditor', workspace)
    expect((await refused(addVoice, auditor, voice, now)).code).toBe('notAllowed')
    expect((await refused(addVoice, manager, { ...voice, saidOn: '2026-05-07' }, now)).code).toBe('needs.liesAhead')
    const stranger = await aStranger()
    expect((await refused(addVoice, stranger, { ...voice, accountId }, now)).code).toBe('notFound')
    expect((await refused(removeVoice, stranger, { voiceId }, now)).code).toBe('notFound')
    expect((await refused(restoreVoice, stranger, { voiceId }, now)).code).toBe('notFound')
    expect((await refused(groupVoices, stranger, { voiceIds: [voiceId], title: '窺' }, now)).code).toBe(
      'needs.someMissing',
    )
    expect(await ask(loudest, stranger, {}, now)).toEqual([])
  })

  it('of a restricted retailer are heard by those who see that account', async () => {
    const scene = await aScene()
    const { manager, colleague } = scene
    const accountId = await anAccount(manager, { name: '機密通路', restricted: true })
    await many(scene, 2, { accountId })
    expect(await ask(loudest, colleague, {}, now)).toEqual([])
    expect(await ask(loudest, manager, {}, now)).toHaveLength(1)
  })
})
