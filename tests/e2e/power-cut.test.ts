import { randomUUID } from 'node:crypto'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { connect } from '@/db/roles'
import type { Actor } from '@/lib/kernel/actor'
import { sessionCookie } from '@/lib/kernel/identity/cookies'
import { freePort } from '@/lib/run/free-port.mjs'
import { inData } from '@/lib/run/paths.mjs'
import { newcomer, owner } from '@/tests/people'
import { cookieOf } from '../setup/signed-in'
import { endOwnProducts, type OwnProduct, ownProduct } from './own-product'

const full = process.env.ACCORD_BARS === 'full'
const cuts = full ? 10 : 1
const writers = 8
const name = 'power-cut'
const folder = inData(`test-${name}`)
let port = ''
let product: OwnProduct
let actor: Actor
let accountId = ''
let cookie = ''

/** On its bundled Postgres, as a single company runs it. */
const begin = () => ownProduct(name, { PORT: port, DATABASE_URL: undefined, DATABASE_URL_DIRECT: undefined })

const addressAs = (role: string, secret: string) => {
  const secrets = JSON.parse(readFileSync(path.join(folder, 'secrets.json'), 'utf8'))
  return `postgres://${role}:${secrets[secret]}@127.0.0.1:${secrets.port}/accord`
}

/** As when the power fails: everything at once, the database included, and nobody says goodbye. */
async function cutPower() {
  const postmaster = Number.parseInt(readFileSync(path.join(folder, 'postgres/postmaster.pid'), 'utf8'), 10)
  const victims = [...product.children('web.mjs'), ...product.children('worker.ts'), postmaster]
  const gone = product.kill()
  for (const pid of victims) process.kill(pid, 'SIGKILL')
  await gone
}

const send = (command: string, body: object, key: string) =>
  fetch(`${product.address}/api/v1/${command}`, {
    method: 'POST',
    headers: { cookie, origin: product.address, 'content-type': 'application/json', 'idempotency-key': key },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(20_000),
  })

type Told = { begun: number; acknowledged: string[]; odd: unknown[]; ending: boolean }
const nothing = (begun = 0): Told => ({ begun, acknowledged: [], odd: [], ending: false })

/** Adds people one after the other; what was not acknowledged is sent again under the same key until it is. */
async function write(told: Told) {
  while (!told.ending) {
    const key = randomUUID()
    const number = told.begun++
    const value = `09${String(10_000_000 + number)}`
    const body = { displayName: `王大明${number}`, title: '採購', points: [{ kind: 'mobile', value }] }
    for (;;) {
      const answer = await send('contacts/add', { ...body, accountId }, key).catch(() => null)
      const text = await answer?.text().catch(() => null)
      if (answer?.status === 200 && text) {
        told.acknowledged.push(JSON.parse(text).id)
        break
      }
      if (answer && answer.status !== 200 && answer.status !== 503) {
        told.odd.push([answer.status, text])
        break
      }
      await wait(50)
    }
  }
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
  rmSync(folder, { recursive: true, force: true })
  port = String(await freePort(undefined))
  product = await begin()
  process.env.DATABASE_URL_DIRECT = addressAs('accord_owner', 'owner')
  actor = await newcomer('manager')
  cookie = `${sessionCookie()}=${await cookieOf(actor)}`
  const opened = await send('accounts/open', { name: '大安食品股份有限公司', kind: 'customer' }, randomUUID())
  accountId = (await opened.json()).id
})
afterAll(async () => {
  await endOwnProducts()
  rmSync(folder, { recursive: true, force: true })
})

describe('the power fails while people write', () => {
  it(`${cuts} times over: what was acknowledged is there once, nothing is half-written`, async () => {
    const told = nothing()
    const work = Promise.all(Array.from({ length: writers }, () => write(told)))
    for (let cut = 0; cut < cuts; cut++) {
      const before = told.acknowledged.length
      await expect.poll(() => told.acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(before + 40)
      await wait(Math.random() * 400)
      await cutPower()
      product = await begin()
    }
    const before = told.acknowledged.length
    await expect.poll(() => told.acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(before + 40)
    told.ending = true
    await work
    const { length } = told.acknowledged
    expect(told.odd).toEqual([])
    expect(new Set(told.acknowledged).size).toBe(length)
    expect(await lost(told.acknowledged)).toEqual([])
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
    const careless = connect(addressAs('postgres', 'superuser'))
    await careless.unsafe('alter role accord_app set synchronous_commit = off')
    await careless.unsafe("alter system set wal_writer_delay = '10s'")
    await careless.unsafe("alter system set wal_writer_flush_after = '1GB'")
    await careless.unsafe('select pg_reload_conf()')
    await careless.end()
    await product.end()
    product = await begin()
    const told = nothing(1_000_000)
    const work = Promise.all(Array.from({ length: writers }, () => write(told)))
    await expect.poll(() => told.acknowledged.length, { timeout: 30_000 }).toBeGreaterThan(60)
    const acknowledged = [...told.acknowledged]
    told.ending = true
    await cutPower()
    product = await begin()
    await work
    expect((await lost(acknowledged)).length).toBeGreaterThan(0)
  })
})
