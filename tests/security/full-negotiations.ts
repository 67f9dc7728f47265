import type { Actor } from '@/lib/kernel/actor'
import { open } from '@/lib/modules/negotiations/commands'
import { done } from '@/tests/modules/terms/scene'

const about = { kind: 'annualTerms', title: '明年度交易條件', purpose: '換得端架陳列', objective: null }

/** A negotiation in which everything exists once, with a right input for each of its commands. */
export async function fullNegotiations({ actor, accountId }: { actor: Actor; accountId: string }) {
  const { negotiationId } = await done(open, actor, { accountId, direction: 'sell', ...about })
  return {
    ids: { negotiationId },
    input: {
      'negotiations.open': { direction: 'buy', ...about },
      'negotiations.edit': about,
    },
  }
}
