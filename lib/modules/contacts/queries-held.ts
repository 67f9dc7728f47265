import { and, eq, inArray, isNull } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { affiliations, contactPoints, keyContacts, people } from '@/db/schema/contacts'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import type { SearchEntry } from '@/lib/kernel/search'
import { postsFirst, type Reporting } from './rules-affiliations'

/** Who works at the account now, and to whom they report there. */
export async function findReporting({ tx, actor }: Look, accountId: string): Promise<Reporting> {
  const rows = await tx
    .select({ personId: affiliations.personId, reportsToId: affiliations.reportsToId })
    .from(affiliations)
    .where(and(own(affiliations, actor), eq(affiliations.accountId, accountId), isNull(affiliations.toDay)))
  return new Map(rows.map((row) => [row.personId, row.reportsToId]))
}

/** The posts at this account that report to this person. */
export async function findReports({ tx, actor }: Look, accountId: string, personId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: affiliations.id })
    .from(affiliations)
    .where(and(own(affiliations, actor), eq(affiliations.accountId, accountId), eq(affiliations.reportsToId, personId)))
  return rows.map((row) => row.id)
}

/** The post by its id. Refuses `notFound`. */
export async function findPost({ tx, actor }: Look, affiliationId: string) {
  const [row] = await tx
    .select()
    .from(affiliations)
    .where(ownRow(affiliations, actor, affiliationId))
  if (!row) throw new Refusal('notFound')
  return row
}

/** The person's present posts, the main one first. */
export async function findPresentPosts({ tx, actor }: Look, personId: string) {
  const rows = await tx
    .select()
    .from(affiliations)
    .where(and(own(affiliations, actor), eq(affiliations.personId, personId), isNull(affiliations.toDay)))
  return rows.toSorted(postsFirst)
}

/** Live claims of key roles at an account: all, one role's or one person's, whether they hold today or not. */
export async function findClaimIds(
  { tx, actor }: Look,
  accountId: string,
  { slot, personId }: { slot?: string; personId?: string },
) {
  return tx
    .select({ id: keyContacts.id, slot: keyContacts.slot, personId: keyContacts.personId })
    .from(keyContacts)
    .where(
      and(
        own(keyContacts, actor),
        live(keyContacts),
        eq(keyContacts.accountId, accountId),
        slot ? eq(keyContacts.slot, slot) : undefined,
        personId ? eq(keyContacts.personId, personId) : undefined,
      ),
    )
}

/** The point by its id. Refuses `notFound`. */
export async function findPoint({ tx, actor }: Look, pointId: string) {
  const [row] = await tx
    .select()
    .from(contactPoints)
    .where(ownRow(contactPoints, actor, pointId))
  if (!row) throw new Refusal('notFound')
  return row
}

/** Live points of one person. */
export const findOwnPoints = ({ tx, actor }: Look, personId: string) =>
  tx
    .select()
    .from(contactPoints)
    .where(and(own(contactPoints, actor), eq(contactPoints.personId, personId), live(contactPoints)))

/**
 * What these people can be found by: names, title, account, numbers. An entry follows the account of the main post, or,
 * for somebody who left everywhere, the account they left last, without its name.
 */
export async function findSearchEntries({ tx, actor }: Look, personIds: readonly string[]): Promise<SearchEntry[]> {
  const ids = [...personIds]
  const posts = await tx
    .select({
      person: people,
      post: affiliations,
      account: {
        name: accounts.name,
        englishName: accounts.englishName,
        ownerId: accounts.ownerId,
        restricted: accounts.restricted,
      },
    })
    .from(people)
    .innerJoin(affiliations, and(own(affiliations, actor), eq(affiliations.personId, people.id)))
    .innerJoin(accounts, joined(accounts, actor, affiliations.accountId))
    .where(and(own(people, actor), inArray(people.id, ids), live(people)))
  const points = await tx
    .select({ personId: contactPoints.personId, value: contactPoints.value, normal: contactPoints.normal })
    .from(contactPoints)
    .where(and(own(contactPoints, actor), inArray(contactPoints.personId, ids), live(contactPoints)))
  const first = new Map<string, (typeof posts)[number]>()
  for (const row of posts.toSorted((a, b) => postsFirst(a.post, b.post)))
    if (!first.has(row.person.id)) first.set(row.person.id, row)
  const reach = new Map<string, (string | null)[]>()
  for (const point of points) {
    const own = reach.get(point.personId) ?? []
    own.push(point.value, point.normal)
    reach.set(point.personId, own)
  }
  return [...first.values()].map(({ person, post, account }) => ({
    kind: 'person',
    id: person.id,
    accountId: post.accountId,
    ownerId: account.ownerId,
    restricted: account.restricted,
    texts: [
      person.displayName,
      person.englishName,
      [person.familyName, person.givenName].filter(Boolean).join(' '),
      ...(post.toDay === null ? [post.title, account.name, account.englishName] : []),
      ...(reach.get(person.id) ?? []),
    ],
  }))
}

/** Everybody whose record carries this account: those whose main post is there. */
export async function findPeopleIds({ tx, actor }: Look, accountId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(own(people, actor), eq(people.accountId, accountId), live(people)))
  return rows.map((row) => row.id)
}
