import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { affiliations, contactPoints, people } from '@/db/schema/contacts'
import type { Look } from '@/lib/kernel/command'
import { id, optionalId, optionalText } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { displayNameOf } from '@/lib/kernel/name'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { searchIds } from '@/lib/kernel/search'
import { translatorOf } from '@/lib/kernel/translate'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { messages } from './messages'
import { nameKeyOf } from './model'
import type { Lookalike, PersonFound } from './model-people'
import { visiblePeople } from './queries'
import { readPoint, tellingPoints } from './rules'

const mostFound = 12

/**
 * What a picker offers for what was typed: people of the account first. With nothing typed, the account's people. `id`
 * asks for one person by id.
 */
export const find = query({
  name: 'contacts.find',
  permission: may.see,
  input: z.strictObject({ q: optionalText(200), accountId: optionalId, id: optionalId }),
  async run(look, { q, accountId, id }) {
    const found = await findPeople(look, { q, accountId, id })
    const t = translatorOf(messages, look.actor.locale)
    const item = ({ title, account, doNotContact, ...person }: PersonFound) => ({
      id: person.id,
      title: displayNameOf(person, look.actor.locale),
      subtitle: [title, account?.name, doNotContact ? t('doNotContact') : null].filter(Boolean).join(' · '),
      href: `/contacts/${person.id}`,
    })
    const [here, elsewhere] = [found.filter((person) => person.here), found.filter((person) => !person.here)]
    return {
      groups: [
        { label: t('peopleHere'), items: here.map(item) },
        { label: accountId ? t('peopleElsewhere') : t('contacts'), items: elsewhere.map(item) },
      ].filter(({ items }) => items.length > 0),
    }
  },
})

type Wanted = { q: string | null; accountId: string | null; id: string | null }

async function findPeople(look: Look, { q, accountId, id }: Wanted): Promise<PersonFound[]> {
  const { tx, actor } = look
  if (q === null && accountId === null && id === null) return []
  const found = q === null ? null : await searchIds(look, { kinds: ['person'], text: q, most: 200 })
  if (found?.length === 0) return []
  const worksThere = sql<boolean>`exists (select from ${affiliations} where ${and(
    own(affiliations, actor),
    eq(affiliations.personId, people.id),
    accountId ? eq(affiliations.accountId, accountId) : undefined,
    isNull(affiliations.toDay),
  )})`
  const rows = await tx
    .select({
      id: people.id,
      displayName: people.displayName,
      englishName: people.englishName,
      doNotContact: people.doNotContact,
      title: affiliations.title,
      here: accountId ? worksThere : sql<boolean>`false`,
      accountId: accounts.id,
      accountName: accounts.name,
      accountEnglishName: accounts.englishName,
    })
    .from(people)
    .leftJoin(accounts, and(own(accounts, actor), eq(accounts.id, people.accountId), visibleAccounts(accounts, actor)))
    .leftJoin(
      affiliations,
      and(
        own(affiliations, actor),
        eq(affiliations.personId, people.id),
        eq(affiliations.accountId, accounts.id),
        isNull(affiliations.toDay),
      ),
    )
    .where(
      and(
        own(people, actor),
        live(people),
        visiblePeople(actor),
        id ? eq(people.id, id) : undefined,
        found
          ? inArray(
              people.id,
              found.map((hit) => hit.id),
            )
          : undefined,
        found === null && accountId ? worksThere : undefined,
      ),
    )
    .orderBy(...(accountId ? [desc(worksThere)] : []), asc(people.displayName), asc(people.id))
    .limit(mostFound)
  return rows.map(({ accountId: at, accountName, accountEnglishName, ...row }) => ({
    ...row,
    account: at && accountName ? { id: at, name: accountName, englishName: accountEnglishName } : null,
  }))
}

const optionalKind = z.enum(['mobile', 'email'])

/** People who may be the one being entered: the same e-mail or mobile number, or the same name at the same account. */
export const lookalikes = query({
  name: 'contacts.lookalikes',
  permission: may.see,
  input: z.strictObject({
    accountId: id,
    name: optionalText(120),
    points: z
      .array(z.strictObject({ kind: optionalKind, value: optionalText(200) }))
      .max(20)
      .optional(),
  }),
  run: (look, { accountId, name, points = [] }) => {
    const read = points.flatMap(({ kind, value }) => (value ? [{ kind, ...readPoint(kind, value, null) }] : []))
    return findLookalikes(look, { accountId, nameKey: name ? nameKeyOf(name) : null, telling: tellingPoints(read) })
  },
})

type Alike = { accountId: string; nameKey: string | null; telling: readonly string[] }

const mostAlike = 5

/** Live people that the actor may see and that look the same; an e-mail shared by several people says nothing. */
export async function findLookalikes(look: Look, { accountId, nameKey, telling }: Alike): Promise<Lookalike[]> {
  const { tx, actor } = look
  const byPoint = telling.length > 0 ? await findByPoint(look, telling) : []
  const byName = nameKey ? await findByName(look, nameKey, accountId) : []
  const ids = [...new Set([...byPoint, ...byName])]
  if (ids.length === 0) return []
  const rows = await tx
    .select({ id: people.id, name: people.displayName, accountName: accounts.name })
    .from(people)
    .leftJoin(accounts, and(own(accounts, actor), eq(accounts.id, people.accountId), visibleAccounts(accounts, actor)))
    .where(and(own(people, actor), live(people), visiblePeople(actor), inArray(people.id, ids)))
    .orderBy(asc(people.createdAt), asc(people.id))
    .limit(mostAlike)
  return rows.map((row) => ({ ...row, why: byPoint.includes(row.id) ? 'point' : 'name' }))
}

async function findByPoint({ tx, actor }: Look, telling: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: contactPoints.personId })
    .from(contactPoints)
    .where(
      and(
        own(contactPoints, actor),
        inArray(contactPoints.normal, [...telling]),
        inArray(contactPoints.kind, ['email', 'mobile']),
        live(contactPoints),
      ),
    )
    .limit(50)
  return rows.map((row) => row.id)
}

async function findByName({ tx, actor }: Look, nameKey: string, accountId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: people.id })
    .from(people)
    .innerJoin(affiliations, and(own(affiliations, actor), eq(affiliations.personId, people.id)))
    .where(and(own(people, actor), eq(people.nameKey, nameKey), eq(affiliations.accountId, accountId)))
    .limit(50)
  return rows.map((row) => row.id)
}
