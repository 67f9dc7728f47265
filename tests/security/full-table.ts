import type { Actor } from '@/lib/kernel/actor'
import { setSecondApprover } from '@/lib/modules/approvals/commands-policies'
import { addAlternative } from '@/lib/modules/negotiations/commands-alternatives'
import { addFocus, setStance } from '@/lib/modules/negotiations/commands-focus'
import { addIssue } from '@/lib/modules/negotiations/commands-issues'
import { askMandate } from '@/lib/modules/negotiations/commands-mandate'
import { setStakes } from '@/lib/modules/negotiations/commands-stakes'
import { done } from '@/tests/modules/terms/scene'

type People = { actor: Actor; colleague: Actor; negotiationId: string }

/** What is on the table of a negotiation and what it is worth, with a right input for each of its commands. */
export async function fullTable({ actor, colleague, negotiationId }: People) {
  const { issueId } = await done(addIssue, actor, { negotiationId, termCode: 'paymentDays' })
  const worth = { issueId, target: '45', limit: '60', weight: '40' }
  const { issueId: other } = await done(addIssue, actor, { negotiationId, termCode: 'annualRebate' })
  const second = { issueId: other, target: '1', limit: '3', weight: '40' }
  await done(setStakes, actor, { negotiationId, stakes: [worth, second] })
  await done(setSecondApprover, actor, { secondApproverId: colleague.id })
  await done(askMandate, actor, { negotiationId, validUntil: '2099-12-31', reason: null })
  const alternative = { side: 'us', name: '改供其他通路', outcomes: [{ label: '談成', probability: '1', score: '50' }] }
  const { alternativeId } = await done(addAlternative, actor, { negotiationId, ...alternative })
  const theme = { name: '高山茶季', validFrom: '2026-01-01', validTo: '2099-12-31', ownerId: actor.id }
  const { focusId } = await done(addFocus, actor, theme)
  const { issueId: traded } = await done(addIssue, actor, { negotiationId, name: '贈品', kind: 'text' })
  await done(setStance, colleague, { issueId: traded, focusId, stance: 'against', reason: '短期出清' })
  return {
    ids: { issueId, alternativeId, focusId },
    input: {
      'negotiations.addIssue': { name: '醬油單價', kind: 'numeric' },
      'negotiations.editIssue': { name: '付款條件', kind: 'numeric', unit: '天' },
      'negotiations.moveIssue': { to: 'up' },
      'negotiations.removeIssue': {},
      'negotiations.setStakes': { stakes: [{ ...worth, version: 1 }] },
      'negotiations.askMandate': { validUntil: '2099-12-30', reason: '年底前談定', offerId: null },
      'negotiations.addFocus': { ...theme, name: '包裝減量' },
      'negotiations.editFocus': { ...theme, description: '高山茶為主' },
      'negotiations.archiveFocus': {},
      'negotiations.setStance': { stance: 'supports', reason: null },
      'negotiations.consentFocus': { issueId: traded, note: '僅限本季' },
      'negotiations.addAlternative': alternative,
      'negotiations.editAlternative': { ...alternative, confidence: 'high' },
      'negotiations.removeAlternative': {},
      'negotiations.withdrawMandate': {},
      'negotiations.judgeEqual': { answer: 'equal' },
      'negotiations.rankIssues': { places: [{ issueId, place: '1' }] },
    },
  }
}
