import { describe, expect, it } from 'vitest'
import { perform } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import { log } from '@/lib/modules/interactions/commands'
import { turnStaleClocks } from '@/lib/modules/interactions/commands-nightly'
import { turnClocksNightly } from '@/lib/modules/interactions/jobs'
import { setCalendarDay } from '@/lib/modules/workspace/commands-settings'
import { aWorkspace, newcomer, person } from '@/tests/people'
import { anAccount, clockOf, daysLater, given, wednesday } from './scene'

const night = (workspaceId: string, now: Date) =>
  runJob(turnClocksNightly, { jobId: 'night', workspaceId, payload: {}, now })

describe('what time alone changes of the clocks', () => {
  it('is told in the morning: a plan that passed gives way to the next one', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const plan = async (day: string) =>
      given(await perform(log, manager, { accountId, channel: 'visit', summary: '拜訪', day }, { now: wednesday })).id
    const [first, second] = [await plan('2026-11-20'), await plan('2026-12-10')]
    expect(await clockOf(manager, accountId)).toMatchObject({ nextPlannedId: first })
    await night(manager.workspaceId, daysLater(3))
    expect(await clockOf(manager, accountId)).toMatchObject({ nextPlannedId: second })
    const told = await clockOf(manager, accountId)
    await night(manager.workspaceId, daysLater(3))
    expect(await clockOf(manager, accountId)).toEqual(told)
  })

  it('is a typhoon day announced after the contact, in the account’s own county only', async () => {
    const workspace = await aWorkspace()
    const manager = await person('accountManager', workspace)
    const administrator = await person('administrator', workspace)
    const taipei = await anAccount(manager, { name: '台北客戶', city: '台北市' })
    const tainan = await anAccount(manager, { name: '台南客戶', city: '台南市' })
    for (const accountId of [taipei, tainan])
      given(await perform(log, manager, { accountId, channel: 'call', summary: '問候' }, { now: wednesday }))
    const closed = { day: '2026-12-02', county: '臺北市', kind: 'closed', name: '颱風停班' }
    given(await perform(setCalendarDay, administrator, closed))
    await night(workspace.id, daysLater(1))
    expect(await clockOf(manager, taipei)).toMatchObject({ dueOn: '2026-12-03' })
    expect(await clockOf(manager, tainan)).toMatchObject({ dueOn: '2026-12-02' })
  })

  it('is nobody’s to ask for but an administrator’s, and touches no other workspace', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const refused = (code: string) => ({ ok: false, refusal: { code } })
    expect(await perform(turnStaleClocks, manager, { accountIds: [accountId] })).toMatchObject(refused('notAllowed'))
    const stranger = await newcomer('administrator')
    expect(await perform(turnStaleClocks, stranger, { accountIds: [accountId] })).toMatchObject(refused('notFound'))
  })
})
