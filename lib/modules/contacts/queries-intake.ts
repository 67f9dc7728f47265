import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import { affiliations, contactPoints, people } from '@/db/schema/contacts'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { wantedKey, wantedKeys } from '@/lib/kernel/values'
import { mostPoints, type PointKind } from './model'
import type { KnownColleague, KnownPoint } from './model-intake'

const mostColleagues = 2000

/**
 * Everybody who works or worked at these accounts, for comparing many rows at once. Whoever asks has chosen accounts that
 * the actor may see.
 */
export async function findKnownColleagues(look: Look, accountIds: readonly string[]): Promise<KnownColleague[]> {
  if (accountIds.length === 0) return []
  const { tx, actor } = look
  const found = tx
    .select({
      id: people.id,
      accountId: affiliations.accountId,
      affiliationId: sql<string>`${affiliations.id}`.as('affiliation_id'),
      nameKey: people.nameKey,
      displayName: people.displayName,
      toDay: affiliations.toDay,
      familyName: people.familyName,
      givenName: people.givenName,
      englishName: people.englishName,
      honorific: people.honorific,
      note: people.note,
      title: affiliations.title,
      department: affiliations.department,
    })
    .from(affiliations)
    .innerJoin(people, and(joined(people, actor, affiliations.personId), live(people)))
    .where(and(own(affiliations, actor), eq(affiliations.accountId, wantedKey)))
    .orderBy(asc(people.id), asc(affiliations.id))
    .limit(mostColleagues)
    .as('found')
  const rows = (await tx.select().from(wantedKeys(accountIds, 'uuid')).crossJoinLateral(found)).map((row) => row.found)
  const points = await findKnownPoints(
    look,
    rows.map((row) => row.id),
  )
  return rows.map(({ id, accountId, affiliationId, nameKey, displayName, toDay, ...values }) => ({
    id,
    accountId,
    affiliationId,
    nameKey,
    displayName,
    left: toDay !== null,
    values: Object.fromEntries(Object.entries(values).map(([field, value]) => [field, value ?? undefined])),
    points: points.get(id) ?? [],
  }))
}

/** Live points of these people, by person. */
export async function findKnownPoints(
  { tx, actor }: Look,
  personIds: readonly string[],
): Promise<Map<string, KnownPoint[]>> {
  if (personIds.length === 0) return new Map()
  const ways = tx
    .select({
      personId: contactPoints.personId,
      kind: contactPoints.kind,
      value: contactPoints.value,
      normal: contactPoints.normal,
    })
    .from(contactPoints)
    .where(and(own(contactPoints, actor), live(contactPoints), eq(contactPoints.personId, wantedKey)))
    .limit(mostPoints)
    .as('found')
  const rows = (await tx.select().from(wantedKeys(personIds, 'uuid')).crossJoinLateral(ways)).map((row) => row.found)
  const found = new Map<string, KnownPoint[]>()
  for (const { personId, kind, ...point } of rows) {
    const points = found.get(personId) ?? []
    points.push({ ...point, kind: kind as PointKind })
    found.set(personId, points)
  }
  return found
}

/** Everybody whose record carries one of these accounts. */
export async function findPeopleIdsOf({ tx, actor }: Look, accountIds: readonly string[]): Promise<string[]> {
  if (accountIds.length === 0) return []
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(own(people, actor), inArray(people.accountId, [...accountIds]), live(people)))
  return rows.map((row) => row.id)
}
