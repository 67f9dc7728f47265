import { and, asc, eq, inArray, lte } from 'drizzle-orm'
import {
  negotiationChecks,
  negotiationMembers,
  negotiationOffers,
  negotiations,
  negotiationTrades,
} from '@/db/schema/negotiations'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import { seesMargin } from '@/lib/kernel/rights'
import type { PackageCheck } from '@/lib/modules/pricing/model-package'
import { shownCheck } from '@/lib/modules/pricing/queries-package'
import type { OfferValues, Side } from './model-issues'
import type { OfferChannel } from './model-offers'
import type { OfferState } from './model-states'
import { passesPolicy } from './rules-offers'

/** More offers than this nobody reads. */
const mostOffers = 400

/** The offers of a negotiation in their order, each with who wrote it down. */
export async function findOffers({ tx, actor }: Look, negotiationId: string) {
  const rows = await tx
    .select({ offer: negotiationOffers, by: members.name })
    .from(negotiationOffers)
    .innerJoin(members, joined(members, actor, negotiationOffers.recordedBy))
    .where(
      and(own(negotiationOffers, actor), eq(negotiationOffers.negotiationId, negotiationId), live(negotiationOffers)),
    )
    .orderBy(asc(negotiationOffers.number))
    .limit(mostOffers)
  return rows.map(({ offer, by }) => ({
    ...offer,
    by,
    no: offer.number,
    side: offer.side as Side,
    state: offer.state as OfferState,
    channel: offer.channel as OfferChannel,
    values: offer.values as OfferValues,
  }))
}
export type FoundOffer = Awaited<ReturnType<typeof findOffers>>[number]

/** The offer of this id among those of its negotiation. Refuses with `notFound`. */
export function findOffer(offers: readonly FoundOffer[], offerId: string): FoundOffer {
  const offer = offers.find(({ id }) => id === offerId)
  if (!offer) throw new Refusal('notFound')
  return offer
}

/**
 * SECRET, ask `findGroup` first: how the offers stood to the mandate and to the pricing policy when they were recorded, the
 * last word of each. Margin and floors only for those who see them.
 */
export async function findChecks({ tx, actor }: Look, negotiationId: string) {
  const rows = await tx
    .select({
      offerId: negotiationChecks.offerId,
      outside: negotiationChecks.outside,
      breaches: negotiationChecks.breaches,
      policy: negotiationChecks.policy,
    })
    .from(negotiationChecks)
    .where(
      and(own(negotiationChecks, actor), eq(negotiationChecks.negotiationId, negotiationId), live(negotiationChecks)),
    )
    .orderBy(asc(negotiationChecks.id))
    .limit(mostOffers * 4)
  const sees = seesMargin(actor)
  return new Map(
    rows.map(({ offerId, outside, breaches, policy }) => {
      const check = policy as PackageCheck | null
      const told = check && {
        ...shownCheck(check, sees),
        passes: passesPolicy({ policy: check, outside, extended: false }),
      }
      return [offerId, { outside, breaches: breaches.map(String), policy: told }] as const
    }),
  )
}

/** What was paired, and what was left without a return. */
export const findTrades = ({ tx, actor }: Look, negotiationId: string) =>
  tx
    .select({
      id: negotiationTrades.id,
      moves: negotiationTrades.moves,
      unilateral: negotiationTrades.unilateral,
      reason: negotiationTrades.reason,
    })
    .from(negotiationTrades)
    .where(
      and(own(negotiationTrades, actor), eq(negotiationTrades.negotiationId, negotiationId), live(negotiationTrades)),
    )
    .orderBy(asc(negotiationTrades.id))
    .limit(mostOffers)
export type FoundTrade = Awaited<ReturnType<typeof findTrades>>[number]

/** Offers that are open and whose last day is at most this one, of all negotiations that go on. */
export const findLapsing = ({ tx, actor }: Look, until: Day) =>
  tx
    .select({
      id: negotiationOffers.id,
      number: negotiationOffers.number,
      state: negotiationOffers.state,
      validUntil: negotiationOffers.validUntil,
      negotiationId: negotiations.id,
      title: negotiations.title,
      ownerId: negotiations.ownerId,
    })
    .from(negotiationOffers)
    .innerJoin(negotiations, joined(negotiations, actor, negotiationOffers.negotiationId))
    .where(
      and(
        own(negotiationOffers, actor),
        inArray(negotiationOffers.state, ['sent', 'received']),
        lte(negotiationOffers.validUntil, until),
        live(negotiationOffers),
        live(negotiations),
      ),
    )
    .orderBy(asc(negotiationOffers.validUntil), asc(negotiationOffers.id))
    .limit(500)

/** Who leads or speaks in these negotiations, by negotiation. */
export async function findSpeakers({ tx, actor }: Look, negotiationIds: readonly string[]) {
  if (negotiationIds.length === 0) return new Map<string, string[]>()
  const rows = await tx
    .select({ id: negotiationMembers.negotiationId, memberId: negotiationMembers.memberId })
    .from(negotiationMembers)
    .where(
      and(
        own(negotiationMembers, actor),
        inArray(negotiationMembers.negotiationId, [...new Set(negotiationIds)]),
        inArray(negotiationMembers.part, ['leads', 'speaks']),
        live(negotiationMembers),
      ),
    )
    .limit(2000)
  const found = new Map<string, string[]>()
  for (const { id, memberId } of rows) found.set(id, [...(found.get(id) ?? []), memberId])
  return found
}
