import { and, asc, count, eq, gt, inArray, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { accountObjectives, anticipatedNeeds } from '@/db/schema/needs'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { optionalId } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { findAccount } from '@/lib/modules/accounts/queries'
import { may } from './manifest'
import { accountRef } from './model'
import type { HitRate } from './model-anticipated'
import { asksWhatHappened } from './rules-anticipated'

const mostAtOnce = 200
const mostAsked = 50

export async function countObjectivesOf({ tx, actor }: Look, anticipatedId: string): Promise<number> {
  const rows = await tx
    .select({ id: accountObjectives.id })
    .from(accountObjectives)
    .where(
      and(own(accountObjectives, actor), eq(accountObjectives.anticipatedId, anticipatedId), live(accountObjectives)),
    )
  return rows.length
}

/** Of these, those whose horizon has passed and whose author was not asked yet. */
export const findAsking = ({ tx, actor }: Look, today: Day, ids: readonly string[]) =>
  tx
    .select({
      id: anticipatedNeeds.id,
      title: anticipatedNeeds.title,
      authorId: anticipatedNeeds.authorId,
      accountId: anticipatedNeeds.accountId,
      accountName: accounts.name,
    })
    .from(anticipatedNeeds)
    .innerJoin(accounts, joined(accounts, actor, anticipatedNeeds.accountId))
    .where(
      and(
        own(anticipatedNeeds, actor),
        inArray(anticipatedNeeds.id, [...ids]),
        isNull(anticipatedNeeds.happened),
        isNull(anticipatedNeeds.askedAt),
        live(anticipatedNeeds),
        lt(anticipatedNeeds.horizonOn, today),
      ),
    )
    .orderBy(asc(anticipatedNeeds.id))

/** Ids of expectations to ask about, from `after` on, for the nightly job. */
export const dueAnticipations = query({
  name: 'needs.dueAnticipations',
  permission: may.remind,
  input: z.strictObject({ after: optionalId }),
  async run({ tx, actor, now }, { after }): Promise<string[]> {
    const rows = await tx
      .select({ id: anticipatedNeeds.id })
      .from(anticipatedNeeds)
      .where(
        and(
          own(anticipatedNeeds, actor),
          live(anticipatedNeeds),
          isNull(anticipatedNeeds.happened),
          isNull(anticipatedNeeds.askedAt),
          lt(anticipatedNeeds.horizonOn, dayOf(now, actor.timeZone)),
          after ? gt(anticipatedNeeds.id, after) : undefined,
        ),
      )
      .orderBy(asc(anticipatedNeeds.id))
      .limit(mostAsked)
    return rows.map((row) => row.id)
  },
})

/** What the account may need next, and the objectives of its plan. */
export const outlook = query({
  name: 'needs.outlook',
  permission: may.see,
  input: accountRef,
  async run(look, { accountId }) {
    await findAccount(look, accountId)
    const { tx, actor, now } = look
    const today = dayOf(now, actor.timeZone)
    const expected = await tx
      .select({ row: anticipatedNeeds, author: members.name })
      .from(anticipatedNeeds)
      .innerJoin(members, joined(members, actor, anticipatedNeeds.authorId))
      .where(and(own(anticipatedNeeds, actor), eq(anticipatedNeeds.accountId, accountId), live(anticipatedNeeds)))
      .orderBy(asc(anticipatedNeeds.horizonOn), asc(anticipatedNeeds.id))
      .limit(mostAtOnce)
    const objectives = await tx
      .select({ row: accountObjectives, owner: members.name })
      .from(accountObjectives)
      .innerJoin(members, joined(members, actor, accountObjectives.ownerId))
      .where(and(own(accountObjectives, actor), eq(accountObjectives.accountId, accountId), live(accountObjectives)))
      .orderBy(asc(accountObjectives.dueOn), asc(accountObjectives.id))
      .limit(mostAtOnce)
    const pursued = new Set(objectives.flatMap(({ row }) => row.anticipatedId ?? []))
    return {
      anticipated: expected.map(({ row, author }) => ({
        id: row.id,
        title: row.title,
        horizonOn: row.horizonOn,
        probability: row.probability,
        trigger: row.trigger,
        signal: row.signal,
        signalOn: row.signalOn,
        response: row.response,
        author,
        happened: row.happened,
        notPursuedBecause: row.notPursuedBecause,
        pursued: pursued.has(row.id),
        /** Its author, and nobody else, is asked what became of it. */
        asks: row.authorId === actor.id && asksWhatHappened(row, today),
      })),
      objectives: objectives.map(({ row, owner }) => ({
        id: row.id,
        title: row.title,
        measure: row.measure,
        owner,
        dueOn: row.dueOn,
        late: row.reachedOn === null && row.dueOn < today,
        reachedOn: row.reachedOn,
        result: row.result,
        needId: row.needId,
        anticipated: row.anticipatedId !== null,
      })),
    }
  },
})

/** How often what the actor expected came about: nobody else sees it. */
export const myHitRate = query({
  name: 'needs.myHitRate',
  permission: may.see,
  input: z.strictObject({}),
  async run({ tx, actor }): Promise<HitRate> {
    const [row] = await tx
      .select({
        scored: count(),
        happened: sql<number>`count(*) filter (where ${anticipatedNeeds.happened})`.mapWith(Number),
        mean: sql<string | null>`round(avg(${anticipatedNeeds.probability}))`,
      })
      .from(anticipatedNeeds)
      .where(
        and(
          own(anticipatedNeeds, actor),
          eq(anticipatedNeeds.authorId, actor.id),
          isNotNull(anticipatedNeeds.happened),
          live(anticipatedNeeds),
        ),
      )
    return {
      scored: row?.scored ?? 0,
      happened: row?.happened ?? 0,
      meanProbability: row?.mean ? Number(row.mean) : null,
    }
  },
})
export type Outlook = Awaited<ReturnType<typeof outlook.run>>
