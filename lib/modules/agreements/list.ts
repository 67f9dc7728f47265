import { and, eq, gt, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { agreementDecisions, agreements } from '@/db/schema/agreements'
import { salesMonths } from '@/db/schema/sales'
import { members } from '@/db/schema/workspace'
import type { Actor } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { type ListRequest, listFrame, listInput, listSpec, live, pageSize } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { type Direction, dayOrNone, directions, type Renewal, renewals } from './model'
import { type RenewalDecision, renewalDecisions } from './model-lifecycle'
import { type AgreementState, agreementStates } from './model-states'
import { type AgreementKind, agreementKinds } from './model-values'
import { readable } from './queries-held'
import { marksFor } from './rules-lifecycle'
import type { TermMark } from './rules-term'

/** One agreement in the list, named like its columns. */
export type AgreementRow = {
  id: string
  code: string
  title: string
  account: string
  accountId: string
  state: AgreementState
  direction: Direction
  kind: AgreementKind
  owner: string
  ownerId: string
  yearlyValue: string | null
  currency: string
  startsOn: string | null
  endsOn: string | null
  noticeOn: string | null
  renewal: Renewal
  decision: RenewalDecision | null
  missed: boolean
  /** What is derived of its days: ends soon, notice closes, notice missed, over while trade goes on. */
  marks: TermMark[]
  changedAt: string
}

/** Of what is decided for the running term: the row of its deadline. */
const missed = sql<boolean>`coalesce(${agreementDecisions.missedOn} is not null, false)`

/** Over, while something was sold in a later month. */
const holdoverOf = (actor: Actor) =>
  sql<boolean>`(${agreements.state} = 'expired' and exists (select from ${salesMonths} where ${and(
    eq(salesMonths.workspaceId, actor.workspaceId),
    eq(salesMonths.accountId, agreements.accountId),
    gt(salesMonths.month, agreements.endsOn),
  )}))`

export const agreementList = listSpec({
  name: 'agreements',
  id: agreements.id,
  search: 'agreement',
  firstSort: 'noticeOn',
  columns: {
    title: { kind: 'text', from: agreements.title },
    account: { kind: 'choice', from: agreements.accountId, reference: true, filter: true },
    state: { kind: 'choice', from: agreements.state, filter: true, choices: agreementStates },
    noticeOn: { kind: 'day', from: agreements.noticeOn, sort: true, filter: true },
    endsOn: { kind: 'day', from: agreements.endsOn, sort: true, filter: true },
    owner: { kind: 'choice', from: agreements.ownerId, reference: true, filter: true },
    kind: { kind: 'choice', from: agreements.kind, filter: true, choices: agreementKinds },
    direction: { kind: 'choice', from: agreements.direction, filter: true, choices: directions },
    code: { kind: 'text', from: agreements.code },
    yearlyValue: { kind: 'number', from: agreements.yearlyValue, shown: false },
    currency: { kind: 'text', from: agreements.currency, shown: false },
    startsOn: { kind: 'day', from: agreements.startsOn, filter: true, shown: false },
    renewal: { kind: 'choice', from: agreements.renewal, filter: true, choices: renewals, shown: false },
    decision: {
      kind: 'choice',
      from: agreementDecisions.decision,
      filter: true,
      choices: renewalDecisions,
      shown: false,
    },
    missed: { kind: 'flag', from: missed, filter: true, shown: false },
    changedAt: { kind: 'moment', from: agreements.changedAt, sort: true, shown: false },
  },
})

/** The agreements that the actor may read, the nearest deadline for notice first. */
export const list = query({
  name: 'agreements.list',
  permission: may.see,
  input: listInput(agreementList),
  run: (look, request) => agreementPage(look, request),
})

/** A page of `size` rows; exports walk the same list in larger steps. */
export async function agreementPage(
  look: Look,
  request: ListRequest,
  size = pageSize,
): Promise<ListPage<AgreementRow>> {
  const { tx, actor } = look
  const frame = await listFrame(look, agreementList, request, size)
  if (frame.matchesNothing) return frame.empty()
  const rows = await tx
    .select({
      id: agreements.id,
      code: agreements.code,
      title: agreements.title,
      account: accounts.name,
      accountId: agreements.accountId,
      state: agreements.state,
      direction: agreements.direction,
      kind: agreements.kind,
      owner: members.name,
      ownerId: agreements.ownerId,
      yearlyValue: agreements.yearlyValue,
      currency: agreements.currency,
      startsOn: agreements.startsOn,
      endsOn: agreements.endsOn,
      noticeOn: agreements.noticeOn,
      renewal: agreements.renewal,
      endedOn: agreements.endedOn,
      decision: agreementDecisions.decision,
      decidedAt: agreementDecisions.decidedAt,
      missedOn: agreementDecisions.missedOn,
      holdover: holdoverOf(actor),
      changedAt: agreements.changedAt,
      sortKey: frame.sortKey,
    })
    .from(agreements)
    .innerJoin(accounts, joined(accounts, actor, agreements.accountId))
    .innerJoin(members, joined(members, actor, agreements.ownerId))
    .leftJoin(
      agreementDecisions,
      and(
        own(agreementDecisions, actor),
        eq(agreementDecisions.agreementId, agreements.id),
        sql`${agreementDecisions.noticeOn} = least(${agreements.noticeOn}, ${agreements.endsOn})`,
        live(agreementDecisions),
      ),
    )
    .where(and(own(agreements, actor), live(agreements), readable(actor), frame.where))
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  const today = dayOf(look.now, actor.timeZone)
  return frame.page(
    rows.map(({ decidedAt, missedOn, endedOn, holdover, ...row }) => ({
      ...row,
      decision: row.decision as RenewalDecision | null,
      missed: missedOn !== null,
      marks: marksFor(
        { ...row, endedOn },
        { decidedOn: decidedAt && dayOf(decidedAt, actor.timeZone), missedOn },
        holdover ? today : null,
        today,
      ),
      state: row.state as AgreementState,
      direction: row.direction as Direction,
      kind: row.kind as AgreementKind,
      renewal: row.renewal as Renewal,
      yearlyValue: row.yearlyValue && plain(row.yearlyValue),
      endsOn: dayOrNone(row.endsOn),
      noticeOn: dayOrNone(row.noticeOn),
      changedAt: row.changedAt.toISOString(),
    })),
  )
}
