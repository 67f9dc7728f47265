import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { archive, restore } from '@/lib/modules/accounts/commands'
import { archiveMany, assignMany, restoreMany } from '@/lib/modules/accounts/commands-bulk'
import { setExternalId } from '@/lib/modules/accounts/commands-notes'
import { list } from '@/lib/modules/accounts/list'
import { overview } from '@/lib/modules/accounts/queries-record'
import { aCompany, anAccount, codeOf, done, found, refused, rowOf } from './scene'

describe('archiving and restoring', () => {
  it('takes an account out of list and search and brings it back as it was', async () => {
    const { mine } = await aCompany()
    const accountId = await anAccount(mine, { city: '台中市' })
    await done(setExternalId, mine, { accountId, source: 'ERP', value: 'C-001' })
    const before = await rowOf(mine, accountId)
    await done(archive, mine, { accountId })
    expect(await found(mine, '大安')).toEqual([])
    expect((await ask(list, mine, {})).rows).toEqual([])
    expect((await ask(list, mine, { archived: 'true' })).rows).toHaveLength(1)
    expect((await ask(list, mine, { archived: 'true', q: '食品' })).rows).toHaveLength(1)
    expect((await ask(list, mine, { archived: 'true', q: '電子' })).rows).toHaveLength(0)
    await done(archive, mine, { accountId })
    await done(restore, mine, { accountId })
    await done(restore, mine, { accountId })
    const { version: _, ...after } = await rowOf(mine, accountId)
    expect({ ...after, version: before.version }).toEqual(before)
    expect(await found(mine, 'C-001')).toEqual(['大安食品股份有限公司'])
    expect((await ask(overview, mine, { accountId })).externalIds).toMatchObject([{ source: 'ERP', value: 'C-001' }])
  })

  it('is refused to those who may not edit, and does not exist for another company', async () => {
    const { mine, other, auditor, stranger } = await aCompany()
    const accountId = await anAccount(mine)
    for (const command of [archive, restore]) {
      expect(await codeOf(command, other, { accountId })).toBe('notAllowed')
      expect(await codeOf(command, auditor, { accountId })).toBe('notAllowed')
      expect(await codeOf(command, stranger, { accountId })).toBe('notFound')
    }
    expect((await rowOf(mine, accountId)).archived_at).toBeNull()
  })

  it('explains which account took the place meanwhile, and restores anyway when told so', async () => {
    const { mine } = await aCompany()
    const accountId = await anAccount(mine, { businessNumber: '04595257' })
    await done(archive, mine, { accountId })
    await anAccount(mine, { name: '大安新公司', businessNumber: '04595257' })
    const refusal = await refused(restore, mine, { accountId })
    expect(refusal.code).toBe('accounts.twinExists')
    expect(refusal.sentence('zh-TW')).toBe(
      '此後已有名稱或統一編號相同的「大安新公司」。請開啟該客戶，或仍要還原這一筆。',
    )
    await done(restore, mine, { accountId, anyway: 'true' })
    expect((await rowOf(mine, accountId)).archived_at).toBeNull()
  })

  it('frees the number of another system, and says whose it is when the account comes back', async () => {
    const { mine } = await aCompany()
    const accountId = await anAccount(mine, { name: '舊客戶' })
    await done(setExternalId, mine, { accountId, source: 'ERP', value: 'C-001' })
    await done(archive, mine, { accountId })
    const taker = await anAccount(mine, { name: '新客戶' })
    await done(setExternalId, mine, { accountId: taker, source: 'ERP', value: 'C-001' })
    const refusal = await refused(restore, mine, { accountId })
    expect(refusal.sentence('zh-TW')).toBe('ERP 的「C-001」已屬於「新客戶」。')
    expect((await rowOf(mine, accountId)).archived_at).not.toBeNull()
  })
})

describe('a batch', () => {
  it('changes what one may change and lists every other account with its reason', async () => {
    const { mine, other, stranger } = await aCompany()
    const [yours, archived, theirs] = [
      await anAccount(mine),
      await anAccount(mine, { name: '已封存' }),
      await anAccount(other),
    ]
    const foreign = await anAccount(stranger)
    await done(archive, mine, { accountId: archived })
    const unknown = crypto.randomUUID()
    const accountIds = [yours, archived, theirs, foreign, unknown]
    const result = await done(assignMany, mine, { accountIds, ownerId: other.id })
    expect(result.done).toEqual([yours])
    expect(result.left).toEqual([
      { id: archived, name: '已封存', reason: 'archived' },
      { id: theirs, name: '大安食品股份有限公司', reason: 'notAllowed' },
      { id: foreign, name: null, reason: 'notFound' },
      { id: unknown, name: null, reason: 'notFound' },
    ])
    expect((await rowOf(stranger, foreign)).owner_id).toBe(stranger.id)
  })

  it('archives and is taken back, except where a number was given to another account', async () => {
    const { manager } = await aCompany()
    const [first, second] = [await anAccount(manager, { name: '甲' }), await anAccount(manager, { name: '乙' })]
    await done(setExternalId, manager, { accountId: second, source: 'ERP', value: '2' })
    const put = await done(archiveMany, manager, { accountIds: [first, second] })
    expect(put).toEqual({ done: [first, second], left: [] })
    expect(await found(manager, '甲')).toEqual([])
    const taker = await anAccount(manager, { name: '丙' })
    await done(setExternalId, manager, { accountId: taker, source: 'ERP', value: '2' })
    const back = await done(restoreMany, manager, { accountIds: [first, second, taker] })
    expect(back.done).toEqual([first])
    expect(back.left.map(({ id, reason }) => [id, reason])).toEqual([
      [taker, 'notArchived'],
      [second, 'externalIdTaken'],
    ])
    expect(await found(manager, '甲')).toEqual(['甲'])
  })

  it('is refused whole to those without the right, and to an owner from elsewhere', async () => {
    const { mine, auditor, stranger } = await aCompany()
    const accountId = await anAccount(mine)
    expect(await codeOf(archiveMany, auditor, { accountIds: [accountId] })).toBe('notAllowed')
    expect(await codeOf(assignMany, mine, { accountIds: [accountId], ownerId: stranger.id })).toBe(
      'accounts.ownerUnknown',
    )
    expect((await refused(archiveMany, mine, { accountIds: [] })).fields).toHaveProperty('accountIds')
    expect((await rowOf(mine, accountId)).version).toBe(1)
  })
})
