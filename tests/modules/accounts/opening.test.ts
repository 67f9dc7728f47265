import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { keepClock } from '@/lib/modules/accounts/commands-clock'
import { open, openMany } from '@/lib/modules/accounts/commands-open'
import { twins } from '@/lib/modules/accounts/queries'
import { overview } from '@/lib/modules/accounts/queries-record'
import { newcomer } from '@/tests/people'
import { aCompany, anAccount, codeOf, done, found, refused, rowOf } from './scene'

const thursday = new Date('2026-03-05T02:00:00Z')

describe('opening an account', () => {
  it('asks for a name and a kind only; whoever opens it owns it, and its first contact is due by its tier', async () => {
    const { mine } = await aCompany()
    const { id } = await done(open, mine, { name: ' 大安食品股份有限公司 ', kind: 'customer' }, thursday)
    expect(await rowOf(mine, id)).toMatchObject({
      name: '大安食品股份有限公司',
      name_key: '大安食品',
      owner_id: mine.id,
      tier: 'C',
      status: 'active',
      business_number: null,
      restricted: false,
      version: 1,
    })
    expect((await ask(overview, mine, { accountId: id })).account.dueOn).toBe('2026-06-03')
    const bare = await refused(open, mine, { name: '  ' })
    expect(Object.keys(bare.fields).sort()).toEqual(['kind', 'name'])
    expect(bare.fieldSentences('zh-TW').name).toBe('請填寫此欄位。')
  })

  it('moves the first due day from a weekend to the next workday', async () => {
    const { mine } = await aCompany()
    const id = await anAccount(mine, { tier: 'A' }, new Date('2026-03-07T02:00:00Z'))
    expect((await ask(overview, mine, { accountId: id })).account.dueOn).toBe('2026-03-23')
  })

  it.each([
    ['04595257', '04595257'],
    ['０４５９－５２５７', '04595257'],
    ['', null],
  ])('keeps the business number %s as %s', async (typed, kept) => {
    const mine = await newcomer('accountManager')
    const id = await anAccount(mine, { businessNumber: typed })
    expect((await rowOf(mine, id)).business_number).toBe(kept)
  })

  it.each([
    ['12345678', '統一編號檢查碼不正確，請與發票核對。'],
    ['1234567', '統一編號為八位數字。'],
    ['00000000', '八個零不是統一編號；沒有統一編號時請留空。'],
  ])('refuses the business number %s in a sentence beside its field', async (typed, sentence) => {
    const mine = await newcomer('accountManager')
    const refusal = await refused(open, mine, { name: '大安食品', kind: 'customer', businessNumber: typed })
    expect(refusal.fieldSentences('zh-TW')).toEqual({ businessNumber: sentence })
  })

  it('is refused to those who only read, and an assistant names the owner', async () => {
    const { assistant, auditor, mine } = await aCompany()
    const account = { name: '大安食品', kind: 'customer' }
    expect(await codeOf(open, auditor, account)).toBe('notAllowed')
    expect((await refused(open, assistant, account)).fieldSentences('en')).toEqual({
      ownerId: 'Choose who will own this account.',
    })
    const { id } = await done(open, assistant, { ...account, ownerId: mine.id })
    expect((await rowOf(mine, id)).owner_id).toBe(mine.id)
  })

  it('refuses an unknown tier, an owner and a parent of another company, and fields that nobody asked for', async () => {
    const { mine, stranger } = await aCompany()
    const theirs = await anAccount(stranger)
    const account = { name: '大安食品', kind: 'customer' }
    expect(await codeOf(open, mine, { ...account, tier: 'Z' })).toBe('accounts.tierUnknown')
    expect((await refused(open, mine, { ...account, ownerId: stranger.id })).fields).toHaveProperty('ownerId')
    expect((await refused(open, mine, { ...account, parentId: theirs })).fields).toHaveProperty('parentId')
    for (const field of ['workspaceId', 'version', 'nameKey', 'dueOn', 'createdAt', 'archivedAt'])
      expect((await refused(open, mine, { ...account, [field]: '1' })).fields).toHaveProperty(field)
  })

  it.each(['NUL\u0000', 'half \ud83d'])('refuses text that cannot be stored: %j', async (name) => {
    const mine = await newcomer('accountManager')
    expect((await refused(open, mine, { name, kind: 'customer' })).fields).toHaveProperty('name')
  })

  it('makes it findable at once by any of its names and numbers', async () => {
    const mine = await newcomer('accountManager')
    await anAccount(mine, { name: '臺灣鴻海', englishName: 'Hon Hai', businessNumber: '04541302', city: '新北市' })
    for (const text of ['鴻', '鴻海', '台灣鴻', 'hon h', '04541302', '新北'])
      expect(await found(mine, text)).toEqual(['臺灣鴻海'])
  })

  it('proposes accounts that look the same: same number first, then the same name in another spelling', async () => {
    const { mine, stranger } = await aCompany()
    await anAccount(stranger, { name: '大安食品', businessNumber: '04595257' })
    const byName = await anAccount(mine, { name: '大安食品（股）公司' })
    const byNumber = await anAccount(mine, { name: '大安物流', businessNumber: '04595257' })
    const proposed = await ask(twins, mine, { name: '大安食品股份有限公司', businessNumber: '０４５９５２５７' })
    expect(proposed.map(({ id, by }) => [id, by])).toEqual([
      [byNumber, 'businessNumber'],
      [byName, 'name'],
    ])
    expect(await ask(twins, mine, { name: '' })).toEqual([])
  })
})

describe('what only neighbours call', () => {
  it('cannot be performed by itself', async () => {
    const mine = await newcomer('manager')
    const accountId = await anAccount(mine)
    expect(await codeOf(openMany, mine, { accounts: [] })).toBe('notAllowed')
    const clock = {
      lastTwoWayAt: null,
      lastTwoWayId: null,
      lastContactAt: null,
      nextPlannedAt: null,
      nextPlannedId: null,
    }
    expect(await codeOf(keepClock, mine, { accountId, ...clock, dueOn: '2026-01-01' })).toBe('notAllowed')
  })
})
