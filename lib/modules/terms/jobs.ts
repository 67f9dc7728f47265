import { z } from 'zod'
import { workspaceActor } from '@/lib/kernel/actor'
import { id } from '@/lib/kernel/input'
import { job } from '@/lib/kernel/job'
import { perform } from '@/lib/kernel/perform'
import { hearAnswer } from './commands-outline'
import { completeWriteOff } from './commands-settling'

/** A client answered by signed link: what they confirmed is recorded. Hearing it twice records it once. */
export const recordAnswers = job({
  name: 'terms.recordAnswers',
  event: 'links.answered',
  input: z.strictObject({
    linkId: id.nullable(),
    answerId: id,
    purpose: z.string(),
    subjectKind: z.string(),
    subjectId: id,
  }),
  async run({ workspaceId, now, input }) {
    if (input.subjectKind !== 'termSheet') return
    const result = await perform(hearAnswer, workspaceActor(workspaceId), { versionId: input.subjectId }, { now })
    if (!result.ok && result.refusal.code !== 'notFound') throw result.refusal
  },
})

/** Everybody consented to giving a deduction up: it is written off, unless it changed or was settled meanwhile. */
export const finishWriteOffs = job({
  name: 'terms.finishWriteOffs',
  event: 'approvals.finished',
  input: z.strictObject({ runId: id, subjectKind: z.string(), subjectId: id, outcome: z.string() }),
  async run({ workspaceId, now, input }) {
    if (input.subjectKind !== 'deductionWriteOff' || input.outcome !== 'approved') return
    const about = { deductionId: input.subjectId }
    const result = await perform(completeWriteOff, workspaceActor(workspaceId), about, { now })
    const expected = ['notFound', 'terms.settled', 'terms.writeOffWaits']
    if (!result.ok && !expected.includes(result.refusal.code)) throw result.refusal
  },
})
