import 'server-only'
import { decode, encode } from 'next-auth/jwt'
import { environment } from '../environment'
import { sessionHours } from './cookies'
import { hashOfToken } from './token'

/** What the cookie says: a random name for a session, and nothing about its owner. */
type SessionClaims = { session: string }

/** Decoded cookies of late; only whose session it is gets remembered, a row decides on every request all the same. */
const remembered = new Map<string, { hash: string; until: number }>()
const mostRemembered = 5000

/** The encrypted cookie that carries a session's random name. */
export const sealSession = (token: string) =>
  encode({
    token: { session: token } satisfies SessionClaims,
    secret: environment().AUTH_SECRET,
    maxAge: sessionHours * 3600,
  })

/** The hash under which the cookie's session is kept, or null for anything that we did not make or that is too old. */
export async function sessionHashOf(cookie: string | undefined): Promise<string | null> {
  if (!cookie) return null
  const known = remembered.get(cookie)
  if (known) return known.until > Date.now() ? known.hash : null
  try {
    const claims = await decode({ token: cookie, secret: environment().AUTH_SECRET })
    if (typeof claims?.session !== 'string' || typeof claims.exp !== 'number') return null
    const hash = hashOfToken(claims.session)
    if (remembered.size >= mostRemembered) remembered.delete(remembered.keys().next().value ?? '')
    remembered.set(cookie, { hash, until: claims.exp * 1000 })
    return hash
  } catch {
    return null
  }
}
