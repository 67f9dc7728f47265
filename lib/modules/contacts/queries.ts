import { and, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { accounts } from '@/db/schema/accounts'
import { affiliations, people } from '@/db/schema/contacts'
import { members } from '@/db/schema/workspace'
import type { Actor } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { seesEverything } from '@/lib/kernel/rights'
import { isOnTeam, ofVisibleAccount, visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { type Channel, type DecisionRole, type Language, personRef, type Stance } from './model'
import type { PersonView, PostView } from './model-people'
import { findPoints } from './queries-points'
import { findRolesOf } from './queries-slots'
import { mayEditPerson } from './rules'
import { postsFirst } from './rules-affiliations'

/**
 * Which people the actor may see: those who work at an account that they may see. Whoever left everywhere is seen by
 * those who may see an account they came from.
 */
export function visiblePeople(actor: Actor): SQL | undefined {
  if (seesEverything(actor)) return undefined
  const at = (now: SQL | undefined) =>
    sql`exists (select from ${affiliations} where ${and(
      own(affiliations, actor),
      eq(affiliations.personId, people.id),
      now,
      ofVisibleAccount(affiliations.accountId, actor),
    )})`
  return or(at(isNull(affiliations.toDay)), and(isNull(people.accountId), at(undefined)))
}

/** The person as a row, archived or not. Refuses `notFound` when there is none, or the actor may not see them. */
export async function findPerson({ tx, actor }: Look, personId: string) {
  const [row] = await tx
    .select()
    .from(people)
    .where(and(ownRow(people, actor, personId), visiblePeople(actor)))
  if (!row) throw new Refusal('notFound')
  return row
}

const superiors = alias(people, 'superiors')

/** Where these people work and worked, at accounts that the actor may see; present posts first, main ones before others. */
export async function findPosts({ tx, actor }: Look, personIds: readonly string[]) {
  if (personIds.length === 0) return []
  const rows = await tx
    .select({
      post: affiliations,
      accountName: accounts.name,
      accountEnglishName: accounts.englishName,
      country: accounts.country,
      ownerId: accounts.ownerId,
      restricted: accounts.restricted,
      onTeam: isOnTeam(accounts, actor),
      superiorName: superiors.displayName,
      superiorEnglishName: superiors.englishName,
    })
    .from(affiliations)
    .innerJoin(accounts, joined(accounts, actor, affiliations.accountId))
    .leftJoin(superiors, joined(superiors, actor, affiliations.reportsToId))
    .where(
      and(own(affiliations, actor), inArray(affiliations.personId, [...personIds]), visibleAccounts(accounts, actor)),
    )
  return rows.toSorted((a, b) => postsFirst(a.post, b.post))
}
export type FoundPost = Awaited<ReturnType<typeof findPosts>>[number]

const postView = (found: FoundPost, actor: Actor): PostView => {
  const { post } = found
  return {
    id: post.id,
    version: post.version,
    account: { id: post.accountId, name: found.accountName, englishName: found.accountEnglishName },
    title: post.title,
    department: post.department,
    decisionRole: post.decisionRole as DecisionRole | null,
    influence: post.influence,
    stance: post.stance as Stance | null,
    reportsTo:
      post.reportsToId && found.superiorName
        ? { id: post.reportsToId, displayName: found.superiorName, englishName: found.superiorEnglishName }
        : null,
    fromDay: post.fromDay,
    toDay: post.toDay,
    main: post.main,
    mayEdit: mayEditPerson(actor, [found]),
  }
}

/** One person with their employers, numbers and key roles. */
export const byId = query({
  name: 'contacts.byId',
  permission: may.see,
  input: personRef,
  run: (look, { personId }) => findPersonView(look, personId),
})

export async function findPersonView(look: Look, personId: string): Promise<PersonView> {
  const person = await findPerson(look, personId)
  const posts = await findPosts(look, [personId])
  const points = await findPoints(look, [personId])
  const roles = await findRolesOf(look, personId)
  const counterpart = await findCounterpart(look, person.ownerId)
  return {
    id: person.id,
    version: person.version,
    displayName: person.displayName,
    familyName: person.familyName,
    givenName: person.givenName,
    englishName: person.englishName,
    honorific: person.honorific,
    language: person.language as Language | null,
    channel: person.channel as Channel | null,
    doNotContact: person.doNotContact,
    noticeSource: person.noticeSource,
    noticeOn: person.noticeOn,
    note: person.note,
    counterpart,
    archived: person.archivedAt !== null,
    mayEdit: mayEditPerson(look.actor, deciding(posts)),
    points: points.get(personId) ?? [],
    posts: posts.map((post) => postView(post, look.actor)),
    roles,
  }
}

/** The accounts that decide who may change a person: those where they work, else those they came from. */
export const deciding = (posts: readonly FoundPost[]): readonly FoundPost[] => {
  const present = posts.filter(({ post }) => post.toDay === null)
  return present.length > 0 ? present : posts
}

async function findCounterpart({ tx, actor }: Look, memberId: string | null) {
  if (!memberId) return null
  const [row] = await tx
    .select({ id: members.id, name: members.name })
    .from(members)
    .where(ownRow(members, actor, memberId))
  return row ?? null
}
