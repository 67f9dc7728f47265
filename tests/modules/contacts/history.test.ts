import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { archive, edit } from '@/lib/modules/contacts/commands'
import { join, leave } from '@/lib/modules/contacts/commands-affiliations'
import { restoreValue } from '@/lib/modules/contacts/commands-history'
import { byId } from '@/lib/modules/contacts/queries'
import { history } from '@/lib/modules/contacts/queries-history'
import { aWorkspace, newcomer, person } from '@/tests/people'
import { aClaim, anAccount, aPerson, done, postOf, refused } from './scene'

const entries = async (actor: Actor, personId: string) => (await ask(history, actor, { personId })).entries

describe('the history of a person', () => {
  it('says who changed what, from what to what, of record, posts, numbers and roles', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const personId = await aPerson(manager, accountId, { points: [{ kind: 'mobile', value: '0912345678' }] })
    await aClaim(manager, accountId, personId)
    await done(edit, manager, { personId, version: 1, honorific: '經理', ownerId: manager.id })
    const { id: affiliationId } = await postOf(manager, personId, accountId)
    await done(leave, manager, { affiliationId, toDay: '2026-01-05' })
    const all = await entries(manager, personId)
    expect(all.map(({ subject, event }) => `${subject} ${event}`)).toEqual([
      'key_contacts archived',
      'affiliations changed',
      'people changed',
      'key_contacts added',
      'contact_points added',
      'affiliations added',
      'people added',
    ])
    expect(all.find((each) => each.subject === 'people')).toMatchObject({
      by: manager.name,
      fields: [
        { field: 'honorific', before: null, after: '經理', restores: 'honorific' },
        { field: 'ownerId', before: null, after: manager.name },
      ],
    })
    expect(all.find((each) => each.subject === 'affiliations')).toMatchObject({
      about: '大安食品股份有限公司',
      fields: [{ field: 'toDay', before: null, after: '2026-01-05' }],
    })
  })

  it('gives a former value back, by the rules of any edit', async () => {
    const manager = await newcomer('accountManager')
    const personId = await aPerson(manager, await anAccount(manager), { note: '喜歡烏龍茶' })
    await done(edit, manager, { personId, version: 1, note: '改喝咖啡' })
    const [latest] = await entries(manager, personId)
    const wanted = { personId, changeId: latest?.id, field: 'note' }
    await done(restoreValue, manager, wanted)
    expect((await ask(byId, manager, { personId })).note).toBe('喜歡烏龍茶')
    expect((await refused(restoreValue, manager, { ...wanted, changeId: personId })).code).toBe(
      'contacts.changeUnknown',
    )
    expect((await refused(restoreValue, manager, { ...wanted, field: 'nameKey' })).code).toBe('invalid')
    await done(archive, manager, { personId })
    expect((await refused(restoreValue, manager, wanted)).code).toBe('contacts.personArchived')
  })

  it('is read and used by nobody without the right', async () => {
    const workspace = await aWorkspace()
    const owning = await person('accountManager', workspace)
    const personId = await aPerson(owning, await anAccount(owning))
    await done(edit, owning, { personId, version: 1, note: 'x' })
    const [latest] = await entries(owning, personId)
    const wanted = { personId, changeId: latest?.id, field: 'note' }
    const stranger = await newcomer('manager')
    await expect(ask(history, stranger, { personId })).rejects.toMatchObject({ code: 'notFound' })
    expect((await refused(restoreValue, stranger, wanted)).code).toBe('notFound')
    expect((await refused(restoreValue, await person('auditor', workspace), wanted)).code).toBe('notAllowed')
    expect((await refused(restoreValue, await person('accountManager', workspace), wanted)).code).toBe(
      'contacts.notYours',
    )
  })

  it('hides what happened at an account that the reader may not see', async () => {
    const workspace = await aWorkspace()
    const boss = await person('manager', workspace)
    const personId = await aPerson(boss, await anAccount(boss))
    const hidden = await anAccount(boss, { name: '祕密電子', restricted: true })
    await done(join, boss, { personId, accountId: hidden, title: '董事' })
    const told = async (actor: Actor) => JSON.stringify(await entries(actor, personId))
    expect(await told(boss)).toContain('祕密電子')
    expect(await told(await person('accountManager', workspace))).not.toMatch(/祕密電子|董事/)
  })
})
