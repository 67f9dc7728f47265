import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { type Actor, workspaceActor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import {
  acknowledge,
  addNotice,
  draftNotices,
  editNotice,
  remindReaders,
  removeNotice,
  sendNotice,
} from '@/lib/modules/negotiations/commands-results'
import { remindOverdueReaders } from '@/lib/modules/negotiations/jobs'
import { areNoticesSent, myResults, overdueReaders, results } from '@/lib/modules/negotiations/queries-results'
import { newcomer, owner, person } from '@/tests/people'
import { done, noon, refusalOf } from '../terms/scene'
import { aScene, type Scene } from './scene'

const friday = noon('2026-11-20')
type Agreed = {
  key: string
  name: string
  termCode: string | null
  value: string
  unit: string | null
  kind?: string
  options?: { key: string; label: string }[]
}
const payment: Agreed = { key: 'pay', name: '付款天數', termCode: 'paymentDays', value: '60', unit: '天' }
const delivery: Agreed = { key: 'lead', name: '交期', termCode: 'leadTime', value: '3', unit: '天' }

/** What was agreed in a negotiation that is documented. */
async function agreedOn({ negotiationId, accountId, workspace }: Scene, agreed: Agreed[], state = 'documented') {
  for (const [position, { termCode, value, kind = 'numeric', options = [], ...issue }] of agreed.entries())
    await owner()`insert into negotiation_issues ${owner()({
      ...{ workspace_id: workspace.id, id: uuidv7(), negotiation_id: negotiationId, account_id: accountId },
      ...{ ...issue, position, kind, options: owner().json(options) as never, term_code: termCode },
      agreed_value: owner().json(value) as never,
    })}`
  await owner()`update negotiations set state = ${state} where id = ${negotiationId}`
}

async function drafted() {
  const scene = await aScene()
  await agreedOn(scene, [payment, delivery])
  await done(draftNotices, scene.keeper, { negotiationId: scene.negotiationId }, friday)
  const view = await ask(results, scene.keeper, { negotiationId: scene.negotiationId }, friday)
  const of = (audience: string) => view.notices.find((each) => each.audience === audience)?.id ?? ''
  return { ...scene, view, finance_: of('finance'), logistics_: of('logistics') }
}
const content = (memberIds: string[], more: object = {}) => ({
  ...{ message: '付款改 60 天', dueOn: '2026-11-30', embargoUntil: '', memberIds },
  ...more,
})
const told = async (memberId: string) => {
  const rows = await owner()`select text from notifications where member_id = ${memberId} order by created_at, id`
  return rows.map((row) => row.text['zh-TW'] as string)
}

describe('notices', () => {
  it('are drafted from what was agreed: finance of payment, logistics of delivery, due in two working days', async () => {
    const { view, finance, logistics } = await drafted()
    expect(
      view.notices.map(({ audience, dueOn, readers }) => [audience, dueOn, readers.map(({ memberId }) => memberId)]),
    ).toEqual([
      ['finance', '2026-11-24', [finance.id]],
      ['logistics', '2026-11-24', [logistics.id]],
    ])
    expect(view.notices[0]?.message).toContain('付款天數：60 天')
    expect(view.notices[0]?.message).not.toContain('交期')
    expect(view.undrafted).toEqual([])
  })

  it('say words as they were agreed, also those that look like a number or a yes', async () => {
    const scene = await aScene()
    const said = (key: string, value: string, more: object = {}) => ({
      ...{ key, name: key, termCode: null, unit: null, kind: 'text', value },
      ...more,
    })
    await agreedOn(scene, [
      said('附件', '60'),
      said('但書', 'true'),
      said('頻率', '2', { kind: 'ordinal', options: [{ key: '2', label: '每週兩次' }] }),
    ])
    await done(draftNotices, scene.keeper, { negotiationId: scene.negotiationId }, friday)
    const { notices } = await ask(results, scene.keeper, { negotiationId: scene.negotiationId }, friday)
    expect(notices.map(({ terms }) => terms.map(({ value }) => value))).toEqual([['60', 'true', '每週兩次']])
  })

  it('are drafted once only, and not before there is a result', async () => {
    const { keeper, negotiationId } = await drafted()
    expect(await refusalOf(draftNotices, keeper, { negotiationId }, friday)).toBe('negotiations.nothingToTell')
    await owner()`update negotiations set state = 'open' where id = ${negotiationId}`
    expect(await refusalOf(draftNotices, keeper, { negotiationId }, friday)).toBe('negotiations.noResultYet')
  })

  it('are written, changed, removed and sent by whoever leads the negotiation', async () => {
    const { colleague, logistics, finance_, negotiationId } = await drafted()
    const tried = (actor: Actor) =>
      Promise.all([
        refusalOf(draftNotices, actor, { negotiationId }, friday),
        refusalOf(addNotice, actor, { negotiationId, audience: 'other', ...content([logistics.id]) }, friday),
        refusalOf(editNotice, actor, { noticeId: finance_, ...content([logistics.id]) }, friday),
        refusalOf(removeNotice, actor, { noticeId: finance_ }, friday),
        refusalOf(sendNotice, actor, { noticeId: finance_ }, friday),
      ])
    for (const actor of [colleague, logistics]) expect(new Set(await tried(actor))).toEqual(new Set(['notAllowed']))
    expect(new Set(await tried(await newcomer('manager')))).toEqual(new Set(['notFound']))
  })

  it('are read by those who work on them until they are sent, then by whoever sees the account', async () => {
    const { keeper, manager, colleague, finance, negotiationId, finance_ } = await drafted()
    const seen = async (actor: Actor) => {
      const { notices, undrafted } = await ask(results, actor, { negotiationId }, friday)
      return { audiences: notices.map(({ audience }) => audience), undrafted }
    }
    const whole = { audiences: ['finance', 'logistics'], undrafted: [] }
    for (const actor of [keeper, manager]) expect(await seen(actor)).toEqual(whole)
    for (const actor of [colleague, finance]) expect(await seen(actor)).toEqual({ audiences: [], undrafted: [] })
    await done(sendNotice, keeper, { noticeId: finance_ }, friday)
    for (const actor of [colleague, finance])
      expect(await seen(actor)).toEqual({ audiences: ['finance'], undrafted: [] })
  })

  it('have readers who may be told, a deadline ahead, and an embargo before it', async () => {
    const { keeper, workspace, finance, finance_, negotiationId } = await drafted()
    const auditor = await person('auditor', workspace, { name: '查帳員' })
    const edit = (memberIds: string[], more: object = {}) =>
      refusalOf(editNotice, keeper, { noticeId: finance_, ...content(memberIds, more) }, friday)
    expect(await edit([auditor.id])).toBe('negotiations.readerUnknown')
    expect(await edit([finance.id], { dueOn: '2026-11-19' })).toBe('negotiations.dueBehind')
    expect(await edit([finance.id], { embargoUntil: '2026-12-01' })).toBe('negotiations.embargoAfterDue')
    expect(await edit([])).toBe('invalid')
    expect(await edit([finance.id])).toBe(null)
    const other = { negotiationId, audience: 'other', ...content([finance.id]) }
    expect(await refusalOf(addNotice, keeper, other, friday)).toBe(null)
  })
})

describe('sending', () => {
  it('tells each reader once with the agreed values, and asks for acknowledgement in two working days', async () => {
    const { keeper, finance, finance_, negotiationId } = await drafted()
    await done(sendNotice, keeper, { noticeId: finance_ }, friday)
    expect(await told(finance.id)).toHaveLength(1)
    expect((await told(finance.id))[0]).toContain('付款天數 60 天')
    expect(await refusalOf(sendNotice, keeper, { noticeId: finance_ }, friday)).toBe('negotiations.sentAlready')
    expect(await ask(myResults, finance, {}, friday)).toMatchObject([{ negotiationId, dueOn: '2026-11-24' }])
  })

  it('waits for the approval, and for the day that was agreed on', async () => {
    const { keeper, finance, finance_, negotiationId } = await drafted()
    const at = (day: string) => refusalOf(sendNotice, keeper, { noticeId: finance_ }, noon(day))
    await owner()`update negotiations set state = 'agreedInPrinciple' where id = ${negotiationId}`
    expect(await at('2026-11-20')).toBe('negotiations.notApprovedYet')
    await owner()`update negotiations set state = 'approved' where id = ${negotiationId}`
    const embargo = content([finance.id], { embargoUntil: '2026-11-25' })
    await done(editNotice, keeper, { noticeId: finance_, ...embargo }, friday)
    expect(await at('2026-11-24')).toBe('negotiations.embargoed')
    expect(await told(finance.id)).toEqual([])
    expect(await at('2026-11-25')).toBe(null)
  })

  it('is done only when nothing waits: closing asks for that', async () => {
    const { keeper, finance_, logistics_, negotiationId } = await drafted()
    const sent = () =>
      inTransaction(keeper, 'read only', (tx) => areNoticesSent({ tx, actor: keeper, now: friday }, negotiationId))
    await done(sendNotice, keeper, { noticeId: finance_ }, friday)
    expect(await sent()).toBe(false)
    await done(removeNotice, keeper, { noticeId: logistics_ }, friday)
    expect(await sent()).toBe(false)
    await done(draftNotices, keeper, { negotiationId }, friday)
    const { notices } = await ask(results, keeper, { negotiationId }, friday)
    await done(sendNotice, keeper, { noticeId: notices.at(-1)?.id }, friday)
    expect(await sent()).toBe(true)
    expect(await refusalOf(removeNotice, keeper, { noticeId: finance_ }, friday)).toBe('negotiations.sentStays')
  })
})

describe('an acknowledgement', () => {
  it('is the reader’s, with a comment, and fills the coverage', async () => {
    const { keeper, finance, logistics, finance_, negotiationId } = await drafted()
    expect(await refusalOf(acknowledge, finance, { noticeId: finance_ }, friday)).toBe('negotiations.notForYou')
    await done(sendNotice, keeper, { noticeId: finance_ }, friday)
    expect(await refusalOf(acknowledge, logistics, { noticeId: finance_ }, friday)).toBe('negotiations.notForYou')
    expect(await refusalOf(acknowledge, await newcomer('manager'), { noticeId: finance_ }, friday)).toBe('notFound')
    await done(acknowledge, finance, { noticeId: finance_, comment: '已更新系統' }, friday)
    const { notices } = await ask(results, keeper, { negotiationId }, friday)
    expect(notices[0]).toMatchObject({
      coverage: '100',
      readers: [{ status: 'acknowledged', comment: '已更新系統', on: '2026-11-20' }],
    })
    expect(await ask(myResults, finance, {}, friday)).toEqual([])
  })

  it('is asked again by a new edition, which is sent again', async () => {
    const { keeper, finance, finance_, negotiationId } = await drafted()
    await done(sendNotice, keeper, { noticeId: finance_ }, friday)
    await done(acknowledge, finance, { noticeId: finance_ }, friday)
    await done(editNotice, keeper, { noticeId: finance_, ...content([finance.id]) }, friday)
    const { notices } = await ask(results, keeper, { negotiationId }, friday)
    expect(notices[0]).toMatchObject({ edition: 2, sentOn: null, readers: [{ status: 'pending' }] })
    await done(sendNotice, keeper, { noticeId: finance_ }, friday)
    expect(await told(finance.id)).toHaveLength(2)
    expect(await ask(myResults, finance, {}, friday)).toHaveLength(1)
  })

  it('that is overdue is reminded of by the daily job, once a week, and listed', async () => {
    const { keeper, finance, finance_, negotiationId, workspace } = await drafted()
    await done(sendNotice, keeper, { noticeId: finance_ }, friday)
    const run = (day: string) =>
      remindOverdueReaders.run({ input: {}, now: noon(day), workspaceId: workspace.id, jobId: 'j' })
    await run('2026-11-24')
    expect(await told(finance.id)).toHaveLength(1)
    await run('2026-11-25')
    await run('2026-11-26')
    expect(await told(finance.id)).toHaveLength(2)
    await run('2026-12-02')
    expect(await told(finance.id)).toHaveLength(3)
    const { notices } = await ask(results, keeper, { negotiationId }, noon('2026-11-25'))
    expect(notices[0]).toMatchObject({ coverage: '0', readers: [{ status: 'overdue' }] })
    const readerIds = await ask(overdueReaders, workspaceActor(workspace.id), {}, noon('2026-11-25'))
    const byHand = await person('administrator', workspace)
    expect(await refusalOf(remindReaders, byHand, { readerIds }, friday)).toBe('negotiations.notByHand')
    expect(await refusalOf(remindReaders, keeper, { readerIds }, friday)).toBe('notAllowed')
  })
})
