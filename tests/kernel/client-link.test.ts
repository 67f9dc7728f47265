import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  clientTokenOf,
  mustNotFlood,
  mustNotWearOut,
  newClientToken,
  openClientLink,
} from '@/lib/kernel/identity/client-link'
import { hashOfToken } from '@/lib/kernel/identity/token'
import { owner } from '@/tests/people'

const now = new Date('2026-11-21T02:00:00Z')
const code = (attempt: Promise<unknown>) =>
  attempt.then(
    () => 'done',
    (error) => error.code as string,
  )

describe('a client’s token', () => {
  it('says where to look and what to compare, and is never the same twice', () => {
    const [workspaceId, linkId] = [randomUUID(), randomUUID()]
    const made = Array.from({ length: 50 }, () => newClientToken(workspaceId, linkId))
    expect(new Set(made.map(({ token }) => token)).size).toBe(50)
    for (const { token, secretHash } of made) {
      expect(clientTokenOf(token)).toEqual({ workspaceId, linkId, secretHash })
      expect(hashOfToken(token)).not.toBe(secretHash)
    }
  })

  it('leaves the address for a cookie of its link, which no script and no other path can read', () => {
    const linkId = randomUUID()
    const { token } = newClientToken(randomUUID(), linkId)
    const response = openClientLink(token, 'en')
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe(`/c/${linkId}/paper`)
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('cache-control')).toBe('no-store')
    const [kept, language] = response.headers.getSetCookie()
    expect(kept).toMatch(new RegExp(`^accord-client-${linkId}=${token}; Path=/c; .*HttpOnly; SameSite=Lax`))
    expect(language).toContain('accord-locale=en')
  })

  it.each(['', 'x', 'a'.repeat(85), 'a'.repeat(87), `${'a'.repeat(85)}\n`, `${'a'.repeat(85)};`, '../../etc/passwd'])(
    'that is none leads to the page of all that are over: %j',
    (token) => {
      const response = openClientLink(token, null)
      expect(response.headers.get('location')).toBe('/c/over/paper')
      expect(response.headers.getSetCookie()).toEqual([])
    },
  )
})

describe('trying is bounded', () => {
  it('for each address, whatever it tries', async () => {
    const address = '203.0.113.9'
    for (let count = 0; count < 120; count++) expect(await code(mustNotFlood(address, now))).toBe('done')
    expect(await code(mustNotFlood(address, now))).toBe('tooOften')
    expect(await code(mustNotFlood('203.0.113.10', now))).toBe('done')
    expect(await code(mustNotFlood(address, new Date(now.getTime() + 601_000)))).toBe('done')
  })

  it('for each link, from wherever', async () => {
    const linkId = randomUUID()
    for (let count = 0; count < 60; count++) expect(await code(mustNotWearOut(linkId, now))).toBe('done')
    expect(await code(mustNotWearOut(linkId, now))).toBe('tooOften')
    expect(await code(mustNotWearOut(randomUUID(), now))).toBe('done')
  })

  it('and remembers addresses as hashes only', async () => {
    await mustNotFlood('198.51.100.77', now)
    const kept = await owner()`select key from auth.throttles where key like 'client-links-from:%'`
    expect(JSON.stringify(kept)).not.toContain('198.51.100.77')
  })
})
