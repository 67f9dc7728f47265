import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { day, id } from '@/lib/kernel/input'
import { job } from '@/lib/kernel/job'
import { ask, perform } from '@/lib/kernel/perform'
import { refreshMonths, refreshTotals } from './commands-months'
import { accountsSold } from './queries-months'

/** Lines were booked, changed or taken back: the months they lie in follow. */
export const followLines = job({
  name: 'sales.followLines',
  event: 'sales.changed',
  input: z.strictObject({ accountIds: z.array(id).max(500), from: day, to: day }),
  async run({ workspaceId, now, input }) {
    const result = await perform(refreshMonths, workspaceActor(workspaceId), input, { now })
    if (!result.ok) throw result.refusal
  },
})

/** Every night after the months themselves. */
export const sumMonths = job({
  name: 'sales.sumMonths',
  every: '20 4 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const result = await perform(refreshTotals, workspaceActor(workspaceId), {}, { now })
    if (!result.ok) throw result.refusal
  },
})

/** Every Sunday night all months are added up anew from the lines, account by account. */
export const rebuildMonths = job({
  name: 'sales.rebuildMonths',
  every: '40 3 * * 0',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const actor = workspaceActor(workspaceId)
    for (let after: string | undefined; ; ) {
      const sold = await ask(accountsSold, actor, { after }, now)
      for (const { accountId, from, to } of sold) {
        const result = await perform(refreshMonths, actor, { accountIds: [accountId], from, to }, { now })
        if (!result.ok) throw result.refusal
      }
      after = sold.at(-1)?.accountId
      if (after === undefined) return
    }
  },
})
