import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { joinTeam } from '@/lib/modules/accounts/commands-team'
import { log } from '@/lib/modules/interactions/commands'
import { addTask } from '@/lib/modules/interactions/commands-tasks'
import { brief } from '@/lib/modules/interactions/queries-brief'
import { today } from '@/lib/modules/interactions/queries-today'
import { aWorkspace, newcomer, person } from '@/tests/people'
import { anAccount, daysLater, given, somebodyAt, wednesday } from './scene'

const now = wednesday
const seen = (actor: Actor, scope = 'own', at = now) => ask(today, actor, { scope }, at)
const logged = async (actor: Actor, accountId: string, more: object = {}) =>
  given(await perform(log, actor, { accountId, channel: 'call', summary: '聯繫', ...more }, { now })).id

describe('Today', () => {
  it('tells overdue contacts first, with the days and what the last contacts were', async () => {
    const manager = await newcomer('accountManager')
    const late = await anAccount(manager, { name: '逾期客戶' }, daysLater(-60))
    const soon = await anAccount(manager, { name: '快到期' }, daysLater(-13))
    await anAccount(manager, { name: '不急' })
    await logged(manager, late, { day: '2026-10-20' })
    await logged(manager, late, { channel: 'mail', day: '2026-11-10' })
    const { due, nextDue } = await seen(manager)
    expect(due).toMatchObject([
      { id: late, daysOver: 15, lastTwoWayOn: '2026-10-20', lastContactOn: '2026-11-10', contactEveryDays: 14 },
      { id: soon, daysOver: -1, lastTwoWayOn: null },
    ])
    expect(nextDue).toBeNull()
  })

  it('leaves out what is arranged, ended or somebody else’s; says what is due next when nothing is', async () => {
    const workspace = await aWorkspace()
    const [manager, other] = [await person('accountManager', workspace), await person('accountManager', workspace)]
    const arranged = await anAccount(manager, { name: '已安排' }, daysLater(-60))
    await anAccount(other, { name: '別人的' }, daysLater(-60))
    const next = await anAccount(manager, { name: '下一個' })
    await logged(manager, arranged, { day: '2026-11-20' })
    expect(await seen(manager)).toMatchObject({ due: [], nextDue: { id: next, dueOn: '2026-12-02' } })
  })

  it('shows the accounts whose team one is on', async () => {
    const workspace = await aWorkspace()
    const [manager, colleague] = [await person('accountManager', workspace), await person('specialist', workspace)]
    const accountId = await anAccount(manager, {}, daysLater(-60))
    given(
      await perform(joinTeam, manager, {
        accountId,
        memberId: colleague.id,
        role: '品保窗口',
        employment: 'fullTime',
        fromDay: '2026-01-01',
      }),
    )
    expect((await seen(colleague)).due).toMatchObject([{ id: accountId }])
  })

  it('shows a lead the accounts of their team on request, each report’s first ones in one order', async () => {
    const workspace = await aWorkspace()
    const lead = await person('salesLead', workspace)
    const [ann, bob] = [
      await person('accountManager', workspace, { name: '安', reportsTo: lead }),
      await person('accountManager', workspace, { name: '柏', reportsTo: lead }),
    ]
    const outsider = await person('accountManager', workspace)
    await anAccount(bob, { name: '第二' }, daysLater(-50))
    await anAccount(ann, { name: '第一', restricted: true }, daysLater(-60))
    await anAccount(outsider, { name: '別隊' }, daysLater(-70))
    expect((await seen(lead)).due).toEqual([])
    const team = await seen(lead, 'team')
    expect(team).toMatchObject({ scope: 'team', hasTeam: true })
    expect(team.due.map((each) => [each.name, each.owner])).toEqual([
      ['第一', '安'],
      ['第二', '柏'],
    ])
    expect(await seen(ann, 'team')).toMatchObject({ scope: 'own', hasTeam: false })
    const manager = await person('manager', workspace)
    expect((await seen(manager, 'team')).due.map((each) => each.name)).toEqual(['別隊', '第一', '第二'])
  })

  it('asks about plans whose moment has passed, and about next steps due within a week', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const forgotten = await logged(manager, accountId, {
      channel: 'visit',
      summary: '拜訪',
      day: '2026-11-20',
      time: '10:00',
    })
    for (const [text, dueOn] of [
      ['逾期', '2026-11-10'],
      ['今天', '2026-11-18'],
      ['很久', '2026-12-30'],
    ])
      given(await perform(addTask, manager, { accountId, text, dueOn }, { now }))
    expect((await seen(manager)).openPlans).toEqual([])
    expect((await seen(manager)).steps.map((step) => step.text)).toEqual(['逾期', '今天'])
    expect((await seen(manager, 'own', daysLater(3))).openPlans).toMatchObject([{ id: forgotten, summary: '拜訪' }])
  })

  it('prepares the next meeting: who, in what role, what they said last, what is open', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const [wang, lee] = [await somebodyAt(manager, accountId, '王大明'), await somebodyAt(manager, accountId, '李小華')]
    const nextSteps = [{ text: '帶樣品', dueOn: '2026-11-19' }]
    await logged(manager, accountId, { summary: '上次說要看樣品', personIds: [wang], day: '2026-11-12', nextSteps })
    const meeting = await logged(manager, accountId, {
      channel: 'meeting',
      summary: '年度議價',
      day: '2026-11-20',
      time: '14:00',
      personIds: [wang, lee],
    })
    const prepared = (await seen(manager)).brief
    expect(prepared).toMatchObject({
      meeting: { id: meeting, summary: '年度議價' },
      people: [
        { name: '王大明', lastSaid: { day: '2026-11-12', summary: '上次說要看樣品' } },
        { name: '李小華', lastSaid: null },
      ],
      openSteps: [{ text: '帶樣品' }],
      lastContact: { summary: '上次說要看樣品' },
    })
    expect(await ask(brief, manager, { interactionId: meeting }, now)).toEqual(prepared)
    await expect(ask(brief, await newcomer('manager'), { interactionId: meeting })).rejects.toMatchObject({
      code: 'notFound',
    })
  })

  it('shows nothing of another workspace', async () => {
    const manager = await newcomer('accountManager')
    await anAccount(manager, {}, daysLater(-60))
    expect(await seen(await newcomer('manager'), 'team')).toMatchObject({ due: [], steps: [], brief: null, facts: [] })
  })
})
