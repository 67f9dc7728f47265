import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { id } from '@/lib/kernel/input'
import { job } from '@/lib/kernel/job'
import { ask, perform } from '@/lib/kernel/perform'
import { askConcerned } from '@/lib/modules/agreements/commands-readers'
import { keepAgreed as keep } from './commands-keeping'
import { hearReport } from './commands-report-replies'
import { draftReport } from './commands-reports'
import { hearReplies as hear } from './commands-sharing'
import { remindActions, remindMissing, tellBreaches, tellReopened } from './commands-telling'
import { sharingKind } from './model'
import { reportKind } from './model-reports'
import { ownersIn } from './queries-owners'
import { dueReports } from './queries-reports'

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

/** A later version was signed: the owners of the KPIs that it changes are asked to read it. */
export const askOwners = job({
  name: 'kpis.askOwners',
  event: 'agreements.executed',
  input: z.strictObject({ agreementVersionId: id }),
  async run({ workspaceId, now, input }) {
    const actor = workspaceActor(workspaceId)
    const memberIds = await ask(ownersIn, actor, input, now)
    if (memberIds.length === 0) return
    const asked = await perform(askConcerned, actor, { ...input, memberIds }, { now })
    if (!asked.ok) throw asked.refusal
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

/** Closed breaches are open again: whoever has to deal with them is told. */
export const tellOpenAgain = job({
  name: 'kpis.tellOpenAgain',
  event: 'kpis.reopened',
  input: z.strictObject({ breachIds: z.array(id) }),
  async run({ workspaceId, now, input }) {
    const told = await perform(tellReopened, workspaceActor(workspaceId), input, { now })
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

/** What is told when a client answered. */
const heardInput = z.strictObject({
  linkId: id.nullable(),
  answerId: id,
  purpose: z.string(),
  subjectKind: z.string(),
  subjectId: id,
})

/** A client answered by signed link: what they say to each value stands beside ours. Hearing it twice changes nothing. */
export const hearReplies = job({
  name: 'kpis.hearReplies',
  event: 'links.answered',
  input: heardInput,
  async run({ workspaceId, now, input }) {
    if (input.subjectKind !== sharingKind) return
    const about = { agreementId: input.subjectId, answerId: input.answerId }
    const heard = await perform(hear, workspaceActor(workspaceId), about, { now })
    if (!heard.ok && heard.refusal.code !== 'notFound') throw heard.refusal
  },
})

/** A client answered a report by signed link. */
export const hearReports = job({
  name: 'kpis.hearReports',
  event: 'links.answered',
  input: heardInput,
  async run({ workspaceId, now, input }) {
    if (input.subjectKind !== reportKind) return
    const about = { reportId: input.subjectId, answerId: input.answerId }
    const heard = await perform(hearReport, workspaceActor(workspaceId), about, { now })
    if (!heard.ok && heard.refusal.code !== 'notFound') throw heard.refusal
  },
})

/** Every morning: for accounts on a schedule, the report of the last period that is over is drafted, once. */
export const draftReports = job({
  name: 'kpis.draftReports',
  every: '20 6 * * *',
  input: z.strictObject({}),
  async run({ workspaceId, now }) {
    const actor = workspaceActor(workspaceId)
    for (const due of await ask(dueReports, actor, {}, now)) {
      const drafted = await perform(draftReport, actor, due, { now })
      if (!drafted.ok && !/^(notFound|notAllowed|kpis\.reportTwice)$/.test(drafted.refusal.code)) throw drafted.refusal
    }
  },
})
