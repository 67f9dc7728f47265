import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { calendarDays } from '@/db/schema/workspace'
import type { Actor } from '@/lib/kernel/actor'
import { command } from '@/lib/kernel/command'
import { day, text } from '@/lib/kernel/input'
import { ask, askTogether, perform } from '@/lib/kernel/perform'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { inTransaction } from '@/lib/kernel/transaction'
import { changeRow, insertRow } from '@/lib/kernel/write'
import { aWorkspace, newcomer, person } from '@/tests/people'

const managers = { name: 'test.close', roles: ['manager'] } as const
const everyone = { name: 'test.see', roles: ['manager', 'accountManager'] } as const

const close = command({
  name: 'test.close',
  permission: managers,
  input: z.strictObject({ day, name: text(20), secret: text(50).optional() }),
  hides: ['secret'],
  async run(work, { day, name }) {
    if (name === '不行') throw new Refusal('stillUsed')
    const { id } = await insertRow(work, calendarDays, { day, name, kind: 'closed' })
    return { id }
  },
})

const rename = command({
  name: 'test.rename',
  permission: managers,
  input: z.strictObject({ id: z.uuid(), version: z.number(), name: text(20).optional(), county: text(20).optional() }),
  run: (work, { id, version, ...patch }) => changeRow(work, calendarDays, { id, version }, patch),
})

const closedDays = query({
  name: 'test.days',
  permission: everyone,
  input: z.strictObject({}),
  run: ({ tx, actor }) => tx.select().from(calendarDays).where(sql`${calendarDays.workspaceId} = ${actor.workspaceId}`),
})

const full = process.env.ACCORD_BARS === 'full'
const closing = { day: '2026-07-27', name: '颱風假' }
const logged = (actor: Actor) =>
  inTransaction(actor, 'read only', async (tx) => [
    ...(await tx.execute(sql`
      select command, outcome, refusal, input from command_log where workspace_id = ${actor.workspaceId} order by id`)),
  ])

async function closedBy(actor: Actor) {
  const done = await perform(close, actor, closing)
  if (!done.ok) throw done.refusal
  return done.value.id
}

describe('a command', () => {
  it('is refused without the permission, before its input is even looked at, and the refusal is remembered', async () => {
    const assistant = await newcomer('salesAssistant')
    const result = await perform(close, assistant, { nonsense: true })
    expect(result).toMatchObject({ ok: false, refusal: { code: 'notAllowed' } })
    expect(await logged(assistant)).toMatchObject([
      { command: 'test.close', outcome: 'refused', refusal: 'notAllowed' },
    ])
  })

  it('is refused with a sentence for each field, in the reader’s language', async () => {
    const manager = await newcomer('manager')
    const result = await perform(close, manager, { day: '2026-02-30', name: '', extra: 1 })
    if (result.ok) throw new Error('should be refused')
    expect(result.refusal.fieldSentences('zh-TW')).toEqual({
      day: '請輸入日期，例如 2026-11-21。',
      name: '請填寫此欄位。',
      '': '這裡沒有這個欄位。',
      extra: '這裡沒有這個欄位。',
    })
  })

  it('keeps what cannot be stored out, and says so', async () => {
    const manager = await newcomer('manager')
    for (const name of ['a\u0000b', '\ud800'])
      expect(await perform(close, manager, { ...closing, name })).toMatchObject({
        ok: false,
        refusal: { fields: { name: { code: 'badText' } } },
      })
  })

  it('remembers a refused input whatever its fields are called, and still no secret', async () => {
    const manager = await newcomer('manager')
    const hostile = { 'a\u0000b': 1, 'secret\u0000': '天王蓋地虎', deep: [{ '\ud800': 'x\ud800' }] }
    const result = await perform(close, manager, { ...closing, ...hostile })
    expect(result).toMatchObject({ ok: false, refusal: { code: 'invalid' } })
    expect(await logged(manager)).toMatchObject([
      { outcome: 'refused', input: { ...closing, ab: 1, secret: '•••', deep: [{ '\ufffd': 'x\ufffd' }] } },
    ])
  })

  it('leaves nothing behind when a rule refuses it', async () => {
    const manager = await newcomer('manager')
    await perform(close, manager, { ...closing, name: '不行' })
    expect(await ask(closedDays, manager, {})).toEqual([])
    expect(await logged(manager)).toMatchObject([{ outcome: 'refused', refusal: 'stillUsed' }])
  })

  it('writes who meant what and what changed, but no secret', async () => {
    const manager = await newcomer('manager')
    await perform(close, manager, { ...closing, secret: '天王蓋地虎' })
    const [entry] = await logged(manager)
    expect(entry).toMatchObject({ command: 'test.close', outcome: 'done', input: { name: '颱風假', secret: '•••' } })
    const changes = await inTransaction(manager, 'read only', (tx) =>
      tx.execute(
        sql`select "table", after->>'name' as name from row_changes where workspace_id = ${manager.workspaceId}`,
      ),
    )
    expect([...changes]).toEqual([{ table: 'calendar_days', name: '颱風假' }])
  })

  it('answers a database guard with a refusal, not with an error', async () => {
    const manager = await newcomer('manager')
    await closedBy(manager)
    expect(await perform(close, manager, closing)).toMatchObject({ ok: false, refusal: { code: 'alreadyExists' } })
  })
})

describe('a key', () => {
  it('makes a retry return the first answer', async () => {
    const manager = await newcomer('manager')
    const many = await Promise.all(
      Array.from({ length: full ? 200 : 20 }, () => perform(close, manager, closing, { key: 'k1' })),
    )
    expect(new Set(many.map((each) => (each.ok ? each.value.id : each.refusal.code))).size).toBe(1)
    expect(await ask(closedDays, manager, {})).toHaveLength(1)
  })

  it('is refused for another input, and belongs to one member of one workspace', async () => {
    const manager = await newcomer('manager')
    const colleague = await person('manager', { id: manager.workspaceId })
    await perform(close, manager, closing, { key: 'k1' })
    expect(await perform(close, manager, { ...closing, name: '別的' }, { key: 'k1' })).toMatchObject({
      ok: false,
      refusal: { code: 'idempotencyMismatch' },
    })
    expect(await perform(close, colleague, { ...closing, day: '2026-07-28' }, { key: 'k1' })).toMatchObject({
      ok: true,
    })
  })

  it('is free again when the command was refused', async () => {
    const manager = await newcomer('manager')
    await perform(close, manager, { ...closing, name: '不行' }, { key: 'k1' })
    expect(await perform(close, manager, closing, { key: 'k1' })).toMatchObject({ ok: true })
  })
})

describe('two people editing one record', () => {
  it('both win when they changed different fields', async () => {
    const manager = await newcomer('manager')
    const id = await closedBy(manager)
    await perform(rename, manager, { id, version: 1, name: '停班' })
    expect(await perform(rename, manager, { id, version: 1, name: '颱風假', county: '臺北市' })).toMatchObject({
      ok: true,
      value: { name: '停班', county: '臺北市', version: 3 },
    })
  })

  it('the second is shown the other value when both changed the same field', async () => {
    const manager = await newcomer('manager')
    const id = await closedBy(manager)
    await perform(rename, manager, { id, version: 1, name: '停班' })
    const result = await perform(rename, manager, { id, version: 1, name: '停課' })
    if (result.ok) throw new Error('should be refused')
    expect(result.refusal.code).toBe('changedMeanwhile')
    expect(result.refusal.fieldSentences('zh-TW')).toEqual({ name: '已被改為「停班」。' })
  })

  it('one of fifty wins when all press at once', async () => {
    const manager = await newcomer('manager')
    const id = await closedBy(manager)
    const all = await Promise.all(
      Array.from({ length: 50 }, (_, i) => perform(rename, manager, { id, version: 1, name: `第${i}個` })),
    )
    expect(all.filter((each) => each.ok)).toHaveLength(1)
  })
})

describe('reads of one page', () => {
  const moment = query({
    name: 'test.moment',
    permission: everyone,
    input: z.strictObject({}),
    run: async ({ tx }) =>
      (await tx.execute<{ at: string }>(sql`select txid_current_snapshot()::text || now() as at`))[0]?.at,
  })
  const managersOnly = query({ ...moment, permission: managers })
  const missing = query({
    ...moment,
    run: (): Promise<string> => {
      throw new Refusal('notFound')
    },
  })
  const broken = query({ ...moment, run: ({ tx }) => tx.execute(sql`select 1 / 0`) })
  const asked = (...queries: readonly (typeof moment | typeof missing)[]) =>
    queries.map((query) => ({ query: query as typeof moment, raw: {} }))

  it('show the same moment, each with its own answer', async () => {
    const manager = await newcomer('manager')
    await closedBy(manager)
    const [first, days, last] = await askTogether(manager, [
      ...asked(moment),
      { query: closedDays, raw: {} },
      ...asked(moment),
    ])
    expect(days).toMatchObject({ ok: true, value: [closing] })
    expect(last).toEqual(first)
  })

  it('are refused one by one', async () => {
    const seller = await newcomer('accountManager')
    expect(await askTogether(seller, asked(managersOnly, missing, moment))).toMatchObject([
      { ok: false, refusal: { code: 'notAllowed' } },
      { ok: false, refusal: { code: 'notFound' } },
      { ok: true },
    ])
    expect(await askTogether(seller, [{ query: closedDays, raw: { nonsense: true } }])).toMatchObject([
      { ok: false, refusal: { code: 'invalid' } },
    ])
  })

  it('fail together when the database fails one of them', async () => {
    const manager = await newcomer('manager')
    await expect(askTogether(manager, [...asked(moment), { query: broken, raw: {} }])).rejects.toThrow()
    expect(await ask(closedDays, manager, {})).toEqual([])
  })
})

describe('workspaces', () => {
  it('do not see or change each other', async () => {
    const manager = await newcomer('manager')
    const id = await closedBy(manager)
    const stranger = await person('manager', await aWorkspace())
    expect(await ask(closedDays, stranger, {})).toEqual([])
    expect(await perform(rename, stranger, { id, version: 1, name: '別家' })).toMatchObject({
      ok: false,
      refusal: { code: 'notFound' },
    })
  })

  it('a query cannot write', async () => {
    const manager = await newcomer('manager')
    const write = inTransaction(manager, 'read only', (tx) =>
      tx.insert(calendarDays).values({ workspaceId: manager.workspaceId, ...closing, kind: 'closed' }),
    )
    await expect(write).rejects.toMatchObject({ cause: { code: '25006' } })
  })
})
