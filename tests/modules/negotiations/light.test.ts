import { describe, expect, it } from 'vitest'
import { ask, perform } from '@/lib/kernel/perform'
import { editTalk, setThresholds, talk } from '@/lib/modules/negotiations/commands-light'
import { list } from '@/lib/modules/negotiations/list'
import { byId, ofAccount } from '@/lib/modules/negotiations/queries'
import { settings } from '@/lib/modules/negotiations/queries-settings'
import { formalReasons, noThresholds, titleOf } from '@/lib/modules/negotiations/rules-light'
import { list as notificationList } from '@/lib/modules/notifications/list'
import { newcomer, owner, person } from '@/tests/people'
import { done, refusalOf } from '../terms/scene'
import { aScene } from './scene'

const small = { asked: '每箱降 2 元', gave: '降 1 元', got: '多訂 200 箱', result: 'partly' }

describe('a small talk', () => {
  it('is one line, logged as a contact of the account, found again and counted', async () => {
    const { keeper, accountId } = await aScene()
    const { negotiationId } = await done(talk, keeper, { accountId, ...small })
    expect(await ask(byId, keeper, { negotiationId })).toMatchObject({
      path: 'light',
      state: 'closed',
      title: '每箱降 2 元',
      talk: { gave: '降 1 元', got: '多訂 200 箱', result: 'partly', mayEdit: true },
    })
    const [contact] = await owner()`select channel, summary from interactions where account_id = ${accountId}`
    expect(contact).toEqual({
      channel: 'call',
      summary: '要求：每箱降 2 元\n給予：降 1 元\n換得：多訂 200 箱\n結果：部分同意',
    })
    expect((await ask(list, keeper, { path: 'light', q: '200 箱' })).rows.map(({ id }) => id)).toEqual([negotiationId])
    expect(await ask(ofAccount, keeper, { accountId })).toMatchObject({
      lightTalks: 1,
      open: [{ title: '明年度交易條件' }],
    })
  })

  it('belongs to the contact that it was part of, if that was with the same account', async () => {
    const { keeper, accountId } = await aScene()
    const first = await done(talk, keeper, { accountId, ...small })
    const [contact] = await owner()<{ id: string }[]>`select id from interactions where account_id = ${accountId}`
    await done(talk, keeper, { accountId, ...small, interactionId: contact?.id })
    expect(await owner()`select id from interactions where account_id = ${accountId}`).toHaveLength(1)
    const other = await newcomer('accountManager')
    expect(await refusalOf(talk, other, { accountId, ...small, interactionId: contact?.id })).toBe('notFound')
    expect(first.negotiationId).toBeTruthy()
  })

  it('stays open until somebody says what came of it', async () => {
    const { keeper, colleague, accountId } = await aScene()
    const { negotiationId } = await done(talk, keeper, { accountId, ...small, result: 'open' })
    expect(await ask(byId, keeper, { negotiationId })).toMatchObject({ state: 'open' })
    expect(await refusalOf(editTalk, colleague, { negotiationId, ...small })).toBe('notAllowed')
    await done(editTalk, keeper, { negotiationId, ...small, result: 'agreed' })
    expect(await ask(byId, keeper, { negotiationId })).toMatchObject({ state: 'closed', talk: { result: 'agreed' } })
    const stranger = await newcomer('manager')
    expect(await refusalOf(editTalk, stranger, { negotiationId, ...small })).toBe('notFound')
  })

  it('does not change a formal negotiation', async () => {
    const { keeper, negotiationId } = await aScene()
    expect(await refusalOf(editTalk, keeper, { negotiationId, ...small })).toBe('negotiations.notLight')
  })

  it('above the threshold says that the formal workspace is due, and opens it with all that was typed', async () => {
    const { keeper, lead, accountId } = await aScene()
    await done(setThresholds, lead, { formalFrom: '１,０００,０００', formalTerms: ['annualRebate'], noticeDays: '3' })
    const large = { accountId, ...small, expectedValue: '1000000', termCode: 'annualRebate' }
    const refused = await perform(talk, keeper, large)
    expect(refused.ok || [refused.refusal.code, Object.keys(refused.refusal.fields)]).toEqual([
      'negotiations.formalDue',
      ['expectedValue', 'termCode'],
    ])
    const { negotiationId } = await done(talk, keeper, { ...large, formal: 'true' })
    expect(await ask(byId, keeper, { negotiationId })).toMatchObject({
      path: 'formal',
      state: 'planning',
      expectedValue: '1000000',
      talk: { asked: '每箱降 2 元', gave: '降 1 元', got: '多訂 200 箱', termCode: 'annualRebate' },
    })
  })

  it('above the threshold is kept for those who cannot open the workspace, and whoever serves the account is told', async () => {
    const { keeper, lead, accountId, workspace } = await aScene()
    const assistant = await person('salesAssistant', workspace, { name: '王小美' })
    await done(setThresholds, lead, { formalFrom: '0', noticeDays: '3' })
    await done(talk, assistant, { accountId, ...small, expectedValue: '0' })
    expect((await ask(notificationList, keeper, {})).rows[0]?.text).toContain('已達正式協商的門檻')
    expect(await refusalOf(talk, assistant, { accountId, ...small, formal: 'true' })).toBe('notAllowed')
  })

  it('is not for auditors, nor about an account of another company', async () => {
    const { accountId, workspace } = await aScene()
    const auditor = await person('auditor', workspace, { name: '查核' })
    expect(await refusalOf(talk, auditor, { accountId, ...small })).toBe('notAllowed')
    expect(await refusalOf(talk, await newcomer('manager'), { accountId, ...small })).toBe('notFound')
  })
})

describe('the thresholds of small talks', () => {
  const large = { expectedValue: '500000', tier: 'A', termCode: 'paymentDays' }

  it('ask for nothing while nobody set them', () => expect(formalReasons(large, noThresholds)).toEqual([]))

  it('count the threshold itself, and an unset value never', () => {
    const thresholds = { ...noThresholds, formalFrom: '500000' }
    expect(formalReasons(large, thresholds)).toEqual(['expectedValue'])
    expect(formalReasons({ ...large, expectedValue: '499999.9999' }, thresholds)).toEqual([])
    expect(formalReasons({ ...large, expectedValue: null }, thresholds)).toEqual([])
    expect(formalReasons({ ...large, expectedValue: '0' }, { ...thresholds, formalFrom: '0' })).toEqual([
      'expectedValue',
    ])
  })

  it('look at tier and kind of term', () => {
    const thresholds = { ...noThresholds, formalTiers: ['A'], formalTerms: ['paymentDays'] }
    expect(formalReasons(large, thresholds)).toEqual(['tier', 'termCode'])
    expect(formalReasons({ ...large, tier: 'B', termCode: null }, thresholds)).toEqual([])
  })

  it('are set by leads and managers of the company', async () => {
    const { keeper, lead } = await aScene()
    expect(await refusalOf(setThresholds, keeper, { noticeDays: '2' })).toBe('notAllowed')
    expect(await refusalOf(setThresholds, lead, { noticeDays: '0' })).toBe('invalid')
    expect(await refusalOf(setThresholds, lead, { formalFrom: '-1', noticeDays: '2' })).toBe('invalid')
    const { version } = await done(setThresholds, lead, { formalFrom: '100', formalTiers: ['A'], noticeDays: '2' })
    await done(setThresholds, lead, { version, formalFrom: '', formalTiers: [], noticeDays: '4' })
    expect(await ask(settings, keeper, {})).toMatchObject({ formalFrom: null, formalTiers: [], noticeDays: 4 })
    expect(await ask(settings, await newcomer('manager'), {})).toMatchObject({ id: null, noticeDays: 2 })
  })
})

describe('the title of a small talk', () => {
  it('is the first line of what was asked, cut between characters', () => {
    expect(titleOf('每箱降 2 元\n因為原料跌價')).toBe('每箱降 2 元')
    expect([...titleOf('𠮷'.repeat(100))]).toHaveLength(60)
  })
})
