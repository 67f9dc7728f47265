import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { command } from '../command'
import { perform } from '../perform'
import { type Admission, admission } from './admission'
import { may } from './commands'
import { linkSubject, memberActor, newLink, resetEnds } from './link'
import { requestMail } from './mail-request'
import { no } from './messages'
import { mustBeGood } from './passwords'
import { answerOf, rowsOf } from './platform'
import { newProof } from './proof'
import { hashOfToken } from './token'
import { addressKey, type Visit } from './visit'

const requested = command({
  name: 'identity.requestReset',
  permission: may.keepOwn,
  input: z.strictObject({ email: z.string() }),
  hides: ['email'],
  async run(work, { email }) {
    const { tx, actor, now } = work
    const link = newLink('reset')
    await tx.execute(
      sql`select auth.issue_reset(${actor.workspaceId}, ${actor.id}, ${link.hash}, ${now.toISOString()})`,
    )
    await requestMail(work, {
      kind: 'reset',
      memberId: actor.id,
      recipient: email,
      name: actor.name,
      locale: actor.locale,
      link: link.url,
      until: resetEnds(now),
    })
  },
})

/** Refuses when too many links were asked for from one address; it never depends on who has an account. */
export async function mustNotFlood(visit: Visit, now: Date): Promise<void> {
  const found = await answerOf<{ wait: number }>(
    sql`select auth.reset_wait(${addressKey(visit.address)}, ${now.toISOString()}) as wait`,
  )
  if (found && found.wait > 0) throw no('tooManyRequests', { minutes: Math.ceil(found.wait / 60) })
}

/**
 * Sends a reset link to whoever signs in with this e-mail; does nothing for strangers, and for more than three requests
 * an hour. Runs after the answer was sent, so that the answer tells nothing.
 */
export async function requestReset(email: string, now: Date): Promise<void> {
  const row = await answerOf<Parameters<typeof memberActor>[0]>(
    sql`select * from auth.reset_subject(${email}, ${now.toISOString()})`,
  )
  if (row) await perform(requested, memberActor(row), { email }, { now })
}

const reset = command({
  name: 'identity.resetPassword',
  permission: may.keepOwn,
  input: z.strictObject({ link: z.string(), proof: z.string() }),
  hides: ['link', 'proof'],
  async run({ tx, now }, { link, proof }) {
    const [used] = await rowsOf<{ done: boolean }>(
      tx,
      sql`select auth.reset_password(${link}, ${proof}, ${now.toISOString()}) as done`,
    )
    if (!used?.done) throw no('linkOver')
  },
})

/**
 * Sets a new password by link and signs in here; every other session, device and link of this person ends. Refuses links
 * that are over and weak passwords.
 */
export async function resetPassword(
  { token, password }: { token: string; password: string },
  visit: Visit,
  now: Date,
): Promise<Admission> {
  const subject = await linkSubject('reset', token, now)
  if (!subject) throw no('linkOver')
  const { actor, email, company } = subject
  mustBeGood('password', password, [email, actor.name, company])
  const proof = await newProof(password)
  const result = await perform(reset, actor, { link: hashOfToken(token), proof }, { now })
  if (!result.ok) throw result.refusal
  const admitted = await admission({ email, proof, counted: false }, visit, now)
  if (!admitted) throw no('linkOver')
  return admitted
}
