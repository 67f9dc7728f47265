import 'server-only'
import { sql } from 'drizzle-orm'
import { newId } from '@/db/new-id'
import type { Locale } from '../messages'
import { perform } from '../perform'
import { signedIn } from './commands'
import { answerOf } from './platform'
import { sealSession } from './session-cookie'
import { localeOf, type Theme, viewerOfSession } from './session-row'
import { hashOfToken, newToken, signed } from './token'
import { addressKey, type Visit } from './visit'

/**
 * What a browser gets when it is let in: the session's random name, the values of two cookies, and the person's own
 * language and theme.
 */
export type Admission = { token: string; session: string; device: string; locale: Locale; theme: Theme }

/** `counted`: a try was counted before, and is given back because it was no guess. */
type Proven = { email: string; proof: string; counted: boolean }

/** Opens a session for whoever has this proof; null when nobody has, or when they may work nowhere. */
export async function admission({ email, proof, counted }: Proven, visit: Visit, now: Date): Promise<Admission | null> {
  const token = newToken()
  const device = visit.deviceToken ?? newToken()
  const opened = await answerOf<{ locale: string; theme: Theme }>(sql`
    select * from auth.open_session(${email}, ${proof}, ${newId()}, ${hashOfToken(token)}, ${visit.sessionHash},
      ${hashOfToken(device)}, ${visit.device}, ${visit.address}, ${addressKey(visit.address)},
      ${visit.deviceToken !== null}, ${counted}, ${now.toISOString()})`)
  if (!opened) return null
  const viewer = await viewerOfSession(hashOfToken(token), now)
  if (viewer) await perform(signedIn, viewer.actor, { device: visit.device, address: visit.address }, { now })
  return {
    token,
    session: await sealSession(token),
    device: signed(device, 'device'),
    locale: localeOf(opened.locale),
    theme: opened.theme,
  }
}
