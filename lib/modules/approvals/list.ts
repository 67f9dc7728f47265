import { and, eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { accounts } from '@/db/schema/accounts'
import { approvalRuns, approvalSeats, approvalSteps } from '@/db/schema/approvals'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { type ListRequest, listFrame, listInput, listSpec } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { seesEverything, seesMargin } from '@/lib/kernel/rights'
import { ofVisibleAccount } from '@/lib/kernel/visibility'
import { may } from './manifest'
import { runStates, type SubjectKind, subjectKinds, type Totals } from './model'
import type { MineRow, WaitingRow } from './model-desk'
import { findDelegations } from './queries-held'
import { type Delegation, principalsOf } from './rules-delegations'

/** What waits for a member: the longest first, or the dearest. */
export const waitingDesk = listSpec({
  name: 'approvalsWaiting',
  id: approvalSeats.id,
  columns: {
    since: { kind: 'moment', from: approvalSeats.waitingSince, sort: true },
    cost: { kind: 'number', from: approvalSeats.costPerYear, sort: true },
    kind: { kind: 'choice', from: approvalRuns.subjectKind, filter: true, choices: subjectKinds },
  },
  firstSort: 'since',
})

/** What a member submitted, the latest first. */
export const mineDesk = listSpec({
  name: 'approvalsMine',
  id: approvalRuns.id,
  columns: {
    at: { kind: 'moment', from: approvalRuns.submittedAt, sort: true },
    state: { kind: 'choice', from: approvalRuns.state, filter: true, choices: runStates },
    kind: { kind: 'choice', from: approvalRuns.subjectKind, filter: true, choices: subjectKinds },
  },
  firstSort: '-at',
})

/** What was decided, the latest first; searched by title, client and reason. */
export const decidedDesk = listSpec({
  name: 'approvalsDecided',
  id: approvalRuns.id,
  columns: {
    at: { kind: 'moment', from: sql`${approvalRuns.decidedAt}`, sort: true },
    state: { kind: 'choice', from: approvalRuns.state, filter: true, choices: runStates },
    kind: { kind: 'choice', from: approvalRuns.subjectKind, filter: true, choices: subjectKinds },
  },
  firstSort: '-at',
  search: 'approval',
})

/** Seats that a member may fill: their own, and those of whom they stand in for, by kind of subject. */
export function seatsOfActor({ actor, now }: Look, delegations: readonly Delegation[]): SQL | undefined {
  const byKind = subjectKinds.map((kind) => ({
    kind,
    ids: [...principalsOf(actor.id, delegations, { now, subjectKind: kind })].sort(),
  }))
  const everywhere = byKind[0]?.ids ?? []
  if (byKind.every(({ ids }) => ids.length === 0)) return eq(approvalSeats.holderId, actor.id)
  if (byKind.every(({ ids }) => ids.join() === everywhere.join()))
    return inArray(approvalSeats.holderId, [actor.id, ...everywhere])
  return or(
    eq(approvalSeats.holderId, actor.id),
    ...byKind
      .filter(({ ids }) => ids.length > 0)
      .map(({ kind, ids }) => and(eq(approvalRuns.subjectKind, kind), inArray(approvalSeats.holderId, ids))),
  )
}

const submitter = alias(members, 'submitter')

const notOwn = ({ actor }: Look) => sql`not (${actor.id}::uuid = any(${approvalRuns.authors}))`

/** What waits for the reader, as themselves and as a delegate, with its cost, its margin for those who may, and how long. */
export const waiting = query({
  name: 'approvals.waiting',
  permission: may.see,
  input: listInput(waitingDesk),
  async run(look, request): Promise<ListPage<WaitingRow>> {
    const { tx, actor } = look
    const frame = await listFrame(look, waitingDesk, request)
    const rows = await tx
      .select({
        id: approvalSeats.id,
        runId: approvalRuns.id,
        stepId: approvalSeats.stepId,
        subjectKind: approvalRuns.subjectKind,
        title: approvalRuns.title,
        accountName: accounts.name,
        submittedBy: submitter.name,
        reason: approvalRuns.reason,
        costPerYear: approvalRuns.costPerYear,
        currency: approvalRuns.currency,
        totals: approvalRuns.totals,
        harmless: approvalRuns.harmless,
        contentHash: approvalRuns.contentHash,
        changed: sql<boolean>`(${approvalRuns.linesBefore} is not null)`,
        since: approvalSeats.waitingSince,
        dueAt: approvalSteps.dueAt,
        holderId: approvalSeats.holderId,
        holderName: members.name,
        sortKey: frame.sortKey,
      })
      .from(approvalSeats)
      .innerJoin(approvalRuns, joined(approvalRuns, actor, approvalSeats.runId))
      .innerJoin(approvalSteps, joined(approvalSteps, actor, approvalSeats.stepId))
      .innerJoin(members, joined(members, actor, approvalSeats.holderId))
      .innerJoin(submitter, joined(submitter, actor, approvalRuns.submittedBy))
      .leftJoin(accounts, joined(accounts, actor, approvalRuns.accountId))
      .where(
        and(
          own(approvalSeats, actor),
          sql`${approvalSeats.waiting}`,
          seatsOfActor(look, await findDelegations(look)),
          notOwn(look),
          frame.where,
        ),
      )
      .orderBy(...frame.orderBy)
      .limit(frame.limit)
    const sees = seesMargin(actor)
    return frame.page(
      rows.map(({ title, totals, since, dueAt, holderId, holderName, ...row }) => ({
        ...row,
        subjectKind: row.subjectKind as SubjectKind,
        title: title[actor.locale],
        marginPct: sees ? (totals as Totals).marginPct : null,
        since: since.toISOString(),
        dueAt: dueAt?.toISOString() ?? null,
        onBehalfOf: holderId === actor.id ? null : holderName,
      })),
    )
  },
})

/** What the reader submitted. */
export const mine = query({
  name: 'approvals.mine',
  permission: may.see,
  input: listInput(mineDesk),
  run: (look, request) => runsOf(look, request, mineDesk, eq(approvalRuns.submittedBy, look.actor.id)),
})

/** What was decided: everything for those who see everything, otherwise what one submitted or was asked about. */
export const decided = query({
  name: 'approvals.decided',
  permission: may.see,
  input: listInput(decidedDesk),
  run: (look, request) => runsOf(look, request, decidedDesk, and(isNotNull(approvalRuns.decidedAt), concerning(look))),
})

/** Runs that a member wrote or was asked about; those who see everything see all but the secret ones. */
export function concerning(look: Look): SQL | undefined {
  return seesEverything(look.actor) ? unlessSecret(look) : personal(look)
}

/** What a secret run says is for those who ask and those who are asked, whatever a role sees elsewhere. */
const unlessSecret = (look: Look): SQL | undefined => or(eq(approvalRuns.secret, false), personal(look))

function personal({ actor }: Look): SQL | undefined {
  return or(
    sql`${actor.id}::uuid = any(${approvalRuns.authors})`,
    sql`exists (select from ${approvalSeats} where ${and(
      own(approvalSeats, actor),
      eq(approvalSeats.runId, approvalRuns.id),
      or(eq(approvalSeats.holderId, actor.id), eq(approvalSeats.actedById, actor.id)),
    )})`,
  )
}

/** Runs that a member may read: those of accounts that they see and of none, and those that concern them. */
export function readable(look: Look): SQL | undefined {
  if (seesEverything(look.actor)) return unlessSecret(look)
  const { accountId } = approvalRuns
  const open = and(eq(approvalRuns.secret, false), or(isNull(accountId), ofVisibleAccount(accountId, look.actor)))
  return or(open, personal(look))
}

async function runsOf(
  look: Look,
  request: ListRequest,
  spec: typeof mineDesk | typeof decidedDesk,
  which: SQL | undefined,
): Promise<ListPage<MineRow>> {
  const { tx, actor } = look
  const frame = await listFrame(look, spec, request)
  if (frame.matchesNothing) return frame.empty()
  const rows = await tx
    .select({
      id: approvalRuns.id,
      subjectKind: approvalRuns.subjectKind,
      title: approvalRuns.title,
      accountName: accounts.name,
      state: approvalRuns.state,
      costPerYear: approvalRuns.costPerYear,
      currency: approvalRuns.currency,
      submittedBy: members.name,
      submittedAt: approvalRuns.submittedAt,
      decidedAt: approvalRuns.decidedAt,
      sortKey: frame.sortKey,
    })
    .from(approvalRuns)
    .innerJoin(members, joined(members, actor, approvalRuns.submittedBy))
    .leftJoin(accounts, joined(accounts, actor, approvalRuns.accountId))
    .where(and(own(approvalRuns, actor), which, frame.where))
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  return frame.page(
    rows.map(({ title, submittedAt, decidedAt, ...row }) => ({
      ...row,
      subjectKind: row.subjectKind as SubjectKind,
      state: row.state as MineRow['state'],
      title: title[actor.locale],
      submittedAt: submittedAt.toISOString(),
      decidedAt: decidedAt?.toISOString() ?? null,
    })),
  )
}
