import { sql } from 'drizzle-orm'
import { z } from 'zod'
import { newId } from '@/db/new-id'
import { members, tiers } from '@/db/schema/workspace'
import { command } from '@/lib/kernel/command'
import { answerOf, rowsOf } from '@/lib/kernel/identity/platform'
import { id } from '@/lib/kernel/input'
import { changeRow, insertRow, insertRows } from '@/lib/kernel/write'
import { may } from '@/lib/modules/demo/manifest'
import { firstTiers } from '@/lib/modules/workspace/model'
import { company } from './company'

/** The demonstration already exists. Not a refusal, because a workspace that does not exist keeps no log of refusals. */
export class DemoExists extends Error {}

/** Founds the demonstration in the actor's workspace, with the tiers that every new workspace starts with. */
export const found = command({
  name: 'demo.found',
  permission: may.load,
  input: z.strictObject({}),
  async run(work) {
    const { tx, actor, now } = work
    const at = now.toISOString()
    const [row] = await rowsOf<{ done: boolean }>(
      tx,
      sql`select app.found_demo(${actor.workspaceId}, ${company}, ${at}) as done`,
    )
    if (!row?.done) throw new DemoExists()
    await insertRows(
      work,
      tiers,
      firstTiers.map((tier) => ({ ...tier, slots: [...tier.slots] })),
    )
  },
})

/** Lets a member of the demonstration sign in with this proof; whatever they were signed in with before ends. */
export const admit = command({
  name: 'demo.admit',
  permission: may.load,
  input: z.strictObject({ memberId: id, email: z.string(), name: z.string(), proof: z.string() }),
  hides: ['proof'],
  async run(work, { memberId, email, name, proof }) {
    const { tx, actor, now } = work
    const [row] = await rowsOf<{ identity: string }>(
      tx,
      sql`select app.admit_to_demo(${actor.workspaceId}, ${memberId}, ${newId()}, ${email}, ${name}, ${proof},
        ${now.toISOString()}) as identity`,
    )
    if (!row) throw new Error('nobody was admitted')
    await changeRow(work, members, { id: memberId }, { identityId: row.identity, status: 'active' })
  },
})

/** Makes somebody of another workspace an administrator of the demonstration, so that they can switch to it. */
export const join = command({
  name: 'demo.join',
  permission: may.load,
  input: z.strictObject({ identityId: id, name: z.string(), email: z.string().nullable() }),
  async run(work, { identityId, name, email }) {
    const roles = ['administrator', 'manager']
    const { id: memberId } = await insertRow(work, members, { identityId, name, email, roles, status: 'active' })
    await work.tx.execute(sql`select app.join_demo(${work.actor.workspaceId}, ${memberId}, ${identityId})`)
    return { memberId }
  },
})

/** The demonstration of this installation, if there is one. */
export const demoWorkspace = () => answerOf<{ id: string }>(sql`select id from workspaces where kind = 'demo'`)
