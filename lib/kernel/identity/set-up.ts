import 'server-only'
import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '@/db/new-id'
import { members, tiers } from '@/db/schema/workspace'
import type { Actor } from '../actor'
import { command } from '../command'
import type { Locale } from '../messages'
import { perform } from '../perform'
import { insertRow, insertRows } from '../write'
import { type Admission, admission } from './admission'
import { may } from './commands'
import { no } from './messages'
import { mustBeGood } from './passwords'
import { answerOf, rowsOf } from './platform'
import { newProof } from './proof'
import { hashOfToken } from './token'
import type { Visit } from './visit'

export type SetUp = {
  token: string
  locale: Locale
  company: string
  name: string
  email: string
  password: string
  begin: 'empty' | 'demo'
}

/** How a first workspace serves its tiers; the workspace's module says it. */
export type FirstTier = { code: string; contactEveryDays: number; slots: readonly string[]; confirms: boolean }

/** Somebody else was first. Not a refusal, because a workspace that does not exist keeps no log of refusals. */
class SetUpOver extends Error {}

/** Keeps a new set-up link's hash; false once the first workspace is founded. A demonstration does not count. */
export async function issueSetUp(linkHash: string, now: Date): Promise<boolean> {
  const row = await answerOf<{ done: boolean }>(sql`select auth.issue_setup(${linkHash}, ${now.toISOString()}) as done`)
  return row?.done ?? false
}

export const isSetUpOpen = async (token: string): Promise<boolean> =>
  (await answerOf<{ open: boolean }>(sql`select auth.is_setup_open(${hashOfToken(token)}) as open`))?.open ?? false

/**
 * Founds the first workspace with its first administrator and signs them in. Only whoever holds the token printed at the
 * start may, and only once: of many at the same time, one. The demonstration, when wanted, is loaded by a job.
 */
export async function setUp(
  { token, password, begin, ...given }: SetUp,
  firstTiers: readonly FirstTier[],
  visit: Visit,
  now: Date,
): Promise<Admission> {
  if (!(await isSetUpOpen(token))) throw no('setupOver')
  mustBeGood('password', password, [given.email, given.name, given.company])
  const proof = await newProof(password)
  const founder: Actor = {
    kind: 'member',
    id: newId(),
    identityId: newId(),
    workspaceId: newId(),
    name: given.name,
    roles: ['administrator', 'manager'],
    disciplines: [],
    reports: [],
    locale: given.locale,
    timeZone: 'Asia/Taipei',
  }
  const input = { ...given, begin, setup: hashOfToken(token), proof, tiers: [...firstTiers] }
  const result = await perform(found, founder, input, { now }).catch((error) => {
    if (error instanceof SetUpOver) throw no('setupOver')
    throw error
  })
  if (!result.ok) throw result.refusal
  const admitted = await admission({ email: given.email, proof, counted: false }, visit, now)
  if (!admitted) throw no('setupOver')
  return admitted
}

const firstTier = z.strictObject({
  code: z.string(),
  contactEveryDays: z.number(),
  slots: z.array(z.string()).readonly(),
  confirms: z.boolean(),
})

const found = command({
  name: 'identity.found',
  permission: may.keepOwn,
  input: z.strictObject({
    locale: z.enum(['zh-TW', 'en']),
    company: z.string(),
    name: z.string(),
    email: z.string(),
    begin: z.enum(['empty', 'demo']),
    setup: z.string(),
    proof: z.string(),
    tiers: z.array(firstTier),
  }),
  hides: ['setup', 'proof', 'email'],
  async run(work, { locale, company, name, email, begin, setup, proof, tiers: firstTiers }) {
    const { tx, actor, now } = work
    const at = now.toISOString()
    const [global] = await rowsOf<{ done: boolean }>(
      tx,
      sql`select auth.found(${setup}, ${actor.workspaceId}, ${company}, ${locale}, ${actor.identityId}, ${email}, ${name},
        ${actor.id}, ${proof}, ${at}) as done`,
    )
    if (!global?.done) throw new SetUpOver()
    const { id, identityId, roles } = actor
    await insertRow(work, members, { id, identityId, name, email, roles: [...roles], status: 'active' })
    await insertRows(
      work,
      tiers,
      firstTiers.map((tier) => ({ ...tier, slots: [...tier.slots] })),
    )
    if (begin === 'demo') await work.emit('workspace.demoWanted', { identityId })
    const [used] = await rowsOf<{ done: boolean }>(tx, sql`select auth.finish_setup(${setup}, ${at}) as done`)
    if (!used?.done) throw new SetUpOver()
  },
})
