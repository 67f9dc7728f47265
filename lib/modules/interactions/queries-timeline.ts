import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { z } from 'zod'
import { interactionPeople, interactions } from '@/db/schema/interactions'
import type { Actor } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { id } from '@/lib/kernel/input'
import { type ListRequest, listFrame, listInput, listSpec, live } from '@/lib/kernel/list'
import { one } from '@/lib/kernel/one'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { searchIds } from '@/lib/kernel/search'
import { findAccount } from '@/lib/modules/accounts/queries'
import { findPerson } from '@/lib/modules/contacts/queries'
import { contactList } from './list'
import { may } from './manifest'
import { interactionRef } from './model'
import type { ContactView, TimelinePage } from './model-views'
import { selectContacts, withDetails } from './queries-details'

const timelineSize = 30
const mostFound = 1000

const address = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.undefined()]))
const wholeId = (value: unknown) => (id.safeParse(value).success ? String(value) : null)

/** `?channel=call,visit&speaker=…&twoWay=true&planned=false&person=…&q=…&after=…` of one account. */
const timelineInput = address.transform((raw) => ({
  ...listInput(contactList).parse(raw),
  accountId: wholeId(raw.accountId),
  personId: wholeId(raw.person),
}))

/** Everything with one account, plans first, then what happened, latest first. */
export const timeline = query({
  name: 'interactions.timeline',
  permission: may.see,
  input: timelineInput,
  async run(look, { accountId, personId, ...request }): Promise<TimelinePage> {
    if (!accountId) throw new Refusal('notFound')
    await findAccount(look, accountId)
    return findTimeline(look, accountId, personId, request)
  },
})

async function findTimeline(look: Look, accountId: string, personId: string | null, request: ListRequest) {
  const frame = await listFrame(look, contactList, { ...request, query: '' }, timelineSize)
  const found = await foundIn(look, accountId, request.query)
  const rest = { query: request.query, filters: request.filters, personId, narrowed: (found?.length ?? 0) > mostFound }
  if (found?.length === 0) return { ...rest, rows: [], before: null, after: null }
  const rows = await selectContacts(
    look,
    and(
      eq(interactions.accountId, accountId),
      live(interactions),
      frame.where,
      found ? inArray(interactions.id, found.slice(0, mostFound)) : undefined,
      personId ? namedOn(look.actor, personId) : undefined,
    ),
  )
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  const page = frame.page(rows)
  return { ...rest, before: page.before, after: page.after, rows: await withDetails(look, page.rows) }
}

const namedOn = (actor: Actor, personId: string) =>
  sql`exists (select from ${interactionPeople} where ${and(
    own(interactionPeople, actor),
    eq(interactionPeople.interactionId, interactions.id),
    eq(interactionPeople.personId, personId),
    live(interactionPeople),
  )})`

/** Ids of the account's contacts that contain the text; null when nothing was typed. */
async function foundIn(look: Look, accountId: string, text: string): Promise<string[] | null> {
  if (text === '') return null
  const hits = await searchIds(look, { kinds: ['interaction'], text, accountId, most: mostFound + 1 })
  return hits.map((hit) => hit.id)
}

/** The last contacts and the plans of one account, for its overview. */
export const latest = query({
  name: 'interactions.latest',
  permission: may.see,
  input: z.strictObject({ accountId: id, most: z.coerce.number().int().min(1).max(50).default(20) }),
  async run(look, { accountId, most }): Promise<ContactView[]> {
    const rows = await selectContacts(look, and(eq(interactions.accountId, accountId), live(interactions)))
      .orderBy(desc(interactions.happenedAt), desc(interactions.id))
      .limit(most)
    return withDetails(look, rows)
  },
})

/** A person's contacts across all their employers, in the order of the index that belongs to them. */
const personTimeline = listSpec({
  name: 'interactions-of-person',
  id: interactionPeople.id,
  columns: { happenedAt: { kind: 'moment', from: interactionPeople.happenedAt, sort: true } },
  firstSort: '-happenedAt',
})

export const ofPerson = query({
  name: 'interactions.ofPerson',
  permission: may.see,
  input: address.transform((raw) => ({ ...listInput(personTimeline).parse(raw), personId: wholeId(raw.personId) })),
  async run(look, { personId, ...request }): Promise<Pick<TimelinePage, 'rows' | 'before' | 'after'>> {
    if (!personId) throw new Refusal('notFound')
    await findPerson(look, personId)
    const frame = await listFrame(look, personTimeline, request, timelineSize)
    const links = await look.tx
      .select({ id: interactionPeople.id, interactionId: interactionPeople.interactionId, sortKey: frame.sortKey })
      .from(interactionPeople)
      .where(
        and(
          own(interactionPeople, look.actor),
          eq(interactionPeople.personId, personId),
          live(interactionPeople),
          frame.where,
        ),
      )
      .orderBy(...frame.orderBy)
      .limit(frame.limit)
    const page = frame.page(links)
    const ids = page.rows.map((row) => row.interactionId)
    const rows =
      ids.length > 0 ? await selectContacts(look, and(inArray(interactions.id, ids), live(interactions))) : []
    const place = new Map(ids.map((interactionId, index) => [interactionId, index]))
    const inOrder = rows.toSorted((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0))
    return { before: page.before, after: page.after, rows: await withDetails(look, inOrder) }
  },
})

/** One contact, also when it was withdrawn: `withdrawn` says so. */
export const byId = query({
  name: 'interactions.byId',
  permission: may.see,
  input: interactionRef,
  async run(look, { interactionId }) {
    const row = await findContact(look, interactionId)
    const details = await withDetails(look, [row])
    return { ...one(details), withdrawn: row.archivedAt !== null }
  },
})

/** The contact as a row, archived or not. Refuses with `notFound` what is missing or of an account out of sight. */
export async function findContact(look: Look, interactionId: string) {
  const [row] = await selectContacts(look, eq(interactions.id, interactionId)).limit(1)
  if (!row) throw new Refusal('notFound')
  return row
}
