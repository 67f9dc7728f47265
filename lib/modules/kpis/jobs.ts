import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { id } from '@/lib/kernel/input'
import { job } from '@/lib/kernel/job'
import { perform } from '@/lib/kernel/perform'
import { keepAgreed as keep } from './commands-keeping'
import { remindActions, remindMissing, tellBreaches } from './commands-telling'

/** A version was executed: its targets hold, and what was measured is held against them. */
export const keepAgreed = job({
  name: 'kpis.keepAgreed',
  event: 'agreements.recorded',
  input: z.strictObject({ agreementId: id }),
  async run({ workspaceId, now, input }) {
    const kept = await perform(keep, workspaceActor(workspaceId), input, { now })
    if (!kept.ok) throw kept.refusal
  },
})

/** Breaches opened: whoever has to deal with them is told. */
export const tellOpened = job({
  name: 'kpis.tellOpened',
  event: 'kpis.breached',
  input: z.strictObject({ breachIds: z.array(id) }),
  async run({ workspaceId, now, input }) {
    const told = await perform(tellBreaches, workspaceActor(workspaceId), input, { now })
    if (!told.ok) throw told.refusal
  },
})

/** Every morning: values that are missing and actions that are due are remembered, each once. */
export const remind = job({
  name: 'kpis.remind',
  every: '25 7 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    for (const command of [remindMissing, remindActions]) {
      const reminded = await perform(command, workspaceActor(workspaceId), {}, { now })
      if (!reminded.ok) throw reminded.refusal
    }
  },
})
