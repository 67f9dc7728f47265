import { sql } from 'drizzle-orm'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { perform } from '@/lib/kernel/perform'
import { inTransaction } from '@/lib/kernel/transaction'
import { log, markTwoWay, restore, withdraw } from '@/lib/modules/interactions/commands'
import { edit } from '@/lib/modules/interactions/commands-edit'
import { cancelPlan, complete } from '@/lib/modules/interactions/commands-plans'
import { setCalendarDay } from '@/lib/modules/workspace/commands-settings'
import { aWorkspace, newcomer, person } from '@/tests/people'
import { anAccount, clockOf, given, wednesday } from './scene'

const now = wednesday
const logged = async (actor: Actor, accountId: string, more: object) =>
  given(await perform(log, actor, { accountId, summary: '聯繫', ...more }, { now }))

describe('the cadence clock', () => {
  it('is not reset by unanswered mail; a logged call resets it within the same request', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    const before = await clockOf(manager, accountId)
    await logged(manager, accountId, { channel: 'mail' })
    expect(await clockOf(manager, accountId)).toEqual({ ...before, lastContactAt: now })
    const call = await logged(manager, accountId, { channel: 'call', day: '2026-11-17', time: '10:00' })
    expect(call).toMatchObject({ cadence: 'renewed', dueOn: '2026-12-01' })
    expect(await clockOf(manager, accountId)).toMatchObject({ lastTwoWayId: call.id, dueOn: '2026-12-01' })
  })

  it('is not moved back by an older contact that is logged late', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    await logged(manager, accountId, { channel: 'call' })
    const clock = await clockOf(manager, accountId)
    expect(await logged(manager, accountId, { channel: 'call', day: '2026-10-01' })).toMatchObject({
      cadence: 'unchanged',
    })
    expect(await clockOf(manager, accountId)).toEqual(clock)
  })

  it('is cleared by a colleague’s contact as well as by one’s own', async () => {
    const workspace = await aWorkspace()
    const [manager, colleague] = [await person('accountManager', workspace), await person('specialist', workspace)]
    const accountId = await anAccount(manager)
    const { id } = await logged(colleague, accountId, { channel: 'visit' })
    expect(await clockOf(manager, accountId)).toMatchObject({ lastTwoWayId: id })
  })

  it('counts by tier, and moves on from weekends', async () => {
    const manager = await newcomer('accountManager')
    for (const [tier, dueOn] of [
      ['A', '2026-12-02'],
      ['B', '2026-12-18'],
      ['C', '2027-02-16'],
    ] as const) {
      const accountId = await anAccount(manager, { name: `${tier} 級客戶`, tier })
      expect(await logged(manager, accountId, { channel: 'call' })).toMatchObject({ dueOn })
    }
    const accountId = await anAccount(manager, { name: '週六到期' })
    expect(await logged(manager, accountId, { channel: 'call', day: '2026-11-14' })).toMatchObject({
      dueOn: '2026-11-30',
    })
  })

  it('moves on over the lunar new year', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager, { tier: 'B' })
    const before = new Date('2027-01-07T01:00:00Z')
    const { dueOn } = given(
      await perform(log, manager, { accountId, channel: 'call', summary: '年前問候' }, { now: before }),
    )
    expect(dueOn).toBe('2027-02-11')
  })

  it('moves on from a closure of the account’s own county only', async () => {
    const workspace = await aWorkspace()
    const manager = await person('accountManager', workspace)
    const administrator = await person('administrator', workspace)
    const closed = { day: '2026-12-02', county: '臺北市', kind: 'closed', name: '颱風停班' }
    given(await perform(setCalendarDay, administrator, closed))
    const taipei = await anAccount(manager, { name: '台北客戶', city: '台北市' })
    const tainan = await anAccount(manager, { name: '台南客戶', city: '台南市' })
    expect(await logged(manager, taipei, { channel: 'call' })).toMatchObject({ dueOn: '2026-12-03' })
    expect(await logged(manager, tainan, { channel: 'call' })).toMatchObject({ dueOn: '2026-12-02' })
  })

  it('knows the next of several plans, and none that lies behind', async () => {
    const manager = await newcomer('accountManager')
    const accountId = await anAccount(manager)
    await logged(manager, accountId, { channel: 'visit', day: '2026-12-20' })
    const near = await logged(manager, accountId, { channel: 'visit', day: '2026-11-30', time: '10:00' })
    expect(await clockOf(manager, accountId)).toMatchObject({ nextPlannedId: near.id })
    given(await perform(cancelPlan, manager, { interactionId: near.id }, { now }))
    expect(await clockOf(manager, accountId)).toMatchObject({ nextPlannedAt: new Date('2026-12-20T04:00:00Z') })
  })
})

const channel = fc.constantFrom('call', 'mail', 'line', 'visit')
const day = fc
  .integer({ min: -40, max: 40 })
  .map((ahead) => new Date(+now + ahead * 86_400_000).toISOString().slice(0, 10))
const which = fc.nat({ max: 5 })
const step = fc.oneof(
  fc.record({ does: fc.constant('log' as const), account: fc.nat({ max: 1 }), channel, day }),
  fc.record({ does: fc.constant('edit' as const), which, day, twoWay: fc.boolean(), account: fc.nat({ max: 1 }) }),
  fc.record({ does: fc.constantFrom('withdraw' as const, 'restore' as const, 'markTwoWay' as const), which }),
  fc.record({ does: fc.constantFrom('complete' as const, 'cancelPlan' as const), which }),
)

describe('after any sequence of logs, edits, moves, withdrawals and plans', () => {
  it('the clock equals what the contacts themselves say', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
        const manager = await newcomer('accountManager')
        const accounts = [await anAccount(manager), await anAccount(manager, { name: '信義電子', tier: 'B' })]
        const made: string[] = []
        for (const each of steps) await take(manager, accounts, made, each)
        for (const accountId of accounts) {
          expect(await clockOf(manager, accountId)).toMatchObject(await factsOf(manager, accountId))
        }
      }),
      { numRuns: 15 },
    )
  })
})

type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never

async function take(actor: Actor, accounts: readonly string[], made: string[], each: Step) {
  if (each.does === 'log') {
    const input = { accountId: accounts[each.account], channel: each.channel, summary: '聯繫', day: each.day }
    made.push(given(await perform(log, actor, input, { now })).id)
    return
  }
  const interactionId = made[each.which % Math.max(1, made.length)]
  if (!interactionId) return
  if (each.does === 'edit') {
    const version = await versionOf(actor, interactionId)
    const change = { day: each.day, twoWay: each.twoWay, accountId: accounts[each.account] }
    await perform(edit, actor, { interactionId, version, ...change }, { now })
    return
  }
  const commands = { withdraw, restore, markTwoWay, complete, cancelPlan }
  await perform(commands[each.does] as typeof withdraw, actor, { interactionId }, { now })
}

const versionOf = (actor: Actor, id: string) =>
  inTransaction(actor, 'read only', async (tx) => {
    const [row] = await tx.execute(
      sql`select version from interactions where workspace_id = ${actor.workspaceId} and id = ${id}`,
    )
    return (row as { version: number }).version
  })

/** The clock told anew from the raw rows, in words of its own. */
const factsOf = (actor: Actor, accountId: string) =>
  inTransaction(actor, 'read only', async (tx) => {
    const rows = (await tx.execute(sql`
      select id, happened_at as at, two_way as "twoWay", planned from interactions
      where workspace_id = ${actor.workspaceId} and account_id = ${accountId} and archived_at is null`)) as unknown as {
      id: string
      at: string
      twoWay: boolean
      planned: boolean
    }[]
    const inOrder = rows
      .map((row) => ({ ...row, at: new Date(row.at) }))
      .sort((a, b) => +a.at - +b.at || (a.id < b.id ? -1 : 1))
    const past = inOrder.filter((row) => !row.planned)
    const answered = past.filter((row) => row.twoWay).at(-1)
    const next = inOrder.find((row) => row.planned && row.at >= new Date('2026-11-17T16:00:00Z'))
    return {
      lastTwoWayAt: answered?.at ?? null,
      lastTwoWayId: answered?.id ?? null,
      lastContactAt: past.at(-1)?.at ?? null,
      nextPlannedAt: next?.at ?? null,
      nextPlannedId: next?.id ?? null,
    }
  })
