import { describe, expect, it } from 'vitest'
import { ask } from '@/lib/kernel/perform'
import { add, archive, edit, restore } from '@/lib/modules/contacts/commands'
import { join } from '@/lib/modules/contacts/commands-affiliations'
import { list } from '@/lib/modules/contacts/list'
import { byId } from '@/lib/modules/contacts/queries'
import { lookalikes } from '@/lib/modules/contacts/queries-find'
import { peopleOf } from '@/lib/modules/contacts/queries-people'
import { aWorkspace, newcomer, owner, person } from '@/tests/people'
import { anAccount, aPerson, done, found, postOf, refused } from './scene'

const daming = {
  displayName: '王大明',
  englishName: 'David Wang',
  honorific: '經理',
  language: 'nan',
  channel: 'line',
  title: '採購經理',
  department: '採購部',
  decisionRole: 'decides',
  influence: 5,
  stance: 'supports',
  noticeSource: '名片',
  noticeOn: '2026-03-02',
  points: [
    { kind: 'mobile', value: '0912-345-678', preferred: true },
    { kind: 'email', value: 'DaMing@daan.example' },
    { kind: 'line', value: '' },
    { kind: 'phone', value: '總機轉採購' },
  ],
} as const

describe('a person is added', () => {
  it('with their post and every way to reach them, in one go', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const { id } = await done(add, manager, { accountId, ...daming, points: [...daming.points] })
    const view = await ask(byId, manager, { personId: id })
    expect(view).toMatchObject({
      familyName: '王',
      givenName: '大明',
      language: 'nan',
      noticeOn: '2026-03-02',
      mayEdit: true,
    })
    expect(view.posts).toMatchObject([
      { title: '採購經理', decisionRole: 'decides', influence: 5, toDay: null, main: true },
    ])
    expect(view.points.map(({ kind, shown, link, checked }) => [kind, shown, link, checked])).toEqual([
      ['mobile', '0912 345 678', 'tel:+886912345678', true],
      ['email', 'DaMing@daan.example', 'mailto:daming@daan.example', true],
      ['phone', '總機轉採購', null, false],
    ])
  })

  it('not without a name, and the refusal stands beside its field', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const refusal = await refused(add, manager, { accountId })
    expect(refusal.fieldSentences('zh-TW')).toEqual({ displayName: '請輸入姓名。' })
  })

  it('by nobody who may not change the account, and into no account of another company', async () => {
    const workspace = await aWorkspace()
    const accountId = await anAccount(await person('accountManager', workspace))
    const outsider = await person('accountManager', workspace)
    const specialist = await person('specialist', workspace)
    const stranger = await newcomer('manager')
    expect((await refused(add, outsider, { accountId, displayName: '王大明' })).code).toBe('contacts.notYours')
    expect((await refused(add, specialist, { accountId, displayName: '王大明' })).code).toBe('notAllowed')
    expect((await refused(add, stranger, { accountId, displayName: '王大明' })).code).toBe('notFound')
  })

  it('by an assistant for any account that they can see', async () => {
    const workspace = await aWorkspace()
    const accountId = await anAccount(await person('accountManager', workspace))
    const assistant = await person('salesAssistant', workspace)
    expect(await aPerson(assistant, accountId)).toBeTruthy()
  })

  it('only with colleagues of the account above them and members of our company as counterpart', async () => {
    const manager = await newcomer('accountManager')
    const [here, there] = [await anAccount(manager), await anAccount(manager, { name: '松山電子' })]
    const elsewhere = await aPerson(manager, there, { displayName: '李小華' })
    const stranger = await newcomer('accountManager')
    const boss = { accountId: here, displayName: '王大明', reportsToId: elsewhere }
    expect((await refused(add, manager, boss)).code).toBe('contacts.reportsElsewhere')
    const counterpart = { accountId: here, displayName: '王大明', ownerId: stranger.id }
    expect((await refused(add, manager, counterpart)).code).toBe('contacts.unknownOwner')
  })

  it('with no field that nobody knows, and nothing of it is kept', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const extra = { accountId, displayName: '王大明', nameKey: 'x', workspaceId: manager.workspaceId } as never
    expect((await refused(add, manager, extra)).code).toBe('invalid')
    expect((await ask(list, manager, {})).rows).toEqual([])
  })

  it('not into an archived account', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    await owner()`update accounts set archived_at = now() where id = ${accountId}`
    expect((await refused(add, manager, { accountId, displayName: '王大明' })).code).toBe('contacts.accountArchived')
  })
})

describe('somebody who looks known', () => {
  it('by e-mail, mobile or name at the account is proposed, never forced', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const other = await anAccount(manager, { name: '松山電子' })
    const id = await aPerson(manager, accountId, { points: [{ kind: 'email', value: 'ann@daan.example' }] })
    const byName = { accountId, displayName: '王 大明' }
    const byMail = {
      accountId: other,
      displayName: '王小明',
      points: [{ kind: 'email' as const, value: 'ANN@daan.example' }],
    }
    for (const input of [byName, byMail]) {
      const refusal = await refused(add, manager, input)
      expect(refusal.code).toBe('contacts.looksKnown')
      expect(refusal.sentence('zh-TW')).toContain('王大明（大安食品股份有限公司）')
    }
    expect(await done(add, manager, { ...byName, addAnyway: true })).toBeTruthy()
    const found = await ask(lookalikes, manager, { accountId, name: '王大明' })
    expect(found.map((each) => each.id)).toContain(id)
  })

  it('is not anybody who only shares a mailbox or a name at another account', async () => {
    const manager = await newcomer('accountManager')
    const [here, there] = [await anAccount(manager), await anAccount(manager, { name: '松山電子' })]
    await aPerson(manager, here, { points: [{ kind: 'email', value: 'info@group.example' }] })
    expect(await aPerson(manager, there, { points: [{ kind: 'email', value: 'info@group.example' }] })).toBeTruthy()
  })
})

describe('a person is edited', () => {
  it('field by field; what is not named stays, and what is blank is cleared', async () => {
    const manager = await newcomer('accountManager')
    const personId = await aPerson(manager, await anAccount(manager), {
      honorific: '經理',
      note: '喜歡烏龍茶',
      doNotContact: true,
    })
    await done(edit, manager, { personId, version: 1, note: '', englishName: 'David' })
    expect(await ask(byId, manager, { personId })).toMatchObject({
      displayName: '王大明',
      honorific: '經理',
      note: null,
      englishName: 'David',
      doNotContact: true,
    })
    await done(edit, manager, { personId, version: 2, doNotContact: ['false'] as never })
    expect((await ask(byId, manager, { personId })).doNotContact).toBe(false)
  })

  it('by two people at once: different fields merge, the same field is refused with the other value', async () => {
    const workspace = await aWorkspace()
    const [one, two] = [await person('manager', workspace), await person('manager', workspace)]
    const personId = await aPerson(one, await anAccount(one))
    await done(edit, one, { personId, version: 1, honorific: '經理' })
    await done(edit, two, { personId, version: 1, englishName: 'David' })
    const refusal = await refused(edit, two, { personId, version: 1, honorific: '先生' })
    expect(refusal.code).toBe('changedMeanwhile')
    expect(refusal.fieldSentences('zh-TW')).toEqual({ honorific: '已被改為「經理」。' })
    expect(await ask(byId, one, { personId })).toMatchObject({ honorific: '經理', englishName: 'David' })
  })

  it('by one of fifty who save the same version with different words', async () => {
    const manager = await newcomer('manager')
    const personId = await aPerson(manager, await anAccount(manager))
    const saves = Array.from({ length: 50 }, (_, i) =>
      done(edit, manager, { personId, version: 1, note: `第 ${i} 版` }),
    )
    const won = (await Promise.allSettled(saves)).filter((result) => result.status === 'fulfilled')
    expect(won).toHaveLength(1)
  })

  it('by nobody of another account or company', async () => {
    const workspace = await aWorkspace()
    const owning = await person('accountManager', workspace)
    const personId = await aPerson(owning, await anAccount(owning))
    const change = { personId, version: 1, note: '改' }
    expect((await refused(edit, await person('accountManager', workspace), change)).code).toBe('contacts.notYours')
    expect((await refused(edit, await person('auditor', workspace), change)).code).toBe('notAllowed')
    expect((await refused(edit, await newcomer('manager'), change)).code).toBe('notFound')
  })
})

describe('an archived person', () => {
  it('leaves lists and search, keeps everything, and comes back with it', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const personId = await aPerson(manager, accountId, { points: [{ kind: 'mobile', value: '0912345678' }] })
    const before = await ask(byId, manager, { personId })
    await done(archive, manager, { personId })
    expect((await ask(list, manager, {})).rows).toEqual([])
    expect(await found(manager, { q: '大明' })).toEqual([])
    expect((await ask(peopleOf, manager, { accountId })).here).toEqual([])
    expect((await ask(byId, manager, { personId })).archived).toBe(true)
    expect((await refused(edit, manager, { personId, version: 2, note: '改' })).code).toBe('contacts.personArchived')
    await done(restore, manager, { personId })
    expect(await ask(byId, manager, { personId })).toEqual({ ...before, version: before.version + 2 })
    expect(await found(manager, { q: '大明' })).toHaveLength(1)
  })

  it('is archived by nobody without the right', async () => {
    const workspace = await aWorkspace()
    const owning = await person('accountManager', workspace)
    const personId = await aPerson(owning, await anAccount(owning))
    const outsider = await person('accountManager', workspace)
    const stranger = await newcomer('manager')
    for (const command of [archive, restore]) {
      expect((await refused(command, outsider, { personId })).code).toBe('contacts.notYours')
      expect((await refused(command, await person('specialist', workspace), { personId })).code).toBe('notAllowed')
      expect((await refused(command, stranger, { personId })).code).toBe('notFound')
    }
  })
})

describe('people of a restricted account', () => {
  it('are seen by those who may see the account, and by nobody else, anywhere', async () => {
    const workspace = await aWorkspace()
    const lead = await person('salesLead', workspace)
    const owning = await person('accountManager', workspace, { reportsTo: lead })
    const outsider = await person('accountManager', workspace)
    const accountId = await anAccount(owning, { restricted: true })
    const personId = await aPerson(owning, accountId, { points: [{ kind: 'email', value: 'secret@daan.example' }] })
    for (const actor of [owning, lead, await person('manager', workspace), await person('auditor', workspace)])
      expect((await ask(byId, actor, { personId })).displayName).toBe('王大明')
    await expect(ask(byId, outsider, { personId })).rejects.toMatchObject({ code: 'notFound' })
    await expect(ask(peopleOf, outsider, { accountId })).rejects.toMatchObject({ code: 'notFound' })
    expect((await ask(list, outsider, {})).rows).toEqual([])
    expect((await ask(list, outsider, { q: '大明' })).rows).toEqual([])
    expect(await found(outsider, { q: 'secret@daan' })).toEqual([])
    expect(await found(outsider, { accountId })).toEqual([])
    expect(await found(outsider, { id: personId })).toEqual([])
    expect((await refused(edit, outsider, { personId, version: 1, note: 'x' })).code).toBe('notFound')
  })

  it('who also work at an open account are seen without the restricted one', async () => {
    const workspace = await aWorkspace()
    const boss = await person('manager', workspace)
    const outsider = await person('accountManager', workspace)
    const hidden = await anAccount(boss, { restricted: true, name: '祕密電子' })
    const open = await anAccount(boss)
    const personId = await aPerson(boss, hidden)
    await done(join, boss, { personId, accountId: open })
    const view = await ask(byId, outsider, { personId })
    expect(view.posts.map((post) => post.account.name)).toEqual(['大安食品股份有限公司'])
    const [row] = (await ask(list, outsider, {})).rows
    expect(row).toMatchObject({ account: null, accountId: null, title: null, owner: null })
    expect(await postOf(boss, personId, hidden)).toBeTruthy()
  })
})
