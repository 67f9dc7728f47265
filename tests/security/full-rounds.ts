import type { Actor } from '@/lib/kernel/actor'
import { open } from '@/lib/modules/negotiations/commands'
import { addIssue } from '@/lib/modules/negotiations/commands-issues'
import { recordOffer } from '@/lib/modules/negotiations/commands-offers'
import { setStakes } from '@/lib/modules/negotiations/commands-stakes'
import { pairMoves } from '@/lib/modules/negotiations/commands-trades'
import { meet, putInState } from '@/tests/modules/negotiations/standing'
import { done } from '@/tests/modules/terms/scene'
import { owner } from '@/tests/people'

/** A negotiation with rounds of both sides, a pair of concessions, a draft and a lapsed offer. */
export async function fullRounds({ actor, accountId }: { actor: Actor; accountId: string }) {
  const { negotiationId } = await done(open, actor, { accountId, kind: 'annualTerms', title: '年度回合' })
  const { issueId } = await done(addIssue, actor, { negotiationId, termCode: 'annualRebate' })
  await done(setStakes, actor, { negotiationId, stakes: [{ issueId, target: '1', limit: '9', weight: '1' }] })
  await meet({ negotiationId, memberId: actor.id }, ['conductConfirmed', 'mandateApproved'])
  await putInState(negotiationId, 'ready')
  const [issue] = await owner()<{ key: string }[]>`select key from negotiation_issues where id = ${issueId}`
  const key = issue?.key ?? ''
  const record = (side: string, value: string, more: object = {}) =>
    done(recordOffer, actor, { negotiationId, side, channel: 'meeting', values: { [key]: value }, ...more })
  const lapsed = await record('us', '0.5')
  for (const [side, value] of [
    ['them', '5'],
    ['us', '1'],
    ['them', '4'],
    ['us', '2'],
  ] as const)
    await record(side, value)
  const last = await record('them', '3')
  const draft = await record('us', '2.5', { draft: true })
  await owner()`update negotiation_offers set state = 'lapsed' where id = ${lapsed.offerId}`
  const { tradeId } = await done(pairMoves, actor, { negotiationId, moves: [`3:${key}`, `4:${key}`] })
  const said = { channel: 'meeting', values: { [key]: '2.8' } }
  return {
    ids: { offerId: last.offerId, tradeId },
    input: {
      'negotiations.recordOffer': { negotiationId, side: 'us', ...said },
      'negotiations.changeOffer': { negotiationId, offerId: draft.offerId, ...said },
      'negotiations.stepOffer': { negotiationId, event: 'withdraw' },
      'negotiations.acceptOffer': { negotiationId },
      'negotiations.reissueOffer': { negotiationId, offerId: lapsed.offerId },
      'negotiations.pairMoves': { negotiationId, moves: [`5:${key}`, `6:${key}`] },
      'negotiations.leaveUnpaired': { negotiationId, moves: [`5:${key}`], reason: '釋出善意' },
      'negotiations.undoTrade': { negotiationId },
      'negotiations.logRound': { negotiationId, summary: '雙方交換第三輪提案' },
    },
  }
}
