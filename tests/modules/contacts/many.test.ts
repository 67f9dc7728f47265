import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import { command } from '@/lib/kernel/command'
import { ask, perform } from '@/lib/kernel/perform'
import { everyone } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { runJob } from '@/lib/kernel/worker'
import { edit } from '@/lib/modules/accounts/commands'
import { addMany, archiveMany, refreshSearch } from '@/lib/modules/contacts/commands-many'
import { followRename } from '@/lib/modules/contacts/jobs'
import { list } from '@/lib/modules/contacts/list'
import { findKnownPeople } from '@/lib/modules/contacts/queries-people'
import { aWorkspace, newcomer, owner, person } from '@/tests/people'
import { anAccount, aPerson, done, refused } from './scene'

const permission = { name: 'test.bring', roles: everyone }
const rows = z.strictObject({ people: z.array(z.record(z.string(), z.unknown())) })
const bring = command({
  name: 'test.bring',
  permission,
  input: rows,
  run: (work, { people }) => work.call(addMany, { people: people as never }),
})
const takeBack = command({
  name: 'test.takeBack',
  permission,
  input: z.strictObject({ personIds: z.array(z.string()) }),
  run: (work, input) => work.call(archiveMany, input),
})
const known = query({
  name: 'test.known',
  permission,
  input: z.strictObject({ accountIds: z.array(z.string()) }),
  run: (look, { accountIds }) => findKnownPeople(look, accountIds),
})
const names = async (actor: Actor, address: Record<string, string> = {}) =>
  (await ask(list, actor, address)).rows.map((row) => row.name)

describe('many people at once', () => {
  it('come in whole, are found, recognised by account and name, and go back', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager, { country: 'Germany' })
    const people = [
      {
        accountId,
        displayName: 'Maria Anders',
        title: 'Sales Representative',
        points: [{ kind: 'phone', value: '030-0074321' }],
      },
      { accountId, displayName: 'Ana Trujillo', points: [] },
    ]
    const { ids } = await done(bring, manager, { people })
    expect(await names(manager)).toEqual(['Ana Trujillo', 'Maria Anders'])
    expect(await names(manager, { q: 'anders' })).toEqual(['Maria Anders'])
    expect(await ask(known, manager, { accountIds: [accountId] })).toMatchObject([
      { accountId, nameKey: 'mariaanders', title: 'Sales Representative', points: [{ kind: 'phone', checked: true }] },
      { nameKey: 'anatrujillo', points: [] },
    ])
    expect(await done(takeBack, manager, { personIds: ids })).toEqual({ ids })
    expect(await names(manager)).toEqual([])
  })

  it('come in all or not at all, and only where the actor may change the account', async () => {
    const workspace = await aWorkspace()
    const [one, two] = [await person('accountManager', workspace), await person('accountManager', workspace)]
    const [mine, theirs] = [await anAccount(one), await anAccount(two, { name: '松山電子' })]
    const both = [mine, theirs].map((accountId) => ({ accountId, displayName: '王大明', points: [] }))
    expect((await refused(bring, one, { people: both })).code).toBe('contacts.notYours')
    const nameless = [{ accountId: mine, displayName: '王大明' }, { accountId: mine }]
    expect((await refused(bring, one, { people: nameless })).code).toBe('contacts.nameMissing')
    expect(await names(one)).toEqual([])
    const stranger = await newcomer('manager')
    expect((await refused(bring, stranger, { people: both })).code).toBe('notFound')
  })

  it('are taken back by nobody who may not change them', async () => {
    const workspace = await aWorkspace()
    const owning = await person('accountManager', workspace)
    const personId = await aPerson(owning, await anAccount(owning))
    for (const actor of [await person('accountManager', workspace), await newcomer('manager')])
      expect(await done(takeBack, actor, { personIds: [personId] })).toEqual({ ids: [] })
    expect(await names(owning)).toEqual(['王大明'])
  })

  it('are neither added nor archived from outside', async () => {
    const manager = await newcomer('manager')
    for (const each of [addMany, archiveMany])
      expect(await perform(each as never, manager, {})).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } })
  })
})

describe('people of a renamed account', () => {
  it('are found by its new name', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    await aPerson(manager, accountId)
    await done(edit, manager, { accountId, name: '信義生技股份有限公司' })
    const [event] = await owner()<{ data: { workspaceId: string } }[]>`
      select data from pgboss.job where name = 'accounts.renamed' and data ->> 'accountId' = ${accountId}`
    await runJob(followRename, { jobId: 'x', workspaceId: manager.workspaceId, payload: event?.data, now: new Date() })
    expect([await names(manager, { q: '大安' }), await names(manager, { q: '信義' })]).toEqual([[], ['王大明']])
    await runJob(followRename, { jobId: 'x', workspaceId: manager.workspaceId, payload: event?.data, now: new Date() })
  })

  it('are refreshed by nobody without the right, and in no other company', async () => {
    const workspace = await aWorkspace()
    const accountId = await anAccount(await person('accountManager', workspace), { restricted: true })
    expect((await refused(refreshSearch, await person('auditor', workspace), { accountId })).code).toBe('notAllowed')
    expect((await refused(refreshSearch, await person('accountManager', workspace), { accountId })).code).toBe(
      'notFound',
    )
    expect((await refused(refreshSearch, await newcomer('manager'), { accountId })).code).toBe('notFound')
  })
})
