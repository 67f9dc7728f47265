import { parse } from 'csv-parse/sync'
import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { statements } from '@/db/client'
import type { Actor } from '@/lib/kernel/actor'
import { exportResponse } from '@/lib/kernel/export/respond'
import { ask } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import { archive } from '@/lib/modules/contacts/commands'
import { list } from '@/lib/modules/contacts/list'
import { exportable } from '@/lib/modules/registry'
import { aWorkspace, newcomer, owner, person } from '@/tests/people'
import { anAccount, aPerson, done } from './scene'

const names = async (actor: Actor, address: Record<string, string> = {}) =>
  (await ask(list, actor, address)).rows.map((row) => row.name)

describe('the list of people', () => {
  it('comes by name, by strokes and by the day they were added', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    for (const displayName of ['龔美玲', '丁一心', 'Maria Anders', '王大明'])
      await aPerson(manager, accountId, { displayName })
    expect(await names(manager, { sort: 'stroke' })).toEqual(['丁一心', '王大明', '龔美玲', 'Maria Anders'])
    expect(await names(manager, { sort: '-stroke' })).toEqual(['Maria Anders', '龔美玲', '王大明', '丁一心'])
    expect(await names(manager, { sort: 'createdAt' })).toEqual(['龔美玲', '丁一心', 'Maria Anders', '王大明'])
    expect(await names(manager, { sort: "name'; drop table people" })).toHaveLength(4)
  })

  it('shows where they work and how to reach them', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const points = [
      { kind: 'phone', value: '02-2345-6789' },
      { kind: 'mobile', value: '0912345678', preferred: true },
      { kind: 'email', value: 'ann@daan.example' },
    ] as const
    await aPerson(manager, accountId, { title: '採購經理', points: [...points] })
    expect((await ask(list, manager, {})).rows).toMatchObject([
      {
        name: '王大明',
        account: '大安食品股份有限公司',
        accountId,
        title: '採購經理',
        owner: manager.name,
        phone: { shown: '0912 345 678' },
        email: { link: 'mailto:ann@daan.example' },
      },
    ])
  })

  it('is narrowed by owner, role, language and do-not-contact', async () => {
    const workspace = await aWorkspace()
    const [one, two] = [await person('accountManager', workspace), await person('accountManager', workspace)]
    await aPerson(one, await anAccount(one), { displayName: '甲', decisionRole: 'decides', language: 'ja' })
    await aPerson(two, await anAccount(two, { name: '松山電子' }), { displayName: '乙', doNotContact: true })
    expect(await names(one, { owner: one.id })).toEqual(['甲'])
    expect(await names(one, { decisionRole: 'decides,buys' })).toEqual(['甲'])
    expect(await names(one, { language: 'ja' })).toEqual(['甲'])
    expect(await names(one, { doNotContact: 'true' })).toEqual(['乙'])
    expect(await names(one, { owner: two.id, q: '乙' })).toEqual(['乙'])
  })

  it('is searched by name, number, e-mail, title and account, from one character on', async () => {
    const manager = await newcomer('accountManager')
    const points = [
      { kind: 'mobile', value: '0912-345-678' },
      { kind: 'email', value: 'david@daan.example' },
    ] as const
    await aPerson(manager, await anAccount(manager), {
      englishName: 'David Wang',
      title: '採購經理',
      points: [...points],
    })
    await aPerson(manager, await anAccount(manager, { name: '松山電子' }), { displayName: '李小華' })
    for (const q of ['王', '大明', 'david w', '912345678', 'david@', '採購', '大安食品'])
      expect([q, await names(manager, { q })]).toEqual([q, ['王大明']])
    expect(await names(manager, { q: '沒有這個人' })).toEqual([])
  })

  it('shows archived people when asked, and finds them by name', async () => {
    const manager = await newcomer('accountManager')
    const personId = await aPerson(manager, await anAccount(manager))
    await done(archive, manager, { personId })
    expect(await names(manager)).toEqual([])
    expect(await names(manager, { archived: 'true' })).toEqual(['王大明'])
    expect(await names(manager, { archived: 'true', q: '大明' })).toEqual(['王大明'])
    expect(await names(manager, { archived: 'true', q: '小華' })).toEqual([])
  })
})

describe('a long list of people', () => {
  const sorts = ['name', '-name', 'stroke', '-stroke', 'createdAt', '-createdAt']
  let readers: Actor[] = []

  beforeAll(async () => {
    const workspace = await aWorkspace()
    const manager = await person('manager', workspace)
    readers = [manager, await person('accountManager', workspace)]
    const accountId = await anAccount(manager)
    const rows = Array.from({ length: 3000 }, (_, i) => ({
      id: uuidv7(),
      affiliation: uuidv7(),
      name: `王${String(i).padStart(5, '0')}`,
    }))
    const db = owner()
    const [ids, posts, shown] = [
      rows.map((row) => row.id),
      rows.map((row) => row.affiliation),
      rows.map((row) => row.name),
    ]
    await db`insert into people (workspace_id, id, display_name, name_key, account_id)
      select ${workspace.id}, id, name, name, ${accountId} from unnest(${ids}::uuid[], ${shown}::text[]) as given (id, name)`
    await db`insert into affiliations (workspace_id, id, person_id, account_id)
      select ${workspace.id}, post, id, ${accountId} from unnest(${ids}::uuid[], ${posts}::uuid[]) as given (id, post)`
    await db`analyze people, affiliations, accounts, members`
  })

  it('is walked forwards and back, page by page, without losing or repeating anybody', async () => {
    const [manager] = readers as [Actor]
    const seen: string[] = []
    let after: string | null = ''
    for (let page = 0; page < 3 && after !== null; page++) {
      const shown: Awaited<ReturnType<typeof list.run>> = await ask(list, manager, after ? { after } : {})
      seen.push(...shown.rows.map((row) => row.name))
      after = shown.after
    }
    expect(seen).toEqual(Array.from({ length: 150 }, (_, i) => `王${String(i).padStart(5, '0')}`))
    const second = await ask(list, manager, { after: (await ask(list, manager, {})).after ?? '' })
    expect((await names(manager, { before: second.before ?? '' }))[0]).toBe('王00000')
  })

  it.each(sorts)('reads no more than its page when sorted by %s', async (sort) => {
    for (const reader of readers) {
      const first = await ask(list, reader, { sort })
      const asked = await statementsOf(() => ask(list, reader, { sort, after: first.after ?? '' }))
      const page = asked.find((text) => text.includes('from "people"') && text.includes('limit')) ?? ''
      const plan = await planOf(reader, page)
      expect(plan).toMatch(/Limit/)
      expect(plan).toMatch(/Index (Only )?Scan( Backward)? using people_by_/)
      expect(plan).not.toMatch(/Sort|Seq Scan on people/)
    }
  })
})

/** What the product sends while `work` runs. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const sent: string[] = []
  const before = statements.listener
  statements.listener = (text) => {
    sent.push(text)
    before?.(text)
  }
  await work()
  statements.listener = before
  return sent
}

/** How Postgres would answer, asked as the role that the product serves with. */
const planOf = (actor: Actor, text: string): Promise<string> =>
  inTransaction(actor, 'read only', async (tx) => {
    const rows = await tx.execute<{ 'QUERY PLAN': string }>(sql.raw(`explain (generic_plan, costs off) ${text}`))
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })

describe('the list as a spreadsheet', () => {
  it('has exactly what is shown, in the reader’s words, of those whom the reader may see', async () => {
    const workspace = await aWorkspace()
    const [mine, other] = [await person('accountManager', workspace), await person('accountManager', workspace)]
    const points = [
      { kind: 'mobile', value: '+886 912 345 678' },
      { kind: 'email', value: '=cmd@daan.example' },
    ] as const
    const id = await aPerson(mine, await anAccount(mine), { decisionRole: 'decides', points: [...points] })
    await aPerson(mine, await anAccount(mine, { name: '機密電子', restricted: true }), { displayName: '李小華' })
    const taken = async (actor: Actor) => {
      const address = 'http://localhost:3000/api/export/contacts.csv?columns=decisionRole,phone,email,account'
      const response = await exportResponse(new Request(address), 'contacts.csv', exportable, actor, 'zh-TW')
      return parse(Buffer.from(await response.arrayBuffer()), { bom: true }) as string[][]
    }
    expect(await taken(other)).toEqual([
      ['姓名', '決策角色', '電話', '電子郵件', '客戶', 'ID'],
      ['王大明', '決策', '0912 345 678', "'=cmd@daan.example", '大安食品股份有限公司', id],
    ])
    expect((await taken(mine)).map(([name]) => name)).toEqual(['姓名', '王大明', '李小華'])
  })
})
