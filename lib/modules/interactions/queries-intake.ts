import { and, asc, desc, eq, gte, inArray, or, type SQL } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { interactionPeople, interactions } from '@/db/schema/interactions'
import type { Look } from '@/lib/kernel/command'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { isOnTeam, visibleAccounts } from '@/lib/kernel/visibility'
import { findByExternalIds, findNumbersOf } from '@/lib/modules/workspace/queries-intake'
import type { ClockFacts } from './model'
import type { ContactKeys, KnownContact } from './model-intake'
import { mayChange } from './rules'
import type { Channel } from './rules-channels'

/** Live contacts that rows of a file may mean: by their number in another system, or by account and moment. */
export async function findKnownContacts(look: Look, keys: ContactKeys): Promise<KnownContact[]> {
  const { tx, actor } = look
  const numbered = (await findByExternalIds(look, 'interaction', keys.externalIds)).map((each) => each.subjectId)
  const told =
    keys.accountIds.length > 0 && keys.moments.length > 0
      ? and(
          inArray(interactions.accountId, [...new Set(keys.accountIds)]),
          inArray(
            interactions.happenedAt,
            [...new Set(keys.moments)].map((moment) => new Date(moment)),
          ),
        )
      : undefined
  const conditions = [numbered.length > 0 ? inArray(interactions.id, numbered) : undefined, told].filter(
    (each): each is SQL => each !== undefined,
  )
  if (conditions.length === 0) return []
  const rows = await tx
    .select({ contact: interactions, ownerId: accounts.ownerId, onTeam: isOnTeam(accounts, actor) })
    .from(interactions)
    .innerJoin(accounts, and(joined(accounts, actor, interactions.accountId), visibleAccounts(accounts, actor)))
    .where(and(own(interactions, actor), live(interactions), or(...conditions)))
    .orderBy(asc(interactions.id))
  const numbersOf = await findNumbersOf(
    look,
    'interaction',
    rows.map(({ contact }) => contact.id),
  )
  return rows.map(({ contact, ...hold }) => ({
    id: contact.id,
    accountId: contact.accountId,
    channel: contact.channel as Channel,
    happenedAt: contact.happenedAt.toISOString(),
    timeKnown: contact.timeKnown,
    twoWay: contact.twoWay,
    summary: contact.summary,
    topics: contact.topics,
    speakerId: contact.speakerId,
    mayChange: mayChange(actor, contact, hold),
    externalIds: numbersOf.get(contact.id) ?? [],
  }))
}

/** The facts of the clocks of many accounts, with three statements for all of them; plans count from `since` on. */
export async function findManyClockFacts(
  { tx, actor }: Look,
  accountIds: readonly string[],
  since: Date,
): Promise<Map<string, ClockFacts>> {
  const of = (condition: SQL | undefined) =>
    and(own(interactions, actor), live(interactions), inArray(interactions.accountId, [...accountIds]), condition)
  const first = (condition: SQL | undefined, latest: boolean) => {
    const order = [interactions.happenedAt, interactions.id].map((column) => (latest ? desc(column) : asc(column)))
    return tx
      .selectDistinctOn([interactions.accountId], {
        accountId: interactions.accountId,
        id: interactions.id,
        happenedAt: interactions.happenedAt,
      })
      .from(interactions)
      .where(of(condition))
      .orderBy(asc(interactions.accountId), ...order)
  }
  const past = eq(interactions.planned, false)
  const [twoWay, contact, planned] = await Promise.all([
    first(and(past, eq(interactions.twoWay, true)), true),
    first(past, true),
    first(and(eq(interactions.planned, true), gte(interactions.happenedAt, since)), false),
  ])
  const byAccount = (rows: typeof twoWay) => new Map(rows.map(({ accountId, ...fact }) => [accountId, fact]))
  const [answered, latest, next] = [byAccount(twoWay), byAccount(contact), byAccount(planned)]
  return new Map(
    accountIds.map((id) => [
      id,
      { twoWay: answered.get(id) ?? null, contact: latest.get(id) ?? null, planned: next.get(id) ?? null },
    ]),
  )
}

/** Rows that name the people of these contacts. */
export const findPeopleOfContacts = ({ tx, actor }: Look, interactionIds: readonly string[]) =>
  tx
    .select({ id: interactionPeople.id, interactionId: interactionPeople.interactionId })
    .from(interactionPeople)
    .where(
      and(
        own(interactionPeople, actor),
        inArray(interactionPeople.interactionId, [...interactionIds]),
        live(interactionPeople),
      ),
    )

/** Contacts as rows, for their search entries. */
export const findContactRows = ({ tx, actor }: Look, ids: readonly string[]) =>
  tx
    .select()
    .from(interactions)
    .where(and(own(interactions, actor), inArray(interactions.id, [...ids])))
