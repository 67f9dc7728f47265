import { readFileSync } from 'node:fs'
import http from 'node:http'
import path from 'node:path'
import { describe, expect, inject, it } from 'vitest'
import { sessionCookie } from '@/lib/kernel/identity/cookies'
import { root } from '@/lib/run/paths.mjs'
import { aFullWorkspace } from '../security/full-workspace'
import { cookieOf } from '../setup/signed-in'

const { address } = inject('product')
const { hostname, port, origin } = new URL(address)

type Answer = { status: number; headers: http.IncomingHttpHeaders; text: string }
type Ask = { method?: string; headers?: Record<string, string>; body?: string }

const ask = (path: string, { method = 'GET', headers = {}, body }: Ask = {}) =>
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

/** Every server action that the build knows, by the id that a browser would send. */
const actionIds = () => {
  const file = path.join(root, '.next/server/server-reference-manifest.json')
  const { node } = JSON.parse(readFileSync(file, 'utf8')) as { node: Record<string, unknown> }
  return Object.keys(node)
}

describe('the web surface', async () => {
  const { actor, ids } = await aFullWorkspace()
  const cookie = `${sessionCookie()}=${await cookieOf(actor)}`
  const pages = [
    '/today',
    '/accounts',
    `/accounts/${ids.accountId}`,
    '/contacts',
    '/settings/members',
    '/no-such-page',
    `/accounts/${crypto.randomUUID()}`,
  ]

  it('sends a fresh nonce and every safety header with every page', async () => {
    const nonces = new Set<string>()
    const visits = [
      ...pages,
      '/sign-in',
      ...Array.from({ length: process.env.ACCORD_BARS === 'full' ? 1000 : 20 }, () => '/sign-in'),
    ]
    for (const page of visits) {
      const { headers } = await ask(page, { headers: { cookie } })
      const policy = String(headers['content-security-policy'])
      const nonce = /'nonce-([^']+)'/.exec(policy)?.[1] ?? ''
      nonces.add(nonce)
      expect([page, policy]).toEqual([page, expect.stringContaining("object-src 'none'")])
      expect(policy).toContain("frame-ancestors 'none'")
      expect(policy).toContain("base-uri 'none'")
      expect(/script-src[^;]*unsafe-inline/.test(policy)).toBe(false)
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['referrer-policy']).toBeTruthy()
      expect(headers['cache-control']).toContain('no-store')
      expect(headers['x-powered-by']).toBeUndefined()
    }
    expect(nonces.size).toBe(visits.length)
  })

  it('sends strangers to sign in, whatever they ask for', async () => {
    for (const page of pages.slice(0, 5)) {
      const { status, headers, text } = await ask(page)
      expect([
        page,
        status === 307 || status === 303 || text.includes('/sign-in'),
        headers.location ?? '/sign-in',
      ]).toEqual([page, true, expect.stringContaining('/sign-in')])
      expect(text).not.toContain('大安食品')
    }
  })

  it('answers the API only to those who are signed in, and only from our own pages', async () => {
    const body = JSON.stringify({ name: '外來', kind: 'customer' })
    const json = { 'content-type': 'application/json' }
    const open = (headers: Record<string, string>) =>
      ask('/api/v1/accounts/open', { method: 'POST', headers: { ...json, ...headers }, body })
    expect((await open({})).status).toBe(401)
    expect((await open({ origin })).status).toBe(401)
    const others: Record<string, string>[] = [
      {},
      { origin: 'null' },
      { origin: 'https://evil.example' },
      { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
    ]
    for (const other of others) {
      const { status } = await open({ cookie, ...other })
      expect([other, status === 403 || status === 421]).toEqual([other, true])
    }
    expect((await ask('/accounts', { headers: { cookie, host: 'evil.example' } })).status).toBe(421)
    expect((await open({ cookie, origin })).status).toBe(200)
  })

  it('never fails on malformed API requests', async () => {
    const send = (path: string, text: string) =>
      ask(path, { method: 'POST', headers: { cookie, origin, 'content-type': 'application/json' }, body: text })
    const bodies = [
      '',
      '{',
      '[]',
      'null',
      '"x"',
      '{"__proto__":{"x":1}}',
      `{"name":"${'長'.repeat(400_000)}"}`,
      '{"name":{"a":1},"kind":[]}',
      '{"name":"a\\u0000b","kind":"customer"}',
    ]
    for (const text of bodies)
      for (const route of [
        'accounts/open',
        'interactions/log',
        `accounts/${ids.accountId}/edit`,
        'accounts/no-id/edit',
        'contacts/add',
        'nobody/nothing',
        'a/b/c/d',
        '',
      ]) {
        const { status, text: answer } = await send(`/api/v1/${route}`, text)
        expect([route, text.slice(0, 20), status < 500]).toEqual([route, text.slice(0, 20), true])
        expect(answer).not.toMatch(/select |insert |node_modules|at Object/i)
      }
  })

  it('lets no server action run for strangers, for other sites, or with nonsense', async () => {
    const spare = `${sessionCookie()}=${await cookieOf(actor)}`
    const shapes = ['[]', '["$K1"]', '[{"status":"idle"},"$K1"]', '[[[[[]]]]]', '["$F1"]', `["${'x'.repeat(100_000)}"]`]
    for (const id of actionIds())
      for (const shape of process.env.ACCORD_BARS === 'full' ? shapes : shapes.slice(0, 3))
        for (const sender of [
          { origin },
          { cookie: spare },
          { cookie: spare, origin: 'https://evil.example' },
          { cookie: spare, origin },
        ]) {
          const { text } = await ask('/sign-in', {
            method: 'POST',
            headers: {
              'next-action': id,
              'content-type': 'text/plain;charset=UTF-8',
              accept: 'text/x-component',
              ...(sender as Record<string, string>),
            },
            body: shape,
          })
          expect(text).not.toMatch(/select \*|insert into|node_modules\//i)
        }
    const again = `${sessionCookie()}=${await cookieOf(actor)}`
    expect((await ask(`/accounts/${ids.accountId}/history`, { headers: { cookie: again } })).status).toBe(200)
  })
})
