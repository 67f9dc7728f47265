import postgres from 'postgres'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statements } from '@/db/client'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { catalogue } from '@/lib/modules/registry'
import { owner, superuser } from '@/tests/people'
import { manyWorkspaces, somethingOf } from './isolation-scene'

const full = process.env.ACCORD_BARS === 'full'
const crowd = full
  ? { workspaces: 200, contacts: 1_000_000, largest: 200_000 }
  : { workspaces: 20, contacts: 20_000, largest: 4_000 }
const times = full ? 400 : 5
/** A table below this many rows is read faster as a whole than through any index. */
const fewRows = 1_000

type Sql = ReturnType<typeof postgres>
let places: { large: string; small: string }
let restricted: Sql
let unrestricted: Sql
beforeAll(async () => {
  const started = performance.now()
  places = await manyWorkspaces(crowd)
  console.info(
    `${crowd.contacts} contacts in ${crowd.workspaces} workspaces in ${((performance.now() - started) / 1000).toFixed(0)} s`,
  )
  restricted = postgres(process.env.DATABASE_URL ?? '', { max: 1, onnotice: () => {} })
  unrestricted = postgres(process.env.ACCORD_TEST_SUPERUSER ?? '', { max: 1, onnotice: () => {} })
}, 1_200_000)
afterAll(async () => {
  await restricted.end()
  await unrestricted.end()
})

type Question = (sql: Sql, workspaceId: string, accountId: string) => Promise<unknown>
/** Each is planned alike with and without row security, so that only its cost is compared. */
const questions: Readonly<Record<string, Question>> = {
  'the latest contacts': (sql, ws) =>
    sql`select id, account_id, summary, happened_at from interactions where workspace_id = ${ws} and archived_at is null
      order by happened_at desc, id desc limit 51`,
  'the timeline of an account': (sql, ws, account) =>
    sql`select id, summary, happened_at from interactions where workspace_id = ${ws} and account_id = ${account}
      and archived_at is null order by happened_at desc, id desc limit 31`,
  'the accounts by name, with their owners': (sql, ws) =>
    sql`select a.id, a.name, m.name as owner from accounts a
      left join members m on m.workspace_id = ${ws} and m.id = a.owner_id
      where a.workspace_id = ${ws} and a.archived_at is null order by a.name, a.id limit 51`,
  'one account': (sql, ws, account) => sql`select * from accounts where workspace_id = ${ws} and id = ${account}`,
}

const median = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** Milliseconds of one question within a transaction of the workspace, without its opening. */
async function took(sql: Sql, workspaceId: string, question: (sql: Sql) => Promise<unknown>): Promise<number> {
  return sql.begin(async (tx) => {
    await tx`select app.enter_workspace(${workspaceId})`
    const began = performance.now()
    await question(tx as unknown as Sql)
    return performance.now() - began
  })
}

/** Both medians of a question that is asked in turn with and without row security. */
async function compared(question: (sql: Sql) => Promise<unknown>, workspaceId: string, rounds: number) {
  const [behind, before]: [number[], number[]] = [[], []]
  for (let round = 0; round < rounds + 10; round++) {
    const [with_, without] = [
      await took(restricted, workspaceId, question),
      await took(unrestricted, workspaceId, question),
    ]
    if (round < 10) continue
    behind.push(with_)
    before.push(without)
  }
  return { with: median(behind), without: median(before) }
}

const isCheap = ({ with: behind, without }: { with: number; without: number }) =>
  behind - without <= Math.max(0.2, without * 0.1)

describe('row security', () => {
  it.each(Object.entries(questions))('costs next to nothing: %s', async (name, question) => {
    for (const workspaceId of [places.large, places.small]) {
      const { accountId } = await somethingOf(workspaceId)
      const found = await compared((sql) => question(sql, workspaceId, accountId), workspaceId, times)
      const size = workspaceId === places.large ? 'largest' : 'small'
      if (full)
        console.info(`${name}, ${size}: ${found.with.toFixed(3)} ms with, ${found.without.toFixed(3)} ms without`)
      if (full) expect([name, isCheap(found), found]).toEqual([name, true, found])
    }
  })

  it('that asked a function for every row would cost more, and be noticed', async () => {
    const policy = "workspace_id = nullif(current_setting('app.workspace_id', true), '')::uuid"
    await superuser().unsafe(`
      create function app.slowly() returns uuid language plpgsql volatile as
        $$ begin return nullif(current_setting('app.workspace_id', true), '')::uuid; end $$;
      grant execute on function app.slowly() to accord_app`)
    const [{ name } = { name: '' }] =
      await owner()`select policyname as name from pg_policies where tablename = 'interactions'`
    await superuser().unsafe(`alter policy ${name} on interactions using (workspace_id = app.slowly())`)
    const all = (sql: Sql) => sql`select count(two_way) from interactions where workspace_id = ${places.large}`
    const found = await compared(all, places.large, 3)
    await superuser().unsafe(`alter policy ${name} on interactions using (${policy}); drop function app.slowly()`)
    expect(isCheap(found)).toBe(false)
  })
})

describe('every question of the product', () => {
  /** The statements that the product sends when it is asked everything about something of this workspace. */
  async function sentAbout(workspaceId: string): Promise<string[]> {
    const ids = await somethingOf(workspaceId)
    const actor: Actor = {
      kind: 'member',
      id: ids.memberId,
      identityId: null,
      workspaceId,
      name: '業務',
      roles: ['manager'],
      disciplines: [],
      reports: [],
      locale: 'zh-TW',
      timeZone: 'Asia/Taipei',
    }
    const sent = new Set<string>()
    const listen = statements.listener
    statements.listener = (text) => {
      listen?.(text)
      sent.add(text)
    }
    for (const query of catalogue.queries.values())
      for (const input of [
        {},
        ids,
        { accountId: ids.accountId },
        { interactionId: ids.interactionId },
        { sort: '-name' },
      ])
        await ask(query, actor, input).catch(() => null)
    statements.listener = listen
    return [...sent].filter((text) => /^\s*(select|with)\b/i.test(text) && /workspace_id/.test(text))
  }

  /** Tables with more than a few rows that a statement's plan reads from end to end. */
  async function readWhole(text: string, workspaceId: string, hinder = ''): Promise<string[]> {
    const plan = await restricted.begin(async (tx) => {
      await tx.unsafe(`select app.enter_workspace('${workspaceId}'); ${hinder}`)
      return tx.unsafe(`explain (generic_plan, format json) ${text}`)
    })
    const tables = [...JSON.stringify(plan).matchAll(/"Node Type":"Seq Scan"[^{}]*?"Relation Name":"(\w+)"/g)].map(
      ([, table]) => table ?? '',
    )
    const large = await owner()<{ name: string }[]>`
      select relname as name from pg_class where relkind = 'r' and reltuples > ${fewRows}`
    return tables.filter((table) => large.some(({ name }) => name === table))
  }

  it('is answered by indexes, never by reading a table from end to end', async () => {
    const sent = await sentAbout(places.large)
    expect(sent.length).toBeGreaterThan(20)
    const whole: unknown[] = []
    for (const text of sent) {
      const tables = await readWhole(text, places.large)
      if (tables.length > 0) whole.push([tables, text])
    }
    console.info(`${sent.length} plans recorded, ${whole.length} with a whole table`)
    expect(whole).toEqual([])
  })

  it('would be noticed if it read a whole table', async () => {
    const text = 'select id from interactions where workspace_id = $1::uuid order by happened_at limit 5'
    const hinder =
      'set local enable_indexscan = off; set local enable_bitmapscan = off; set local enable_indexonlyscan = off'
    expect(await readWhole(text, places.large, hinder)).toEqual(['interactions'])
  })
})
