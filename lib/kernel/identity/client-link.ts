import 'server-only'
import { sql } from 'drizzle-orm'
import { cookies } from 'next/headers'
import type { Actor } from '../actor'
import { environment } from '../environment'
import { defaultLocale } from '../messages'
import { Refusal } from '../refusal'
import { isSecureOrigin } from './cookies'
import { answerOf } from './platform'
import { hashOfToken, newToken } from './token'
import { addressKey } from './visit'

/** What a client's token says: which workspace to look in, which link, and the secret's hash to compare. */
export type ClientToken = { workspaceId: string; linkId: string; secretHash: string }

const idBytes = 16
const bytesOf = (id: string) => Buffer.from(id.replaceAll('-', ''), 'hex')
const idOf = (bytes: Buffer) => bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')

/** A new token for a link, the hash under which its secret is kept, and its address on this installation. */
export function newClientToken(workspaceId: string, linkId: string) {
  const secret = newToken()
  const place = Buffer.concat([bytesOf(workspaceId), bytesOf(linkId)]).toString('base64url')
  const token = `${place}${secret}`
  return { token, secretHash: hashOfToken(secret), address: `${environment().APP_ORIGIN}/c/${token}` }
}

const placeLength = Math.ceil((2 * idBytes * 8) / 6)

/** The parts of a token, or null for anything that cannot be one. Whether it is right, the link itself decides. */
export function clientTokenOf(token: string): ClientToken | null {
  if (!/^[\w-]{86}$/.test(token)) return null
  const place = Buffer.from(token.slice(0, placeLength), 'base64url')
  return {
    workspaceId: idOf(place.subarray(0, idBytes)),
    linkId: idOf(place.subarray(idBytes, 2 * idBytes)),
    secretHash: hashOfToken(token.slice(placeLength)),
  }
}

/** A client as the one who asks: by their link, in its workspace, with no role at all. */
export const clientActor = (
  { workspaceId, linkId }: Pick<ClientToken, 'workspaceId' | 'linkId'>,
  {
    name = '',
    locale = defaultLocale,
    timeZone = 'Asia/Taipei',
  }: Partial<Pick<Actor, 'name' | 'locale' | 'timeZone'>> = {},
): Actor => ({
  kind: 'client',
  id: linkId,
  identityId: null,
  workspaceId,
  name,
  roles: [],
  disciplines: [],
  reports: [],
  locale,
  timeZone,
})

/** Refuses when one address has opened too many links; it never depends on whether any of them was right. */
export async function mustNotFlood(address: string, now: Date): Promise<void> {
  const found = await answerOf<{ wait: number }>(
    sql`select auth.client_link_wait(${addressKey(address)}, ${now.toISOString()}) as wait`,
  )
  mustNotWait(found?.wait)
}

/** The same for one link, once it is known to be right. */
export async function mustNotWearOut(linkId: string, now: Date): Promise<void> {
  const found = await answerOf<{ wait: number }>(
    sql`select auth.client_link_own_wait(${linkId}, ${now.toISOString()}) as wait`,
  )
  mustNotWait(found?.wait)
}

function mustNotWait(seconds = 0): void {
  if (seconds > 0) throw new Refusal('tooOften', { minutes: Math.ceil(seconds / 60) })
}

const cookieName = (linkId: string) => `accord-client-${linkId}`
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * Moves a token from the address into a cookie of its link, so that neither history nor a referrer keeps it; each link has
 * its own, for people who open two. Programs that look into messages get no further.
 */
export function openClientLink(token: string, locale: string | null): Response {
  const parts = clientTokenOf(token)
  const headers = new Headers({ 'referrer-policy': 'no-referrer', 'cache-control': 'no-store' })
  headers.set('location', `/c/${parts?.linkId ?? 'over'}/paper`)
  const secure = isSecureOrigin() ? '; Secure' : ''
  if (parts)
    headers.append(
      'set-cookie',
      `${cookieName(parts.linkId)}=${token}; Path=/c; Max-Age=43200; HttpOnly; SameSite=Lax${secure}`,
    )
  if (locale) headers.append('set-cookie', `accord-locale=${locale}; Path=/; Max-Age=31536000; SameSite=Lax`)
  return new Response(null, { status: 303, headers })
}

/** The token of a link that this browser has opened. */
export async function openedClientLink(linkId: string): Promise<ClientToken | null> {
  if (!uuid.test(linkId)) return null
  const parts = clientTokenOf((await cookies()).get(cookieName(linkId))?.value ?? '')
  return parts?.linkId === linkId ? parts : null
}
