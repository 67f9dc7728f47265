import { v7 as uuidv7 } from 'uuid'
import { inject } from 'vitest'
import type { Actor } from '@/lib/kernel/actor'
import { sessionCookie } from '@/lib/kernel/identity/cookies'
import { sealSession } from '@/lib/kernel/identity/session-cookie'
import { hashOfToken, newToken } from '@/lib/kernel/identity/token'
import { owner } from '../people'
import { aVisitor } from './browser'

type Options = Parameters<typeof aVisitor>[0] & { language?: 'zh-TW' | 'en'; theme?: 'light' | 'dark' }

/** Lets a member sign in, as accepting an invitation and typing the password would; answers the session's cookie. */
export async function cookieOf(actor: Actor): Promise<string> {
  const sql = owner()
  const token = newToken()
  const identityId = actor.identityId ?? uuidv7()
  if (!actor.identityId) {
    await sql`insert into identities (id, email, name) values (${identityId}, ${`${identityId}@example.com`}, ${actor.name})`
    await sql`insert into memberships (identity_id, workspace_id, member_id) values (${identityId}, ${actor.workspaceId}, ${actor.id})`
    await sql`update members set identity_id = ${identityId} where workspace_id = ${actor.workspaceId} and id = ${actor.id}`
    actor.identityId = identityId
  }
  await sql`
    insert into auth.sessions (id, token_hash, identity_id, workspace_id, device, address, opened_at, seen_at)
    values (${uuidv7()}, ${hashOfToken(token)}, ${identityId}, ${actor.workspaceId}, 'Chromium', '127.0.0.1', now(), now())`
  return sealSession(token)
}

/** The header with which a request of this member is signed in. */
export const cookieHeaderOf = async (actor: Actor) => `${sessionCookie()}=${await cookieOf(actor)}`

/** A page of this member, signed in, in their language and theme. */
export async function aPageOf(actor: Actor, { language = 'zh-TW', theme = 'light', ...options }: Options = {}) {
  const page = await aVisitor(options)
  const { hostname } = new URL(inject('product').address)
  const common = { domain: hostname, path: '/' }
  await page.context().addCookies([
    { ...common, name: sessionCookie(), value: await cookieOf(actor), httpOnly: true, secure: true, sameSite: 'Lax' },
    { ...common, name: 'accord-locale', value: language },
    { ...common, name: 'accord-theme', value: theme },
  ])
  return page
}
