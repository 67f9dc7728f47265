import { describe, expect, it } from 'vitest'
import { ask, perform } from '@/lib/kernel/perform'
import { archive } from '@/lib/modules/accounts/commands'
import { log } from '@/lib/modules/interactions/commands'
import { byId } from '@/lib/modules/interactions/queries-timeline'
import { aWorkspace, newcomer, person } from '@/tests/people'
import { anAccount, clockOf, countOf, daysLater, given, somebodyAt, wednesday } from './scene'

const call = { channel: 'call', summary: '確認Q1交期' }
const refused = (code: string) => ({ ok: false, refusal: { code } })

describe('logging a contact', () => {
  it('needs an account, a channel and a line; it happened now, and its speaker is who typed it', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const logged = given(await perform(log, manager, { accountId, ...call }, { now: wednesday }))
    expect(logged).toMatchObject({ planned: false, day: '2026-11-18', cadence: 'renewed', dueOn: '2026-12-02' })
    expect(await ask(byId, manager, { interactionId: logged.id })).toMatchObject({
      summary: '確認Q1交期',
      happenedAt: '2026-11-18T01:00:00.000Z',
      speaker: manager.name,
      typedBy: null,
      twoWay: true,
      mayChange: true,
    })
  })

  it('keeps people, topics and the next steps that were promised, each with its day and assignee', async () => {
    const manager = await newcomer('accountManager')
    const colleague = await person('specialist', { id: manager.workspaceId }, { name: '陳志明' })
    const accountId = await anAccount(manager)
    const [wang, lee] = [await somebodyAt(manager, accountId, '王大明'), await somebodyAt(manager, accountId, '李小華')]
    const nextSteps = [
      { text: '回覆報價', dueOn: '2026-11-25', dueTime: '15:00' },
      { text: '寄樣品', dueOn: '2026-11-20', assigneeId: colleague.id },
    ]
    const input = { accountId, ...call, personIds: [wang, lee, wang], topics: ['＃交期', '#交期'], nextSteps }
    const logged = given(await perform(log, manager, input, { now: wednesday }))
    const contact = await ask(byId, manager, { interactionId: logged.id })
    expect(contact.people).toMatchObject([
      { name: '王大明', answered: true },
      { name: '李小華', answered: true },
    ])
    expect(contact.topics).toEqual(['交期'])
    expect(contact.steps).toMatchObject([
      { text: '寄樣品', dueOn: '2026-11-20', assignee: '陳志明' },
      { text: '回覆報價', dueOn: '2026-11-25', dueTime: '15:00', assignee: manager.name },
    ])
  })

  it('promises for the next workday when no day was said', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const friday = daysLater(2)
    const logged = given(
      await perform(log, manager, { accountId, ...call, nextSteps: [{ text: '回電' }] }, { now: friday }),
    )
    expect(logged.steps).toMatchObject([{ text: '回電', dueOn: '2026-11-23' }])
  })

  it('is history with a day of the past and a plan with one of the future; without an hour only the day counts', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const at = async (when: object) =>
      given(await perform(log, manager, { accountId, ...call, ...when }, { now: wednesday }))
    expect(await at({ day: '2026-11-17' })).toMatchObject({ planned: false, day: '2026-11-17' })
    expect(await at({ day: '2026-11-18' })).toMatchObject({ planned: false })
    expect(await at({ day: '2026-11-18', time: '17:30' })).toMatchObject({ planned: true })
    expect(await at({ time: '08:30' })).toMatchObject({ planned: false })
    expect(await at({ happenedAt: '2026-11-20T14:00:00+08:00' })).toMatchObject({ planned: true, day: '2026-11-20' })
    const plan = await at({ day: '2026-11-19' })
    expect(await ask(byId, manager, { interactionId: plan.id })).toMatchObject({ planned: true, timeKnown: false })
  })

  it('counts calls, visits, meetings and meals as answered, mail and LINE only when somebody says so', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    for (const channel of ['call', 'visit', 'meeting', 'meal', 'mail', 'line', 'storeCheck', 'other']) {
      const { id } = given(await perform(log, manager, { accountId, channel, summary: '問候' }, { now: wednesday }))
      const { twoWay } = await ask(byId, manager, { interactionId: id })
      expect([channel, twoWay]).toEqual([channel, ['call', 'visit', 'meeting', 'meal'].includes(channel)])
    }
  })

  it('asks who of a group answered, and counts for that person only', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const [wang, lee] = [await somebodyAt(manager, accountId, '王大明'), await somebodyAt(manager, accountId, '李小華')]
    const group = { accountId, channel: 'line', summary: '新品照片', personIds: [wang, lee], twoWay: true }
    expect(await perform(log, manager, group)).toMatchObject({
      ok: false,
      refusal: { code: 'interactions.whoAnswered', fields: { answeredIds: { code: 'whoAnswered' } } },
    })
    const { id } = given(await perform(log, manager, { ...group, answeredIds: [lee] }))
    const { people } = await ask(byId, manager, { interactionId: id })
    expect(people).toMatchObject([
      { id: wang, answered: false },
      { id: lee, answered: true },
    ])
  })
})

describe('entering for somebody else', () => {
  it('is the assistant’s and the lead’s: the speaker had the contact, who typed it is kept beside', async () => {
    const workspace = await aWorkspace()
    const manager = await person('accountManager', workspace, { name: '王俊傑' })
    const assistant = await person('salesAssistant', workspace, { name: '林美玲' })
    const accountId = await anAccount(manager)
    const { id } = given(await perform(log, assistant, { accountId, ...call, speakerId: manager.id }))
    expect(await ask(byId, manager, { interactionId: id })).toMatchObject({ speaker: '王俊傑', typedBy: '林美玲' })
  })

  it('is refused to everybody else, beside the field', async () => {
    const workspace = await aWorkspace()
    const [manager, colleague] = [await person('accountManager', workspace), await person('accountManager', workspace)]
    const accountId = await anAccount(manager)
    expect(await perform(log, manager, { accountId, ...call, speakerId: colleague.id })).toMatchObject({
      ok: false,
      refusal: { code: 'interactions.notForOthers', fields: { speakerId: { code: 'notForOthers' } } },
    })
  })

  it('is refused for somebody who is no longer here, or of another workspace', async () => {
    const assistant = await newcomer(['salesAssistant', 'accountManager'])
    const stranger = await newcomer('accountManager')
    const accountId = await anAccount(assistant)
    const attempt = perform(log, assistant, { accountId, ...call, speakerId: stranger.id })
    expect(await attempt).toMatchObject(refused('interactions.memberUnknown'))
  })
})

describe('a log is refused', () => {
  it('to the auditor, on an archived account, and on one that cannot be seen', async () => {
    const workspace = await aWorkspace()
    const owner = await person('accountManager', workspace)
    const other = await person('accountManager', workspace)
    const auditor = await person('auditor', workspace)
    const accountId = await anAccount(owner)
    expect(await perform(log, auditor, { accountId, ...call })).toMatchObject(refused('notAllowed'))
    expect(await perform(log, other, { accountId, ...call })).toMatchObject({ ok: true })
    const secret = await anAccount(owner, { name: '機密客戶', restricted: true })
    expect(await perform(log, other, { accountId: secret, ...call })).toMatchObject(refused('notFound'))
    given(await perform(archive, owner, { accountId }))
    expect(await perform(log, owner, { accountId, ...call })).toMatchObject(refused('interactions.accountArchived'))
  })

  it('from another workspace, and for people of one', async () => {
    const [here, there] = [await newcomer('accountManager'), await newcomer('accountManager')]
    const [mine, theirs] = [await anAccount(here), await anAccount(there)]
    const stranger = await somebodyAt(there, theirs, '外人')
    expect(await perform(log, here, { accountId: theirs, ...call })).toMatchObject(refused('notFound'))
    const named = { accountId: mine, ...call, personIds: [stranger] }
    expect(await perform(log, here, named)).toMatchObject(refused('interactions.personUnknown'))
    expect(await countOf(here, 'interactions')).toBe(0)
  })

  it('for a person of an account that the actor may not see', async () => {
    const workspace = await aWorkspace()
    const [owner, other] = [await person('accountManager', workspace), await person('accountManager', workspace)]
    const secret = await anAccount(owner, { name: '機密客戶', restricted: true })
    const hidden = await somebodyAt(owner, secret, '陳董')
    const accountId = await anAccount(other, { name: '公開客戶' })
    const attempt = perform(log, other, { accountId, ...call, personIds: [hidden] })
    expect(await attempt).toMatchObject(refused('interactions.personUnknown'))
  })

  it('with a year mistyped, an empty line, an unknown channel or a field of its own', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const attempt = (more: object) => perform(log, manager, { accountId, ...call, ...more }, { now: wednesday })
    expect(await attempt({ day: '2062-11-18' })).toMatchObject(refused('interactions.tooFarAhead'))
    expect(await attempt({ day: '1926-11-18' })).toMatchObject(refused('interactions.tooLongAgo'))
    expect(await attempt({ day: '0206-11-18' })).toMatchObject({
      refusal: { fields: { day: { code: 'dayOutOfRange' } } },
    })
    expect(await attempt({ summary: '  ' })).toMatchObject({ refusal: { fields: { summary: { code: 'required' } } } })
    expect(await attempt({ channel: 'fax' })).toMatchObject({ refusal: { fields: { channel: { code: 'notChosen' } } } })
    expect(await attempt({ typedBy: manager.id })).toMatchObject({
      refusal: { fields: { typedBy: { code: 'unknownField' } } },
    })
    expect(await attempt({ summary: 'a\u0000b' })).toMatchObject(refused('invalid'))
    expect(await countOf(manager, 'interactions')).toBe(0)
  })
})

describe('a log that is sent twice', () => {
  it('is stored once, also when all copies arrive together, and each gets the first answer', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const input = { accountId, ...call, nextSteps: [{ text: '回覆報價', dueOn: '2026-11-25' }] }
    const copies = await Promise.all(
      Array.from({ length: 20 }, () => perform(log, manager, input, { key: 'quick-log-1', now: wednesday })),
    )
    expect(new Set(copies.map((copy) => given(copy).id)).size).toBe(1)
    expect([await countOf(manager, 'interactions'), await countOf(manager, 'tasks')]).toEqual([1, 1])
  })

  it('is refused when the same key comes with other words', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    given(await perform(log, manager, { accountId, ...call }, { key: 'quick-log-2' }))
    const changed = perform(log, manager, { accountId, ...call, summary: '別的事' }, { key: 'quick-log-2' })
    expect(await changed).toMatchObject(refused('idempotencyMismatch'))
    expect(await countOf(manager, 'interactions')).toBe(1)
  })

  it('leaves the right clock when different contacts of one account are logged at once', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const days = Array.from({ length: 12 }, (_, index) => `2026-11-${String(index + 1).padStart(2, '0')}`)
    await Promise.all(days.map((day) => perform(log, manager, { accountId, ...call, day }, { now: wednesday })))
    expect(await clockOf(manager, accountId)).toMatchObject({ lastTwoWayAt: new Date('2026-11-12T04:00:00Z') })
    expect(await countOf(manager, 'interactions')).toBe(12)
  })
})
