import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { members } from '@/db/schema/workspace'
import { command } from '../command'
import { id } from '../input'
import { everyone, grant } from '../permission'
import { changeRow } from '../write'
import { profileInput } from './inputs'
import { no } from './messages'
import { rowsOf } from './platform'

/** Everybody keeps their own sign-in; only administrators hand out links for others. */
export const may = grant('identity', {
  keepOwn: everyone,
  issueLinks: ['administrator'],
})

const own = { permission: may.keepOwn }
const nothing = z.strictObject({})

/** Recorded in the workspace's log: that somebody signed in, with what and from where. */
export const signedIn = command({
  name: 'identity.signIn',
  ...own,
  input: z.strictObject({ device: z.string(), address: z.string() }),
  async run() {},
})

/** Ends one of one's own sessions; somebody else's is not found and stays. */
export const endSession = command({
  name: 'identity.endSession',
  ...own,
  input: z.strictObject({ sessionId: id }),
  async run({ tx, actor, now }, { sessionId }) {
    await tx.execute(sql`select auth.end_sessions(${actor.identityId}, ${sessionId}, null, ${now.toISOString()})`)
  },
})

export const endSessions = command({
  name: 'identity.endSessions',
  ...own,
  input: nothing,
  async run({ tx, actor, now }) {
    await tx.execute(sql`select auth.end_sessions(${actor.identityId}, null, null, ${now.toISOString()})`)
  },
})

/** The name belongs to the member and is kept with its history; language and theme belong to the person. */
export const saveProfile = command({
  name: 'identity.saveProfile',
  ...own,
  input: profileInput,
  async run(work, { name, locale, theme }) {
    const { tx, actor } = work
    await changeRow(work, members, { id: actor.id }, { name })
    await tx.execute(sql`select auth.save_profile(${actor.identityId}, ${name}, ${locale}, ${theme})`)
  },
})

/** A new password for somebody who proved the old one. */
export const changePassword = command({
  name: 'identity.changePassword',
  ...own,
  input: z.strictObject({
    session: z.string(),
    proof: z.string(),
    nextProof: z.string(),
    nextSession: z.string(),
    device: z.string().nullable(),
  }),
  hides: ['session', 'proof', 'nextProof', 'nextSession', 'device'],
  async run({ tx, now }, { session, proof, nextProof, nextSession, device }) {
    const [row] = await rowsOf<{ done: boolean }>(
      tx,
      sql`select auth.change_password(${session}, ${proof}, ${nextProof}, ${nextSession}, ${device},
        ${now.toISOString()}) as done`,
    )
    if (!row?.done) throw no('wrongPassword', {}, { currentPassword: { code: 'wrongPassword' } })
  },
})
