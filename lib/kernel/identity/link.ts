import 'server-only'
import { sql } from 'drizzle-orm'
import type { Actor, Role } from '../actor'
import { environment } from '../environment'
import type { Locale } from '../messages'
import { answerOf } from './platform'
import { localeOf } from './session-row'
import { hashOfToken, newToken } from './token'

export const linkKinds = ['setup', 'invitation', 'reset'] as const
export type LinkKind = (typeof linkKinds)[number]

/** Days that an invitation is good for; a reset link lasts 30 minutes, which the database itself decides. */
const invitationDays = 7

/** A new link and the hash under which it is kept. Its host is the installation's own, whatever a request called it. */
export function newLink(kind: LinkKind) {
  const token = newToken()
  return { url: `${environment().APP_ORIGIN}/${kind}/${token}`, hash: hashOfToken(token) }
}

export const invitationEnds = (now: Date) => new Date(now.getTime() + invitationDays * 86_400_000)
export const resetEnds = (now: Date) => new Date(now.getTime() + 30 * 60_000)

/** Whom a link is for: shown on its page, and the actor of what it allows. */
export type LinkSubject = { actor: Actor; email: string; company: string; hasPassword: boolean; locale: Locale }

type Row = {
  identity_id: string
  email: string
  locale: string
  workspace_id: string
  workspace_name: string
  time_zone: string
  member_id: string
  name: string
  roles: Role[]
  has_password: boolean
}

/** The subject of a link while it may be used, else null: expired, used, overtaken, or the member may not. */
export async function linkSubject(kind: 'invitation' | 'reset', token: string, now: Date): Promise<LinkSubject | null> {
  const row = await answerOf<Row>(
    sql`select * from auth.link_subject(${hashOfToken(token)}, ${kind}, ${now.toISOString()})`,
  )
  if (!row) return null
  return {
    actor: memberActor(row),
    email: row.email,
    company: row.workspace_name,
    hasPassword: row.has_password,
    locale: localeOf(row.locale),
  }
}

type Named = Pick<Row, 'identity_id' | 'locale' | 'workspace_id' | 'time_zone' | 'member_id' | 'name' | 'roles'>

/** Somebody who acts on a link's strength, before they have a session. */
export const memberActor = (row: Named): Actor => ({
  kind: 'member',
  id: row.member_id,
  identityId: row.identity_id,
  workspaceId: row.workspace_id,
  name: row.name,
  roles: row.roles,
  disciplines: [],
  reports: [],
  locale: localeOf(row.locale),
  timeZone: row.time_zone,
})
