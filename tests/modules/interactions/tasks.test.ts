import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { log } from '@/lib/modules/interactions/commands'
import {
  addTask,
  archiveTask,
  completeTask,
  postponeTask,
  reassignTask,
  reopenTask,
  restoreTask,
} from '@/lib/modules/interactions/commands-tasks'
import { openSteps, stepsOf } from '@/lib/modules/interactions/queries'
import { aWorkspace, newcomer, person } from '@/tests/people'
import { anAccount, given, wednesday } from './scene'

const now = wednesday
const refused = (code: string) => ({ ok: false, refusal: { code } })
const added = async (actor: Actor, more: object = {}) =>
  given(await perform(addTask, actor, { text: '寄樣品', dueOn: '2026-11-20', ...more }, { now })).id
const mine = async (actor: Actor) => (await ask(stepsOf, actor, {})).rows

describe('a next step', () => {
  it('is one’s own and due on the next workday unless somebody says otherwise', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const task = given(await perform(addTask, manager, { accountId, text: '回電' }, { now }))
    expect(task.dueOn).toBe('2026-11-19')
    expect(await mine(manager)).toMatchObject([{ text: '回電', account: '大安食品股份有限公司', done: false }])
  })

  it('belongs to the account of its contact', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const { id } = given(await perform(log, manager, { accountId, channel: 'call', summary: '問候' }, { now }))
    await added(manager, { interactionId: id })
    expect(await ask(openSteps, manager, { accountId })).toMatchObject([{ text: '寄樣品', interactionId: id }])
  })

  it('is ticked off once, and opened again by undo', async () => {
    const manager = await newcomer('accountManager')
    const taskId = await added(manager)
    given(await perform(completeTask, manager, { taskId }, { now }))
    expect(await mine(manager)).toEqual([])
    expect(await perform(completeTask, manager, { taskId })).toMatchObject(refused('interactions.alreadyDone'))
    given(await perform(reopenTask, manager, { taskId }, { now }))
    expect(await mine(manager)).toHaveLength(1)
    expect(await perform(reopenTask, manager, { taskId })).toMatchObject(refused('interactions.notDone'))
  })

  it('is ticked off by exactly one of many presses at once', async () => {
    const manager = await newcomer('accountManager')
    const taskId = await added(manager)
    const presses = Array.from({ length: 10 }, () => perform(completeTask, manager, { taskId }, { now }))
    expect((await Promise.all(presses)).filter((each) => each.ok)).toHaveLength(1)
  })

  it('can be handed over, moved and taken away; a done one stays as it is', async () => {
    const workspace = await aWorkspace()
    const [manager, colleague] = [await person('accountManager', workspace), await person('specialist', workspace)]
    const taskId = await added(manager)
    given(await perform(reassignTask, manager, { taskId, assigneeId: colleague.id }, { now }))
    expect(await mine(manager)).toEqual([])
    given(await perform(postponeTask, colleague, { taskId, dueOn: '2026-11-27', dueTime: '09:30' }, { now }))
    expect(await mine(colleague)).toMatchObject([{ dueOn: '2026-11-27', dueTime: '09:30' }])
    given(await perform(archiveTask, colleague, { taskId }, { now }))
    expect(await mine(colleague)).toEqual([])
    given(await perform(restoreTask, colleague, { taskId }, { now }))
    given(await perform(completeTask, colleague, { taskId }, { now }))
    const late = { taskId, dueOn: '2026-12-01' }
    expect(await perform(postponeTask, colleague, late)).toMatchObject(refused('interactions.alreadyDone'))
  })

  it('is handed over once when two do it from the same version', async () => {
    const workspace = await aWorkspace()
    const manager = await person('accountManager', workspace)
    const others = [await person('specialist', workspace), await person('specialist', workspace)]
    const { id: taskId, version } = given(await perform(addTask, manager, { text: '寄樣品' }, { now }))
    const moves = others.map(({ id }) => perform(reassignTask, manager, { taskId, version, assigneeId: id }, { now }))
    expect((await Promise.all(moves)).filter((each) => each.ok)).toHaveLength(1)
  })

  it('is nobody else’s business: not a colleague’s without a part in it, not the auditor’s, not a stranger’s', async () => {
    const workspace = await aWorkspace()
    const [manager, other] = [await person('accountManager', workspace), await person('accountManager', workspace)]
    const auditor = await person('auditor', workspace)
    const taskId = await added(manager, { accountId: await anAccount(manager) })
    const stranger = await newcomer('manager')
    for (const command of [completeTask, reopenTask, archiveTask, restoreTask]) {
      expect(await perform(command, other, { taskId })).toMatchObject(refused('interactions.taskNotYours'))
      expect(await perform(command, auditor, { taskId })).toMatchObject(refused('notAllowed'))
      expect(await perform(command, stranger, { taskId })).toMatchObject(refused('notFound'))
    }
    const postponed = { taskId, dueOn: '2026-12-01' }
    expect(await perform(postponeTask, other, postponed)).toMatchObject(refused('interactions.taskNotYours'))
    expect(await perform(postponeTask, stranger, postponed)).toMatchObject(refused('notFound'))
    const handed = { taskId, assigneeId: other.id }
    expect(await perform(reassignTask, other, handed)).toMatchObject(refused('interactions.taskNotYours'))
    expect(await perform(reassignTask, stranger, handed)).toMatchObject(refused('notFound'))
  })

  it('may be kept by the assistant, the account’s lead and its team', async () => {
    const workspace = await aWorkspace()
    const lead = await person('salesLead', workspace)
    const manager = await person('accountManager', workspace, { reportsTo: lead })
    const assistant = await person('salesAssistant', workspace)
    const accountId = await anAccount(manager)
    expect(await perform(completeTask, lead, { taskId: await added(manager, { accountId }) })).toMatchObject({
      ok: true,
    })
    expect(await perform(completeTask, assistant, { taskId: await added(manager) })).toMatchObject({ ok: true })
  })

  it('cannot be put on an account or person of another workspace, or on a hidden account', async () => {
    const workspace = await aWorkspace()
    const [manager, other] = [await person('accountManager', workspace), await person('accountManager', workspace)]
    const stranger = await newcomer('accountManager')
    const [theirs, hidden] = [await anAccount(stranger), await anAccount(manager, { name: '機密', restricted: true })]
    const attempt = (more: object) => perform(addTask, other, { text: '寄樣品', ...more })
    expect(await attempt({ accountId: theirs })).toMatchObject(refused('notFound'))
    expect(await attempt({ accountId: hidden })).toMatchObject(refused('notFound'))
    expect(await attempt({ assigneeId: stranger.id })).toMatchObject(refused('interactions.memberUnknown'))
    expect(await attempt({ dueTime: '25:00' })).toMatchObject({
      refusal: { fields: { dueTime: { code: 'notATime' } } },
    })
  })
})
