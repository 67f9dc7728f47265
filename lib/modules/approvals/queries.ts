import { and, asc, desc, eq, inArray, or } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { approvalRuns, approvalSeats, approvalSteps } from '@/db/schema/approvals'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { joined, own } from '@/lib/kernel/own'
import type { Run, RunSeat, RunState, RunStep, SeatState, StepState, SubjectKind } from './model'

/** The latest run of one subject, or null. Whoever may see the subject may see it: ask its module first. */
export const findRun = async (look: Look, subjectKind: SubjectKind, subjectId: string): Promise<Run | null> =>
  (await findRuns(look, subjectKind, [subjectId])).get(subjectId) ?? null

/** The latest run of each of these subjects, by subject; without those that were never submitted. */
export async function findRuns(
  look: Look,
  subjectKind: SubjectKind,
  subjectIds: readonly string[],
): Promise<Map<string, Run>> {
  if (subjectIds.length === 0) return new Map()
  const { tx, actor } = look
  const runs = await tx
    .selectDistinctOn([approvalRuns.subjectId], {
      id: approvalRuns.id,
      subjectId: approvalRuns.subjectId,
      state: approvalRuns.state,
      contentHash: approvalRuns.contentHash,
      submittedBy: approvalRuns.submittedBy,
      submittedByName: members.name,
      submittedAt: approvalRuns.submittedAt,
      decidedAt: approvalRuns.decidedAt,
    })
    .from(approvalRuns)
    .innerJoin(members, joined(members, actor, approvalRuns.submittedBy))
    .where(
      and(
        own(approvalRuns, actor),
        eq(approvalRuns.subjectKind, subjectKind),
        inArray(approvalRuns.subjectId, [...subjectIds]),
      ),
    )
    .orderBy(approvalRuns.subjectId, desc(approvalRuns.id))
  const steps = await findSteps(
    look,
    runs.map(({ id }) => id),
  )
  return new Map(
    runs.map((run) => {
      const own = steps.get(run.id) ?? []
      const unwritten = own.some(({ seats }) => seats.some(({ state }) => state === 'byWord'))
      return [run.subjectId, { ...run, subjectKind, state: run.state as RunState, unwritten, steps: own }]
    }),
  )
}

/** Which of these subjects' consent the actor is or was asked for, in any run; answers their ids. */
export async function sitsOn(
  { tx, actor }: Look,
  subjects: readonly { subjectKind: SubjectKind; subjectId: string }[],
): Promise<ReadonlySet<string>> {
  if (subjects.length === 0) return new Set()
  const kinds = [...new Set(subjects.map(({ subjectKind }) => subjectKind))]
  const rows = await tx
    .selectDistinct({ subjectId: approvalRuns.subjectId })
    .from(approvalRuns)
    .innerJoin(approvalSeats, and(own(approvalSeats, actor), eq(approvalSeats.runId, approvalRuns.id)))
    .where(
      and(
        own(approvalRuns, actor),
        inArray(approvalRuns.subjectKind, kinds),
        inArray(approvalRuns.subjectId, [...new Set(subjects.map(({ subjectId }) => subjectId))]),
        or(eq(approvalSeats.holderId, actor.id), eq(approvalSeats.actedById, actor.id)),
      ),
    )
  return new Set(rows.map(({ subjectId }) => subjectId))
}

const holder = alias(members, 'holder')
const acting = alias(members, 'acting')
const replaced = alias(members, 'replaced')

/** The steps of runs with their seats, by run, in the order in which they are taken; without those that fell away. */
export async function findSteps({ tx, actor }: Look, runIds: readonly string[]): Promise<Map<string, RunStep[]>> {
  if (runIds.length === 0) return new Map()
  const steps = await tx
    .select({
      id: approvalSteps.id,
      runId: approvalSteps.runId,
      order: approvalSteps.order,
      level: approvalSteps.level,
      label: approvalSteps.label,
      mode: approvalSteps.mode,
      state: approvalSteps.state,
      dueAt: approvalSteps.dueAt,
      resets: approvalSteps.resets,
    })
    .from(approvalSteps)
    .where(and(own(approvalSteps, actor), inArray(approvalSteps.runId, [...runIds])))
    .orderBy(asc(approvalSteps.order), asc(approvalSteps.id))
  const seats = await tx
    .select({
      stepId: approvalSeats.stepId,
      holderId: approvalSeats.holderId,
      holderName: holder.name,
      replacesName: replaced.name,
      state: approvalSeats.state,
      actedById: approvalSeats.actedById,
      actedByName: acting.name,
      actedAt: approvalSeats.actedAt,
      writeBy: approvalSeats.writeBy,
    })
    .from(approvalSeats)
    .innerJoin(holder, joined(holder, actor, approvalSeats.holderId))
    .leftJoin(acting, joined(acting, actor, approvalSeats.actedById))
    .leftJoin(replaced, joined(replaced, actor, approvalSeats.replacesId))
    .where(and(own(approvalSeats, actor), inArray(approvalSeats.runId, [...runIds])))
    .orderBy(asc(approvalSeats.id))
  const seatsOf = new Map<string, RunSeat[]>()
  for (const { stepId, state, ...seat } of seats)
    if (state !== 'gone') seatsOf.set(stepId, [...(seatsOf.get(stepId) ?? []), { ...seat, state: state as SeatState }])
  const byRun = new Map<string, RunStep[]>()
  for (const { runId, mode, state, ...step } of steps) {
    if (state === 'dropped') continue
    const whole = { ...step, mode: mode as 'all' | 'any', state: state as StepState, seats: seatsOf.get(step.id) ?? [] }
    byRun.set(runId, [...(byRun.get(runId) ?? []), whole])
  }
  return byRun
}
