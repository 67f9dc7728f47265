import { newId } from '@/db/new-id'
import { approvalActions, approvalRuns, approvalSeats, approvalSteps } from '@/db/schema/approvals'
import { digestOf } from '@/lib/kernel/canonical'
import type { Work } from '@/lib/kernel/command'
import { saidInAll, verbatim } from '@/lib/kernel/said'
import { changeHeld, insertRow, insertRows } from '@/lib/kernel/write'
import { changeEach } from '@/lib/kernel/write-each'
import { notify, settle } from '@/lib/modules/notifications/commands'
import { findMemberNames } from '@/lib/modules/workspace/queries'
import { messages } from './messages'
import type { ActionKind, DifferenceLine, Facts } from './model'
import type { Policy, PolicyStep } from './model-policies'
import { findDeciding, findDelegations, findSecondApprover, type Held, type RunRow } from './queries-held'
import { isByWord, openSteps, type Round, type Step, waitingSeats } from './rules'
import { type Circle, candidatesOf, seatsFor } from './rules-approvers'
import { principalsOf } from './rules-delegations'
import { levelKey, levelOf } from './rules-policies'
import { aspectsOf, becauseOf } from './rules-steps'

const hour = 3_600_000

/** Everybody who might decide, seen from a submitter; authors never decide about their own. */
export async function circleOf(work: Work, submitterId: string, authors: readonly string[]): Promise<Circle> {
  const members = await findDeciding(work)
  const second = await findSecondApprover(work)
  return { members, submitterId, authors, secondApproverId: second?.secondApproverId ?? null }
}

/** The steps that a content demands under a policy, with who sits at them, and levels where nobody may sit. */
export async function stepsDemanded(
  work: Work,
  policy: Policy,
  { facts, lines }: { facts: Facts; lines: readonly DifferenceLine[] },
  circle: Circle,
): Promise<Step[]> {
  const demanded = policy.steps.flatMap((step, index) => {
    const because = becauseOf(step, facts, lines)
    return because.length > 0 ? [{ step, because, level: levelOf(step, index) }] : []
  })
  const named = demanded.some(({ step }) => step.approver.startsWith('member:')) ? await findMemberNames(work) : []
  return demanded.map(
    ({ step, because, level }): Step => ({
      id: newId(),
      order: step.order,
      level,
      label: labelOf(step, named),
      because,
      aspects: aspectsOf(step),
      mode: step.mode,
      hours: step.hours,
      state: 'open',
      resets: 0,
      seats: seatsFor(candidatesOf(step.approver, circle), circle).map((seat) => ({
        ...seat,
        id: newId(),
        state: 'open' as const,
        actedById: null,
      })),
    }),
  )
}

function labelOf(step: PolicyStep, named: readonly { id: string; name: string }[]) {
  const key = levelKey(step.approver)
  if (key) return saidInAll(messages, key as 'level_managerOf')
  return verbatim(named.find(({ id }) => step.approver === `member:${id}`)?.name ?? '—')
}

/** A new run as rows. */
export async function openRun(work: Work, row: Parameters<typeof insertRow<typeof approvalRuns>>[2], round: Round) {
  const run = await insertRow(work, approvalRuns, {
    ...row,
    state: round.state,
    authors: [...round.authors],
    decidedAt: round.state === 'pending' ? null : work.now,
  })
  await addSteps(work, run, round, round.steps)
  return run
}

async function addSteps(work: Work, run: RunRow, round: Round, steps: readonly Step[]) {
  const turn = new Set(openSteps(round).map(({ id }) => id))
  const waiting = new Set(waitingSeats(round).map(({ id }) => id))
  await insertRows(
    work,
    approvalSteps,
    steps.map(({ seats: _, ...step }) => ({
      ...step,
      runId: run.id,
      because: [...step.because],
      aspects: [...step.aspects],
      ...clockOf(work, step, turn.has(step.id)),
    })),
  )
  await addSeats(
    work,
    run,
    steps.flatMap((step) => step.seats.map((seat) => ({ ...seat, stepId: step.id, waiting: waiting.has(seat.id) }))),
  )
}

type PlacedSeat = Step['seats'][number] & { stepId: string; waiting: boolean }
const addSeats = (work: Work, run: RunRow, seats: readonly PlacedSeat[]) =>
  insertRows(
    work,
    approvalSeats,
    seats.map((seat) => ({ ...seat, runId: run.id, waitingSince: work.now, costPerYear: run.costPerYear ?? '0' })),
  )

const clockOf = ({ now }: Work, { hours }: Pick<Step, 'hours'>, itsTurn: boolean) =>
  itsTurn ? { startedAt: now, dueAt: new Date(now.getTime() + hours * hour) } : { startedAt: null, dueAt: null }

/**
 * Writes what became of a run: the run itself, steps and seats that changed, clocks that start or stop, whom it waits for
 * now. Says when it ended, and again when what it ended by word is in writing. Answers the seats that it newly waits for.
 */
export async function keepRound(work: Work, { row, round: before }: Held, after: Round, patch: Partial<RunRow> = {}) {
  const { id: _i, workspaceId: _w, version: _v, createdAt: _c, ...fields } = patch as RunRow
  const decidedAt = after.state === 'pending' ? null : before.state === after.state ? row.decidedAt : work.now
  await changeHeld(work, approvalRuns, row, { ...fields, state: after.state, authors: [...after.authors], decidedAt })
  const known = new Map(before.steps.map((step) => [step.id, step]))
  const [turn, wasTurn] = [after, before].map((each) => new Set(openSteps(each).map(({ id }) => id))) as [
    Set<string>,
    Set<string>,
  ]
  await changeEach(
    work,
    approvalSteps,
    after.steps
      .filter(({ id }) => known.has(id))
      .map((step) => ({
        id: step.id,
        state: step.state,
        resets: step.resets,
        because: [...step.because],
        hours: step.hours,
        ...(turn.has(step.id) && (!wasTurn.has(step.id) || step.resets !== known.get(step.id)?.resets)
          ? { ...clockOf(work, step, true), reminded: 0 }
          : {}),
        ...(turn.has(step.id) ? {} : { dueAt: null, startedAt: null }),
      })),
  )
  const [waiting, waited] = [after, before].map(
    (each) => new Map(waitingSeats(each).map((seat) => [seat.id, seat])),
  ) as [Map<string, Step['seats'][number]>, Map<string, Step['seats'][number]>]
  const cost = patch.costPerYear === undefined ? {} : { costPerYear: patch.costPerYear ?? '0' }
  const fresh = (id: string, holderId: string) => waited.get(id)?.holderId !== holderId
  await changeEach(
    work,
    approvalSeats,
    after.steps
      .filter(({ id }) => known.has(id))
      .flatMap(({ seats }) => seats)
      .map(({ id, holderId, replacesId, state, actedById }) => ({
        id,
        holderId,
        replacesId,
        state,
        actedById,
        ...cost,
        waiting: waiting.has(id),
        ...(waiting.has(id) && fresh(id, holderId) ? { waitingSince: work.now } : {}),
        ...(state === 'open' ? { actedAt: null, saidOn: null, writeBy: null, wordBy: null } : {}),
      })),
  )
  await addSteps(
    work,
    { ...row, ...patch },
    after,
    after.steps.filter(({ id }) => !known.has(id)),
  )
  const nowWritten = after.state === 'approved' && isByWord(before) && !isByWord(after)
  if (after.state !== before.state || nowWritten) await told(work, row, after.state)
  return [...waiting.values()].filter(({ id, holderId }) => fresh(id, holderId))
}

/** The run came to an end, or waits again: whoever listens is told after the transaction. */
export async function told(work: Work, { id, subjectKind, subjectId }: RunRow, outcome: Round['state']) {
  if (outcome !== 'pending') await work.call(settle, { subjectKind: 'approval', subjectId: id })
  const { workspaceId } = work.actor
  await work.emit('approvals.finished', { workspaceId, runId: id, subjectKind, subjectId, outcome })
}

type Said = { stepId?: string | null; holderId?: string | null; comment?: string | null; contentHash?: string }
type More = { touched?: string[]; saidOn?: string | null; evidence?: string | null; evidenceFileId?: string | null }

/** One line of a run's story, told by whoever asks. */
export const tell = (work: Work, run: RunRow, decision: ActionKind, more: Said & More = {}) =>
  insertRow(work, approvalActions, {
    runId: run.id,
    decision,
    contentHash: run.contentHash,
    actedById: work.actor.kind === 'job' ? null : work.actor.id,
    ...more,
  })

type Asked = 'noticeAsked' | 'noticeWriteWord' | 'noticeReminder' | 'noticeOverdue'

/**
 * Tells members about a run that waits, and whoever stands in for them now: at once, by mail too. The same key never
 * tells anybody twice.
 */
export async function askApprovers(
  work: Work,
  run: RunRow,
  round: Round,
  memberIds: readonly string[],
  said: Asked = 'noticeAsked',
  key = openSteps(round)
    .map(({ id, resets }) => `${id}.${resets}`)
    .join(','),
): Promise<void> {
  if (memberIds.length === 0) return
  const delegations = await findDelegations(work)
  const about = { now: work.now, subjectKind: run.subjectKind, barred: round.authors }
  const substitutes = [...new Set(delegations.map(({ toId }) => toId))].filter((toId) => {
    const principals = principalsOf(toId, delegations, about)
    return memberIds.some((id) => principals.has(id))
  })
  await work.call(notify, {
    memberIds: [...new Set([...memberIds, ...substitutes])],
    kind: 'approval',
    text: saidInAll(messages, said, (locale) => ({ title: run.title[locale] })),
    href: `/review/${run.id}`,
    urgent: true,
    subjectKind: 'approval',
    subjectId: run.id,
    key: `approval:${run.id}:${said}:${digestOf(key)}`,
  })
}
