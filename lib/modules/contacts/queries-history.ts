import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { rowChanges } from '@/db/schema/audit'
import { affiliations, contactPoints, keyContacts } from '@/db/schema/contacts'
import type { Look } from '@/lib/kernel/command'
import { findNames, findRowChanges } from '@/lib/kernel/history'
import { optionalId } from '@/lib/kernel/input'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { type PersonField, personRef } from './model'
import { findPerson } from './queries'
import { changeKnown } from './rules'
import { type Parts, type PersonEntry, type PersonSubject, personHistory, referencesIn } from './rules-history'

/** What happened to a person, their posts, numbers and roles, newest first, as far as the reader may see the accounts. */
export const history = query({
  name: 'contacts.history',
  permission: may.see,
  input: z.strictObject({ ...personRef.shape, before: optionalId }),
  async run(look, { personId, before }): Promise<{ entries: PersonEntry[]; older: string | null }> {
    await findPerson(look, personId)
    const parts = await findParts(look, personId)
    const { changes, older } = await findRowChanges(look, rowsOf(personId, parts), before)
    const names = await findNames(look, referencesIn(changes))
    return { entries: personHistory(changes, parts, names), older }
  },
})

type FoundParts = Parts & ReadonlyMap<string, { table: PersonSubject; about: string | null }>

const rowsOf = (personId: string, parts: FoundParts) =>
  new Map<PersonSubject, string[]>([
    ['people', [personId]],
    ...(['affiliations', 'contact_points', 'key_contacts'] as const).map(
      (table) => [table, [...parts].flatMap(([id, part]) => (part.table === table ? [id] : []))] as const,
    ),
  ] as [PersonSubject, string[]][])

/** The rows that belong to the person, with the account or number that they are about. */
async function findParts({ tx, actor }: Look, personId: string): Promise<FoundParts> {
  const posts = await tx
    .select({ id: affiliations.id, about: accounts.name })
    .from(affiliations)
    .innerJoin(accounts, joined(accounts, actor, affiliations.accountId))
    .where(and(own(affiliations, actor), eq(affiliations.personId, personId), visibleAccounts(accounts, actor)))
  const roles = await tx
    .select({ id: keyContacts.id, about: accounts.name })
    .from(keyContacts)
    .innerJoin(accounts, joined(accounts, actor, keyContacts.accountId))
    .where(and(own(keyContacts, actor), eq(keyContacts.personId, personId), visibleAccounts(accounts, actor)))
  const points = await tx
    .select({ id: contactPoints.id, about: contactPoints.value })
    .from(contactPoints)
    .where(and(own(contactPoints, actor), eq(contactPoints.personId, personId)))
  const part = (table: PersonSubject) => (row: { id: string; about: string }) =>
    [row.id, { table, about: row.about }] as const
  return new Map([
    ...posts.map(part('affiliations')),
    ...roles.map(part('key_contacts')),
    ...points.map(part('contact_points')),
  ])
}

/** What a field of the person was before one change. Refuses a change that is not the person's. */
export async function findValueBefore(
  look: Look,
  personId: string,
  changeId: string,
  field: PersonField,
): Promise<unknown> {
  const [change] = await look.tx
    .select({ before: rowChanges.before })
    .from(rowChanges)
    .where(
      and(ownRow(rowChanges, look.actor, changeId), eq(rowChanges.table, 'people'), eq(rowChanges.rowId, personId)),
    )
  return changeKnown(change?.before as Record<string, unknown> | null | undefined, field)
}
