import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import { archive } from '@/lib/modules/accounts/commands'
import { log } from '@/lib/modules/interactions/commands'
import { turnStaleClocks } from '@/lib/modules/interactions/commands-nightly'
import { followTier, turnClocksNightly } from '@/lib/modules/interactions/jobs'
import { setCalendarDay, setTier } from '@/lib/modules/workspace/commands-settings'
import { tierSettingsList } from '@/lib/modules/workspace/queries-settings'
import { aWorkspace, newcomer, owner, person } from '@/tests/people'
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

describe('a tier that is served at another interval', () => {
  const change = async (administrator: Actor, contactEveryDays: number) => {
    const tier = (await ask(tierSettingsList, administrator, {})).find(({ code }) => code === 'A')
    const settings = { tierId: tier?.id, version: tier?.version, contactEveryDays, slots: tier?.slots, confirms: 'on' }
    given(await perform(setTier, administrator, settings))
    const queued = await owner()<{ data: { tier: string } }[]>`
      select data from pgboss.job where name = 'workspace.tierChanged'
        and data->>'workspaceId' = ${administrator.workspaceId} order by created_on`
    return queued.map(({ data }) => data)
  }
  const follow = async (workspaceId: string, payload: object) =>
    runJob(followTier, { jobId: 'tier', workspaceId, payload, now: daysLater(1) })

  it('takes the due days of all its accounts along, chunk by chunk, archived ones too, and of no other tier', async () => {
    const workspace = await aWorkspace()
    const manager = await person('accountManager', workspace)
    const administrator = await person('administrator', workspace)
    const talked = await anAccount(manager)
    given(await perform(log, manager, { accountId: talked, channel: 'call', summary: '問候' }, { now: wednesday }))
    const away = await anAccount(manager, { name: '封存的客戶' })
    given(await perform(archive, manager, { accountId: away }))
    const other = await anAccount(manager, { name: 'B 級客戶', tier: 'B' })
    const many = Array.from({ length: 230 }, (_, index) => ({
      workspace_id: workspace.id,
      id: uuidv7(),
      name: `客戶 ${index}`,
      name_key: `客戶${index}`,
      owner_id: manager.id,
      tier: 'A',
      created_at: wednesday,
      due_on: '2026-12-02',
    }))
    await owner()`insert into accounts ${owner()(many)}`

    const [queued, ...others] = await change(administrator, 7)
    expect([queued, others]).toEqual([{ tier: 'A', workspaceId: workspace.id }, []])
    await follow(workspace.id, queued ?? {})
    const due = await owner()<{ due_on: string; count: number }[]>`
      select due_on::text, count(*)::int as count from accounts
      where workspace_id = ${workspace.id} and tier = 'A' group by 1`
    expect(due).toEqual([{ due_on: '2026-11-25', count: 232 }])
    expect(await clockOf(manager, other)).toMatchObject({ dueOn: '2026-12-18' })
  })

  it('asks for nothing when the interval stays as it is', async () => {
    expect(await change(await newcomer('administrator'), 14)).toEqual([])
  })
})
