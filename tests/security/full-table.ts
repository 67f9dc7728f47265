import type { Actor } from '@/lib/kernel/actor'
import { addIssue } from '@/lib/modules/negotiations/commands-issues'
import { setStakes } from '@/lib/modules/negotiations/commands-stakes'
import { done } from '@/tests/modules/terms/scene'

/** What is on the table of a negotiation and what it is worth, with a right input for each of its commands. */
export async function fullTable({ actor, negotiationId }: { actor: Actor; negotiationId: string }) {
  const { issueId } = await done(addIssue, actor, { negotiationId, termCode: 'paymentDays' })
  const worth = { issueId, target: '45', limit: '60', weight: '40' }
  await done(setStakes, actor, { negotiationId, stakes: [worth] })
  return {
    ids: { issueId },
    input: {
      'negotiations.addIssue': { name: '端架陳列', kind: 'boolean' },
      'negotiations.editIssue': { name: '付款條件', kind: 'numeric', unit: '天' },
      'negotiations.moveIssue': { to: 'up' },
      'negotiations.removeIssue': {},
      'negotiations.setStakes': { stakes: [{ ...worth, version: 1 }] },
      'negotiations.rankIssues': { places: [{ issueId, place: '1' }] },
    },
  }
}
