import 'server-only'
import { createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import { environment } from '../environment'

/** 256 random bits that need no escaping in a cookie or a link. */
export const newToken = () => randomBytes(32).toString('base64url')

/** How a token is kept: its SHA-256 in hex. Random tokens need no salt. */
export const hashOfToken = (token: string) => createHash('sha256').update(token).digest('hex')

/** A key for one purpose, drawn from the installation's secret. */
export const keyFor = (purpose: string) =>
  Buffer.from(hkdfSync('sha256', environment().AUTH_SECRET, '', `accord ${purpose}`, 32))

/** A token with our signature, so that an invented one is refused without asking the database. */
export const signed = (token: string, purpose: string) => `${token}.${signature(token, purpose)}`

/** The token inside a signed value, or null when we never signed it. */
export function tokenOf(value: string | undefined, purpose: string): string | null {
  const [token = '', given = ''] = (value ?? '').split('.')
  const expected = Buffer.from(signature(token, purpose))
  const found = Buffer.from(given)
  return found.length === expected.length && timingSafeEqual(found, expected) ? token : null
}

const signature = (token: string, purpose: string) =>
  createHmac('sha256', keyFor(purpose)).update(token).digest('base64url')
