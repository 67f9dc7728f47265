import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import { markAllRead, markRead, notify } from '@/lib/modules/notifications/commands'
import { mailUrgent, sendDigests } from '@/lib/modules/notifications/jobs'
import { list, unreadList } from '@/lib/modules/notifications/list'
import { unreadCount } from '@/lib/modules/notifications/queries'
import { newcomer, owner, person } from '@/tests/people'
import { about, digestTime, morning, settled, tell } from './scene'

const rowsOf = async (actor: Actor) => (await ask(list, actor, {})).rows

describe('a notification', () => {
  it('reaches the member it is for, in their own language', async () => {
    const manager = await newcomer('manager')
    const lead = await person('salesLead', { id: manager.workspaceId })
    await perform(tell, manager, about([lead.id]))
    expect(await rowsOf(lead)).toMatchObject([{ text: '交易條件待核准：大安食品', href: '/review', read: false }])
    expect(await rowsOf({ ...lead, locale: 'en' })).toMatchObject([{ text: 'Terms wait for approval: Daan Foods' }])
    expect(await rowsOf(manager)).toEqual([])
  })

  it('is told once under the same key, also by two at the same time', async () => {
    const manager = await newcomer('manager')
    const said = about([manager.id], { urgent: true })
    const done = await Promise.all([perform(tell, manager, said), perform(tell, manager, said)])
    expect(done.map(({ ok }) => ok)).toEqual([true, true])
    expect(await ask(unreadCount, manager, {})).toBe(1)
  })

  it('stays read when it is told again', async () => {
    const manager = await newcomer('manager')
    const said = about([manager.id])
    await perform(tell, manager, said)
    await perform(markAllRead, manager, {})
    await perform(tell, manager, said)
    expect(await ask(unreadCount, manager, {})).toBe(0)
  })

  it('is not told to members who left, nor to those of another workspace', async () => {
    const manager = await newcomer('manager')
    const left = await person('salesLead', { id: manager.workspaceId })
    const stranger = await newcomer('manager')
    await owner()`update members set status = 'deactivated', deactivated_at = now() where workspace_id = ${manager.workspaceId} and id = ${left.id}`
    expect(await perform(tell, manager, about([left.id, stranger.id]))).toMatchObject({
      ok: true,
      value: { memberIds: [] },
    })
    expect(await rowsOf(stranger)).toEqual([])
  })

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads out of the product: %s',
    async (href) => {
      const manager = await newcomer('manager')
      expect(await perform(tell, manager, about([manager.id], { href }))).toMatchObject({
        ok: false,
        refusal: { code: 'invalid' },
      })
    },
  )

  it('is marked as read by its own reader only', async () => {
    const manager = await newcomer('manager')
    const lead = await person('salesLead', { id: manager.workspaceId })
    const stranger = await newcomer('manager')
    await perform(tell, manager, about([lead.id]))
    const [row] = await rowsOf(lead)
    for (const other of [manager, stranger])
      expect(await perform(markRead, other, { notificationIds: row?.id })).toMatchObject({
        ok: true,
        value: { read: 0 },
      })
    expect(await perform(markRead, lead, { notificationIds: row?.id })).toMatchObject({ ok: true, value: { read: 1 } })
    expect((await ask(unreadList, lead, {})).rows).toEqual([])
    expect(await rowsOf(lead)).toMatchObject([{ read: true }])
  })

  it('waits no longer for anybody once its matter is settled', async () => {
    const manager = await newcomer('manager')
    const lead = await person('salesLead', { id: manager.workspaceId })
    const said = about([manager.id, lead.id])
    await perform(tell, manager, said)
    await perform(settled, manager, { subjectKind: said.subjectKind, subjectId: said.subjectId })
    expect([await ask(unreadCount, manager, {}), await ask(unreadCount, lead, {})]).toEqual([0, 0])
  })

  it('is told by neighbours, never from outside', async () => {
    const manager = await newcomer('manager')
    expect(await perform(notify, manager, about([manager.id]))).toMatchObject({
      ok: false,
      refusal: { code: 'notAllowed' },
    })
  })

  it('is counted to a hundred', async () => {
    const manager = await newcomer('manager')
    await owner()`insert into notifications (workspace_id, id, member_id, kind, text, href, subject_kind, subject_id, key)
      select ${manager.workspaceId}, gen_random_uuid(), ${manager.id}, 'x', '{"zh-TW":"一","en":"one"}', '/', 'x', gen_random_uuid(), n::text
      from generate_series(1, 150) n`
    expect(await ask(unreadCount, manager, {})).toBe(100)
    const first = await ask(unreadList, manager, {})
    expect(first.rows).toHaveLength(50)
    expect((await ask(unreadList, manager, { after: first.after ?? '' })).rows).toHaveLength(50)
  })
})

it('without a mail server nothing is marked as told, so that the first digest that can leave tells it', async () => {
  const manager = await newcomer('manager')
  await perform(tell, manager, about([manager.id], { urgent: true }), { now: morning })
  const [row] = await rowsOf(manager)
  const run = { jobId: randomUUID(), workspaceId: manager.workspaceId, now: digestTime }
  await runJob(mailUrgent, { ...run, payload: { notificationIds: [row?.id] } })
  await runJob(sendDigests, { ...run, payload: {} })
  const told = await owner()`select id from notification_deliveries where workspace_id = ${manager.workspaceId}`
  expect(told).toHaveLength(0)
})
