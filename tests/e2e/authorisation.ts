import { readFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { expect, it } from 'vitest'
import { sessionCookie } from '@/lib/kernel/identity/cookies'
import { buildFolder } from '@/lib/run/build-folder.mjs'
import { owner, person } from '@/tests/people'
import type { aFullWorkspace } from '../security/full-workspace'
import { cookieHeaderOf } from '../setup/signed-in'

type Answer = { status: number; headers: http.IncomingHttpHeaders; text: string }
type Ask = { method?: string; headers?: Record<string, string>; body?: string }

/** How a visitor without a browser asks the product at this address; every header is under the visitor's control. */
export function asker(address: string) {
  const { hostname, port } = new URL(address)
  return (path: string, { method = 'GET', headers = {}, body }: Ask = {}) =>
    new Promise<Answer>((resolve, reject) => {
      const request = http.request({ hostname, port, path, method, headers }, (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(parts).toString('utf8'),
          }),
        )
      })
      request.on('error', reject)
      request.end(body)
    })
}

/** Every server action that the build knows, by the id that a browser would send, and a page from which it is called. */
export function actions(ids: Readonly<Record<string, string>>): { id: string; page: string }[] {
  const file = path.join(buildFolder, 'server/server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as { node: Record<string, { workers: object }> }
  return Object.entries(node).map(([id, { workers }]) => {
    const [place = ''] = Object.keys(workers).sort((a, b) => a.length - b.length)
    const route = place.replace(/^app|\/page$|\/\([^)]+\)/g, '') || '/'
    return { id, page: route.replace(/\[(\w+)\]/g, (_, name: string) => ids[name] ?? ids.accountId ?? '') }
  })
}

/** Everything of a workspace but what is only remembered about attempts, and sums that a job keeps in its own time. */
export async function contentOf(workspaceId: string): Promise<string> {
  const tables = await owner()<{ table: string }[]>`
    select c.relname::text as table from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'workspace_id'
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname not in ('command_log', 'sales_months', 'sales_totals')
    order by 1`
  const hashes: unknown[] = []
  for (const { table } of tables)
    hashes.push(
      ...(await owner().unsafe(
        `select '${table}', md5(coalesce(string_agg(t::text, '' order by t::text), '')) from ${table} t where workspace_id = $1`,
        [workspaceId],
      )),
    )
  return JSON.stringify(hashes)
}

type Full = Awaited<ReturnType<typeof aFullWorkspace>>
const leaks = /select \*|insert into|node_modules\/|at Object|大安食品/i

type Where = { address: () => string; mine: Full; theirs: Full; bare?: boolean }

/**
 * Who gets in and who may do what, asked from outside. `bare` is the product without the server that stands before it and
 * refuses foreign names and malformed requests with better words.
 */
export function authorisation({ address, mine, theirs, bare = false }: Where) {
  const ask = (path: string, given?: Ask) => asker(address())(path, given)
  const origin = () => new URL(address()).origin
  const json = { 'content-type': 'application/json' }
  const body = JSON.stringify({ name: '外來', kind: 'customer' })
  const { ids } = mine
  const pages = ['/today', '/accounts', `/accounts/${ids.accountId}`, `/contacts/${ids.personId}`, '/settings/members']

  it('sends strangers to sign in, whatever they ask for', async () => {
    for (const cookie of ['', `${sessionCookie()}=abc`, `${sessionCookie()}=${'x'.repeat(400)}`])
      for (const page of pages) {
        const { status, headers, text } = await ask(page, { headers: { cookie } })
        const isSent = status === 307 || status === 303 || text.includes('/sign-in')
        expect([page, isSent, headers.location ?? '/sign-in']).toEqual([
          page,
          true,
          expect.stringContaining('/sign-in'),
        ])
        expect(text).not.toMatch(leaks)
      }
  })

  it('shows nothing of another workspace', async () => {
    const cookie = await cookieHeaderOf(theirs.actor)
    for (const page of [
      `/accounts/${ids.accountId}`,
      `/accounts/${ids.accountId}/timeline`,
      `/contacts/${ids.personId}`,
    ]) {
      const { status, text } = await ask(page, { headers: { cookie } })
      expect([page, status]).toEqual([page, 404])
      expect(text).not.toContain('王大明')
    }
  })

  it('lets a session end with its row and a role with its next request', async () => {
    const who = await person('manager', { id: mine.workspaceId })
    const cookie = await cookieHeaderOf(who)
    const headers = { cookie, origin: origin(), ...json }
    const open = async () => (await ask('/api/v1/accounts/open', { method: 'POST', headers, body })).status
    expect(await open()).toBe(200)
    await owner()`update members set roles = '{auditor}' where workspace_id = ${mine.workspaceId} and id = ${who.id}`
    expect(await open()).toBe(403)
    await owner()`update members set roles = '{manager}' where workspace_id = ${mine.workspaceId} and id = ${who.id}`
    expect(await open()).toBe(200)
    await owner()`update auth.sessions set ended_at = now() where identity_id = ${who.identityId ?? ''}`
    expect(await open()).toBe(401)
    expect((await ask('/accounts', { headers: { cookie } })).headers.location).toContain('/sign-in')
  })

  it('answers the API only to those who are signed in, and only from our own pages', async () => {
    const cookie = await cookieHeaderOf(mine.actor)
    const open = (headers: Record<string, string>) =>
      ask('/api/v1/accounts/open', { method: 'POST', headers: { ...json, ...headers }, body })
    expect((await open({})).status).toBe(401)
    expect((await open({ origin: origin() })).status).toBe(401)
    const others: Record<string, string>[] = [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
      { origin: 'https://evil.example', host: 'evil.example' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
      { 'sec-fetch-site': 'none' },
    ]
    const before = await contentOf(mine.workspaceId)
    for (const other of others) {
      const { status } = await open({ cookie, ...other })
      expect([other, status === 403 || status === 421]).toEqual([other, true])
    }
    expect(await contentOf(mine.workspaceId)).toBe(before)
    if (!bare) expect((await ask('/accounts', { headers: { cookie, host: 'evil.example' } })).status).toBe(421)
    expect((await open({ cookie, origin: origin() })).status).toBe(200)
    expect((await open({ cookie, 'sec-fetch-site': 'same-origin' })).status).toBe(200)
  })

  it('lets no server action run for strangers or for other sites, and none fail over nonsense', async () => {
    const full = process.env.ACCORD_BARS === 'full'
    const cookie = await cookieHeaderOf(mine.actor)
    const shapes = ['[]', '["$K1"]', '[{"status":"idle"},"$K1"]', '[[[[[]]]]]', '["$F1"]', `["${'x'.repeat(100_000)}"]`]
    if (full)
      shapes.push('[{"__proto__":{"roles":["manager"]}}]', '{', '', `["${'x'.repeat(1_000_000)}"]`, '['.repeat(5_000))
    const call = ({ id, page }: { id: string; page: string }, shape: string, headers: Record<string, string>) =>
      ask(page, {
        method: 'POST',
        headers: {
          'next-action': id,
          'content-type': 'text/plain;charset=UTF-8',
          accept: 'text/x-component',
          ...headers,
        },
        body: shape,
      })
    const before = await contentOf(mine.workspaceId)
    const strangers: Record<string, string>[] = [
      { origin: origin() },
      { cookie, origin: 'https://evil.example' },
      { cookie },
    ]
    const failed: unknown[] = []
    for (const action of actions(ids))
      for (const shape of full ? shapes : shapes.slice(0, 3)) {
        for (const sender of strangers) {
          const { status, text } = await call(action, shape, sender)
          expect(text).not.toMatch(leaks)
          if (status >= 500) failed.push([action.page, status, shape.slice(0, 30), Object.keys(sender)])
        }
      }
    expect(await contentOf(mine.workspaceId)).toBe(before)
    const viewer = await ask(`/accounts/${ids.accountId}/history`, { headers: { cookie } })
    expect(viewer.status).toBe(200)
    for (const action of actions(ids))
      for (const shape of full ? shapes : shapes.slice(0, 3)) {
        const { status, text } = await call(action, shape, {
          cookie: await cookieHeaderOf(mine.actor),
          origin: origin(),
        })
        expect(text).not.toMatch(/select \*|insert into|node_modules\//i)
        if (status >= 500) failed.push([action.page, status, shape.slice(0, 30), 'own'])
      }
    if (!bare) expect(failed).toEqual([])
  })
}
