import { describe, expect, it } from 'vitest'
import { type Actor, workspaceActor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import { announceDelegation, delegate, endDelegation } from '@/lib/modules/approvals/commands-delegations'
import { announce } from '@/lib/modules/approvals/jobs'
import { delegationsToAnnounce } from '@/lib/modules/approvals/queries-story'
import { announcementDue } from '@/lib/modules/approvals/rules-delegations'
import { owner } from '../../people'
import { company, done, refusalOf } from './scene'

const friday = new Date('2026-03-06T02:00:00Z')
const on = (day: string) => new Date(`${day}T04:05:00+08:00`)
const absence = { startsOn: '2026-03-09', endsOn: '2026-03-10', reason: '出差' }

async function away() {
  const people = await company()
  const { lead, finance } = people
  const { delegationId } = await done(perform(delegate, lead, { ...absence, toId: finance.id }, { now: friday }))
  const hour = (now: Date) => runJob(announce, { jobId: 'test', workspaceId: lead.workspaceId, payload: {}, now })
  const told = async ({ id, workspaceId }: Actor) =>
    (
      await owner()<{ text: string }[]>`select text->>'zh-TW' as text from notifications
        where workspace_id = ${workspaceId} and member_id = ${id} and kind = 'approvalDelegation' order by created_at, id`
    ).map(({ text }) => text)
  return { ...people, delegationId, hour, told }
}

describe('the beginning and the end of a delegation', () => {
  it('are told to both on their day, however often the product looks', async () => {
    const { lead, finance, hour, told } = await away()
    await hour(on('2026-03-08'))
    expect(await told(lead)).toEqual([])
    for (const day of ['2026-03-09', '2026-03-09', '2026-03-10']) await hour(on(day))
    const began = '自今日起由 周財務 代理 陳主管 核決，至 2026/3/10 止。'
    expect(await told(lead)).toEqual([began])
    expect((await told(finance)).at(-1)).toBe(began)
    for (const day of ['2026-03-11', '2026-03-11', '2026-03-20']) await hour(on(day))
    const over = '周財務 代理 陳主管 核決已結束。'
    expect(await told(lead)).toEqual([began, over])
    expect((await told(finance)).slice(-2)).toEqual([began, over])
  })

  it('are told to the other at once when one ends it early, and not again at its day', async () => {
    const { lead, finance, delegationId, hour, told } = await away()
    await hour(on('2026-03-09'))
    await done(perform(endDelegation, lead, { delegationId }, { now: on('2026-03-09') }))
    await done(perform(endDelegation, finance, { delegationId }, { now: on('2026-03-10') }))
    await hour(on('2026-03-12'))
    expect((await told(finance)).filter((text) => text.includes('已結束'))).toHaveLength(1)
    expect((await told(lead)).filter((text) => text.includes('已結束'))).toHaveLength(0)
  })

  it('are announced by the product only, in its own workspace', async () => {
    const { lead, manager, delegationId } = await away()
    const administrator = { ...manager, roles: ['administrator' as const] }
    expect(await refusalOf(perform(announceDelegation, administrator, { delegationId }))).toBe(
      'approvals.onlyTheProduct',
    )
    expect(await refusalOf(perform(announceDelegation, lead, { delegationId }))).toBe('notAllowed')
    const stranger = (await company()).workspace.id
    expect(await refusalOf(perform(announceDelegation, workspaceActor(stranger), { delegationId }))).toBe('notFound')
    expect(await ask(delegationsToAnnounce, workspaceActor(stranger), {}, on('2026-03-09'))).toEqual([])
  })

  it('are not said of one whose time passed before anybody could say that it began', () => {
    const delegation = {
      fromId: 'a',
      toId: 'b',
      startsAt: on('2026-03-09'),
      endsAt: on('2026-03-11'),
      endedAt: null,
      subjectKinds: null,
    }
    expect(announcementDue({ ...delegation, announced: 'none' }, on('2026-03-12'))).toBeNull()
    expect(announcementDue({ ...delegation, announced: 'none' }, on('2026-03-09'))).toBe('started')
    expect(announcementDue({ ...delegation, announced: 'started' }, on('2026-03-11'))).toBe('ended')
    expect(announcementDue({ ...delegation, announced: 'ended' }, on('2026-03-12'))).toBeNull()
  })
})
