import { and, asc, eq, gt, inArray, isNotNull, isNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import { z } from 'zod'
import { approvalActions, approvalDelegations, approvalRuns, approvalSeats, approvalSteps } from '@/db/schema/approvals'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { may } from './manifest'
import type { ActionKind } from './model'

/** Questions and answers of a run, in order. */
export async function findTalk({ tx, actor }: Look, runId: string) {
  const rows = await tx
    .select({ decision: approvalActions.decision, actedById: approvalActions.actedById })
    .from(approvalActions)
    .where(
      and(
        own(approvalActions, actor),
        eq(approvalActions.runId, runId),
        inArray(approvalActions.decision, ['ask', 'answer']),
      ),
    )
    .orderBy(asc(approvalActions.id))
  return rows as { decision: ActionKind; actedById: string | null }[]
}

/** The run of a step. Refuses with `notFound`. */
export async function findRunOfStep({ tx, actor }: Look, stepId: string): Promise<string> {
  const [row] = await tx
    .select({ runId: approvalSteps.runId })
    .from(approvalSteps)
    .where(ownRow(approvalSteps, actor, stepId))
  if (!row) throw new Refusal('notFound')
  return row.runId
}

/** Consent by word in a run that was not written in time. */
export const findLapsed = ({ tx, actor, now }: Look, runId: string) =>
  tx
    .select({ id: approvalSeats.id, stepId: approvalSeats.stepId, holderId: approvalSeats.holderId })
    .from(approvalSeats)
    .where(
      and(
        own(approvalSeats, actor),
        eq(approvalSeats.runId, runId),
        eq(approvalSeats.state, 'byWord'),
        lt(approvalSeats.writeBy, dayOf(now, actor.timeZone)),
      ),
    )
    .orderBy(asc(approvalSeats.id))

/** Runs in which something said was not written in time, the longest ago first. */
export const lapsedWords = query({
  name: 'approvals.lapsedWords',
  permission: may.keepTime,
  input: z.strictObject({}),
  async run({ tx, actor, now }) {
    const rows = await tx
      .select({ runId: approvalSeats.runId })
      .from(approvalSeats)
      .where(
        and(
          own(approvalSeats, actor),
          eq(approvalSeats.state, 'byWord'),
          lt(approvalSeats.writeBy, dayOf(now, actor.timeZone)),
        ),
      )
      .orderBy(asc(approvalSeats.writeBy), asc(approvalSeats.id))
      .limit(500)
    return [...new Set(rows.map(({ runId }) => runId))]
  },
})

/** Steps whose next reminder has come. */
export const stepsToRemind = query({
  name: 'approvals.stepsToRemind',
  permission: may.keepTime,
  input: z.strictObject({}),
  async run({ tx, actor, now }) {
    const spent = sql`extract(epoch from ${now.toISOString()}::timestamptz - ${approvalSteps.startedAt}) / (${approvalSteps.hours} * 36)`
    const rows = await tx
      .select({ id: approvalSteps.id })
      .from(approvalSteps)
      .innerJoin(
        approvalRuns,
        and(own(approvalRuns, actor), eq(approvalRuns.id, approvalSteps.runId), eq(approvalRuns.state, 'pending')),
      )
      .where(
        and(
          own(approvalSteps, actor),
          eq(approvalSteps.state, 'open'),
          isNotNull(approvalSteps.startedAt),
          sql`${spent} >= case when ${approvalSteps.reminded} < 50 then 50 when ${approvalSteps.reminded} < 100 then 100 when ${approvalSteps.reminded} < 150 then 150 end`,
        ),
      )
      .orderBy(asc(approvalSteps.startedAt), asc(approvalSteps.id))
      .limit(500)
    return rows.map(({ id }) => id)
  },
})

/** Delegations of which the beginning or the end has not been said yet. */
export const delegationsToAnnounce = query({
  name: 'approvals.delegationsToAnnounce',
  permission: may.keepTime,
  input: z.strictObject({}),
  async run({ tx, actor, now }) {
    const { startsAt, endsAt, endedAt, announced } = approvalDelegations
    const began = and(eq(announced, 'none'), lte(startsAt, now), gt(endsAt, now), isNull(endedAt))
    const rows = await tx
      .select({ id: approvalDelegations.id })
      .from(approvalDelegations)
      .where(
        and(
          own(approvalDelegations, actor),
          ne(announced, 'ended'),
          or(began, and(eq(announced, 'started'), lte(endsAt, now))),
        ),
      )
      .orderBy(asc(startsAt), asc(approvalDelegations.id))
      .limit(500)
    return rows.map(({ id }) => id)
  },
})
