import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { log, markTwoWay, restore, withdraw } from '@/lib/modules/interactions/commands'
import { edit } from '@/lib/modules/interactions/commands-edit'
import { openSteps } from '@/lib/modules/interactions/queries'
import { byId } from '@/lib/modules/interactions/queries-timeline'
import { aWorkspace, newcomer, person } from '@/tests/people'
import { anAccount, clockOf, given, somebodyAt, wednesday } from './scene'

const now = wednesday
const mail = { channel: 'mail', summary: '寄出新報價' }
const refused = (code: string) => ({ ok: false, refusal: { code } })
const logged = async (actor: Actor, input: object) => given(await perform(log, actor, input, { now }))
const seen = (actor: Actor, interactionId: string) => ask(byId, actor, { interactionId })

describe('correcting a contact', () => {
  it('changes what is named and leaves the rest', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const wang = await somebodyAt(manager, accountId, '王大明')
    const { id, version } = await logged(manager, { accountId, ...mail, personIds: [wang], topics: ['報價'] })
    given(await perform(edit, manager, { interactionId: id, version, summary: '寄出修正報價' }, { now }))
    expect(await seen(manager, id)).toMatchObject({
      summary: '寄出修正報價',
      channel: 'mail',
      topics: ['報價'],
      people: [{ name: '王大明' }],
      happenedAt: now.toISOString(),
    })
  })

  it('takes people off and puts them on again, and moves their moment with it', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const [wang, lee] = [await somebodyAt(manager, accountId, '王大明'), await somebodyAt(manager, accountId, '李小華')]
    const { id } = await logged(manager, { accountId, channel: 'call', summary: '問候', personIds: [wang] })
    const change = async (more: object) => {
      const { version } = await seen(manager, id)
      given(await perform(edit, manager, { interactionId: id, version, ...more }, { now }))
      return (await seen(manager, id)).people.map((each) => each.name)
    }
    expect(await change({ personIds: ['', lee] })).toEqual(['李小華'])
    expect(await change({ personIds: [''] })).toEqual([])
    expect(new Set(await change({ personIds: [wang, lee], day: '2026-11-10' }))).toEqual(new Set(['王大明', '李小華']))
    expect(await seen(manager, id)).toMatchObject({ happenedAt: '2026-11-10T04:00:00.000Z', timeKnown: false })
  })

  it('merges two people’s changes of different fields and refuses the second of the same one with both values', async () => {
    const workspace = await aWorkspace()
    const manager = await person('accountManager', workspace)
    const boss = await person('manager', workspace)
    const accountId = await anAccount(manager)
    const { id, version } = await logged(manager, { accountId, ...mail })
    const change = (actor: Actor, more: object) =>
      perform(edit, actor, { interactionId: id, version, ...more }, { now })
    given(await change(manager, { summary: '甲版' }))
    given(await change(boss, { channel: 'line' }))
    expect(await change(boss, { summary: '乙版' })).toMatchObject({
      ok: false,
      refusal: { code: 'changedMeanwhile', fields: { summary: { code: 'changedTo', params: { theirs: '甲版' } } } },
    })
    expect(await seen(manager, id)).toMatchObject({ summary: '甲版', channel: 'line' })
  })

  it('lets exactly one of many savers of one version win', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const { id, version } = await logged(manager, { accountId, ...mail })
    const saves = Array.from({ length: 20 }, (_, index) =>
      perform(edit, manager, { interactionId: id, version, summary: `版本 ${index}` }, { now }),
    )
    expect((await Promise.all(saves)).filter((each) => each.ok)).toHaveLength(1)
  })

  it('moves it to another account with its open next steps, and turns both clocks', async () => {
    const manager = await newcomer('accountManager')
    const [from, to] = [await anAccount(manager), await anAccount(manager, { name: '信義電子', tier: 'B' })]
    const before = await clockOf(manager, from)
    const nextSteps = [{ text: '回覆報價', dueOn: '2026-11-25' }]
    const { id, version } = await logged(manager, { accountId: from, channel: 'visit', summary: '拜訪', nextSteps })
    given(await perform(edit, manager, { interactionId: id, version, accountId: to }, { now }))
    expect(await clockOf(manager, from)).toEqual(before)
    expect(await clockOf(manager, to)).toMatchObject({ lastTwoWayId: id, dueOn: '2026-12-18' })
    expect(await ask(openSteps, manager, { accountId: from })).toEqual([])
    expect(await ask(openSteps, manager, { accountId: to })).toMatchObject([{ text: '回覆報價' }])
  })

  it('is refused to who neither had it, nor typed it, nor looks after the account', async () => {
    const workspace = await aWorkspace()
    const manager = await person('accountManager', workspace)
    const other = await person('accountManager', workspace)
    const assistant = await person('salesAssistant', workspace)
    const accountId = await anAccount(manager)
    const { id, version } = await logged(assistant, { accountId, ...mail, speakerId: manager.id })
    const change = { interactionId: id, version, summary: '改' }
    expect(await perform(edit, other, change)).toMatchObject(refused('interactions.notYours'))
    expect(await perform(edit, assistant, change)).toMatchObject({ ok: true })
    expect(await perform(edit, await newcomer('manager'), change)).toMatchObject(refused('notFound'))
    expect(await perform(edit, await person('auditor', workspace), change)).toMatchObject(refused('notAllowed'))
  })

  it('cannot hand it to another speaker without the right to enter for others', async () => {
    const workspace = await aWorkspace()
    const [manager, other] = [await person('accountManager', workspace), await person('accountManager', workspace)]
    const accountId = await anAccount(manager)
    const { id, version } = await logged(manager, { accountId, ...mail })
    const attempt = perform(edit, manager, { interactionId: id, version, speakerId: other.id })
    expect(await attempt).toMatchObject(refused('interactions.notForOthers'))
  })
})

describe('an answer from the other side', () => {
  it('makes a mail two-way and renews the clock', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const { id, cadence } = await logged(manager, { accountId, ...mail })
    expect(cadence).toBe('unchanged')
    expect(given(await perform(markTwoWay, manager, { interactionId: id }, { now }))).toMatchObject({
      dueOn: '2026-12-02',
    })
    expect(await seen(manager, id)).toMatchObject({ twoWay: true })
  })

  it('in a group is asked for by name', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const personIds = [await somebodyAt(manager, accountId, '王大明'), await somebodyAt(manager, accountId, '李小華')]
    const { id } = await logged(manager, { accountId, channel: 'line', summary: '群組通知', personIds })
    expect(await perform(markTwoWay, manager, { interactionId: id })).toMatchObject(refused('interactions.whoAnswered'))
    given(await perform(markTwoWay, manager, { interactionId: id, answeredIds: [personIds[1]] }))
    expect((await seen(manager, id)).people.map((each) => each.answered)).toEqual([false, true])
  })

  it('cannot be noted by a stranger', async () => {
    const manager = await newcomer('accountManager')
    const { id } = await logged(manager, { accountId: await anAccount(manager), ...mail })
    const stranger = await newcomer('accountManager')
    expect(await perform(markTwoWay, stranger, { interactionId: id })).toMatchObject(refused('notFound'))
  })
})

describe('taking a contact back', () => {
  it('takes its open next steps and its effect on the clock back, and restoring brings both', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const untouched = await clockOf(manager, accountId)
    const nextSteps = [{ text: '回覆報價', dueOn: '2026-11-25' }]
    const { id } = await logged(manager, { accountId, channel: 'call', summary: '問候', nextSteps })
    const touched = await clockOf(manager, accountId)
    given(await perform(withdraw, manager, { interactionId: id }, { now }))
    expect(await clockOf(manager, accountId)).toEqual(untouched)
    expect(await ask(openSteps, manager, { accountId })).toEqual([])
    expect(await perform(withdraw, manager, { interactionId: id })).toMatchObject(
      refused('interactions.alreadyWithdrawn'),
    )
    given(await perform(restore, manager, { interactionId: id }, { now }))
    expect(await clockOf(manager, accountId)).toEqual(touched)
    expect(await ask(openSteps, manager, { accountId })).toHaveLength(1)
    expect(await perform(restore, manager, { interactionId: id })).toMatchObject(refused('interactions.notWithdrawn'))
  })

  it('is refused to who may not change it, and unknown to another workspace', async () => {
    const workspace = await aWorkspace()
    const [manager, other] = [await person('accountManager', workspace), await person('accountManager', workspace)]
    const { id } = await logged(manager, { accountId: await anAccount(manager), ...mail })
    for (const command of [withdraw, restore]) {
      expect(await perform(command, other, { interactionId: id })).toMatchObject(refused('interactions.notYours'))
      expect(await perform(command, await newcomer('manager'), { interactionId: id })).toMatchObject(
        refused('notFound'),
      )
      expect(await perform(command, await person('auditor', workspace), { interactionId: id })).toMatchObject(
        refused('notAllowed'),
      )
    }
  })
})
