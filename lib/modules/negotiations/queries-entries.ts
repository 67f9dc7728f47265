import { and, asc, eq } from 'drizzle-orm'
import { interactions } from '@/db/schema/interactions'
import { negotiationEntries } from '@/db/schema/negotiations'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'

/** What was written down of the meetings, in their order; the meeting itself is a contact of the account. */
export const findEntries = ({ tx, actor }: Look, negotiationId: string) =>
  tx
    .select({
      id: negotiationEntries.id,
      round: negotiationEntries.round,
      interactionId: negotiationEntries.interactionId,
      at: interactions.happenedAt,
      channel: interactions.channel,
      summary: interactions.summary,
      agreedPoints: negotiationEntries.agreedPoints,
      openPoints: negotiationEntries.openPoints,
      questions: negotiationEntries.questions,
      observations: negotiationEntries.observations,
      by: members.name,
    })
    .from(negotiationEntries)
    .innerJoin(interactions, joined(interactions, actor, negotiationEntries.interactionId))
    .innerJoin(members, joined(members, actor, negotiationEntries.recordedBy))
    .where(
      and(
        own(negotiationEntries, actor),
        eq(negotiationEntries.negotiationId, negotiationId),
        live(negotiationEntries),
        live(interactions),
      ),
    )
    .orderBy(asc(negotiationEntries.round), asc(negotiationEntries.id))
    .limit(200)
export type FoundEntry = Awaited<ReturnType<typeof findEntries>>[number]
