import { and, asc, eq } from 'drizzle-orm'
import { interactions } from '@/db/schema/interactions'
import { negotiationEntries } from '@/db/schema/negotiations'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { findPeopleOf } from '@/lib/modules/contacts/queries-people'
import { findCounterparts } from './queries-parts'

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
const mostPeople = 40

/** Whom a meeting may have been with: those who sit on the other side first, then who else works at the account. */
export async function findMeetable(look: Look, { id, accountId }: { id: string; accountId: string }) {
  const [{ here }, seated] = await Promise.all([findPeopleOf(look, accountId), findCounterparts(look, id)])
  const known = new Set(seated.map(({ personId }) => personId))
  const inOrder = [...here.filter((each) => known.has(each.id)), ...here.filter((each) => !known.has(each.id))]
  return inOrder.slice(0, mostPeople).map(({ id: personId, displayName, title }) => ({
    id: personId,
    name: displayName,
    title,
  }))
}

export type FoundEntry = Awaited<ReturnType<typeof findEntries>>[number]
