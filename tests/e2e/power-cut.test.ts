import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '@/db/roles'
import type { Actor } from '@/lib/kernel/actor'
import { newcomer, owner } from '@/tests/people'
import { cookieHeaderOf } from '../setup/signed-in'
import { aPowered, type Told, type Write } from './power'

const full = process.env.ACCORD_BARS === 'full'
const cuts = full ? 10 : 1
let plant: Awaited<ReturnType<typeof aPowered>>
let actor: Actor
let accountId = ''
let cookie = ''

/** The n-th of many people, each with a number of their own. */
const somebody = (number: number): Write => {
  const value = `09${String(10_000_000 + number)}`
  const body = { accountId, displayName: `王大明${number}`, title: '採購', points: [{ kind: 'mobile', value }] }
  return { cookie, command: 'contacts/add', body, idOf: ({ id }) => String(id) }
}

/** People who lack a part of what adding them writes, or of what is remembered about it. */
const halfWritten = () => owner()<{ id: string }[]>`
  select p.id from people p where p.workspace_id = ${actor.workspaceId} and not (
    exists (select from affiliations a where a.workspace_id = p.workspace_id and a.person_id = p.id)
    and exists (select from contact_points c where c.workspace_id = p.workspace_id and c.person_id = p.id)
    and exists (select from search_entries s where s.workspace_id = p.workspace_id and s.subject_id = p.id)
    and exists (select from row_changes r where r.workspace_id = p.workspace_id and r.row_id = p.id)
    and exists (select from idempotency_keys k where k.workspace_id = p.workspace_id and k.result->>'id' = p.id::text))`

const counted = async () => {
  const [row] = await owner()`
    select (select count(*)::int from people where workspace_id = ${actor.workspaceId}) as people,
      (select count(*)::int from affiliations where workspace_id = ${actor.workspaceId}) as posts,
      (select count(*)::int from contact_points where workspace_id = ${actor.workspaceId}) as points,
      (select count(*)::int from command_log where workspace_id = ${actor.workspaceId} and command = 'contacts.add') as commands`
  return row
}

const lost = async (acknowledged: readonly string[]) => {
  const rows = await owner()<{ id: string }[]>`select id from people where workspace_id = ${actor.workspaceId}`
  const kept = new Set(rows.map(({ id }) => id))
  return acknowledged.filter((id) => !kept.has(id))
}

beforeAll(async () => {
  plant = await aPowered('power-cut')
  process.env.DATABASE_URL_DIRECT = plant.addressAs('accord_owner', 'owner')
  actor = await newcomer('manager')
  cookie = await cookieHeaderOf(actor)
  const account = { name: '大安食品股份有限公司', kind: 'customer' }
  accountId = (await (await plant.send(cookie, 'accounts/open', account, randomUUID())).json()).id
})
afterAll(() => plant.end())

describe('the power fails while people write', () => {
  it(`${cuts} times over: what was acknowledged is there once, nothing is half-written`, async () => {
    const { acknowledged, odd } = await plant.writeThrough(somebody, Array(cuts).fill(plant.cutPower))
    const { length } = acknowledged
    expect(odd).toEqual([])
    expect(new Set(acknowledged).size).toBe(length)
    expect(await lost(acknowledged)).toEqual([])
    expect(await halfWritten()).toEqual([])
    expect(await counted()).toEqual({ people: length, posts: length, points: length, commands: length })
    console.info(`${cuts} power cuts, ${length} writes acknowledged, 0 lost`)
  })

  it('a write of which a part is missing would be seen', async () => {
    const [row] = await owner()`
      delete from search_entries where workspace_id = ${actor.workspaceId} and kind = 'person' returning subject_id`
    expect((await halfWritten()).map(({ id }) => id)).toContain(row?.subject_id)
  })

  it.runIf(full)('a database that acknowledges before it has written loses some, and that would be seen', async () => {
    const careless = connect(plant.addressAs('postgres', 'superuser'))
    await careless.unsafe('alter role accord_app set synchronous_commit = off')
    await careless.unsafe("alter system set wal_writer_delay = '10s'")
    await careless.unsafe("alter system set wal_writer_flush_after = '1GB'")
    await careless.unsafe('select pg_reload_conf()')
    await careless.end()
    await plant.restart()
    const told: Told = { begun: 1_000_000, acknowledged: [], odd: [] }
    let isOver = false
    const work = Promise.all(Array.from({ length: 8 }, () => plant.write(told, somebody, () => isOver)))
    await expect.poll(() => told.acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(60)
    const acknowledged = [...told.acknowledged]
    isOver = true
    await plant.cutPower()
    await work
    expect((await lost(acknowledged)).length).toBeGreaterThan(0)
  })
})
