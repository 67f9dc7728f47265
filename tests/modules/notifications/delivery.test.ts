import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { runJob } from '@/lib/kernel/worker'
import { deliverNotice } from '@/lib/modules/mail/jobs'
import type { NoticeRequest } from '@/lib/modules/mail/model'
import { recentMails } from '@/lib/modules/mail/queries'
import { writeNotice } from '@/lib/modules/mail/rules-letters'
import { submitProcedure, writeProcedure } from '@/lib/modules/needs/commands-procedures'
import { mailDigest, markAllRead, setDigest } from '@/lib/modules/notifications/commands'
import { mailUrgent, sendDigests } from '@/lib/modules/notifications/jobs'
import { preference, unreadCount } from '@/lib/modules/notifications/queries'
import { signInOwner } from '@/tests/kernel/identity-people'
import { mailServer } from '@/tests/modules/mail/mail-server'
import { newcomer, owner, person } from '@/tests/people'
import { about, digestTime, morning, tell } from './scene'

describe('by mail', () => {
  let server: Awaited<ReturnType<typeof mailServer>>
  beforeAll(async () => {
    server = await mailServer()
    process.env.SMTP_URL = server.url
    process.env.MAIL_FROM = 'Accord <accord@example.com>'
  })
  afterAll(() => server.end())

  const letters = async (actor: Actor) =>
    (
      await owner()<{ id: string; data: NoticeRequest }[]>`
        select id, data from pgboss.job where name = 'mail.noticed' and data ->> 'workspaceId' = ${actor.workspaceId} order by created_on`
    ).map(({ data, id }) => ({ id, data }))
  const digests = (actor: Actor, now: Date) =>
    runJob(sendDigests, { jobId: randomUUID(), workspaceId: actor.workspaceId, payload: {}, now })
  const urgent = async (actor: Actor, now = morning) => {
    const events = await owner()<{ data: object }[]>`
      select data from pgboss.job where name = 'notifications.urgent' and data ->> 'workspaceId' = ${actor.workspaceId}`
    for (const { data } of events)
      await runJob(mailUrgent, { jobId: randomUUID(), workspaceId: actor.workspaceId, payload: data, now })
  }

  it('an urgent matter leaves at once, once, and not again with the digest', async () => {
    const manager = await newcomer('manager')
    await perform(tell, manager, about([manager.id], { urgent: true }), { now: morning })
    await urgent(manager)
    await urgent(manager)
    await digests(manager, digestTime)
    expect((await letters(manager)).map(({ data }) => data.kind)).toEqual(['notice'])
  })

  it('an urgent matter that was read meanwhile is not mailed', async () => {
    const manager = await newcomer('manager')
    await perform(tell, manager, about([manager.id], { urgent: true }), { now: morning })
    await perform(markAllRead, manager, {})
    await urgent(manager)
    expect(await letters(manager)).toEqual([])
  })

  it('the rest waits for half past seven and comes as one letter, once a day', async () => {
    const manager = await newcomer('manager')
    for (let count = 0; count < 3; count++) await perform(tell, manager, about([manager.id]), { now: morning })
    await digests(manager, new Date('2026-11-23T23:00:00Z'))
    expect(await letters(manager)).toEqual([])
    await digests(manager, digestTime)
    await digests(manager, digestTime)
    const sent = await letters(manager)
    expect(sent.map(({ data }) => [data.kind, data.items.length])).toEqual([['digest', 3]])
    await perform(tell, manager, about([manager.id]), { now: new Date('2026-11-24T01:00:00Z') })
    await digests(manager, new Date('2026-11-24T02:00:00Z'))
    expect(await letters(manager)).toHaveLength(1)
    await digests(manager, new Date('2026-11-24T23:30:00Z'))
    expect((await letters(manager)).map(({ data }) => data.items.length)).toEqual([3, 1])
  })

  it('a digest that was missed leaves later on the same day, without what came after its hour', async () => {
    const manager = await newcomer('manager')
    await perform(tell, manager, about([manager.id]), { now: morning })
    await perform(tell, manager, about([manager.id]), { now: new Date('2026-11-24T01:00:00Z') })
    await digests(manager, new Date('2026-11-24T05:00:00Z'))
    expect((await letters(manager)).map(({ data }) => data.items.length)).toEqual([1])
  })

  it('a member who wants no digest is still told urgent matters that no letter could tell before', async () => {
    const manager = await newcomer('manager')
    expect(await perform(setDigest, manager, { digestHour: '' })).toMatchObject({ ok: true })
    expect(await ask(preference, manager, {})).toEqual({ digestHour: null })
    await perform(tell, manager, about([manager.id]), { now: morning })
    await digests(manager, digestTime)
    expect(await letters(manager)).toEqual([])
    await perform(tell, manager, about([manager.id], { urgent: true }), { now: morning })
    await digests(manager, digestTime)
    expect((await letters(manager)).map(({ data }) => data.items.length)).toEqual([1])
  })

  it('an hour is one of those offered', async () => {
    const manager = await newcomer('manager')
    expect(await perform(setDigest, manager, { digestHour: '8' })).toMatchObject({ ok: true })
    expect(await perform(setDigest, manager, { digestHour: '9' })).toMatchObject({ ok: true })
    expect(await perform(setDigest, manager, { digestHour: '3' })).toMatchObject({ ok: false })
    expect(await ask(preference, manager, {})).toEqual({ digestHour: 9 })
  })

  it('members who left get none', async () => {
    const manager = await newcomer('manager')
    const lead = await person('salesLead', { id: manager.workspaceId })
    await perform(tell, manager, about([lead.id]), { now: morning })
    await owner()`update members set status = 'deactivated' where workspace_id = ${manager.workspaceId} and id = ${lead.id}`
    await digests(manager, digestTime)
    expect(await letters(manager)).toEqual([])
  })

  it('only the job states what was mailed', async () => {
    const administrator = await newcomer('administrator')
    expect(await perform(mailDigest, administrator, { memberId: administrator.id })).toMatchObject({
      ok: false,
      refusal: { code: 'notAllowed' },
    })
  })

  it('an approval that waits reaches its approver at once, and not before it is asked for', async () => {
    const lead = await newcomer('salesLead')
    const manager = await person('manager', { id: lead.workspaceId })
    const words = { kind: 'every', title: '需求查證通則', body: '由他人查核', checklist: '數字可重算' }
    const written = await perform(writeProcedure, manager, words, { now: morning })
    if (!written.ok) throw written.refusal
    await urgent(lead)
    expect(await letters(lead)).toEqual([])
    await perform(submitProcedure, manager, { procedureVersionId: written.value.id }, { now: morning })
    await urgent(lead)
    expect((await letters(lead)).map(({ data }) => [data.kind, data.memberId])).toEqual([['notice', lead.id]])
  })

  it('comes in each member’s own language: both letters about the same matter differ', async () => {
    const { actor: reader, workspace } = await signInOwner('salesLead')
    const { actor: englishReader } = await signInOwner('salesLead', { workspace })
    const teller = await person('manager', workspace)
    await owner()`update identities set locale = 'zh-TW' where id = ${reader.identityId}`
    await owner()`update identities set locale = 'en' where id = ${englishReader.identityId}`
    await perform(tell, teller, about([reader.id, englishReader.id]), { now: morning })
    await digests(teller, digestTime)
    const said = new Map((await letters(teller)).map(({ data }) => [data.memberId, [data.locale, data.items[0]?.text]]))
    expect(said.get(reader.id)).toEqual(['zh-TW', '交易條件待核准：大安食品'])
    expect(said.get(englishReader.id)).toEqual(['en', 'Terms wait for approval: Daan Foods'])
  })

  it('what the mail server refuses is shown as failed, and stays with the reader', async () => {
    const manager = await newcomer('manager')
    const administrator = await person('administrator', { id: manager.workspaceId })
    await perform(tell, manager, about([manager.id]), { now: morning })
    await digests(manager, digestTime)
    const [letter] = await letters(manager)
    server.state.refuses = true
    const run = { jobId: letter?.id ?? '', workspaceId: manager.workspaceId, payload: letter?.data, now: digestTime }
    await expect(runJob(deliverNotice, run)).rejects.toThrow()
    server.state.refuses = false
    expect(await ask(recentMails, administrator, {})).toMatchObject([{ kind: 'digest', status: 'failed' }])
    expect(await ask(unreadCount, manager, {})).toBe(1)
  })

  it('each letter names every matter with its link into the product, in the reader’s language', async () => {
    const manager = await newcomer('manager')
    await perform(tell, manager, about([manager.id], { href: '/review?run=1&x="><b>' }), { now: morning })
    await digests(manager, digestTime)
    const [letter] = await letters(manager)
    const before = server.received.length
    for (const jobId of [letter?.id ?? '', letter?.id ?? ''])
      await runJob(deliverNotice, { jobId, workspaceId: manager.workspaceId, payload: letter?.data, now: digestTime })
    expect(server.received).toHaveLength(before + 1)
    expect(letter?.data.items).toEqual([{ text: '交易條件待核准：大安食品', path: '/review?run=1&x="><b>' }])
    const { text, html } = writeNotice({ ...(letter?.data as NoticeRequest), company: '和泰' }, 'https://crm.example')
    expect(text).toContain('• 交易條件待核准：大安食品\n  https://crm.example/review?run=1')
    expect(html).toContain('https://crm.example/review?run=1&amp;x=&quot;&gt;&lt;b&gt;')
  })
})
