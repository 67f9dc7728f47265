import { describe, expect, it } from 'vitest'
import { workspaceActor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import {
  anticipate,
  askWhatHappened,
  leave,
  pursue,
  reach,
  removeAnticipation,
  removeObjective,
  score,
  setObjective,
} from '@/lib/modules/needs/commands-anticipated'
import { askWhatHappenedDaily } from '@/lib/modules/needs/jobs'
import { myHitRate, outlook } from '@/lib/modules/needs/queries-anticipated'
import { owner } from '@/tests/people'
import { done, refused } from '../contacts/scene'
import { aNeed, aScene, aStranger, now, type Scene } from './scene'

const expected = { title: '改用環保包材', horizonOn: '2026-05-20', probability: '70', trigger: '法規公告' }
const onHorizon = new Date('2026-05-20T02:00:00Z')
const dayAfter = new Date('2026-05-21T02:00:00Z')

const anExpectation = async ({ manager, accountId }: Scene, wish = {}) =>
  (await done(anticipate, manager, { accountId, ...expected, ...wish }, now)).id

const night = (scene: Scene, at: Date) =>
  askWhatHappenedDaily.run({ input: {}, now: at, workspaceId: scene.workspace.id, jobId: crypto.randomUUID() })

const questions = (scene: Scene) =>
  owner()`select member_id, subject_id from notifications where workspace_id = ${scene.workspace.id} and kind = 'anticipation'`

describe('an expected need', () => {
  it('asks its author once, on the day after its horizon, whether it happened', async () => {
    const scene = await aScene()
    const anticipatedId = await anExpectation(scene)
    await night(scene, onHorizon)
    expect(await questions(scene)).toEqual([])
    await night(scene, dayAfter)
    await night(scene, dayAfter)
    await done(askWhatHappened, workspaceActor(scene.workspace.id), { anticipatedIds: [anticipatedId] }, dayAfter)
    expect(await questions(scene)).toMatchObject([{ member_id: scene.manager.id, subject_id: anticipatedId }])
    const [seen] = (await ask(outlook, scene.manager, { accountId: scene.accountId }, dayAfter)).anticipated
    expect(seen).toMatchObject({ asks: true })
    const [others] = (await ask(outlook, scene.lead, { accountId: scene.accountId }, dayAfter)).anticipated
    expect(others).toMatchObject({ asks: false })
  })

  it('is scored by its author only, once, after its horizon; the hit rate is the author’s alone', async () => {
    const scene = await aScene()
    const { manager, lead } = scene
    const anticipatedId = await anExpectation(scene)
    const missed = await anExpectation(scene, { title: '改小包裝', probability: '30' })
    const yes = { anticipatedId, happened: 'yes' }
    expect((await refused(score, manager, yes, onHorizon)).code).toBe('needs.horizonAhead')
    expect((await refused(score, lead, yes, dayAfter)).code).toBe('needs.onlyAuthorScores')
    expect((await refused(score, await aStranger(), yes, dayAfter)).code).toBe('notFound')
    await done(score, manager, yes, dayAfter)
    await done(score, manager, { anticipatedId: missed, happened: 'no' }, dayAfter)
    expect((await refused(removeAnticipation, manager, { anticipatedId: missed }, dayAfter)).code).toBe(
      'needs.scoredStays',
    )
    expect((await refused(score, manager, yes, dayAfter)).code).toBe('needs.alreadyScored')
    expect(await ask(myHitRate, manager, {}, dayAfter)).toEqual({ scored: 2, happened: 1, meanProbability: 50 })
    expect(await ask(myHitRate, lead, {}, dayAfter)).toEqual({ scored: 0, happened: 0, meanProbability: null })
  })

  it('lies ahead, is of an account that one serves, and is taken back while nothing came of it', async () => {
    const scene = await aScene()
    const { manager, colleague, accountId } = scene
    const past = { accountId, ...expected, horizonOn: '2026-05-05' }
    expect((await refused(anticipate, manager, past, now)).code).toBe('needs.liesBehind')
    expect((await refused(anticipate, colleague, { accountId, ...expected }, now)).code).toBe('needs.accountNotYours')
    expect((await refused(anticipate, await aStranger(), { accountId, ...expected }, now)).code).toBe('notFound')
    for (const probability of ['0', '100', '0.7', '', '很高', '9'.repeat(30)]) {
      const unsure = { accountId, ...expected, probability }
      expect(Object.keys((await refused(anticipate, manager, unsure, now)).fields)).toEqual(['probability'])
    }
    const anticipatedId = await anExpectation(scene, { probability: '７０％' })
    expect((await ask(outlook, manager, { accountId }, now)).anticipated).toMatchObject([{ probability: 70 }])
    expect((await refused(removeAnticipation, colleague, { anticipatedId }, now)).code).toBe('needs.accountNotYours')
    await done(removeAnticipation, manager, { anticipatedId }, now)
    expect((await ask(outlook, manager, { accountId }, now)).anticipated).toEqual([])
  })

  it('becomes an objective of the account’s plan, or is left for a reason, not both', async () => {
    const scene = await aScene()
    const { manager, accountId } = scene
    const anticipatedId = await anExpectation(scene)
    const objective = { title: '備妥環保包材', measure: '樣品三款', ownerId: manager.id, dueOn: '2026-06-01' }
    const { id: objectiveId } = await done(pursue, manager, { anticipatedId, ...objective }, now)
    expect((await refused(leave, manager, { anticipatedId, because: '太貴' }, now)).code).toBe('needs.alreadyPursued')
    expect(await ask(outlook, manager, { accountId }, now)).toMatchObject({
      anticipated: [{ pursued: true }],
      objectives: [{ title: '備妥環保包材', anticipated: true, reachedOn: null }],
    })
    await done(reach, manager, { objectiveId, result: '三款樣品已送' }, dayAfter)
    expect((await refused(reach, manager, { objectiveId, result: '又' }, dayAfter)).code).toBe('needs.alreadyReached')
    const other = await anExpectation(scene)
    await done(leave, manager, { anticipatedId: other, because: '客戶未編預算' }, now)
    expect((await refused(pursue, manager, { anticipatedId: other, ...objective }, now)).code).toBe('needs.alreadyLeft')
  })
})

describe('an objective', () => {
  it('is set for the account, also for a need of it, and taken out again', async () => {
    const scene = await aScene()
    const { manager, colleague, accountId } = scene
    const needId = await aNeed(scene)
    const input = { accountId, needId, title: '上午到貨', measure: '95%', ownerId: colleague.id, dueOn: '2026-07-01' }
    const { id: objectiveId } = await done(setObjective, manager, input, now)
    expect((await refused(removeObjective, colleague, { objectiveId }, now)).code).toBe('needs.accountNotYours')
    expect((await refused(removeObjective, await aStranger(), { objectiveId }, now)).code).toBe('notFound')
    await done(removeObjective, manager, { objectiveId }, now)
    expect((await ask(outlook, manager, { accountId }, now)).objectives).toEqual([])
    expect((await refused(setObjective, manager, { ...input, dueOn: '2026-05-01' }, now)).code).toBe('needs.liesBehind')
    expect((await refused(setObjective, await aStranger(), input, now)).code).toBe('notFound')
  })
})
