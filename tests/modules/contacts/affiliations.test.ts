import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { editAffiliation, join, leave, move, rejoin } from '@/lib/modules/contacts/commands-affiliations'
import { confirmSlot } from '@/lib/modules/contacts/commands-slots'
import { byId } from '@/lib/modules/contacts/queries'
import { slotsOf } from '@/lib/modules/contacts/queries-board'
import { peopleOf } from '@/lib/modules/contacts/queries-people'
import { aWorkspace, newcomer, owner, person } from '@/tests/people'
import { aClaim, anAccount, aPerson, done, found, postOf, refused } from './scene'

const now = new Date('2026-05-04T02:00:00Z')
const slotAt = async (actor: Actor, accountId: string, slot = 'decisionMaker') =>
  (await ask(slotsOf, actor, { accountId }, now)).slots.find((each) => each.slot === slot)

async function scene() {
  const manager = await newcomer('accountManager')
  const here = await anAccount(manager)
  const there = await anAccount(manager, { name: '松山電子' })
  const personId = await aPerson(manager, here, { title: '採購經理', fromDay: '2020-01-01' })
  return { manager, here, there, personId, post: await postOf(manager, personId, here) }
}

describe('a person who leaves', () => {
  it('leaves an empty role behind, “left on” at the old account, and keeps their history', async () => {
    const { manager, here, personId, post } = await scene()
    const keyContactId = await aClaim(manager, here, personId)
    await done(confirmSlot, manager, { keyContactId, method: 'meeting' }, now)
    await done(leave, manager, { affiliationId: post.id, toDay: '2026-05-01' }, now)
    expect(await slotAt(manager, here)).toMatchObject({ state: 'empty', person: null })
    const people = await ask(peopleOf, manager, { accountId: here })
    expect(people.here).toEqual([])
    expect(people.left).toMatchObject([
      { displayName: '王大明', title: '採購經理', toDay: '2026-05-01', openable: true },
    ])
    expect((await ask(byId, manager, { personId })).posts).toMatchObject([{ toDay: '2026-05-01' }])
    const history = await owner()`select voided_because from confirmations where subject_id = ${keyContactId}`
    expect(history).toMatchObject([{ voided_because: 'left' }])
  })

  it('has nobody reporting to them there any more', async () => {
    const { manager, here, personId, post } = await scene()
    const below = await aPerson(manager, here, { displayName: '李小華', reportsToId: personId })
    await done(leave, manager, { affiliationId: post.id, toDay: '2026-05-01' }, now)
    const [colleague] = (await ask(peopleOf, manager, { accountId: here })).here
    expect(colleague).toMatchObject({ id: below, reportsToId: null })
  })

  it('leaves on a day that has come, not before joining, and once', async () => {
    const { manager, post } = await scene()
    const leaving = (toDay: string) => refused(leave, manager, { affiliationId: post.id, toDay }, now)
    expect((await leaving('2026-05-05')).code).toBe('contacts.leavesInFuture')
    expect((await leaving('2019-12-31')).code).toBe('contacts.leavesBeforeJoining')
    expect((await leaving('昨天')).fieldSentences('zh-TW')).toEqual({ toDay: '請輸入日期，例如 2026-11-21。' })
    await done(leave, manager, { affiliationId: post.id, toDay: '2026-05-04' }, now)
    expect((await leaving('2026-05-04')).code).toBe('contacts.hasLeft')
  })

  it('is still found by name, and not by the account any more', async () => {
    const { manager, post } = await scene()
    await done(leave, manager, { affiliationId: post.id, toDay: '2026-05-01' }, now)
    expect(await found(manager, { q: '王大明' })).toMatchObject([{ title: '王大明', subtitle: '' }])
    expect(await found(manager, { q: '大安食品' })).toEqual([])
  })

  it('comes back when it was a mistake', async () => {
    const { manager, here, personId, post } = await scene()
    await done(leave, manager, { affiliationId: post.id, toDay: '2026-05-01' }, now)
    await done(rejoin, manager, { affiliationId: post.id }, now)
    expect((await ask(peopleOf, manager, { accountId: here })).here).toHaveLength(1)
    expect((await refused(rejoin, manager, { affiliationId: post.id }, now)).code).toBe('contacts.worksThere')
    expect((await ask(byId, manager, { personId })).posts).toHaveLength(1)
  })
})

describe('a person who moves', () => {
  it('takes their record and history along and leaves an empty role', async () => {
    const { manager, here, there, personId, post } = await scene()
    await aClaim(manager, here, personId)
    await done(move, manager, { affiliationId: post.id, toDay: '2026-05-01', accountId: there, title: '副總經理' }, now)
    const { posts } = await ask(byId, manager, { personId })
    expect(posts).toMatchObject([
      { account: { id: there }, title: '副總經理', fromDay: '2026-05-01', toDay: null, main: true },
      { account: { id: here }, title: '採購經理', toDay: '2026-05-01' },
    ])
    expect(await slotAt(manager, here)).toMatchObject({ state: 'empty' })
    expect(await found(manager, { q: '松山電子' })).toMatchObject([{ id: personId }])
  })

  it('moves elsewhere, and only where the actor may change both accounts', async () => {
    const workspace = await aWorkspace()
    const [one, two] = [await person('accountManager', workspace), await person('accountManager', workspace)]
    const [mine, theirs] = [await anAccount(one), await anAccount(two, { name: '松山電子' })]
    const personId = await aPerson(one, mine)
    const { id: affiliationId } = await postOf(one, personId, mine)
    const moving = (actor: Actor, accountId: string) =>
      refused(move, actor, { affiliationId, toDay: '2026-05-01', accountId }, now)
    expect((await moving(one, mine)).code).toBe('contacts.sameAccount')
    expect((await moving(one, theirs)).code).toBe('contacts.notYours')
    expect((await moving(two, theirs)).code).toBe('contacts.notYours')
    expect((await refused(join, one, { personId, accountId: theirs })).code).toBe('contacts.notYours')
    expect((await refused(join, two, { personId, accountId: theirs })).code).toBe('contacts.notYours')
    expect((await ask(byId, one, { personId })).posts).toMatchObject([{ account: { id: mine }, toDay: null }])
  })
})

describe('a person with two posts', () => {
  it('has one main one, which lists show', async () => {
    const { manager, here, there, personId } = await scene()
    await done(join, manager, { personId, accountId: there, title: '董事' })
    const mains = async () =>
      (await ask(byId, manager, { personId })).posts.filter((post) => post.main).map((post) => post.account.id)
    expect(await mains()).toEqual([here])
    const { id: affiliationId, version } = await postOf(manager, personId, there)
    await done(editAffiliation, manager, { affiliationId, version, main: true })
    expect(await mains()).toEqual([there])
    expect(await found(manager, { id: personId })).toMatchObject([{ subtitle: '董事 · 松山電子' }])
    await done(leave, manager, { affiliationId, toDay: '2026-05-01' }, now)
    expect(await mains()).toContain(here)
  })

  it('does not join the same account twice', async () => {
    const { manager, here, personId } = await scene()
    expect((await refused(join, manager, { personId, accountId: here })).code).toBe('contacts.worksThere')
  })
})

describe('a post is edited', () => {
  it('and another title makes the confirmed role a claim again, in the same transaction', async () => {
    const { manager, here, personId, post } = await scene()
    const keyContactId = await aClaim(manager, here, personId)
    await done(confirmSlot, manager, { keyContactId, method: 'meeting' }, now)
    const current = await postOf(manager, personId, here)
    await done(editAffiliation, manager, { affiliationId: post.id, version: current.version, influence: 4 }, now)
    expect(await slotAt(manager, here)).toMatchObject({ state: 'confirmed' })
    await done(editAffiliation, manager, { affiliationId: post.id, version: current.version, title: '顧問' }, now)
    expect(await slotAt(manager, here)).toMatchObject({ state: 'claimed', confirmation: { state: 'changed' } })
  })

  it('with a superior who works there, and never in a circle', async () => {
    const { manager, here, personId, post } = await scene()
    const below = await aPerson(manager, here, { displayName: '李小華', reportsToId: personId })
    const edit = (reportsToId: string) =>
      refused(editAffiliation, manager, { affiliationId: post.id, version: post.version, reportsToId })
    expect((await edit(personId)).code).toBe('contacts.reportsToSelf')
    expect((await edit(below)).code).toBe('contacts.reportsInCircle')
    expect((await edit(manager.id)).code).toBe('contacts.reportsElsewhere')
  })

  it('by nobody without the right, and from no other company', async () => {
    const workspace = await aWorkspace()
    const owning = await person('accountManager', workspace)
    const accountId = await anAccount(owning)
    const personId = await aPerson(owning, accountId)
    const { id: affiliationId, version } = await postOf(owning, personId, accountId)
    const attempts = (actor: Actor) =>
      Promise.all([
        refused(editAffiliation, actor, { affiliationId, version, title: 'x' }),
        refused(leave, actor, { affiliationId, toDay: '2026-05-01' }, now),
        refused(rejoin, actor, { affiliationId }),
        refused(join, actor, { personId, accountId }),
        refused(move, actor, { affiliationId, toDay: '2026-05-01', accountId }),
      ])
    const codes = async (actor: Actor) => [...new Set((await attempts(actor)).map((refusal) => refusal.code))]
    expect(await codes(await person('accountManager', workspace))).toEqual(['contacts.notYours'])
    expect(await codes(await person('specialist', workspace))).toEqual(['notAllowed'])
    expect(await codes(await newcomer('manager'))).toEqual(['notFound'])
  })
})
