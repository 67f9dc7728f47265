import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { affiliations, people } from '@/db/schema/contacts'
import { interactionPeople, interactions, tasks } from '@/db/schema/interactions'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { greetingOf } from '@/lib/kernel/name'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { ofVisibleAccount } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { interactionRef } from './model'
import type { Brief, BriefPerson, OpenPlan } from './model-today'
import { findSteps, selectContacts } from './queries-details'
import { contactsWith, latestFirst } from './queries-held'
import type { Channel } from './rules-channels'

const mostPeople = 8
const mostSteps = 8

/** What to know before this meeting, for the screen and for paper. */
export const brief = query({
  name: 'interactions.brief',
  permission: may.see,
  input: interactionRef,
  async run(look, { interactionId }): Promise<Brief> {
    const [row] = await selectContacts(look, and(eq(interactions.id, interactionId), live(interactions))).limit(1)
    if (!row) throw new Refusal('notFound')
    return findBrief(look, { ...row, channel: row.channel as Channel, happenedAt: row.happenedAt.toISOString() })
  },
})

/** Who will be there with role, stance and what they said last; open next steps; the last contact. */
export async function findBrief(look: Look, meeting: OpenPlan): Promise<Brief> {
  const { id, accountId, account, channel, happenedAt, timeKnown, summary } = meeting
  const present = await findPresent(look, meeting)
  const said = await findLastSaid(
    look,
    present.map((person) => person.id),
  )
  return {
    meeting: { id, accountId, account, channel, happenedAt, timeKnown, summary },
    people: present.map((person) => ({ ...person, lastSaid: said.get(person.id) ?? null })),
    openSteps: await findSteps(look, and(eq(tasks.accountId, accountId), isNull(tasks.doneAt)), mostSteps),
    lastContact: await findLastContact(look, accountId),
  }
}

const personColumns = {
  id: people.id,
  name: people.displayName,
  familyName: people.familyName,
  givenName: people.givenName,
  englishName: people.englishName,
  honorific: people.honorific,
  title: affiliations.title,
  decisionRole: affiliations.decisionRole,
  stance: affiliations.stance,
}

/** The people named on the plan; when nobody is, the account's most influential ones. */
async function findPresent({ tx, actor }: Look, { id, accountId }: OpenPlan): Promise<Omit<BriefPerson, 'lastSaid'>[]> {
  const posts = and(own(affiliations, actor), eq(affiliations.accountId, accountId), isNull(affiliations.toDay))
  const named = await tx
    .select(personColumns)
    .from(interactionPeople)
    .innerJoin(people, and(joined(people, actor, interactionPeople.personId), live(people)))
    .leftJoin(affiliations, and(posts, eq(affiliations.personId, people.id)))
    .where(and(own(interactionPeople, actor), eq(interactionPeople.interactionId, id), live(interactionPeople)))
    .orderBy(asc(interactionPeople.id))
    .limit(mostPeople)
  const rows =
    named.length > 0
      ? named
      : await tx
          .select(personColumns)
          .from(affiliations)
          .innerJoin(people, and(joined(people, actor, affiliations.personId), live(people)))
          .where(posts)
          .orderBy(sql`${affiliations.influence} desc nulls last`, asc(people.id))
          .limit(mostPeople)
  return rows.map(({ familyName, givenName, englishName, honorific, ...row }) => ({
    ...row,
    greeting: greetingOf({ displayName: row.name, familyName, givenName, englishName, honorific }, actor.locale),
  }))
}

/** The last contact of each person that has happened, in one statement. */
async function findLastSaid({ tx, actor }: Look, ids: readonly string[]) {
  if (ids.length === 0) return new Map<string, NonNullable<BriefPerson['lastSaid']>>()
  const last = tx
    .select({
      interactionId: interactions.id,
      happenedAt: interactions.happenedAt,
      channel: interactions.channel,
      summary: interactions.summary,
    })
    .from(interactionPeople)
    .innerJoin(
      interactions,
      and(
        joined(interactions, actor, interactionPeople.interactionId),
        live(interactions),
        eq(interactions.planned, false),
      ),
    )
    .where(
      and(
        own(interactionPeople, actor),
        eq(interactionPeople.personId, people.id),
        live(interactionPeople),
        ofVisibleAccount(interactions.accountId, actor),
      ),
    )
    .orderBy(desc(interactionPeople.happenedAt), desc(interactionPeople.id))
    .limit(1)
    .as('last_said')
  const rows = await tx
    .select({
      personId: people.id,
      interactionId: last.interactionId,
      happenedAt: last.happenedAt,
      channel: last.channel,
      summary: last.summary,
    })
    .from(people)
    .crossJoinLateral(last)
    .where(and(own(people, actor), inArray(people.id, [...ids])))
  return new Map(
    rows.map(({ personId, happenedAt, ...row }) => [personId, { ...row, day: dayOf(happenedAt, actor.timeZone) }]),
  )
}

async function findLastContact({ tx, actor }: Look, accountId: string): Promise<Brief['lastContact']> {
  const [row] = await tx
    .select({
      interactionId: interactions.id,
      happenedAt: interactions.happenedAt,
      channel: interactions.channel,
      summary: interactions.summary,
      speaker: members.name,
    })
    .from(interactions)
    .innerJoin(members, joined(members, actor, interactions.speakerId))
    .where(contactsWith(actor, accountId))
    .orderBy(...latestFirst)
    .limit(1)
  if (!row) return null
  const { happenedAt, ...rest } = row
  return { ...rest, day: dayOf(happenedAt, actor.timeZone) }
}
