import { and, asc, desc, eq, gt, inArray, isNull, lte, ne } from 'drizzle-orm'
import {
  approvalDelegations,
  approvalPolicies,
  approvalRuns,
  approvalSeats,
  approvalSettings,
  approvalSteps,
} from '@/db/schema/approvals'
import { members } from '@/db/schema/workspace'
import type { Discipline, Role } from '@/lib/kernel/actor'
import type { Look, Work } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { lockRow } from '@/lib/kernel/write'
import type { Aspect, RunState, SeatState, StepState, SubjectKind } from './model'
import type { Demand, Policy, PolicyStep } from './model-policies'
import type { Consent, Round, Seat } from './rules'
import type { Deciding } from './rules-approvers'
import type { Delegation } from './rules-delegations'
import { defaultPolicy } from './rules-policies'
import type { Because } from './rules-steps'

export type RunRow = typeof approvalRuns.$inferSelect
export type Held = { row: RunRow; round: Round }

/** A run with its steps and seats, locked until the transaction ends. Refuses with `notFound`. */
export async function holdRun(work: Work, runId: string): Promise<Held> {
  const row = await lockRow(work, approvalRuns, runId)
  const [round] = await roundsOf(work, [row])
  return { row, round: round as Round }
}

/** Several runs, locked in one order, so that two batches never wait for each other. Those that are not there are left out. */
export async function holdRuns(work: Work, runIds: readonly string[]): Promise<Held[]> {
  if (runIds.length === 0) return []
  const rows = await work.tx
    .select()
    .from(approvalRuns)
    .where(and(own(approvalRuns, work.actor), inArray(approvalRuns.id, [...runIds])))
    .orderBy(asc(approvalRuns.id))
    .for('update')
  const rounds = await roundsOf(work, rows)
  return rows.map((row, index) => ({ row, round: rounds[index] as Round }))
}

/** The run of a subject that waits for consent, locked; null when none does. */
export async function holdPending(work: Work, subjectKind: SubjectKind, subjectId: string): Promise<Held | null> {
  const { tx, actor } = work
  const [row] = await tx
    .select()
    .from(approvalRuns)
    .where(
      and(
        own(approvalRuns, actor),
        eq(approvalRuns.subjectKind, subjectKind),
        eq(approvalRuns.subjectId, subjectId),
        eq(approvalRuns.state, 'pending'),
      ),
    )
    .for('update')
  if (!row) return null
  const [round] = await roundsOf(work, [row])
  return { row, round: round as Round }
}

async function roundsOf({ tx, actor }: Look, rows: readonly RunRow[]): Promise<Round[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const steps = await tx
    .select()
    .from(approvalSteps)
    .where(and(own(approvalSteps, actor), inArray(approvalSteps.runId, ids)))
    .orderBy(asc(approvalSteps.order), asc(approvalSteps.id))
  const seats = await tx
    .select()
    .from(approvalSeats)
    .where(and(own(approvalSeats, actor), inArray(approvalSeats.runId, ids)))
    .orderBy(asc(approvalSeats.id))
  return rows.map((row) => ({
    state: row.state as RunState,
    authors: row.authors,
    steps: steps
      .filter(({ runId }) => runId === row.id)
      .map((step) => ({
        id: step.id,
        order: step.order,
        level: step.level,
        label: step.label,
        because: step.because as Because[],
        aspects: step.aspects as Aspect[],
        mode: step.mode as 'all' | 'any',
        hours: step.hours,
        state: step.state as StepState,
        resets: step.resets,
        seats: seats
          .filter(({ stepId }) => stepId === step.id)
          .map(
            (seat): Seat => ({
              id: seat.id,
              holderId: seat.holderId,
              replacesId: seat.replacesId,
              state: seat.state as SeatState,
              actedById: seat.actedById,
            }),
          ),
      })),
  }))
}

/** How the subject was last submitted, by whom, what became of it, and who consented: what changed since is told from its lines. */
export async function findLastRun({ tx, actor }: Look, subjectKind: SubjectKind, subjectId: string) {
  const [row] = await tx
    .select({
      id: approvalRuns.id,
      facts: approvalRuns.facts,
      lines: approvalRuns.lines,
      authors: approvalRuns.authors,
      state: approvalRuns.state,
    })
    .from(approvalRuns)
    .where(
      and(own(approvalRuns, actor), eq(approvalRuns.subjectKind, subjectKind), eq(approvalRuns.subjectId, subjectId)),
    )
    .orderBy(desc(approvalRuns.id))
    .limit(1)
  return row ? { ...row, state: row.state as RunState } : null
}

/** What was consented to in writing in a run, level by level. */
export async function findConsent({ tx, actor }: Look, runId: string): Promise<Consent[]> {
  const rows = await tx
    .select({
      level: approvalSteps.level,
      aspects: approvalSteps.aspects,
      holderId: approvalSeats.holderId,
      actedById: approvalSeats.actedById,
      actedAt: approvalSeats.actedAt,
    })
    .from(approvalSeats)
    .innerJoin(approvalSteps, joined(approvalSteps, actor, approvalSeats.stepId))
    .where(
      and(
        own(approvalSeats, actor),
        eq(approvalSeats.runId, runId),
        eq(approvalSeats.state, 'approved'),
        ne(approvalSteps.state, 'dropped'),
      ),
    )
  return rows.map((row) => ({ ...row, aspects: row.aspects as Aspect[] }))
}

/** The policy that a subject of this kind is judged by today: the workspace's latest edition, otherwise the product's own. */
export async function findPolicy({ tx, actor, now }: Look, subjectKind: SubjectKind): Promise<Policy> {
  const [row] = await tx
    .select()
    .from(approvalPolicies)
    .where(
      and(
        own(approvalPolicies, actor),
        eq(approvalPolicies.subjectKind, subjectKind),
        lte(approvalPolicies.validFrom, dayOf(now, actor.timeZone)),
      ),
    )
    .orderBy(desc(approvalPolicies.validFrom), desc(approvalPolicies.number))
    .limit(1)
  return row ? policyOf(row) : defaultPolicy(subjectKind)
}

/** The policy that a run was opened under: later editions do not alter it. */
export async function findPolicyOf({ tx, actor }: Look, run: RunRow): Promise<Policy> {
  if (run.policyId === null) return defaultPolicy(run.subjectKind as SubjectKind)
  const [row] = await tx
    .select()
    .from(approvalPolicies)
    .where(ownRow(approvalPolicies, actor, run.policyId))
  return row ? policyOf(row) : defaultPolicy(run.subjectKind as SubjectKind)
}

export const policyOf = (row: typeof approvalPolicies.$inferSelect): Policy => ({
  id: row.id,
  subjectKind: row.subjectKind as SubjectKind,
  number: row.number,
  name: row.name,
  validFrom: row.validFrom,
  steps: (row.steps as (Omit<PolicyStep, 'aspects'> & Partial<PolicyStep>)[]).map((step) => ({
    ...step,
    aspects: step.aspects ?? [],
  })),
  demands: row.demands as Demand[],
  checklist: row.checklist,
  allowsWord: row.allowsWord,
})

/** Everybody at work, as far as deciding goes. */
export async function findDeciding({ tx, actor }: Look): Promise<Map<string, Deciding>> {
  const rows = await tx
    .select({
      id: members.id,
      roles: members.roles,
      disciplines: members.disciplines,
      managerId: members.reportsToId,
    })
    .from(members)
    .where(and(own(members, actor), live(members), ne(members.status, 'deactivated')))
    .orderBy(asc(members.id))
  return new Map(
    rows.map((row) => [row.id, { ...row, roles: row.roles as Role[], disciplines: row.disciplines as Discipline[] }]),
  )
}

export async function findSecondApprover({ tx, actor }: Look) {
  const [row] = await tx
    .select({
      id: approvalSettings.id,
      version: approvalSettings.version,
      secondApproverId: approvalSettings.secondApproverId,
    })
    .from(approvalSettings)
    .where(own(approvalSettings, actor))
  return row ?? null
}

/** The delegations of the workspace that hold now; they are few. */
export async function findDelegations({ tx, actor, now }: Look): Promise<Delegation[]> {
  const rows = await tx
    .select()
    .from(approvalDelegations)
    .where(
      and(
        own(approvalDelegations, actor),
        gt(approvalDelegations.endsAt, now),
        lte(approvalDelegations.startsAt, now),
        isNull(approvalDelegations.endedAt),
      ),
    )
    .orderBy(asc(approvalDelegations.endsAt))
    .limit(5000)
  return rows
}
