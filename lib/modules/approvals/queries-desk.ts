import { and, asc, desc, eq, gt, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { approvalActions, approvalDelegations, approvalRuns, approvalSeats } from '@/db/schema/approvals'
import { files } from '@/db/schema/files'
import { members } from '@/db/schema/workspace'
import { hasRole } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { isGranted } from '@/lib/kernel/permission'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { seesEverything, seesMargin } from '@/lib/kernel/rights'
import { visibleFiles } from '@/lib/modules/files/queries'
import { findMemberNames } from '@/lib/modules/workspace/queries'
import { concerning, readable, seatsOfActor } from './list'
import { may } from './manifest'
import {
  type ActionKind,
  type Aspect,
  type DifferenceLine,
  type RunState,
  type RunStep,
  runRef,
  type SubjectKind,
  subjectRef,
  type Totals,
} from './model'
import type { DelegationRow, LineView, RunView, StoryLine, WordRow } from './model-desk'
import { findRun, findSteps } from './queries'
import { findDelegations, findPolicyOf, type RunRow } from './queries-held'
import { openSteps, type Round, turnOf, wordTurnOf } from './rules'
import { type Delegation, holdsAt } from './rules-delegations'
import { changedLines } from './rules-steps'

/**
 * A run with its differences, what changed since it was submitted last, its steps and its story. Confidential lines and
 * margins only for those who may know margins. Refuses with `notFound` what the reader may not see.
 */
export const run = query({
  name: 'approvals.run',
  permission: may.see,
  input: runRef,
  async run(look, { runId }): Promise<RunView> {
    const view = await findRunView(look, runId)
    if (!view) throw new Refusal('notFound')
    return view
  },
})

/** The latest run of a record, for its page; null when it was never submitted or may not be read. */
export const runOfSubject = query({
  name: 'approvals.runOfSubject',
  permission: may.see,
  input: subjectRef,
  async run(look, { subjectKind, subjectId }): Promise<RunView | null> {
    const latest = await findRun(look, subjectKind, subjectId)
    return latest && (await findRunView(look, latest.id))
  },
})

async function findRunView(look: Look, runId: string): Promise<RunView | null> {
  const { tx, actor, now } = look
  const delegations = await findDelegations(look)
  const [found] = await tx
    .select({ run: approvalRuns, accountName: accounts.name, submitter: members.name })
    .from(approvalRuns)
    .innerJoin(members, joined(members, actor, approvalRuns.submittedBy))
    .leftJoin(accounts, joined(accounts, actor, approvalRuns.accountId))
    .where(and(ownRow(approvalRuns, actor, runId), or(readable(look), delegated(look, delegations))))
  if (!found) return null
  const { run: row } = found
  const steps = (await findSteps(look, [runId])).get(runId) ?? []
  const story = await findStory(look, runId)
  const policy = await findPolicyOf(look, row)
  const round = roundOf(row, steps)
  const asking = { actorId: actor.id, now, subjectKind: row.subjectKind, delegations }
  const mayDecide = isGranted(may.decide, actor)
  const turn = mayDecide ? turnOf(round, asking) : 'notApprover'
  const word = mayDecide ? wordTurnOf(round, asking) : 'notApprover'
  const holders = new Map(steps.flatMap(({ seats }) => seats.map((seat) => [seat.holderId, seat.holderName])))
  const isAuthor = row.authors.includes(actor.id)
  const records = row.allowsWord && (isAuthor || hasRole(actor, 'salesAssistant'))
  const totals = row.totals as Totals
  const asked = story.filter(({ decision }) => decision === 'ask' || decision === 'answer').at(-1)?.decision === 'ask'
  const pending = row.state === 'pending'
  return {
    id: row.id,
    subjectKind: row.subjectKind as SubjectKind,
    title: row.title[actor.locale],
    href: row.href,
    accountId: row.accountId,
    accountName: found.accountName,
    state: row.state as RunState,
    contentHash: row.contentHash,
    reason: row.reason,
    submittedBy: found.submitter,
    submittedAt: row.submittedAt,
    costPerYear: totals.costPerYear,
    value: totals.value,
    marginPct: seesMargin(actor) ? totals.marginPct : null,
    harmless: row.harmless,
    ...linesOf(look, row),
    steps,
    story,
    checklist: policy.checklist,
    turn:
      typeof turn === 'string'
        ? null
        : { stepId: turn.stepId, onBehalfOf: turn.onBehalfOf && (holders.get(turn.onBehalfOf) ?? null) },
    word: typeof word === 'string' ? null : { stepId: word.stepId },
    sayable: records
      ? openSteps(round).flatMap((step) =>
          step.seats
            .filter(({ state, holderId }) => state === 'open' && holderId !== actor.id)
            .map(({ holderId }) => ({ stepId: step.id, holderId, name: holders.get(holderId) ?? '' })),
        )
      : [],
    asked: pending && asked,
    mayAnswer: pending && asked && isAuthor,
    mayWithdraw: pending && isAuthor && isGranted(may.submit, actor),
  }
}

/** Runs that somebody whom the reader stands in for now is asked about. */
function delegated(look: Look, delegations: readonly Delegation[]) {
  if (seesEverything(look.actor)) return undefined
  const mine = seatsOfActor(look, delegations)
  return sql`exists (select from ${approvalSeats} where ${and(
    own(approvalSeats, look.actor),
    eq(approvalSeats.runId, approvalRuns.id),
    mine,
  )})`
}

const roundOf = (row: RunRow, steps: readonly RunStep[]): Round => ({
  state: row.state as RunState,
  authors: row.authors,
  steps: steps.map((step) => ({
    ...step,
    because: [],
    aspects: [],
    hours: 0,
    seats: step.seats.map(({ holderId, state, actedById }) => ({
      id: `${step.id}:${holderId}`,
      holderId,
      replacesId: null,
      state,
      actedById,
    })),
  })),
})

function linesOf({ actor }: Look, row: RunRow): Pick<RunView, 'lines' | 'hidden'> {
  const sees = seesMargin(actor)
  const open = (lines: readonly unknown[]) =>
    (lines as DifferenceLine[]).filter(({ confidential }) => sees || !confidential)
  const [now, before] = [open(row.lines), row.linesBefore ? open(row.linesBefore) : null]
  const known = new Set(before?.map(({ key }) => key))
  const kept = new Set(now.map(({ key }) => key))
  const differing = new Set(before ? changedLines(before, now).map(({ key }) => key) : [])
  const sinceOf = ({ key }: DifferenceLine): LineView['since'] => {
    if (!before || !differing.has(key)) return 'same'
    if (!kept.has(key)) return 'gone'
    return known.has(key) ? 'changed' : 'new'
  }
  const gone = (before ?? []).filter(({ key }) => !kept.has(key))
  const { locale } = actor
  return {
    hidden: row.lines.length - now.length,
    lines: [...now, ...gone].map((line) => ({
      ...line,
      label: line.label[locale],
      standard: line.standard?.[locale] ?? null,
      was: line.was?.[locale] ?? null,
      now: line.now[locale],
      detail: line.detail?.[locale] ?? null,
      since: sinceOf(line),
    })),
  }
}

const holder = alias(members, 'holder')
const acting = alias(members, 'acting')

async function findStory({ tx, actor }: Look, runId: string): Promise<StoryLine[]> {
  const rows = await tx
    .select({
      id: approvalActions.id,
      decision: approvalActions.decision,
      by: acting.name,
      actedById: approvalActions.actedById,
      holderId: approvalActions.holderId,
      holder: holder.name,
      comment: approvalActions.comment,
      touched: approvalActions.touched,
      saidOn: approvalActions.saidOn,
      evidence: approvalActions.evidence,
      fileId: files.id,
      fileName: files.name,
      at: approvalActions.createdAt,
    })
    .from(approvalActions)
    .leftJoin(acting, joined(acting, actor, approvalActions.actedById))
    .leftJoin(holder, joined(holder, actor, approvalActions.holderId))
    .leftJoin(files, and(joined(files, actor, approvalActions.evidenceFileId), visibleFiles(actor)))
    .where(and(own(approvalActions, actor), eq(approvalActions.runId, runId)))
    .orderBy(asc(approvalActions.id))
    .limit(500)
  return rows.map(({ decision, touched, actedById, holderId, holder: of, fileId, fileName, ...row }) => ({
    ...row,
    file: fileId && fileName ? { id: fileId, name: fileName } : null,
    decision: decision as ActionKind,
    touched: touched as Aspect[],
    onBehalfOf: holderId !== null && holderId !== actedById ? of : null,
  }))
}

const writer = alias(members, 'writer')

/** What was agreed by word and is not in writing yet, the most urgent first: for whoever said it, recorded it or wrote it. */
export const unwritten = query({
  name: 'approvals.unwritten',
  permission: may.see,
  input: z.strictObject({}),
  async run(look): Promise<WordRow[]> {
    const { tx, actor } = look
    const mine = seatsOfActor(look, await findDelegations(look))
    const rows = await tx
      .select({
        id: approvalSeats.id,
        runId: approvalSeats.runId,
        stepId: approvalSeats.stepId,
        title: approvalRuns.title,
        holder: holder.name,
        recordedBy: writer.name,
        saidOn: approvalSeats.saidOn,
        writeBy: approvalSeats.writeBy,
        contentHash: approvalRuns.contentHash,
        mayWrite: sql<boolean>`coalesce(${mine}, false)`,
      })
      .from(approvalSeats)
      .innerJoin(approvalRuns, joined(approvalRuns, actor, approvalSeats.runId))
      .innerJoin(holder, joined(holder, actor, approvalSeats.holderId))
      .leftJoin(writer, joined(writer, actor, approvalSeats.wordBy))
      .where(
        and(
          own(approvalSeats, actor),
          eq(approvalSeats.state, 'byWord'),
          seesEverything(actor) ? undefined : or(mine, eq(approvalSeats.wordBy, actor.id), concerning(look)),
        ),
      )
      .orderBy(asc(approvalSeats.writeBy), asc(approvalSeats.id))
      .limit(200)
    return rows.map(({ title, ...row }) => ({ ...row, title: title[actor.locale] }))
  },
})

/** Who stands in for whom: one's own both ways, all for those who set policies; with whom one may name. */
export const delegations = query({
  name: 'approvals.delegations',
  permission: may.see,
  input: z.strictObject({}),
  async run(look): Promise<{ rows: DelegationRow[]; members: { id: string; name: string }[]; mayDelegate: boolean }> {
    const { tx, actor, now } = look
    const all = isGranted(may.setPolicies, actor)
    const rows = await tx
      .select({ row: approvalDelegations, from: writer.name, to: holder.name })
      .from(approvalDelegations)
      .innerJoin(writer, joined(writer, actor, approvalDelegations.fromId))
      .innerJoin(holder, joined(holder, actor, approvalDelegations.toId))
      .where(
        and(
          own(approvalDelegations, actor),
          gt(approvalDelegations.endsAt, new Date(now.getTime() - 90 * 86_400_000)),
          all ? undefined : or(eq(approvalDelegations.fromId, actor.id), eq(approvalDelegations.toId, actor.id)),
        ),
      )
      .orderBy(desc(approvalDelegations.endsAt), desc(approvalDelegations.id))
      .limit(200)
    const named = await findMemberNames(look)
    return {
      mayDelegate: isGranted(may.delegate, actor),
      members: named.filter(({ id }) => id !== actor.id).map(({ id, name }) => ({ id, name })),
      rows: rows.map(({ row, from, to }) => {
        const over = row.endedAt !== null || row.endsAt <= now
        return {
          id: row.id,
          from,
          to,
          startsAt: row.startsAt,
          endsAt: row.endsAt,
          endedAt: row.endedAt,
          subjectKinds: row.subjectKinds as SubjectKind[] | null,
          reason: row.reason,
          state: over ? 'over' : holdsAt(row, now) ? 'holds' : 'coming',
          mayEnd: !over && ([row.fromId, row.toId].includes(actor.id) || hasRole(actor, 'administrator')),
        }
      }),
    }
  },
})
