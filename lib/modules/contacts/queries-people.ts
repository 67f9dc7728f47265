import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { affiliations, people } from '@/db/schema/contacts'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { findAccount } from '@/lib/modules/accounts/queries'
import { may } from './manifest'
import { accountRef, type DecisionRole, type Language, type Stance } from './model'
import type { Colleague, PeopleOfAccount, PointView } from './model-people'
import { visiblePeople } from './queries'
import { findPoints } from './queries-points'

/** Who works at an account, by influence and name, and who left it. */
export const peopleOf = query({
  name: 'contacts.peopleOf',
  permission: may.see,
  input: accountRef,
  async run(look, { accountId }) {
    await findAccount(look, accountId)
    return findPeopleOf(look, accountId)
  },
})

const mostPeople = 500
const superiors = alias(people, 'superiors')

/** The same for neighbours that have already found the account. */
export async function findPeopleOf(look: Look, accountId: string): Promise<PeopleOfAccount> {
  const { tx, actor } = look
  const rows = await tx
    .select({
      person: people,
      post: affiliations,
      reportsToName: superiors.displayName,
      openable: sql<boolean>`coalesce(${visiblePeople(actor) ?? sql`true`}, true)`,
    })
    .from(affiliations)
    .innerJoin(people, and(joined(people, actor, affiliations.personId), live(people)))
    .leftJoin(superiors, joined(superiors, actor, affiliations.reportsToId))
    .where(and(own(affiliations, actor), eq(affiliations.accountId, accountId)))
    .orderBy(
      desc(isNull(affiliations.toDay)),
      sql`${affiliations.influence} desc nulls last`,
      asc(people.displayName),
      asc(people.id),
    )
    .limit(mostPeople)
  const points = await findPoints(
    look,
    rows.filter((row) => row.post.toDay === null).map((row) => row.person.id),
  )
  const colleague = ({ person, post, reportsToName }: (typeof rows)[number]): Colleague => ({
    id: person.id,
    displayName: person.displayName,
    englishName: person.englishName,
    familyName: person.familyName,
    givenName: person.givenName,
    honorific: person.honorific,
    affiliationId: post.id,
    affiliationVersion: post.version,
    title: post.title,
    department: post.department,
    decisionRole: post.decisionRole as DecisionRole | null,
    influence: post.influence,
    stance: post.stance as Stance | null,
    reportsToId: post.reportsToId,
    reportsToName,
    language: person.language as Language | null,
    doNotContact: person.doNotContact,
    fromDay: post.fromDay,
    toDay: post.toDay,
    points: points.get(person.id) ?? [],
  })
  return {
    here: rows.filter((row) => row.post.toDay === null).map(colleague),
    left: rows
      .filter((row) => row.post.toDay !== null)
      .map((row) => ({ ...colleague(row), openable: row.openable }))
      .toSorted((a, b) => (b.toDay ?? '').localeCompare(a.toDay ?? '')),
  }
}

/** Somebody at an account as an import recognises them: by the account and the key of their name. */
export type KnownPerson = {
  id: string
  version: number
  accountId: string
  nameKey: string
  affiliationId: string
  title: string | null
  points: PointView[]
}

/** Live people who work at these accounts now, for comparing many rows at once. Whoever asks has chosen visible accounts. */
export async function findKnownPeople(look: Look, accountIds: readonly string[]): Promise<KnownPerson[]> {
  if (accountIds.length === 0) return []
  const { tx, actor } = look
  const rows = await tx
    .select({
      id: people.id,
      version: people.version,
      accountId: affiliations.accountId,
      nameKey: people.nameKey,
      affiliationId: affiliations.id,
      title: affiliations.title,
    })
    .from(affiliations)
    .innerJoin(people, and(joined(people, actor, affiliations.personId), live(people)))
    .where(
      and(
        own(affiliations, actor),
        inArray(affiliations.accountId, [...new Set(accountIds)]),
        isNull(affiliations.toDay),
      ),
    )
  const points = await findPoints(
    look,
    rows.map((row) => row.id),
  )
  return rows.map((row) => ({ ...row, points: points.get(row.id) ?? [] }))
}
