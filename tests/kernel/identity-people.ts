import { randomUUID } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Actor, Role } from '@/lib/kernel/actor'
import type { Admission } from '@/lib/kernel/identity/admission'
import { newProof } from '@/lib/kernel/identity/proof'
import { unsealText } from '@/lib/kernel/identity/sealed-text'
import { sessionHashOf } from '@/lib/kernel/identity/session-cookie'
import { type Viewer, viewerOfSession } from '@/lib/kernel/identity/session-row'
import { tokenOf } from '@/lib/kernel/identity/token'
import type { Visit } from '@/lib/kernel/identity/visit'
import { aWorkspace, owner, person, type Workspace } from '@/tests/people'

/** Whether the full counts of the bars are wanted; otherwise the same promises at counts that suit every run. */
export const full = process.env.ACCORD_BARS === 'full'

export const minute = 60_000
export const start = new Date('2026-11-21T01:00:00Z')
export const later = (milliseconds: number, from = start) => new Date(from.getTime() + milliseconds)

/** A browser without any cookie of ours, from an address of its own. */
export const visit = (given: Partial<Visit> = {}): Visit => ({
  address: `203.0.${Math.floor(Math.random() * 250)}.${Math.floor(Math.random() * 250)}`,
  device: 'Chrome|Windows',
  deviceToken: null,
  sessionHash: null,
  ...given,
})

/** The same browser later: it carries what it was given. */
export const again = async (given: Admission, before: Visit): Promise<Visit> => ({
  ...before,
  deviceToken: tokenOf(given.device, 'device'),
  sessionHash: await sessionHashOf(given.session),
})

export const viewerAt = async (given: { session: string }, now: Date): Promise<Viewer | null> =>
  viewerOfSession(await sessionHashOf(given.session), now)

export type SignInOwner = { actor: Actor; email: string; password: string; workspace: Workspace }

/** An active member who signs in with e-mail and password. */
export async function signInOwner(
  role: Role | Role[] = 'accountManager',
  given: { workspace?: Workspace; password?: string; email?: string; name?: string } = {},
): Promise<SignInOwner> {
  const workspace = given.workspace ?? (await aWorkspace())
  const email = given.email ?? `${randomUUID()}@example.com`
  const password = given.password ?? 'blue mug, 42 stairs'
  const actor = await person(role, workspace, { name: given.name ?? '林怡君' })
  const identityId = await anIdentity(email, password)
  await joinAs(identityId, actor, workspace)
  return { actor: { ...actor, identityId }, email, password, workspace }
}

/** Somebody who can sign in but works nowhere yet. */
export async function anIdentity(email: string, password: string): Promise<string> {
  const id = uuidv7()
  await owner()`insert into identities (id, email, name) values (${id}, ${email}, '林怡君')`
  await owner()`insert into auth.credentials values (${id}, ${await newProof(password)}, ${start})`
  return id
}

/** Makes a member the one who signs in with this identity. */
export async function joinAs(identityId: string, actor: Actor, workspace: Workspace): Promise<void> {
  await owner()`insert into memberships (identity_id, workspace_id, member_id) values (${identityId}, ${workspace.id}, ${actor.id})`
  await owner()`update members set identity_id = ${identityId} where workspace_id = ${workspace.id} and id = ${actor.id}`
}

/** What a command asked to be mailed, oldest first, with the links that only the mail itself will show. */
export async function requestedMails(recipient: string) {
  const rows = await owner()<{ data: Record<string, string> }[]>`
    select data from pgboss.job where name = 'mail.requested' and data->>'recipient' = ${recipient} order by created_on, id`
  return rows.map(({ data }) => {
    const link = unsealText(data.link ?? '')
    return { ...data, sealed: data.link ?? '', link, token: link.slice(link.lastIndexOf('/') + 1) }
  })
}
