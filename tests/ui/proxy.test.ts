import { NextRequest } from 'next/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'

/** The proxy as a process with these settings would run it. */
async function proxyAt(origin: string) {
  vi.resetModules()
  vi.stubEnv('APP_ORIGIN', origin)
  vi.stubEnv('DATABASE_URL', process.env.DATABASE_URL ?? 'postgres://nobody@localhost/none')
  vi.stubEnv('AUTH_SECRET', 'a secret of the tests, at least 32 characters long')
  return import('@/proxy')
}
const asked = (host: string, path = '/accounts') => new NextRequest(`http://${host}${path}`, { headers: { host } })

describe('every page', () => {
  beforeEach(() => void vi.unstubAllEnvs())

  it('carries a content policy with a nonce of its own, and hands that nonce to the page', async () => {
    const { proxy } = await proxyAt('http://localhost:3000')
    const answers = Array.from({ length: 200 }, () => proxy(asked('localhost:3000')))
    const nonces = answers.map((answer) => {
      const policy = answer.headers.get('content-security-policy') ?? ''
      const [, nonce = ''] = /script-src 'self' 'strict-dynamic' 'nonce-([^']+)'(?:;)/.exec(policy) ?? []
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
      expect(answer.headers.get('x-middleware-request-x-nonce')).toBe(nonce)
      return nonce
    })
    expect(new Set(nonces).size).toBe(200)
    expect(Buffer.from(nonces[0] ?? '', 'base64')).toHaveLength(16)
  })

  it('forbids foreign frames, objects, bases and form targets, and inline scripts', async () => {
    const { proxy } = await proxyAt('http://localhost:3000')
    const policy = proxy(asked('localhost:3000')).headers.get('content-security-policy') ?? ''
    for (const rule of ["object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule)
    expect(policy).toContain("style-src-attr 'unsafe-inline'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  })

  it('is neither sniffed nor stored, and asks for https only where it is served by https', async () => {
    const plain = (await proxyAt('http://localhost:3000')).proxy(asked('localhost:3000')).headers
    expect(plain.get('x-content-type-options')).toBe('nosniff')
    expect(plain.get('cache-control')).toBe('private, no-store')
    expect(plain.get('referrer-policy')).toBeTruthy()
    expect(plain.get('strict-transport-security')).toBeNull()
    const secure = (await proxyAt('https://crm.example.com')).proxy(asked('crm.example.com')).headers
    expect(secure.get('strict-transport-security')).toContain('max-age=')
  })

  it('is refused under a foreign host, and given to this machine under any port', async () => {
    const { proxy } = await proxyAt('https://crm.example.com')
    const statuses = ['crm.example.com', 'localhost:3100', '127.0.0.1:4000'].map((host) => proxy(asked(host)).status)
    expect(statuses).toEqual([200, 200, 200])
    expect(proxy(asked('evil.example.com')).status).toBe(421)
    expect(proxy(asked('localhost.evil.com')).status).toBe(421)
  })
})
