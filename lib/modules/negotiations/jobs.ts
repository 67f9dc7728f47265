import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { id } from '@/lib/kernel/input'
import { job } from '@/lib/kernel/job'
import { ask, perform } from '@/lib/kernel/perform'
import { remindInputs } from './commands-input-reminders'
import { approvePackage } from './commands-outcome'
import { remindReaders } from './commands-results'
import { watchOffers } from './commands-validity'
import { overdueReaders } from './queries-results'

/** Every morning: offers past their last day lapse, and whoever leads or speaks is told of those that soon will. */
export const watchValidity = job({
  name: 'negotiations.watchValidity',
  every: '5 7 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const watched = await perform(watchOffers, workspaceActor(workspaceId), {}, { now })
    if (!watched.ok) throw watched.refusal
  },
})

/** Everybody consented to a negotiated package: it may be documented, unless it was reopened meanwhile. */
export const finishPackages = job({
  name: 'negotiations.finishPackages',
  event: 'approvals.finished',
  input: z.strictObject({ runId: id, subjectKind: z.string(), subjectId: id, outcome: z.string() }),
  async run({ workspaceId, now, input }) {
    if (input.subjectKind !== 'negotiationPackage' || input.outcome !== 'approved') return
    const about = { negotiationId: input.subjectId }
    const result = await perform(approvePackage, workspaceActor(workspaceId), about, { now })
    const isExpected = (code: string) => /^(notFound|negotiations\.(notYet|at_\w+))$/.test(code)
    if (!result.ok && !isExpected(result.refusal.code)) throw result.refusal
  },
})

/** Every morning: whoever was asked and has not answered in time is told so once, and so is whoever asked. */
export const remindOverdueInputs = job({
  name: 'negotiations.remindInputs',
  every: '15 7 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const reminded = await perform(remindInputs, workspaceActor(workspaceId), {}, { now })
    if (!reminded.ok) throw reminded.refusal
  },
})

/** Every morning: whoever was told a result and has not acknowledged it in time is reminded, once a week. */
export const remindOverdueReaders = job({
  name: 'negotiations.remindReaders',
  every: '20 7 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const actor = workspaceActor(workspaceId)
    const readerIds = await ask(overdueReaders, actor, {}, now)
    if (readerIds.length === 0) return
    const reminded = await perform(remindReaders, actor, { readerIds }, { now })
    if (!reminded.ok) throw reminded.refusal
  },
})
