import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask, perform } from '@/lib/kernel/perform'
import { log, withdraw } from '@/lib/modules/interactions/commands'
import { contactLog } from '@/lib/modules/interactions/list'
import { prefill } from '@/lib/modules/interactions/queries'
import { byId, latest, ofPerson, timeline } from '@/lib/modules/interactions/queries-timeline'
import { aWorkspace, newcomer, person } from '@/tests/people'
import { anAccount, given, somebodyAt, wednesday } from './scene'

const now = wednesday
const logged = async (actor: Actor, accountId: string, more: object = {}) =>
  given(await perform(log, actor, { accountId, channel: 'call', summary: '聯繫', ...more }, { now })).id
const told = async (actor: Actor, accountId: string, more: object = {}) =>
  (await ask(timeline, actor, { accountId, ...more })).rows.map((row) => row.summary)

describe('the timeline of an account', () => {
  it('tells plans first, then what happened, latest first, without what was taken back', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    await logged(manager, accountId, { summary: '上週', day: '2026-11-11' })
    await logged(manager, accountId, { summary: '下週', day: '2026-11-25' })
    await logged(manager, accountId, { summary: '今天' })
    const mistake = await logged(manager, accountId, { summary: '打錯' })
    given(await perform(withdraw, manager, { interactionId: mistake }, { now }))
    expect(await told(manager, accountId)).toEqual(['下週', '今天', '上週'])
    expect((await ask(latest, manager, { accountId, most: 2 })).map((row) => row.summary)).toEqual(['下週', '今天'])
  })

  it('narrows by channel, person, member, two-way, planned and text', async () => {
    const workspace = await aWorkspace()
    const [manager, colleague] = [await person('accountManager', workspace), await person('specialist', workspace)]
    const accountId = await anAccount(manager)
    const wang = await somebodyAt(manager, accountId, '王大明')
    await logged(manager, accountId, { summary: '電話談交期', personIds: [wang], day: '2026-11-16' })
    await logged(colleague, accountId, { summary: '寄檢驗報告', channel: 'mail', day: '2026-11-17' })
    await logged(manager, accountId, { summary: '約訪', channel: 'visit', day: '2026-11-30' })
    expect(await told(manager, accountId, { channel: 'mail,visit' })).toEqual(['約訪', '寄檢驗報告'])
    expect(await told(manager, accountId, { person: wang })).toEqual(['電話談交期'])
    expect(await told(manager, accountId, { speaker: colleague.id })).toEqual(['寄檢驗報告'])
    expect(await told(manager, accountId, { twoWay: 'false' })).toEqual(['寄檢驗報告'])
    expect(await told(manager, accountId, { planned: 'true' })).toEqual(['約訪'])
    expect(await told(manager, accountId, { q: '交期' })).toEqual(['電話談交期'])
    expect(await told(manager, accountId, { q: '沒有這個' })).toEqual([])
    expect(await told(manager, accountId, { happenedAt: '2026-11-16..2026-11-16' })).toEqual(['電話談交期'])
  })

  it('goes on and back by pages, each contact exactly once', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    for (let number = 0; number < 65; number++)
      await logged(manager, accountId, { summary: `第 ${number} 次`, day: '2026-11-02' })
    const pages: string[][] = []
    for (let after: string | null | undefined; after !== null; ) {
      const page = await ask(timeline, manager, { accountId, ...(after ? { after } : {}) })
      pages.push(page.rows.map((row) => row.id))
      after = page.after
    }
    expect(pages.map((page) => page.length)).toEqual([30, 30, 5])
    expect(new Set(pages.flat()).size).toBe(65)
    const second = await ask(timeline, manager, {
      accountId,
      after: (await ask(timeline, manager, { accountId })).after ?? '',
    })
    const first = await ask(timeline, manager, { accountId, before: second.before ?? '' })
    expect(first.rows.map((row) => row.id)).toEqual(pages[0])
  })

  it('of a restricted account is told to its owner, team, lead and those who see everything only', async () => {
    const workspace = await aWorkspace()
    const [manager, other] = [await person('accountManager', workspace), await person('accountManager', workspace)]
    const auditor = await person('auditor', workspace)
    const accountId = await anAccount(manager, { restricted: true })
    const interactionId = await logged(manager, accountId)
    await expect(ask(timeline, other, { accountId })).rejects.toMatchObject({ code: 'notFound' })
    await expect(ask(byId, other, { interactionId })).rejects.toMatchObject({ code: 'notFound' })
    expect((await ask(contactLog, other, {})).rows).toEqual([])
    expect((await ask(contactLog, other, { q: '聯繫' })).rows).toEqual([])
    expect(await ask(latest, other, { accountId })).toEqual([])
    expect(await ask(byId, auditor, { interactionId })).toMatchObject({ mayChange: false })
  })

  it('is unknown to another workspace', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const interactionId = await logged(manager, accountId)
    const stranger = await newcomer('manager')
    await expect(ask(timeline, stranger, { accountId })).rejects.toMatchObject({ code: 'notFound' })
    await expect(ask(byId, stranger, { interactionId })).rejects.toMatchObject({ code: 'notFound' })
    await expect(ask(timeline, stranger, { accountId: "' or 1=1 --" })).rejects.toMatchObject({ code: 'notFound' })
    expect((await ask(contactLog, stranger, {})).rows).toEqual([])
  })
})

describe('the contact log', () => {
  it('lists contacts of all accounts, latest first, with people and speaker, and finds them by one character', async () => {
    const manager = await newcomer('accountManager')
    const [food, tech] = [await anAccount(manager), await anAccount(manager, { name: '信義電子' })]
    const wang = await somebodyAt(manager, food, '王大明')
    await logged(manager, food, { summary: '談交期', personIds: [wang], day: '2026-11-10' })
    await logged(manager, tech, { summary: '報價', topics: ['漲價'] })
    const all = await ask(contactLog, manager, {})
    expect(all.rows).toMatchObject([
      { account: '信義電子', summary: '報價', people: '' },
      { account: '大安食品股份有限公司', summary: '談交期', people: '王大明', speaker: manager.name },
    ])
    expect((await ask(contactLog, manager, { q: '漲' })).rows).toMatchObject([{ summary: '報價' }])
    expect((await ask(contactLog, manager, { account: food })).rows).toMatchObject([{ summary: '談交期' }])
  })
})

describe('the contacts of a person', () => {
  it('are told across accounts, latest first, but not those of accounts out of sight', async () => {
    const workspace = await aWorkspace()
    const [manager, other] = [await person('accountManager', workspace), await person('accountManager', workspace)]
    const [open, secret] = [await anAccount(manager), await anAccount(manager, { name: '機密客戶', restricted: true })]
    const personId = await somebodyAt(manager, open, '王大明')
    await logged(manager, open, { summary: '公開', personIds: [personId], day: '2026-11-10' })
    await logged(manager, secret, { summary: '機密', personIds: [personId], day: '2026-11-11' })
    const toldTo = async (actor: Actor) => (await ask(ofPerson, actor, { personId })).rows.map((row) => row.summary)
    expect(await toldTo(manager)).toEqual(['機密', '公開'])
    expect(await toldTo(other)).toEqual(['公開'])
    await expect(ask(ofPerson, await newcomer('manager'), { personId })).rejects.toMatchObject({ code: 'notFound' })
  })
})

describe('what the quick log starts with', () => {
  it('is the account logged on last, its people as one calls them, its last channel and topics', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    await somebodyAt(manager, accountId, '王大明')
    await logged(manager, accountId, { channel: 'visit', topics: ['交期'] })
    expect(await ask(prefill, manager, {})).toMatchObject({
      account: { id: accountId, name: '大安食品股份有限公司' },
      people: [{ name: '王大明', names: expect.arrayContaining(['王大明', '大明']) }],
      channel: 'visit',
      topics: ['交期'],
      members: [],
      me: { id: manager.id },
    })
  })

  it('is nothing on the first day, and offers the members only to who enters for others', async () => {
    const workspace = await aWorkspace()
    const assistant = await person('salesAssistant', workspace)
    expect(await ask(prefill, assistant, {})).toMatchObject({ account: null, people: [], channel: null })
    expect((await ask(prefill, assistant, {})).members).toHaveLength(1)
    await expect(ask(prefill, await person('auditor', workspace), {})).rejects.toMatchObject({ code: 'notAllowed' })
  })

  it('never shows an account out of sight', async () => {
    const workspace = await aWorkspace()
    const [manager, other] = [await person('accountManager', workspace), await person('accountManager', workspace)]
    const accountId = await anAccount(manager, { restricted: true })
    expect(await ask(prefill, other, { accountId })).toMatchObject({ account: null, people: [] })
  })
})
