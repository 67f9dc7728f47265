import { describe, expect, it } from 'vitest'
import { ask, perform } from '@/lib/kernel/perform'
import { archive, assignOwner, edit } from '@/lib/modules/accounts/commands'
import { joinTeam } from '@/lib/modules/accounts/commands-team'
import { overview } from '@/lib/modules/accounts/queries-record'
import { person } from '@/tests/people'
import { aCompany, anAccount, codeOf, done, found, refused, rowOf } from './scene'

const onTeam = { role: '協辦', employment: 'fullTime' }

describe('editing an account', () => {
  it('changes what is named, leaves the rest, clears what is emptied, and keeps what follows in step', async () => {
    const { mine } = await aCompany()
    const accountId = await anAccount(mine, { city: '台中市', phone: '04-2222-3333' }, new Date('2026-03-05T02:00:00Z'))
    await done(edit, mine, { accountId, version: '1', name: '大同電子', phone: '', tier: 'A' })
    expect(await rowOf(mine, accountId)).toMatchObject({
      name: '大同電子',
      name_key: '大同電子',
      city: '台中市',
      phone: null,
      tier: 'A',
    })
    expect(await found(mine, '大安')).toEqual([])
    expect(await found(mine, '大同')).toEqual(['大同電子'])
  })

  it('counts the due day anew when the tier changes', async () => {
    const { mine } = await aCompany()
    const accountId = await anAccount(mine)
    const before = (await ask(overview, mine, { accountId })).account
    const due = async () => (await ask(overview, mine, { accountId })).account.dueOn
    await done(edit, mine, { accountId, tier: 'A' })
    expect((await due()) < before.dueOn).toBe(true)
    await done(edit, mine, { accountId, tier: 'C' })
    expect(await due()).toBe(before.dueOn)
  })

  it('merges what two people change in different fields, and refuses the second change of the same field with both values', async () => {
    const { mine, manager } = await aCompany()
    const accountId = await anAccount(mine)
    await done(edit, manager, { accountId, version: 1, city: '高雄市', tier: 'B' })
    await done(edit, mine, { accountId, version: 1, industry: '食品', tier: 'C' })
    const refusal = await refused(edit, mine, { accountId, version: 1, city: '台南市' })
    expect(refusal.code).toBe('changedMeanwhile')
    expect(refusal.fieldSentences('zh-TW')).toEqual({ city: '已被改為「高雄市」。' })
    expect(await rowOf(mine, accountId)).toMatchObject({ city: '高雄市', industry: '食品', tier: 'B' })
  })

  it('lets exactly one of many saves of the same version of a field win', async () => {
    const { mine } = await aCompany()
    const accountId = await anAccount(mine)
    const saves = Array.from({ length: 20 }, (_, i) =>
      perform(edit, mine, { accountId, version: 1, note: `第 ${i} 次` }),
    )
    const results = await Promise.all(saves)
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('is for the owner, the team, the owner’s lead and managers', async () => {
    const { mine, other, lead, manager, assistant, auditor, stranger, workspace } = await aCompany()
    const accountId = await anAccount(mine)
    for (const actor of [mine, lead, manager]) await done(edit, actor, { accountId, note: actor.name })
    for (const actor of [other, assistant, auditor])
      expect(await codeOf(edit, actor, { accountId, note: 'x' })).toBe('notAllowed')
    expect(await codeOf(edit, stranger, { accountId, note: 'x' })).toBe('notFound')
    const otherLead = await person('salesLead', workspace)
    expect(await codeOf(edit, otherLead, { accountId, note: 'x' })).toBe('notAllowed')
    await done(joinTeam, mine, { accountId, memberId: other.id, ...onTeam })
    await done(edit, other, { accountId, note: '團隊成員' })
    expect(await codeOf(edit, auditor, { accountId: crypto.randomUUID(), note: 'x' })).toBe('notAllowed')
    expect(await codeOf(edit, mine, { accountId: crypto.randomUUID(), note: 'x' })).toBe('notFound')
  })

  it('refuses a tier, owner or parent that is not of this company, and columns that are nobody’s to type', async () => {
    const { mine, stranger } = await aCompany()
    const accountId = await anAccount(mine)
    const theirs = await anAccount(stranger)
    expect((await refused(edit, mine, { accountId, ownerId: stranger.id })).fields).toHaveProperty('ownerId')
    expect((await refused(edit, mine, { accountId, parentId: theirs })).fields).toHaveProperty('parentId')
    expect((await refused(edit, mine, { accountId, tier: 'Z' })).fields).toHaveProperty('tier')
    for (const field of ['workspaceId', 'nameKey', 'dueOn', 'lastTwoWayAt', 'archivedAt', 'createdAt'])
      expect((await refused(edit, mine, { accountId, [field]: '2026-01-01' })).fields).toHaveProperty(field)
    expect(await rowOf(mine, accountId)).toMatchObject({ version: 1, owner_id: mine.id })
  })

  it('places an account under a parent that one may edit too, never under itself or one of its own units', async () => {
    const { mine, other, manager } = await aCompany()
    const [group, unit, site] = [
      await anAccount(mine, { name: '大安集團' }),
      await anAccount(mine, { name: '大安食品' }),
      await anAccount(mine, { name: '大安食品台中廠' }),
    ]
    const elsewhere = await anAccount(other, { name: '別人的集團' })
    await done(edit, mine, { accountId: unit, parentId: group })
    await done(edit, mine, { accountId: site, parentId: unit })
    expect(await codeOf(edit, mine, { accountId: group, parentId: site })).toBe('accounts.parentLoop')
    expect(await codeOf(edit, mine, { accountId: group, parentId: group })).toBe('accounts.parentLoop')
    expect(await codeOf(edit, mine, { accountId: unit, parentId: elsewhere })).toBe('accounts.parentNotYours')
    await done(edit, manager, { accountId: unit, parentId: elsewhere })
    await done(edit, mine, { accountId: unit, parentId: '' })
    expect((await rowOf(mine, unit)).parent_id).toBeNull()
    expect((await ask(overview, mine, { accountId: unit })).units).toEqual([{ id: site, name: '大安食品台中廠' }])
  })

  it('is refused while the account is archived', async () => {
    const { mine } = await aCompany()
    const accountId = await anAccount(mine)
    await done(archive, mine, { accountId })
    expect(await codeOf(edit, mine, { accountId, note: 'x' })).toBe('accounts.archived')
  })
})

describe('passing an account on', () => {
  it('is done by the owner, the owner’s lead and managers; a team member may edit but not pass on', async () => {
    const { mine, other, lead, manager } = await aCompany()
    const accountId = await anAccount(mine)
    await done(joinTeam, mine, { accountId, memberId: other.id, ...onTeam })
    expect(await codeOf(assignOwner, other, { accountId, ownerId: other.id })).toBe('accounts.notYoursToPassOn')
    expect(await codeOf(edit, other, { accountId, ownerId: other.id })).toBe('accounts.notYoursToPassOn')
    await done(assignOwner, lead, { accountId, ownerId: other.id })
    expect((await rowOf(mine, accountId)).owner_id).toBe(other.id)
    expect(await codeOf(assignOwner, mine, { accountId, ownerId: mine.id })).toBe('accounts.notYoursToPassOn')
    await done(assignOwner, manager, { accountId, ownerId: mine.id })
  })

  it('goes to active members of this company only', async () => {
    const { mine, stranger, assistant } = await aCompany()
    const accountId = await anAccount(mine)
    expect((await refused(assignOwner, mine, { accountId, ownerId: stranger.id })).code).toBe('accounts.ownerUnknown')
    expect(await codeOf(assignOwner, assistant, { accountId, ownerId: assistant.id })).toBe('notAllowed')
    expect(await codeOf(assignOwner, stranger, { accountId, ownerId: stranger.id })).toBe('notFound')
  })

  it('takes what can be found of a restricted account along', async () => {
    const { mine, other, lead } = await aCompany()
    const accountId = await anAccount(mine, { name: '機密客戶', restricted: 'true' })
    expect(await found(other, '機密')).toEqual([])
    expect(await found(lead, '機密')).toEqual(['機密客戶'])
    await done(assignOwner, mine, { accountId, ownerId: other.id })
    expect(await found(other, '機密')).toEqual(['機密客戶'])
    expect(await found(mine, '機密')).toEqual([])
  })
})
