import { and, desc, eq, exists, gte, isNotNull, lt, ne, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { accounts } from '@/db/schema/accounts'
import { interactions, tasks } from '@/db/schema/interactions'
import { tiers } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import type { EvidenceRow, EvidenceRule } from '@/lib/kernel/evidence'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { ofVisibleAccount, visibleAccounts } from '@/lib/kernel/visibility'

type About = { accountId?: string; memberId?: string }
const most = 1000

/** Contacts that happened and satisfy `which`; each is evidence of its speaker, whoever typed it, on its day. */
async function contactsAs(look: Look, indicator: string, about: About, which: SQL | undefined): Promise<EvidenceRow[]> {
  const { tx, actor } = look
  const rows = await tx
    .select({ id: interactions.id, memberId: interactions.speakerId, at: interactions.happenedAt })
    .from(interactions)
    .innerJoin(accounts, and(joined(accounts, actor, interactions.accountId), visibleAccounts(accounts, actor)))
    .innerJoin(tiers, and(own(tiers, actor), eq(tiers.code, accounts.tier)))
    .where(
      and(
        own(interactions, actor),
        live(interactions),
        eq(interactions.planned, false),
        about.accountId ? eq(interactions.accountId, about.accountId) : undefined,
        about.memberId ? eq(interactions.speakerId, about.memberId) : undefined,
        which,
      ),
    )
    .orderBy(desc(interactions.happenedAt), desc(interactions.id))
    .limit(most)
  return rows.map(({ id, memberId, at }) => ({
    indicator,
    memberId,
    subjectKind: 'interaction',
    subjectId: id,
    day: dayOf(at, actor.timeZone),
  }))
}

const earlier = alias(interactions, 'earlier')

/** A two-way contact that came before the account's tier made it overdue, counted from the two-way contact before it. */
const withinCadence = ({ tx, actor }: Look) => {
  const before = tx
    .select({ id: earlier.id })
    .from(earlier)
    .where(
      and(
        own(earlier, actor),
        eq(earlier.accountId, interactions.accountId),
        live(earlier),
        eq(earlier.planned, false),
        eq(earlier.twoWay, true),
        lt(earlier.happenedAt, interactions.happenedAt),
        gte(earlier.happenedAt, sql`${interactions.happenedAt} - make_interval(days => ${tiers.contactEveryDays})`),
      ),
    )
  return and(eq(interactions.twoWay, true), exists(before))
}

/** Next steps that were kept, each on the day it was ticked off, of whoever did it. */
async function keptSteps(look: Look, about: About): Promise<EvidenceRow[]> {
  const { tx, actor } = look
  const rows = await tx
    .select({ id: tasks.id, memberId: tasks.doneBy, at: tasks.doneAt })
    .from(tasks)
    .where(
      and(
        own(tasks, actor),
        live(tasks),
        isNotNull(tasks.doneAt),
        isNotNull(tasks.accountId),
        ofVisibleAccount(tasks.accountId, actor),
        about.accountId ? eq(tasks.accountId, about.accountId) : undefined,
        about.memberId ? eq(tasks.doneBy, about.memberId) : undefined,
      ),
    )
    .orderBy(desc(tasks.doneAt), desc(tasks.id))
    .limit(most)
  return rows.flatMap(({ id, memberId, at }) =>
    memberId && at
      ? [{ indicator: 'KRM-1.2', memberId, subjectKind: 'task', subjectId: id, day: dayOf(at, actor.timeZone) }]
      : [],
  )
}

export const evidence: EvidenceRule[] = [
  {
    /** Opportunities for regular contact that were used: a plan that was kept, or a two-way contact in time. */
    indicator: 'BGM-1.3',
    run: (look, about) =>
      contactsAs(look, 'BGM-1.3', about, or(isNotNull(interactions.plannedFor), withinCadence(look))),
  },
  {
    /** Relations kept up by regular contact: every two-way contact. */
    indicator: 'BGM-4.4',
    run: (look, about) => contactsAs(look, 'BGM-4.4', about, eq(interactions.twoWay, true)),
  },
  {
    /** Work with the team: a contact with an account that a colleague owns, and every next step that was kept. */
    indicator: 'KRM-1.2',
    run: async (look, about) => [
      ...(await contactsAs(look, 'KRM-1.2', about, ne(interactions.speakerId, accounts.ownerId))),
      ...(await keptSteps(look, about)),
    ],
  },
]
