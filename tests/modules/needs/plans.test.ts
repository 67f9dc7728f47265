import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import { findRun } from '@/lib/modules/approvals/queries'
import { verify } from '@/lib/modules/needs/commands-answers'
import { addMethod, archiveMethod, restoreMethod } from '@/lib/modules/needs/commands-methods'
import { editStep, planMethod, removeStep, restoreStep, setAim, submitPlan } from '@/lib/modules/needs/commands-plans'
import { submitProcedure, writeProcedure } from '@/lib/modules/needs/commands-procedures'
import { ownMethods } from '@/lib/modules/needs/queries-methods'
import { planOf } from '@/lib/modules/needs/queries-plans'
import { procedures } from '@/lib/modules/needs/queries-procedures'
import { person } from '@/tests/people'
import { done, refused } from '../contacts/scene'
import { aMeasuredNeed, aNeed, aScene, aStranger, inScope, needOf, now, type Scene } from './scene'

const step = { method: 'observation', why: '看收貨實況', dueOn: '2026-06-01' }

const aStep = async (scene: Scene, wish = {}) =>
  (
    await done(
      planMethod,
      scene.manager,
      { accountId: scene.accountId, ...step, memberId: scene.manager.id, ...wish },
      now,
    )
  ).id
const planSeen = (scene: Scene, actor: Actor = scene.manager) => ask(planOf, actor, { accountId: scene.accountId }, now)

/** The lead says yes to what waits. */
async function approve(actor: Actor, kind: 'needPlan' | 'needProcedure', subjectId: string) {
  const run = await inScope(actor, (look) => findRun(look, kind, subjectId))
  await done(decide, actor, { runId: run?.id, contentHash: run?.contentHash, decision: 'approve' }, now)
}

describe('the plan of an account', () => {
  it('shows what is planned against what was used, and what was used beside it', async () => {
    const scene = await aScene()
    await aStep(scene)
    await aNeed(scene)
    expect(await planSeen(scene)).toMatchObject({ state: 'draft', steps: [{ times: 0 }], beside: ['contacts'] })
    await aNeed(scene, { method: 'observation', personId: null })
    expect(await planSeen(scene)).toMatchObject({ steps: [{ times: 1, lastOn: '2026-05-06' }] })
  })

  it('is confirmed by the lead; a change voids that, and undoing the change brings it back', async () => {
    const scene = await aScene()
    const { manager, lead, accountId } = scene
    const stepId = await aStep(scene)
    await aStep(scene, { method: 'salesRecords', why: '看缺貨週' })
    expect(await done(submitPlan, manager, { accountId, reason: '第二季' }, now)).toMatchObject({ state: 'pending' })
    expect((await planSeen(scene)).state).toBe('pending')
    expect((await refused(submitPlan, manager, { accountId }, now)).code).toBe('needs.planPending')
    await approve(lead, 'needPlan', (await planSeen(scene)).planId ?? '')
    expect((await planSeen(scene)).state).toBe('approved')
    expect((await refused(submitPlan, manager, { accountId }, now)).code).toBe('needs.planApproved')
    await done(removeStep, manager, { stepId }, now)
    expect((await planSeen(scene)).state).toBe('changed')
    await done(restoreStep, manager, { stepId }, now)
    expect((await planSeen(scene)).state).toBe('approved')
    await done(editStep, manager, { stepId, version: 3, ...step, memberId: manager.id, dueOn: '2026-07-01' }, now)
    await done(setAim, manager, { accountId, aim: '了解缺貨原因' }, now)
    expect(await planSeen(scene)).toMatchObject({ state: 'changed', aim: '了解缺貨原因' })
  })

  it('is made by those who serve the account, and not submitted empty', async () => {
    const scene = await aScene()
    const { manager, colleague, accountId } = scene
    expect((await refused(submitPlan, manager, { accountId }, now)).code).toBe('needs.planEmpty')
    const input = { accountId, ...step, memberId: manager.id }
    expect((await refused(planMethod, colleague, input, now)).code).toBe('needs.accountNotYours')
    const unknown = { ...input, memberId: crypto.randomUUID() }
    expect((await refused(planMethod, manager, unknown, now)).code).toBe('needs.memberUnknown')
    const stepId = await aStep(scene)
    const stranger = await aStranger()
    for (const [command, values] of [
      [planMethod, input],
      [removeStep, { stepId }],
      [restoreStep, { stepId }],
      [editStep, { stepId, version: 1, ...step, memberId: manager.id }],
      [setAim, { accountId, aim: '窺' }],
      [submitPlan, { accountId }],
    ] as const) {
      expect((await refused(command as typeof removeStep, stranger, values, now)).code).toBe('notFound')
      expect((await refused(command as typeof removeStep, colleague, values, now)).code).toBe('needs.accountNotYours')
    }
  })
})

describe('a method of one’s own', () => {
  it('is a form of one of the standard’s, named once, and can be taken out and back', async () => {
    const scene = await aScene()
    const { lead, manager } = scene
    const input = { name: '門市日誌', englishName: 'Store diary', basis: 'observation' }
    const { id: methodId } = await done(addMethod, lead, input, now)
    expect((await refused(addMethod, lead, input, now)).code).toBe('needs.methodKnown')
    expect((await refused(addMethod, manager, input, now)).code).toBe('notAllowed')
    const needId = await aNeed(scene, { method: 'contacts', methodId })
    expect((await needOf(manager, needId)).sources).toMatchObject([{ method: 'observation', methodName: '門市日誌' }])
    await done(archiveMethod, lead, { methodId }, now)
    expect(await ask(ownMethods, manager, {}, now)).toMatchObject([{ archived: true }])
    await done(restoreMethod, lead, { methodId }, now)
    const stranger = await aStranger()
    expect((await refused(archiveMethod, stranger, { methodId }, now)).code).toBe('notFound')
    expect((await refused(restoreMethod, stranger, { methodId }, now)).code).toBe('notFound')
    expect(await ask(ownMethods, stranger, {}, now)).toEqual([])
  })
})

const words = { kind: 'delivery', title: '配送需求查證', body: '以收貨紀錄核對', checklist: '核對三週紀錄\n訪談倉管' }
const points = ['核對三週紀錄', '訪談倉管']

async function anApprovedProcedure(scene: Scene, wish = {}) {
  const { lead, workspace } = scene
  const boss = await person('manager', workspace, { name: '王總' })
  const writer = await person('salesLead', workspace, { name: '李副理' })
  ;(boss.reports as string[]).push(writer.id)
  const { id } = await done(writeProcedure, writer, { ...words, ...wish }, now)
  await done(submitProcedure, writer, { procedureVersionId: id }, now)
  await approve(lead, 'needProcedure', id)
  return { id, writer }
}

describe('a procedure', () => {
  it('once approved, is gone through point by point and pinned to the verification; editing it leaves that on the old one', async () => {
    const scene = await aScene()
    const { colleague, manager } = scene
    const { writer } = await anApprovedProcedure(scene)
    const needId = await aMeasuredNeed(scene)
    const refusal = await refused(verify, colleague, { needId, checked: points.slice(0, 1) }, now)
    expect(refusal.sentence('zh-TW')).toBe('查證程序還有 1 項未核對，請逐項完成。')
    await done(verify, colleague, { needId, checked: points }, now)
    await done(writeProcedure, writer, { ...words, checklist: '核對六週紀錄' }, now)
    expect(await needOf(manager, needId)).toMatchObject({
      state: 'verified',
      verifications: [{ by: '陳志明', procedure: { title: '配送需求查證', number: 1 }, stands: true }],
      procedure: { number: 1 },
    })
  })

  it('holds for its own kind of need before that for every kind', async () => {
    const scene = await aScene()
    await anApprovedProcedure(scene, { kind: 'every', title: '通用程序' })
    const needId = await aNeed(scene)
    expect((await needOf(scene.manager, needId)).procedure).toMatchObject({ title: '通用程序' })
    await anApprovedProcedure(scene)
    expect((await needOf(scene.manager, needId)).procedure).toMatchObject({ title: '配送需求查證' })
  })

  it('is not in force before it is approved, never by its writer, and is written anew only in other words', async () => {
    const scene = await aScene()
    const { lead, manager } = scene
    const { id } = await done(writeProcedure, lead, words, now)
    const needId = await aNeed(scene)
    expect((await needOf(manager, needId)).procedure).toBeNull()
    expect((await refused(writeProcedure, lead, words, now)).code).toBe('needs.procedureUnchanged')
    expect((await refused(writeProcedure, lead, { ...words, checklist: ' \n ' }, now)).code).toBe(
      'needs.checklistEmpty',
    )
    expect((await refused(writeProcedure, manager, words, now)).code).toBe('notAllowed')
    expect((await refused(submitProcedure, manager, { procedureVersionId: id }, now)).code).toBe('notAllowed')
    expect((await refused(submitProcedure, await aStranger(), { procedureVersionId: id }, now)).code).toBe('notFound')
    expect((await ask(procedures, await aStranger(), {}, now)).procedures).toEqual([])
    expect((await ask(procedures, manager, {}, now)).procedures).toMatchObject([{ kind: 'delivery', inForce: null }])
  })

  it('waits once, and is not submitted again when it is approved', async () => {
    const scene = await aScene()
    const { id, writer } = await anApprovedProcedure(scene)
    expect((await refused(submitProcedure, writer, { procedureVersionId: id }, now)).code).toBe(
      'needs.procedureApproved',
    )
  })
})
