import type { Actor } from '@/lib/kernel/actor'
import { open } from '@/lib/modules/negotiations/commands'
import { meet, putInState } from '@/tests/modules/negotiations/standing'
import { accept, aTable, fourOffers, theOffers } from '@/tests/modules/negotiations/table-rows'
import { done } from '@/tests/modules/terms/scene'
import { owner } from '@/tests/people'

type Whose = { actor: Actor; accountId: string }

/** A negotiation with a supplier in which both sides accepted an offer. */
async function anAgreement({ actor, accountId }: Whose) {
  const about = { kind: 'supply', title: '明年度供貨條件', purpose: '穩定供貨', objective: null }
  const { negotiationId } = await done(open, actor, { accountId, direction: 'buy', ...about })
  const of = { negotiationId, memberId: actor.id }
  await aTable(of)
  const [, , third = ''] = await theOffers(of, fourOffers)
  await accept(of, third, { payment: '75', display: 'two' })
  return of
}

async function anApproved(whose: Whose) {
  const of = await anAgreement(whose)
  await meet(of, ['packageApproved'])
  return of
}

/** The right input for each command that settles a negotiation. */
export async function fullOutcome(whose: Whose) {
  const consented = await anApproved(whose)
  const approved = await anApproved(whose)
  await putInState(approved.negotiationId, 'approved')
  const [display] = await owner()`select id from negotiation_issues
    where negotiation_id = ${approved.negotiationId} and key = 'display'`
  const points = [{ issueId: String(display?.id), becomes: 'dropped', because: '由門市自辦' }]
  return {
    'negotiations.approvePackage': { negotiationId: consented.negotiationId },
    'negotiations.document': {
      negotiationId: approved.negotiationId,
      validFrom: '2027-01-01',
      factors: ['agreedTerms'],
      points,
    },
    'negotiations.dropPoint': { issueId: String(display?.id), because: '由門市自辦' },
    'negotiations.reopen': { negotiationId: (await anAgreement(whose)).negotiationId, reason: '雙方還能更好' },
    'negotiations.submitPackage': { negotiationId: (await anAgreement(whose)).negotiationId, reason: '換得穩定供貨' },
  }
}
