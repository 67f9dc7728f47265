import { describe, expect, inject, it } from 'vitest'
import { aFullWorkspace } from '../security/full-workspace'
import { cookieHeaderOf } from '../setup/signed-in'
import { asker, authorisation } from './authorisation'

const { address } = inject('product')
const { origin } = new URL(address)

const ask = asker(address)

describe('the web surface', async () => {
  const scene = await aFullWorkspace()
  const { actor, ids } = scene
  const cookie = await cookieHeaderOf(actor)
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

  authorisation({ address: () => address, mine: scene, theirs: await aFullWorkspace() })

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
})
