import { and, asc, desc, eq, gte, inArray, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import { accounts } from '@/db/schema/accounts'
import { people } from '@/db/schema/contacts'
import { interactionPeople, interactions, tasks } from '@/db/schema/interactions'
import { members, tiers } from '@/db/schema/workspace'
import type { Actor } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { own, ownRow } from '@/lib/kernel/own'
import { Refusal } from '@/lib/kernel/refusal'
import type { AccountHold } from '@/lib/kernel/rights'
import { isOnTeam, visibleAccounts } from '@/lib/kernel/visibility'
import { visiblePeople } from '@/lib/modules/contacts/queries'
import type { Clock, ClockFacts } from './model'

/** What a command needs of an account: who may, how often contact is due, and where its work calendar applies. */
export type HeldAccount = AccountHold & {
  id: string
  restricted: boolean
  createdAt: Date
  county: string | null
  contactEveryDays: number
  archived: boolean
  version: number
  clock: Clock
}

const usualTierDays = 90

/**
 * The accounts, locked in the order of their ids so that two commands never wait for each other, because the clock of
 * an account is decided by all its contacts. Refuses with `notFound` when one is missing or not visible.
 */
export async function holdAccounts({ tx, actor }: Look, ids: readonly string[]): Promise<Map<string, HeldAccount>> {
  const wanted = [...new Set(ids)]
  const rows = await tx
    .select({
      id: accounts.id,
      ownerId: accounts.ownerId,
      restricted: accounts.restricted,
      createdAt: accounts.createdAt,
      county: sql<string | null>`coalesce(${accounts.city}, ${accounts.region})`,
      contactEveryDays: tiers.contactEveryDays,
      archivedAt: accounts.archivedAt,
      onTeam: isOnTeam(accounts, actor),
      version: accounts.version,
      clock: {
        lastTwoWayAt: accounts.lastTwoWayAt,
        lastTwoWayId: accounts.lastTwoWayId,
        lastContactAt: accounts.lastContactAt,
        nextPlannedAt: accounts.nextPlannedAt,
        nextPlannedId: accounts.nextPlannedId,
        dueOn: accounts.dueOn,
      },
    })
    .from(accounts)
    .leftJoin(tiers, and(own(tiers, actor), eq(tiers.code, accounts.tier)))
    .where(and(own(accounts, actor), inArray(accounts.id, wanted), visibleAccounts(accounts, actor)))
    .orderBy(asc(accounts.id))
    .for('update', { of: accounts })
  if (rows.length < wanted.length) throw new Refusal('notFound')
  return new Map(
    rows.map(({ archivedAt, contactEveryDays, ...row }) => [
      row.id,
      { ...row, archived: archivedAt !== null, contactEveryDays: contactEveryDays ?? usualTierDays },
    ]),
  )
}

export async function holdAccount(look: Look, id: string): Promise<HeldAccount> {
  const account = (await holdAccounts(look, [id])).get(id)
  if (!account) throw new Refusal('notFound')
  return account
}

/** The contacts that there were with an account; plans are none yet. */
export const contactsWith = (actor: Actor, accountId: string): SQL | undefined =>
  and(
    own(interactions, actor),
    eq(interactions.accountId, accountId),
    eq(interactions.planned, false),
    live(interactions),
  )

/** Contacts in the order in which the latest is read first. */
export const latestFirst = [desc(interactions.happenedAt), desc(interactions.id)] as const

/** Which account a contact is of; refuses with `notFound`. */
export async function accountOf({ tx, actor }: Look, interactionId: string): Promise<string> {
  const [row] = await tx
    .select({ accountId: interactions.accountId })
    .from(interactions)
    .where(ownRow(interactions, actor, interactionId))
  if (!row) throw new Refusal('notFound')
  return row.accountId
}

/** The facts that an account's clock is made of: last two-way contact, last contact, and the next open plan from `since` on. */
export async function findClockFacts({ tx, actor }: Look, accountId: string, since: Date): Promise<ClockFacts> {
  const fact = (name: string) => ({
    fact: sql<string>`${sql.param(name)}::text`.as('fact'),
    id: interactions.id,
    happenedAt: interactions.happenedAt,
  })
  const ofAccount = and(own(interactions, actor), eq(interactions.accountId, accountId), live(interactions))
  const past = contactsWith(actor, accountId)
  const rows = await unionAll(
    tx
      .select(fact('twoWay'))
      .from(interactions)
      .where(and(past, eq(interactions.twoWay, true)))
      .orderBy(...latestFirst)
      .limit(1),
    tx
      .select(fact('contact'))
      .from(interactions)
      .where(past)
      .orderBy(...latestFirst)
      .limit(1),
    tx
      .select(fact('planned'))
      .from(interactions)
      .where(and(ofAccount, eq(interactions.planned, true), gte(interactions.happenedAt, since)))
      .orderBy(asc(interactions.happenedAt), asc(interactions.id))
      .limit(1),
  )
  const of = (name: string) => rows.find((row) => row.fact === name) ?? null
  return { twoWay: of('twoWay'), contact: of('contact'), planned: of('planned') }
}

/** How many of these people exist and may be seen: nobody is named on a contact through a guessed id. */
export async function countVisiblePeople({ tx, actor }: Look, ids: readonly string[]): Promise<number> {
  const rows = await tx
    .select({ id: people.id })
    .from(people)
    .where(and(own(people, actor), inArray(people.id, [...ids]), visiblePeople(actor)))
  return rows.length
}

/** How many of these members can still be named. */
export async function countActiveMembers({ tx, actor }: Look, ids: readonly string[]): Promise<number> {
  const rows = await tx
    .select({ id: members.id })
    .from(members)
    .where(and(own(members, actor), inArray(members.id, [...ids]), live(members), ne(members.status, 'deactivated')))
  return rows.length
}

/** The people of one contact, also those taken off it, so that naming them again restores their row. */
export const findPeopleRows = ({ tx, actor }: Look, interactionId: string) =>
  tx
    .select({
      id: interactionPeople.id,
      personId: interactionPeople.personId,
      answered: interactionPeople.answered,
      happenedAt: interactionPeople.happenedAt,
      archivedAt: interactionPeople.archivedAt,
    })
    .from(interactionPeople)
    .where(and(own(interactionPeople, actor), eq(interactionPeople.interactionId, interactionId)))

/** The open next steps that a contact gave: withdrawn with it. */
export const findOpenSteps = ({ tx, actor }: Look, interactionId: string) =>
  tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(own(tasks, actor), eq(tasks.interactionId, interactionId), isNull(tasks.doneAt), live(tasks)))

/** The next steps that were withdrawn in the same moment as their contact. */
export const findWithdrawnSteps = ({ tx, actor }: Look, interactionId: string, at: Date | null) =>
  tx
    .select({ id: tasks.id })
    .from(tasks)
    .where(and(own(tasks, actor), eq(tasks.interactionId, interactionId), at ? eq(tasks.archivedAt, at) : sql`false`))
