import type { Look } from '@/lib/kernel/command'
import type { OfferValues } from './model-issues'
import { findMandateInForce } from './queries-mandate'
import { beyondMandate, isAsOffered } from './rules-mandate'

type Of = { negotiationId: string; offerId: string | null }

/**
 * SECRET, for commands and the mandate group: how values stand to the mandate of today. Without a mandate that holds nothing
 * is inside it; a value that it was extended for is. `extended`: it consents to these very values below a floor.
 */
export async function checkOf(look: Look, { negotiationId, offerId }: Of, values: OfferValues) {
  const mandate = await findMandateInForce(look, negotiationId)
  if (!mandate) return { mandateId: null, outside: true, breaches: [], extended: false }
  const breaches = beyondMandate(mandate.limits, values)
  const extended = offerId !== null && mandate.offerId === offerId && isAsOffered(mandate.limits, values)
  return { mandateId: mandate.id, outside: breaches.length > 0, breaches, extended }
}
