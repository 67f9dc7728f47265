import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { advocate, decide, withdrawAdvocacy } from '@/lib/modules/needs/commands-advocacy'
import { answer, removeAnswer } from '@/lib/modules/needs/commands-answers'
import { advocaciesOf, advocacyDesk } from '@/lib/modules/needs/queries-advocacy'
import { owner, person } from '@/tests/people'
import { done, refused } from '../contacts/scene'
import { aMeasuredNeed, aScene, aStranger, aVerifiedNeed, needOf, now, type Scene } from './scene'

const asked = { audience: '物流部', ask: '增開上午車次', dueOn: '2026-05-20' }

const anAdvocacy = async (scene: Scene, needId: string) =>
  (await done(advocate, scene.manager, { needId, ...asked, ownerId: scene.colleague.id }, now)).advocacyId

/** Eleven working days after the decision of 6 May 2026. */
const late = new Date('2026-05-21T02:00:00Z')

describe('a need is taken up inside the company', () => {
  it('once it is verified; it feeds an advocacy then, and whoever decides is told', async () => {
    const scene = await aScene()
    const needId = await aVerifiedNeed(scene)
    await anAdvocacy(scene, needId)
    expect(await needOf(scene.manager, needId)).toMatchObject({ feeds: ['advocacy'], state: 'verified' })
    expect((await ask(advocacyDesk, scene.manager, {}, now)).open).toMatchObject([{ needId, owner: '陳志明' }])
    const told = await owner()`select subject_id from notifications where member_id = ${scene.colleague.id}`
    expect(told).toMatchObject([{ subject_id: needId }])
  })

  it('not before, not for a past day, not by a stranger', async () => {
    const scene = await aScene()
    const input = { ...asked, ownerId: scene.colleague.id }
    const unsure = await aMeasuredNeed(scene)
    expect((await refused(advocate, scene.manager, { needId: unsure, ...input }, now)).code).toBe(
      'needs.verifyBeforeAsking',
    )
    const needId = await aVerifiedNeed(scene)
    const past = { needId, ...input, dueOn: '2026-05-05' }
    expect((await refused(advocate, scene.manager, past, now)).code).toBe('needs.liesBehind')
    expect((await refused(advocate, scene.colleague, { needId, ...input }, now)).code).toBe('needs.notYours')
    expect((await refused(advocate, await aStranger(), { needId, ...input }, now)).code).toBe('notFound')
  })

  it('and is taken back as long as nobody has decided', async () => {
    const scene = await aScene()
    const needId = await aVerifiedNeed(scene)
    const advocacyId = await anAdvocacy(scene, needId)
    expect((await refused(withdrawAdvocacy, scene.colleague, { advocacyId }, now)).code).toBe('needs.notYours')
    await done(withdrawAdvocacy, scene.manager, { advocacyId }, now)
    expect(await ask(advocaciesOf, scene.manager, { needId }, now)).toEqual([])
    expect((await refused(decide, scene.colleague, { advocacyId, decision: 'accepted' }, now)).code).toBe(
      'needs.advocacyWithdrawn',
    )
    expect((await refused(withdrawAdvocacy, await aStranger(), { advocacyId }, now)).code).toBe('notFound')
  })
})

describe('a decision', () => {
  it('without a reply to the client within ten working days is listed as owed, until the client is told', async () => {
    const scene = await aScene()
    const { manager, colleague } = scene
    const needId = await aVerifiedNeed(scene)
    const advocacyId = await anAdvocacy(scene, needId)
    expect(await done(decide, colleague, { advocacyId, decision: 'accepted' }, now)).toMatchObject({
      replyDueOn: '2026-05-20',
    })
    expect((await ask(advocacyDesk, manager, {}, now)).owed).toMatchObject([{ needId, overdue: false }])
    expect((await ask(advocacyDesk, manager, {}, late)).owed).toMatchObject([{ needId, overdue: true }])
    expect((await needOf(manager, needId)).answerDueOn).toBe('2026-05-20')
    const { answerId } = await done(answer, manager, { needId, text: '七月起增開' }, late)
    expect((await ask(advocacyDesk, manager, {}, late)).owed).toEqual([])
    await done(removeAnswer, manager, { answerId }, late)
    expect((await ask(advocacyDesk, manager, {}, late)).owed).toHaveLength(1)
  })

  it('says why it is put off or declined, is given once, and by whoever was asked', async () => {
    const scene = await aScene()
    const { colleague, workspace } = scene
    const advocacyId = await anAdvocacy(scene, await aVerifiedNeed(scene))
    const no = { advocacyId, decision: 'declined' }
    expect((await refused(decide, colleague, no, now)).code).toBe('needs.reasonMissing')
    const bystander = await person('accountManager', workspace)
    expect((await refused(decide, bystander, { ...no, because: '不敷成本' }, now)).code).toBe('needs.notYoursToDecide')
    expect((await refused(decide, await aStranger(), { ...no, because: '不' }, now)).code).toBe('notFound')
    await done(decide, colleague, { ...no, because: '不敷成本' }, now)
    expect((await refused(decide, colleague, { ...no, because: '不' }, now)).code).toBe('needs.alreadyDecided')
  })

  it('counts what was asked for clients and for end consumers apart', async () => {
    const scene = await aScene()
    await anAdvocacy(scene, await aVerifiedNeed(scene))
    await anAdvocacy(scene, await aVerifiedNeed(scene, { holder: 'endConsumer' }))
    await anAdvocacy(scene, await aVerifiedNeed(scene, { holder: 'endConsumer' }))
    expect(await ask(advocacyDesk, scene.manager, {}, now)).toMatchObject({ forClients: 1, forConsumers: 2 })
  })

  it('on a confidential need is on the desk of its readers only, of whom whoever is asked is one until it is taken back', async () => {
    const scene = await aScene()
    const needId = await aVerifiedNeed(scene)
    const advocacyId = await anAdvocacy(scene, needId)
    await owner()`update needs set confidential = true where id = ${needId}`
    const third = await person('accountManager', scene.workspace)
    expect((await ask(advocacyDesk, third, {}, now)).open).toEqual([])
    await expect(needOf(third, needId)).rejects.toMatchObject({ code: 'notFound' })
    expect((await ask(advocacyDesk, scene.manager, {}, now)).open).toHaveLength(1)
    expect(await needOf(scene.colleague, needId)).toMatchObject({ confidential: true })
    await done(withdrawAdvocacy, scene.manager, { advocacyId }, now)
    await expect(needOf(scene.colleague, needId)).rejects.toMatchObject({ code: 'notFound' })
  })
})
