import { sql } from 'drizzle-orm'
import { v7 as uuidv7 } from 'uuid'
import { beforeAll, describe, expect, it } from 'vitest'
import { statements } from '@/db/client'
import type { Actor } from '@/lib/kernel/actor'
import { ask } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import { contactLog } from '@/lib/modules/interactions/list'
import { stepsOf } from '@/lib/modules/interactions/queries'
import { timeline } from '@/lib/modules/interactions/queries-timeline'
import { today } from '@/lib/modules/interactions/queries-today'
import { aWorkspace, owner, person } from '@/tests/people'

/** How many statements a question sends, whatever it finds. */
async function statementsOf(question: () => Promise<unknown>): Promise<number> {
  const before = statements.listener
  let count = 0
  statements.listener = (text) => {
    count += 1
    before?.(text)
  }
  try {
    await question()
  } finally {
    statements.listener = before
  }
  return count
}

describe('with many accounts, contacts and next steps', () => {
  let manager: Actor
  let lead: Actor
  let accountId = ''
  beforeAll(async () => {
    const workspace = await aWorkspace()
    lead = await person('salesLead', workspace)
    manager = await person('accountManager', workspace, { reportsTo: lead })
    const [db, workspace_id] = [owner(), workspace.id]
    const accounts = Array.from({ length: 2_000 }, (_, index) => ({
      workspace_id,
      id: uuidv7(),
      name: `客戶 ${index}`,
      name_key: `客戶${index}`,
      owner_id: manager.id,
      due_on: `2026-0${1 + (index % 9)}-1${index % 10}`,
    }))
    accountId = accounts[0]?.id ?? ''
    for (let from = 0; from < accounts.length; from += 1000)
      await db`insert into accounts ${db(accounts.slice(from, from + 1000))}`
    const contacts = Array.from({ length: 4_000 }, (_, index) => ({
      workspace_id,
      id: uuidv7(),
      account_id: accounts[index % 40]?.id ?? accountId,
      channel: 'call',
      happened_at: new Date(Date.UTC(2025, 0, 1) + index * 3_600_000),
      two_way: true,
      summary: '問候',
      speaker_id: manager.id,
      typed_by: manager.id,
    }))
    for (let from = 0; from < contacts.length; from += 1000)
      await db`insert into interactions ${db(contacts.slice(from, from + 1000))}`
    await db`analyze accounts`
    await db`analyze interactions`
  })

  it('every page is a handful of statements, however much there is', async () => {
    expect(await statementsOf(() => ask(today, manager, {}))).toBeLessThanOrEqual(10)
    expect(await statementsOf(() => ask(today, lead, { scope: 'team' }))).toBeLessThanOrEqual(10)
    expect(await statementsOf(() => ask(timeline, manager, { accountId }))).toBeLessThanOrEqual(6)
    expect(await statementsOf(() => ask(contactLog, manager, {}))).toBe(2)
    expect(await statementsOf(() => ask(stepsOf, manager, {}))).toBe(1)
  })

  it('the first page of each order comes from an index, without sorting what there is', async () => {
    const plans: readonly (readonly [string, ReturnType<typeof sql>])[] = [
      [
        'interactions_by_day',
        sql`select id from interactions where workspace_id = ${manager.workspaceId}
        and archived_at is null order by happened_at desc, id desc limit 51`,
      ],
      [
        'interactions_account',
        sql`select id from interactions where workspace_id = ${manager.workspaceId}
        and account_id = ${accountId} and archived_at is null order by happened_at desc, id desc limit 31`,
      ],
      [
        'accounts_owner_due',
        sql`select id from accounts where workspace_id = ${manager.workspaceId}
        and owner_id = ${manager.id} and archived_at is null order by due_on, id limit 21`,
      ],
    ]
    for (const [index, statement] of plans) {
      const steps = await explained(manager, statement)
      expect([index, steps.some((step) => step.includes(index))]).toEqual([index, true])
      expect([index, steps.some((step) => /^\s*(?:->\s+)?Sort\b/.test(step))]).toEqual([index, false])
    }
  })
})

async function explained(actor: Actor, statement: ReturnType<typeof sql>): Promise<string[]> {
  const rows = await inTransaction(actor, 'read only', (tx) =>
    tx.execute<{ 'QUERY PLAN': string }>(sql`explain (costs off) ${statement}`),
  )
  return rows.map((row) => row['QUERY PLAN'])
}
