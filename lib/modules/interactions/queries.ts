import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import { z } from 'zod'
import { affiliations, people } from '@/db/schema/contacts'
import { interactions, tasks } from '@/db/schema/interactions'
import type { Look } from '@/lib/kernel/command'
import { id, optionalId } from '@/lib/kernel/input'
import { listFrame, listInput, listSpec, live } from '@/lib/kernel/list'
import { callNamesOf } from '@/lib/kernel/name'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { translatorOf } from '@/lib/kernel/translate'
import { accountsByIds, findAccount } from '@/lib/modules/accounts/queries'
import { messages as words } from '@/lib/modules/contacts/messages'
import { visiblePeople } from '@/lib/modules/contacts/queries'
import { findRolesAsking } from '@/lib/modules/contacts/queries-asking'
import { findMemberNames } from '@/lib/modules/workspace/queries'
import { may } from './manifest'
import { accountRef, type Prefill } from './model'
import { findSteps } from './queries-details'
import { contactsWith, latestFirst } from './queries-held'
import type { Channel } from './rules-channels'

/**
 * What the quick log starts with: the account asked for or the one logged on last, its people as they may be named, the
 * channel used last with it, its topics, and for whom the actor may enter.
 */
export const prefill = query({
  name: 'interactions.prefill',
  permission: may.log,
  input: z.strictObject({ accountId: optionalId, personId: optionalId }),
  async run(look, { accountId, personId }): Promise<Prefill> {
    const known = accountId ?? (personId ? await employerOf(look, personId) : await lastAccountOf(look))
    const [account] = known ? await accountsByIds(look, [known]) : []
    const mayEnterForOthers = isGranted(may.enterForOthers, look.actor)
    return {
      account: account ? { id: account.id, name: account.name } : null,
      people: account ? await findNameable(look, account.id) : [],
      roles: account ? await findRoles(look, account.id) : [],
      ...(account ? await findHabits(look, account.id) : { channel: null, topics: [] }),
      members: mayEnterForOthers
        ? (await findMemberNames(look)).map(({ id: memberId, name }) => ({ id: memberId, name }))
        : [],
      personId: account && personId ? personId : null,
      me: { id: look.actor.id, name: look.actor.name },
    }
  },
})

/** The key roles at the account that ask to be confirmed again, by the words for them. */
async function findRoles(look: Look, accountId: string): Promise<Prefill['roles']> {
  const t = translatorOf(words, look.actor.locale)
  const asking = await findRolesAsking(look, accountId)
  return asking.map(({ slot, confirmedOn: _, ...role }) => ({ ...role, name: t(`slot_${slot}`) }))
}

/** Where the person works, when the actor may see them. */
async function employerOf({ tx, actor }: Look, personId: string): Promise<string | null> {
  const [row] = await tx
    .select({ accountId: people.accountId })
    .from(people)
    .where(and(ownRow(people, actor, personId), visiblePeople(actor)))
  return row?.accountId ?? null
}

async function lastAccountOf({ tx, actor }: Look): Promise<string | null> {
  const [row] = await tx
    .select({ accountId: interactions.accountId })
    .from(interactions)
    .where(and(own(interactions, actor), eq(interactions.speakerId, actor.id), live(interactions)))
    .orderBy(...latestFirst)
    .limit(1)
  return row?.accountId ?? null
}

const mostNameable = 200

/** The account's people of today with every name they answer to, the most influential first. */
async function findNameable({ tx, actor }: Look, accountId: string): Promise<Prefill['people']> {
  const rows = await tx
    .select({
      id: people.id,
      displayName: people.displayName,
      familyName: people.familyName,
      givenName: people.givenName,
      englishName: people.englishName,
      honorific: people.honorific,
      title: affiliations.title,
    })
    .from(affiliations)
    .innerJoin(people, and(joined(people, actor, affiliations.personId), live(people)))
    .where(and(own(affiliations, actor), eq(affiliations.accountId, accountId), isNull(affiliations.toDay)))
    .orderBy(sql`${affiliations.influence} desc nulls last`, asc(people.displayName), asc(people.id))
    .limit(mostNameable)
  return rows.map((row) => ({ id: row.id, name: row.displayName, title: row.title, names: callNamesOf(row) }))
}

/** The channel of the account's last contact, and the topics of its last fifty. */
async function findHabits({ tx, actor }: Look, accountId: string) {
  const rows = await tx
    .select({ channel: interactions.channel, topics: interactions.topics })
    .from(interactions)
    .where(contactsWith(actor, accountId))
    .orderBy(...latestFirst)
    .limit(50)
  return {
    channel: (rows[0]?.channel ?? null) as Channel | null,
    topics: [...new Set(rows.flatMap((row) => row.topics))],
  }
}

/** By whom and with whom the contacts of an account can be told apart. */
export const choices = query({
  name: 'interactions.choices',
  permission: may.see,
  input: accountRef,
  async run(look, { accountId }) {
    await findAccount(look, accountId)
    const known = await findNameable(look, accountId)
    const colleagues = await findMemberNames(look)
    return {
      people: known.map(({ id: personId, name }) => ({ id: personId, name })),
      members: colleagues.map(({ id: memberId, name }) => ({ id: memberId, name })),
    }
  },
})

/** The open next steps of one account, those due first at the front. */
export const openSteps = query({
  name: 'interactions.openSteps',
  permission: may.see,
  input: accountRef,
  async run(look, { accountId }) {
    await findAccount(look, accountId)
    return findSteps(look, and(eq(tasks.accountId, accountId), isNull(tasks.doneAt)), 100)
  },
})

/** The open next steps of one member, by the day they are due. */
const stepList = listSpec({
  name: 'next-steps',
  id: tasks.id,
  columns: { dueOn: { kind: 'day', from: tasks.dueOn, sort: true, filter: true } },
  firstSort: 'dueOn',
})

const stepAddress = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.undefined()]))

export const stepsOf = query({
  name: 'interactions.stepsOf',
  permission: may.see,
  input: stepAddress.transform((raw) => ({
    ...listInput(stepList).parse(raw),
    of: id.safeParse(raw.of).success ? String(raw.of) : null,
  })),
  async run(look, { of, ...request }) {
    const frame = await listFrame(look, stepList, request)
    const assigned = and(eq(tasks.assigneeId, of ?? look.actor.id), isNull(tasks.doneAt), frame.where)
    const rows = await findSteps(look, assigned, frame.limit)
    return frame.page(rows.map((row) => ({ ...row, sortKey: row.dueOn })))
  },
})
