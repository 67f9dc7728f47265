import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '@/db/new-id'
import { members } from '@/db/schema/workspace'
import { command, type Work } from '../command'
import type { Locale } from '../messages'
import { perform } from '../perform'
import { changeRow, lockRow } from '../write'
import { type Admission, admission } from './admission'
import { may } from './commands'
import { invitationEnds, linkSubject, newLink } from './link'
import { requestMail } from './mail-request'
import { no } from './messages'
import { mustBeGood } from './passwords'
import { answerOf, rowsOf } from './platform'
import { newProof, proofOf } from './proof'
import { mustNotWait, type Recipe } from './sign-in'
import { hashOfToken } from './token'
import type { Visit } from './visit'

type Invited = { memberId: string; email: string; locale?: Locale }

/**
 * Invites a member of the actor's workspace by e-mail, for seven days, as part of the command that the workspace's
 * module runs. Earlier links of this member end. Refuses when they can sign in already, are deactivated, or another
 * member has the e-mail.
 */
export async function issueInvitation(work: Work, invited: Invited): Promise<void> {
  const link = newLink('invitation')
  const member = await keepInvitation(work, invited, link.hash)
  await requestMail(work, {
    kind: 'invitation',
    memberId: invited.memberId,
    recipient: invited.email,
    name: member.name,
    locale: invited.locale ?? work.actor.locale,
    link: link.url,
    until: invitationEnds(work.now),
  })
}

/** Everything of an invitation but its mail: the identity, the place in the workspace, the link's hash. */
export async function keepInvitation(work: Work, { memberId, email, locale }: Invited, linkHash: string) {
  const { tx, actor, now } = work
  const member = await lockRow(work, members, memberId)
  if (member.status === 'active') throw no('alreadyActive')
  if (member.status === 'deactivated' || member.archivedAt) throw no('notActive')
  const [bound] = await rowsOf<{ identity: string | null }>(
    tx,
    sql`select auth.invite(${actor.workspaceId}, ${memberId}, ${email}, ${newId()}, ${member.name},
      ${locale ?? actor.locale}, ${linkHash}, ${now.toISOString()}, ${invitationEnds(now).toISOString()}) as identity`,
  )
  if (!bound?.identity) throw no('emailTaken', {}, { email: { code: 'emailTaken' } })
  return changeRow(work, members, { id: memberId }, { status: 'invited', email })
}

const accepted = command({
  name: 'identity.acceptInvitation',
  permission: may.keepOwn,
  input: z.strictObject({ link: z.string(), proof: z.string() }),
  hides: ['link', 'proof'],
  async run(work, { link, proof }) {
    const { tx, actor, now } = work
    const [used] = await rowsOf<{ outcome: 'done' | 'wrong' | 'over' }>(
      tx,
      sql`select auth.accept_invitation(${link}, ${proof}, ${now.toISOString()}) as outcome`,
    )
    if (used?.outcome === 'wrong') throw no('wrongPassword', {}, { password: { code: 'wrongPassword' } })
    if (used?.outcome !== 'done') throw no('linkOver')
    await changeRow(work, members, { id: actor.id }, { identityId: actor.identityId, status: 'active' })
  },
})

/**
 * Accepts an invitation: with a new password, or with the one that this e-mail already has. Uses the link up and signs
 * in. Refuses links that are over, weak new passwords and wrong known ones.
 */
export async function acceptInvitation(
  { token, password }: { token: string; password: string },
  visit: Visit,
  now: Date,
): Promise<Admission> {
  const subject = await linkSubject('invitation', token, now)
  if (!subject) throw no('linkOver')
  const { actor, email, company, hasPassword } = subject
  const link = hashOfToken(token)
  if (!hasPassword) mustBeGood('password', password, [email, actor.name, company])
  const proof = hasPassword ? await knownProof(link, password, now) : await newProof(password)
  const result = await perform(accepted, actor, { link, proof }, { now })
  if (!result.ok) throw result.refusal
  const admitted = await admission({ email, proof, counted: false }, visit, now)
  if (!admitted) throw no('linkOver')
  return admitted
}

async function knownProof(link: string, password: string, now: Date): Promise<string> {
  const found = await answerOf<Recipe>(sql`select * from auth.link_recipe(${link}, ${now.toISOString()})`)
  if (!found) throw no('linkOver')
  mustNotWait(found)
  return proofOf(password, found.recipe)
}
