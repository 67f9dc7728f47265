import type { Actor } from '@/lib/kernel/actor'
import { perform } from '@/lib/kernel/perform'
import { decide } from '@/lib/modules/approvals/commands-decisions'
import { delegate } from '@/lib/modules/approvals/commands-delegations'
import { setSecondApprover } from '@/lib/modules/approvals/commands-policies'
import { approveByWord } from '@/lib/modules/approvals/commands-words'
import { seenOf } from '@/lib/modules/approvals/model'
import { done, exception, line, runOf, submitted } from '../modules/approvals/scene'

const harmless = () =>
  exception({
    subjectKind: 'needPlan',
    facts: {},
    lines: [line('plan', { aspect: 'needs', costPerYear: null })],
    totals: { costPerYear: null, marginPct: null, value: null },
  })

/** Runs that wait for the actor, and one of the actor's own that was asked about; each side stands in for the other. */
export async function fullApprovals({ actor, colleague }: { actor: Actor; colleague: Actor }) {
  await done(perform(setSecondApprover, actor, { secondApproverId: colleague.id }))
  const [waiting, free, said, own] = [exception(), harmless(), exception(), harmless()]
  const { runId } = await submitted(colleague, waiting)
  const { runId: freeId } = await submitted(colleague, free)
  const { runId: saidId } = await submitted(colleague, said)
  const { runId: ownId } = await submitted(actor, own)
  const today = new Date().toISOString().slice(0, 10)
  const stepOf = async (input: typeof waiting) => (await runOf(actor, input))?.steps[0]?.id ?? ''
  const word = { saidOn: today, evidence: '電話' }
  const saidStep = { runId: saidId, stepId: await stepOf(said), contentHash: said.contentHash }
  await done(perform(approveByWord, colleague, { ...saidStep, holderId: actor.id, ...word }))
  const ownHash = { runId: ownId, contentHash: own.contentHash }
  await done(perform(decide, colleague, { ...ownHash, decision: 'ask', comment: '何時開始？' }))
  const away = { startsOn: '2099-01-01', endsOn: '2099-01-31' }
  const { delegationId } = await done(perform(delegate, actor, { ...away, toId: colleague.id }))
  const ownStep = { stepId: await stepOf(own) }
  return {
    ids: { runId, delegationId, toId: colleague.id, holderId: colleague.id, secondApproverId: colleague.id },
    input: {
      'approvals.decide': { stepId: null, decision: 'approve', contentHash: waiting.contentHash },
      'approvals.decideMany': { seen: [seenOf(freeId, free.contentHash)] },
      'approvals.answerQuestion': { runId: ownId, comment: '下週一' },
      'approvals.withdraw': { runId: ownId },
      'approvals.approveByWord': { ...ownHash, ...ownStep, ...word, fileId: null },
      'approvals.writeWord': { ...saidStep, agreed: 'true' },
      'approvals.delegate': { startsOn: '2099-03-01', endsOn: '2099-03-05', reason: '出差' },
      'approvals.endDelegation': {},
      'approvals.setPolicy': {
        subjectKind: 'needPlan',
        name: '需求計畫核決',
        validFrom: '2099-01-01',
        steps: [{ approver: 'role:manager', mode: 'any', order: 1, hours: 24 }],
        demands: ['reason'],
        checklist: '附上訪談紀錄',
        allowsWord: 'true',
      },
      'approvals.setSecondApprover': {},
    },
  }
}
