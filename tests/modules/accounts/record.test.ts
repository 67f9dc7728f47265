import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { everyone } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { edit } from '@/lib/modules/accounts/commands'
import { addAddress, archiveAddress, editAddress, restoreAddress } from '@/lib/modules/accounts/commands-addresses'
import { restoreValue } from '@/lib/modules/accounts/commands-history'
import {
  archiveNote,
  noteCulture,
  removeExternalId,
  restoreNote,
  setExternalId,
  tellApart,
} from '@/lib/modules/accounts/commands-notes'
import { joinTeam, leaveTeam, stayOnTeam } from '@/lib/modules/accounts/commands-team'
import { evidence } from '@/lib/modules/accounts/evidence'
import { header } from '@/lib/modules/accounts/queries'
import { history } from '@/lib/modules/accounts/queries-history'
import { overview, team } from '@/lib/modules/accounts/queries-record'
import { aCompany, anAccount, codeOf, denied, done, refused } from './scene'

const note = { kind: 'etiquette', text: '第一次拜訪請帶伴手禮，勿談價格。', source: 'told', sourceDetail: '採購王小姐' }
const evidenceOf = (actor: Actor, indicator: string, accountId: string) =>
  ask(
    query({
      name: 'test.evidence',
      permission: { name: 'test.evidence', roles: everyone },
      input: z.strictObject({}),
      run: async (look) =>
        (
          await Promise.all(
            evidence.filter((each) => each.indicator === indicator).map((each) => each.run(look, { accountId })),
          )
        ).flat(),
    }),
    actor,
    {},
  )

describe('the team of an account', () => {
  it('says who serves it as what, employed how, from when to when, and is evidence of KRM-1.2', async () => {
    const { mine, other } = await aCompany()
    const accountId = await anAccount(mine)
    const contractor = {
      accountId,
      memberId: other.id,
      role: '陳列支援',
      employment: 'contractor',
      fromDay: '2026-03-02',
      toDay: '2099-12-31',
    }
    await done(joinTeam, mine, contractor)
    expect((await ask(team, mine, { accountId })).rows).toMatchObject([
      { member: '王大為', role: '陳列支援', employment: 'contractor', toDay: '2099-12-31' },
    ])
    expect((await ask(header, mine, { accountId })).team).toMatchObject([{ name: '王大為', role: '陳列支援' }])
    expect(await evidenceOf(mine, 'KRM-1.2', accountId)).toMatchObject([
      { memberId: other.id, subjectKind: 'accountTeam', day: '2026-03-02' },
    ])
  })

  it('gives access to a restricted account from joining until the day of leaving', async () => {
    const { mine, other } = await aCompany()
    const accountId = await anAccount(mine, { restricted: 'true' })
    expect(await denied(overview, other, { accountId })).toBe('notFound')
    await done(joinTeam, mine, { accountId, memberId: other.id, role: '協辦', employment: 'fullTime' })
    expect((await ask(overview, other, { accountId })).mayEdit).toBe(true)
    await done(leaveTeam, mine, { accountId, memberId: other.id })
    expect(await denied(overview, other, { accountId })).toBe('notFound')
    await done(stayOnTeam, mine, { accountId, memberId: other.id })
    expect((await ask(overview, other, { accountId })).mayEdit).toBe(true)
  })

  it('has each member once at a time, in an order of days that makes sense', async () => {
    const { mine, other, stranger } = await aCompany()
    const accountId = await anAccount(mine)
    const join = { accountId, memberId: other.id, role: '協辦', employment: 'fullTime' }
    expect(await codeOf(joinTeam, mine, { ...join, fromDay: '2026-03-02', toDay: '2026-03-01' })).toBe(
      'accounts.endsBeforeItBegins',
    )
    expect((await refused(joinTeam, mine, { ...join, memberId: stranger.id })).fields).toHaveProperty('memberId')
    expect(await codeOf(leaveTeam, mine, { accountId, memberId: other.id })).toBe('accounts.notOnTeam')
    await done(joinTeam, mine, { ...join, fromDay: '2026-03-02' })
    expect(await codeOf(joinTeam, mine, join)).toBe('accounts.alreadyOnTeam')
    expect(await codeOf(leaveTeam, mine, { accountId, memberId: other.id, toDay: '2026-03-01' })).toBe(
      'accounts.endsBeforeItBegan',
    )
  })

  it('is changed by those who may edit the account', async () => {
    const { mine, other, auditor, stranger } = await aCompany()
    const accountId = await anAccount(mine)
    const join = { accountId, memberId: other.id, role: '協辦', employment: 'fullTime' }
    expect(await codeOf(joinTeam, other, join)).toBe('notAllowed')
    expect(await codeOf(joinTeam, auditor, join)).toBe('notAllowed')
    expect(await codeOf(joinTeam, stranger, join)).toBe('notFound')
    expect(await codeOf(leaveTeam, stranger, { accountId, memberId: other.id })).toBe('notFound')
    expect(await codeOf(stayOnTeam, other, { accountId, memberId: other.id })).toBe('notAllowed')
  })
})

describe('addresses', () => {
  it('are added, changed, put away and brought back', async () => {
    const { mine } = await aCompany()
    const accountId = await anAccount(mine)
    const { id: addressId } = await done(addAddress, mine, {
      accountId,
      kind: 'delivery',
      city: '台中市',
      line: '工業一路 1 號',
    })
    await done(editAddress, mine, {
      accountId,
      addressId,
      version: 1,
      kind: 'plant',
      city: '台中市',
      line: '工業二路 2 號',
    })
    const shown = async () => (await ask(overview, mine, { accountId })).addresses.map(({ kind, line }) => [kind, line])
    expect(await shown()).toEqual([['plant', '工業二路 2 號']])
    await done(archiveAddress, mine, { accountId, addressId })
    expect(await shown()).toEqual([])
    await done(restoreAddress, mine, { accountId, addressId })
    expect(await shown()).toHaveLength(1)
  })

  it('say where, belong to their account, and are changed by those who may edit it', async () => {
    const { mine, other, stranger } = await aCompany()
    const [accountId, second] = [await anAccount(mine), await anAccount(mine, { name: '另一家' })]
    const address = { accountId, kind: 'office', city: '台北市' }
    expect((await refused(addAddress, mine, { accountId, kind: 'office' })).fields).toHaveProperty('line')
    const { id: addressId } = await done(addAddress, mine, address)
    for (const command of [archiveAddress, restoreAddress]) {
      expect(await codeOf(command, mine, { accountId: second, addressId })).toBe('notFound')
      expect(await codeOf(command, other, { accountId, addressId })).toBe('notAllowed')
      expect(await codeOf(command, stranger, { accountId, addressId })).toBe('notFound')
    }
    expect(await codeOf(editAddress, mine, { ...address, accountId: second, addressId })).toBe('notFound')
    expect(await codeOf(editAddress, other, { ...address, addressId })).toBe('notAllowed')
    expect(await codeOf(addAddress, stranger, address)).toBe('notFound')
  })
})

describe('culture and etiquette', () => {
  it('is noted with how we know it, and is evidence of BGM-1.1 for whoever noted it', async () => {
    const { mine } = await aCompany()
    const accountId = await anAccount(mine)
    expect((await refused(noteCulture, mine, { accountId, kind: 'etiquette', text: '不喝酒' })).fields).toHaveProperty(
      'source',
    )
    const { id } = await done(noteCulture, mine, { accountId, ...note })
    expect((await ask(overview, mine, { accountId })).notes).toMatchObject([
      { text: note.text, source: 'told', by: '林怡君' },
    ])
    expect(await evidenceOf(mine, 'BGM-1.1', accountId)).toMatchObject([
      { memberId: mine.id, subjectKind: 'accountNote', subjectId: id },
    ])
    await done(archiveNote, mine, { accountId, noteId: id })
    expect(await evidenceOf(mine, 'BGM-1.1', accountId)).toEqual([])
    await done(restoreNote, mine, { accountId, noteId: id })
    expect((await ask(overview, mine, { accountId })).notes).toHaveLength(1)
  })

  it('is read by those who serve the account, not by everybody', async () => {
    const { mine, other, lead, manager, auditor, stranger } = await aCompany()
    const accountId = await anAccount(mine)
    const { id: noteId } = await done(noteCulture, mine, { accountId, ...note })
    for (const actor of [mine, lead, manager, auditor])
      expect((await ask(overview, actor, { accountId })).notes).toHaveLength(1)
    expect((await ask(overview, other, { accountId })).notes).toEqual([])
    expect(JSON.stringify(await ask(history, other, { accountId }))).not.toContain('伴手禮')
    expect(JSON.stringify(await ask(history, mine, { accountId }))).toContain('伴手禮')
    expect(await codeOf(noteCulture, other, { accountId, ...note })).toBe('notAllowed')
    expect(await codeOf(archiveNote, other, { accountId, noteId })).toBe('notAllowed')
    expect(await codeOf(restoreNote, stranger, { accountId, noteId })).toBe('notFound')
  })
})

describe('numbers of other systems', () => {
  it('are kept one for each system, found by search, and belong to one account at a time', async () => {
    const { mine, other } = await aCompany()
    const [accountId, second] = [await anAccount(mine), await anAccount(other, { name: '另一家' })]
    const ids = async () =>
      (await ask(overview, mine, { accountId })).externalIds.map(({ source, value }) => [source, value])
    await done(setExternalId, mine, { accountId, source: 'ERP', value: 'C-001' })
    await done(setExternalId, mine, { accountId, source: 'ERP', value: 'C-002' })
    await done(setExternalId, mine, { accountId, source: '通路', value: 'C-001' })
    expect(await ids()).toEqual([
      ['ERP', 'C-002'],
      ['通路', 'C-001'],
    ])
    const refusal = await refused(setExternalId, other, { accountId: second, source: 'ERP', value: 'C-002' })
    expect(refusal.fieldSentences('en').value).toBe('“C-002” of ERP already belongs to 大安食品股份有限公司.')
    expect((await refused(setExternalId, mine, { accountId, source: 'ERP', value: '' })).fields).toHaveProperty('value')
    await done(removeExternalId, mine, { accountId, source: 'ERP' })
    expect(await codeOf(removeExternalId, other, { accountId, source: 'ERP' })).toBe('notAllowed')
    expect(await ids()).toEqual([['通路', 'C-001']])
    await done(setExternalId, other, { accountId: second, source: 'ERP', value: 'C-002' })
    expect(await codeOf(setExternalId, other, { accountId, source: 'ERP', value: '9' })).toBe('notAllowed')
  })

  it('do not name a restricted account to those who may not see it', async () => {
    const { mine, other } = await aCompany()
    const [hidden, second] = [await anAccount(mine, { name: '機密客戶', restricted: 'true' }), await anAccount(other)]
    await done(setExternalId, mine, { accountId: hidden, source: 'ERP', value: 'X' })
    const refusal = await refused(setExternalId, other, { accountId: second, source: 'ERP', value: 'X' })
    expect(refusal.sentence('zh-TW')).toBe('ERP 的「X」已屬於另一個客戶。')
  })
})

describe('accounts that look alike', () => {
  it('are shown to each other until somebody says that they differ, or one is a unit of the other', async () => {
    const { mine, other, stranger } = await aCompany()
    const businessNumber = '04595257'
    const [head, site, twin] = [
      await anAccount(mine, { name: '大安總公司', businessNumber }),
      await anAccount(mine, { name: '大安台中廠', businessNumber }),
      await anAccount(mine, { name: '大安貿易', businessNumber }),
    ]
    const alike = async (accountId: string) => (await ask(overview, mine, { accountId })).twins.map(({ id }) => id)
    expect(await alike(head)).toEqual([site, twin])
    await done(edit, mine, { accountId: site, parentId: head })
    expect(await alike(head)).toEqual([twin])
    expect(await alike(site)).toEqual([twin])
    await done(tellApart, mine, { accountId: twin, otherId: head })
    await done(tellApart, mine, { accountId: twin, otherId: head })
    expect(await alike(head)).toEqual([])
    expect(await alike(twin)).toEqual([site])
    expect(await codeOf(tellApart, mine, { accountId: twin, otherId: twin })).toBe('accounts.sameAccount')
    expect(await codeOf(tellApart, other, { accountId: twin, otherId: head })).toBe('notAllowed')
    expect(await codeOf(tellApart, mine, { accountId: twin, otherId: await anAccount(stranger) })).toBe('notFound')
  })
})

describe('the history of an account', () => {
  it('says who changed which field from what to what, and gives a value back', async () => {
    const { mine, manager, other } = await aCompany()
    const accountId = await anAccount(mine, { city: '台中市' })
    await done(edit, manager, { accountId, city: '高雄市', ownerId: other.id })
    const { entries } = await ask(history, mine, { accountId })
    expect(entries.map(({ event, by }) => [event, by])).toEqual([
      ['changed', '張經理'],
      ['added', '林怡君'],
    ])
    expect(entries[0]?.fields).toEqual([
      { field: 'ownerId', before: '林怡君', after: '王大為', restores: 'ownerId' },
      { field: 'city', before: '台中市', after: '高雄市', restores: 'city' },
    ])
    const changeId = entries[0]?.id ?? ''
    expect(await codeOf(restoreValue, mine, { accountId, changeId, field: 'city' })).toBe('notAllowed')
    await done(restoreValue, manager, { accountId, changeId, field: 'city' })
    expect((await ask(overview, manager, { accountId })).account.city).toBe('台中市')
    expect(await codeOf(restoreValue, manager, { accountId, changeId, field: 'phone' })).toBe('accounts.changeUnknown')
    expect(await codeOf(restoreValue, manager, { accountId, changeId: crypto.randomUUID(), field: 'city' })).toBe(
      'accounts.changeUnknown',
    )
  })

  it('includes team, addresses and numbers, and nothing of another company', async () => {
    const { mine, other, stranger } = await aCompany()
    const accountId = await anAccount(mine)
    await done(joinTeam, mine, { accountId, memberId: other.id, role: '協辦', employment: 'partTime' })
    await done(addAddress, mine, { accountId, kind: 'office', city: '台北市' })
    await done(setExternalId, mine, { accountId, source: 'ERP', value: '1' })
    const { entries } = await ask(history, mine, { accountId })
    expect(entries.map(({ subject }) => subject)).toEqual([
      'external_ids',
      'account_addresses',
      'account_team',
      'accounts',
    ])
    expect(entries[2]?.fields).toContainEqual({ field: 'memberId', before: null, after: '王大為', restores: null })
    expect(await denied(history, stranger, { accountId })).toBe('notFound')
  })

  it('is read page by page', async () => {
    const { mine } = await aCompany()
    const accountId = await anAccount(mine)
    for (let i = 0; i < 60; i++) await done(edit, mine, { accountId, note: `第 ${i} 版` })
    const first = await ask(history, mine, { accountId })
    expect(first.entries).toHaveLength(50)
    const second = await ask(history, mine, { accountId, before: first.older ?? '' })
    expect(second.entries).toHaveLength(11)
    expect(second.older).toBeNull()
  })
})
