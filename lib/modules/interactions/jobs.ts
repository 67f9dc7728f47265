import { z } from 'zod'
import { type Actor, workspaceActor } from '@/lib/kernel/actor'
import { text } from '@/lib/kernel/input'
import { job } from '@/lib/kernel/job'
import { ask, perform } from '@/lib/kernel/perform'
import { turnStaleClocks } from './commands-nightly'
import { clocksOfTier, staleClocks } from './queries-nightly'

/** Every night, and again when it is repeated: clocks that only time has changed tell the truth in the morning. */
export const turnClocksNightly = job({
  name: 'interactions.turnClocks',
  every: '10 0 * * *',
  input: z.strictObject({}),
  run: ({ workspaceId, now }) => turnAll(workspaceId, now, (actor, after) => ask(staleClocks, actor, { after }, now)),
})

/** A tier that is served at another interval takes the due days of its accounts along. */
export const followTier = job({
  name: 'interactions.followTier',
  event: 'workspace.tierChanged',
  input: z.strictObject({ tier: text(8) }),
  run: ({ workspaceId, now, input: { tier } }) =>
    turnAll(workspaceId, now, (actor, after) => ask(clocksOfTier, actor, { tier, after }, now)),
})

type NextOnes = (actor: Actor, after: string | undefined) => Promise<string[]>

/** Chunk by chunk, each a transaction of its own; what is repeated gives the same clocks. */
async function turnAll(workspaceId: string, now: Date, nextOnes: NextOnes): Promise<void> {
  const actor = workspaceActor(workspaceId)
  for (let after: string | undefined; ; ) {
    const accountIds = await nextOnes(actor, after)
    if (accountIds.length === 0) return
    const turned = await perform(turnStaleClocks, actor, { accountIds }, { now })
    if (!turned.ok) throw turned.refusal
    after = accountIds.at(-1)
  }
}
