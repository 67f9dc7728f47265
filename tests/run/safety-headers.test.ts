import type { IncomingMessage, ServerResponse } from 'node:http'
import { describe, expect, it } from 'vitest'
import { safetyHeaders } from '@/lib/run/safety-headers.mjs'

/** What a request and its answer carry once the headers are on. */
function headersAt(origin: string, url = '/accounts') {
  const request = { url, headers: {} as Record<string, string> }
  const answer = new Map<string, string>()
  const response = { setHeader: (name: string, value: string) => answer.set(name.toLowerCase(), value) }
  safetyHeaders(origin)(request as unknown as IncomingMessage, response as unknown as ServerResponse)
  return { asked: request.headers, answer }
}

describe('every page', () => {
  it('carries a content policy with a nonce of its own, and hands that nonce to the page', () => {
    const nonces = Array.from({ length: 200 }, () => {
      const { asked, answer } = headersAt('http://localhost:3000')
      const policy = answer.get('content-security-policy') ?? ''
      const [, nonce = ''] = /script-src 'self' 'strict-dynamic' 'nonce-([^']+)'(?:;)/.exec(policy) ?? []
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`)
      expect(asked).toMatchObject({ 'x-nonce': nonce, 'content-security-policy': policy })
      return nonce
    })
    expect(new Set(nonces).size).toBe(200)
    expect(Buffer.from(nonces[0] ?? '', 'base64')).toHaveLength(16)
  })

  it('forbids foreign frames, objects, bases and form targets, and inline scripts', () => {
    const policy = headersAt('http://localhost:3000').answer.get('content-security-policy') ?? ''
    for (const rule of ["object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule)
    expect(policy).toContain("style-src-attr 'unsafe-inline'")
    expect(policy).not.toMatch(/script-src[^;]*unsafe/)
  })

  it('is neither sniffed nor stored, and asks for https only where it is served by https', () => {
    const plain = headersAt('http://localhost:3000').answer
    expect(plain.get('x-content-type-options')).toBe('nosniff')
    expect(plain.get('cache-control')).toBe('private, no-store')
    expect(plain.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
    expect(plain.get('strict-transport-security')).toBeUndefined()
    expect(headersAt('https://crm.example.com').answer.get('strict-transport-security')).toContain('max-age=')
  })

  it('with a secret in its address tells nobody where its reader comes from', () => {
    for (const path of ['/setup/abc', '/invitation/abc', '/reset/abc', '/c/abc'])
      expect(headersAt('http://localhost:3000', path).answer.get('referrer-policy')).toBe('no-referrer')
  })

  it('behind a link is kept by no search engine, and its forms still say who sends them', () => {
    const { answer } = headersAt('http://localhost:3000', '/c/abc/paper')
    expect(answer.get('x-robots-tag')).toContain('noindex')
    expect(answer.get('referrer-policy')).toBe('strict-origin-when-cross-origin')
  })

  it('knows the address that its reader sees, to come back to after signing in', () => {
    const paths = ['/accounts?sort=name&_rsc=1a', '/accounts?_rsc=1a', '/accounts?_rsc=1a&q=x', '/accounts?q=x']
    expect(paths.map((path) => headersAt('http://localhost:3000', path).asked['x-accord-path'])).toEqual([
      '/accounts?sort=name',
      '/accounts',
      '/accounts?q=x',
      '/accounts?q=x',
    ])
  })
})
