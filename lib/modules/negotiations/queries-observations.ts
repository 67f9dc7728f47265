import { and, asc, desc, eq } from 'drizzle-orm'
import { negotiationMembers, negotiationObservations } from '@/db/schema/negotiations'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { joined, own } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { negotiationRef } from './model'
import type { ObservedIndicator } from './model-observations'
import { findNegotiation } from './queries-held'
import type { Ratings } from './rules-observations'

/** Who of us sits at the table. */
export const findSeated = ({ tx, actor }: Look, { id }: { id: string }) =>
  tx
    .select({ id: members.id, name: members.name })
    .from(negotiationMembers)
    .innerJoin(members, joined(members, actor, negotiationMembers.memberId))
    .where(and(own(negotiationMembers, actor), eq(negotiationMembers.negotiationId, id), live(negotiationMembers)))
    .orderBy(asc(negotiationMembers.id))

/** What was seen at the table, the latest first: for whoever was watched and for those who may observe. */
export async function findObservations(look: Look, negotiationId: string) {
  const { tx, actor } = look
  const rows = await tx
    .select()
    .from(negotiationObservations)
    .where(
      and(
        own(negotiationObservations, actor),
        eq(negotiationObservations.negotiationId, negotiationId),
        isGranted(may.observe, actor) ? undefined : eq(negotiationObservations.observedId, actor.id),
        live(negotiationObservations),
      ),
    )
    .orderBy(desc(negotiationObservations.observedOn), desc(negotiationObservations.id))
    .limit(100)
  const names = await findNamesOfMembers(
    look,
    rows.flatMap(({ observerId, observedId }) => [observerId, observedId]),
  )
  return rows.map(({ id, observerId, observedId, observedOn, ratings, indicators, note }) => ({
    ...{ id, observedOn, note, ratings: ratings as Ratings },
    indicators: indicators as ObservedIndicator[],
    by: names.get(observerId) ?? '',
    of: names.get(observedId) ?? '',
  }))
}
export type FoundObservation = Awaited<ReturnType<typeof findObservations>>[number]

/** What was seen at the table, and whom the reader may watch there. */
export const observations = query({
  name: 'negotiations.observations',
  permission: may.see,
  input: negotiationRef,
  async run(look, { negotiationId }) {
    const { actor, now } = look
    const { negotiation } = await findNegotiation(look, negotiationId)
    const mayObserve = isGranted(may.observe, actor)
    return {
      observations: await findObservations(look, negotiationId),
      team: mayObserve ? (await findSeated(look, negotiation)).filter(({ id }) => id !== actor.id) : [],
      today: dayOf(now, actor.timeZone),
      mayObserve,
    }
  },
})
export type ObservationsView = Awaited<ReturnType<typeof observations.run>>
