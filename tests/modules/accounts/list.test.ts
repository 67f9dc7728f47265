import { type SQL, sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { Actor } from '@/lib/kernel/actor'
import { listFrame } from '@/lib/kernel/list'
import { ask } from '@/lib/kernel/perform'
import { everyone } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { joinTeam } from '@/lib/modules/accounts/commands-team'
import { accountList, accountRows, list } from '@/lib/modules/accounts/list'
import { aWorkspace, owner, person } from '@/tests/people'
import { aCompany, anAccount, done } from './scene'

const sorts = Object.entries(accountList.columns).flatMap(([name, column]) =>
  'sort' in column ? [name, `-${name}`] : [],
)

/** How Postgres answers one page of the list as the app role: the names of its steps. */
async function stepsOf(actor: Actor, address: Record<string, string>): Promise<string[]> {
  const explain = query({
    name: 'test.explain',
    permission: { name: 'test.explain', roles: everyone },
    input: z.strictObject({}),
    async run(look) {
      const request = list.input.parse(address)
      const frame = await listFrame(look, accountList, request)
      const statement: SQL = accountRows(look, request, frame).getSQL()
      return look.tx.execute<{ 'QUERY PLAN': string }>(sql`explain (costs off) ${statement}`)
    },
  })
  return (await ask(explain, actor, {})).map((row) => row['QUERY PLAN'].trim())
}

describe('the list of many accounts', () => {
  let mine: Actor
  const total = 2_000
  beforeAll(async () => {
    const workspace = await aWorkspace()
    mine = await person('accountManager', workspace)
    const others = [await person('accountManager', workspace), await person('accountManager', workspace)]
    const rows = Array.from({ length: total }, (_, i) => ({
      workspace_id: workspace.id,
      id: uuidv7(),
      name: `${['大安', '鴻海', '一心', 'Alfreds', 'École', '王品'][i % 6]}${(i * 7919) % 500}`,
      name_key: `key${i}`,
      tier: ['A', 'B', 'C'][i % 3] ?? 'C',
      owner_id: [mine, ...others][i % 3]?.id ?? mine.id,
      due_on: `2026-0${1 + (i % 9)}-1${i % 10}`,
      restricted: i % 50 === 0,
      created_at: new Date(Date.UTC(2026, 0, 1 + (i % 200))),
    }))
    const db = owner()
    for (let from = 0; from < total; from += 1000) await db`insert into accounts ${db(rows.slice(from, from + 1000))}`
    await db`analyze accounts`
    await db`analyze members`
    await db`analyze account_team`
  })

  it.each(sorts)(
    'sorted by %s is read from an index, without a Sort under the LIMIT, on the first page and beyond',
    async (sort) => {
      const first = await ask(list, mine, { sort })
      const places: Record<string, string>[] = [{}, { after: first.after ?? '' }, { before: first.after ?? '' }]
      for (const place of places) {
        const address = { sort, ...place }
        const steps = await stepsOf(mine, address)
        expect(steps.filter((step) => /Sort/.test(step))).toEqual([])
        expect(steps.filter((step) => /Seq Scan on accounts|Bitmap/.test(step))).toEqual([])
      }
    },
  )

  it.each(['name', 'stroke', 'dueOn'])('of one owner, sorted by %s, is read from an index', async (sort) => {
    const steps = await stepsOf(mine, { owner: mine.id, sort })
    expect(steps.filter((step) => /Sort/.test(step))).toEqual([])
  })

  it.each(sorts)('sorted by %s shows every row exactly once, forwards and back again', async (sort) => {
    const seen: string[] = []
    const pages: string[][] = []
    let page = await ask(list, mine, { sort })
    for (;;) {
      pages.push(page.rows.map(({ id }) => id))
      seen.push(...page.rows.map(({ id }) => id))
      if (!page.after) break
      page = await ask(list, mine, { sort, after: page.after })
    }
    const hidden = total / 50 - Math.ceil(total / 150)
    expect(seen).toHaveLength(total - hidden)
    expect(new Set(seen).size).toBe(seen.length)
    const back: string[][] = [pages.at(-1) ?? []]
    while (page.before) {
      page = await ask(list, mine, { sort, before: page.before })
      back.unshift(page.rows.map(({ id }) => id))
    }
    expect(back.flat()).toEqual(seen)
  })

  it('sorts by code point, and by strokes as a Taiwanese register does', async () => {
    const { manager } = await aCompany()
    for (const name of ['鴻海', '大安', '一心', '王品']) await anAccount(manager, { name })
    const names = async (sort: string) => (await ask(list, manager, { sort })).rows.map(({ name }) => name)
    expect(await names('stroke')).toEqual(['一心', '大安', '王品', '鴻海'])
    expect(await names('-stroke')).toEqual(['鴻海', '王品', '大安', '一心'])
    expect(await names('name')).toEqual(['一心', '大安', '王品', '鴻海'].sort())
  })

  it('ignores what it does not know, and starts over with a cursor that is not its own', async () => {
    const usual = await ask(list, mine, {})
    for (const strange of [
      { sort: 'phone' },
      { sort: 'name; drop table accounts' },
      { tier: 'Z' },
      { owner: 'me' },
      { dueOn: 'yesterday' },
      { nonsense: '1' },
      { after: 'x.y' },
      { after: (await ask(list, mine, { sort: 'dueOn' })).after ?? '' },
    ])
      expect((await ask(list, mine, strange)).rows).toEqual(usual.rows)
  })

  it('filters by owner, tier, kind, status and days, alone and together, and says so', async () => {
    const page = await ask(list, mine, { owner: mine.id, tier: 'A', dueOn: '2026-01-01..2026-03-31' })
    expect(page.rows.length).toBeGreaterThan(0)
    expect(page.rows.every((row) => row.ownerId === mine.id && row.tier === 'A' && row.dueOn < '2026-04')).toBe(true)
    expect(page.filters).toEqual([
      { column: 'tier', operator: 'is', values: ['A'] },
      { column: 'owner', operator: 'is', values: [mine.id] },
      { column: 'dueOn', operator: 'between', values: ['2026-01-01', '2026-03-31'] },
    ])
    expect((await ask(list, mine, { kind: 'supplier' })).rows).toEqual([])
    expect((await ask(list, mine, { status: 'active,dormant' })).rows).toHaveLength(50)
  })
})

describe('who sees which account in the list', () => {
  it('hides restricted accounts from all but owner, team, lead and those who see everything', async () => {
    const { mine, other, lead, manager, auditor, assistant, stranger } = await aCompany()
    await anAccount(mine, { name: '公開客戶' })
    const hidden = await anAccount(mine, { name: '機密客戶', restricted: 'true' })
    const seen = async (actor: Actor, address = {}) =>
      (await ask(list, actor, { sort: 'name', ...address })).rows.map(({ name }) => name)
    for (const actor of [mine, lead, manager, auditor]) expect(await seen(actor)).toEqual(['公開客戶', '機密客戶'])
    for (const actor of [other, assistant]) {
      expect(await seen(actor)).toEqual(['公開客戶'])
      expect(await seen(actor, { q: '客戶' })).toEqual(['公開客戶'])
      expect(await seen(actor, { owner: mine.id })).toEqual(['公開客戶'])
    }
    expect(await seen(stranger)).toEqual([])
    expect(await seen(stranger, { q: '客戶' })).toEqual([])
    await done(joinTeam, mine, { accountId: hidden, memberId: assistant.id, role: '行政', employment: 'fullTime' })
    expect(await seen(assistant, { q: '機密' })).toEqual(['機密客戶'])
  })
})
