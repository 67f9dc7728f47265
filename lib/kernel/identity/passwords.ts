import 'server-only'
import { sql } from 'drizzle-orm'
import { passwordFault } from '../password'
import { perform } from '../perform'
import { Refusal } from '../refusal'
import { changePassword } from './commands'
import { identityMessages } from './messages'
import { answerOf } from './platform'
import { newProof, proofOf } from './proof'
import { sealSession } from './session-cookie'
import type { Viewer } from './session-row'
import { mustNotWait, type Recipe } from './sign-in'
import { hashOfToken, newToken } from './token'
import type { Visit } from './visit'

/** Refuses a new password that a stranger would try, beside the field that holds it. */
export function mustBeGood(field: string, password: string, context: readonly string[]): void {
  const fault = passwordFault(password, context)
  if (fault) throw new Refusal('invalid', {}, { [field]: fault }, identityMessages)
}

/**
 * Changes the password of somebody who is signed in. Every other session ends, this one goes on under a new name:
 * answers its cookie. Refuses a wrong current password, counted like guesses at the door.
 */
export async function renewPassword(
  { currentPassword, newPassword }: { currentPassword: string; newPassword: string },
  viewer: Viewer,
  visit: Visit,
  now: Date,
): Promise<string> {
  mustBeGood('newPassword', newPassword, [viewer.email, viewer.actor.name, viewer.workspace.name])
  const session = visit.sessionHash ?? ''
  const found = await answerOf<Recipe>(sql`select * from auth.session_recipe(${session}, ${now.toISOString()})`)
  if (!found) throw new Refusal('signedOut')
  mustNotWait(found)
  const proof = await proofOf(currentPassword, found.recipe)
  const token = newToken()
  const device = visit.deviceToken ? hashOfToken(visit.deviceToken) : null
  const input = { session, proof, nextProof: await newProof(newPassword), nextSession: hashOfToken(token), device }
  const result = await perform(changePassword, viewer.actor, input, { now })
  if (!result.ok) throw result.refusal
  return sealSession(token)
}
