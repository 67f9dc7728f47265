import { and, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { agreements, obligationOccurrences, obligations } from '@/db/schema/agreements'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf, daysBetween } from '@/lib/kernel/day'
import { type ListRequest, listFrame, listInput, listSpec, live, pageSize } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { may } from './manifest'
import { type ObligationKind, type ObligationParty, obligationKinds, obligationParties } from './model-obligations'
import type { OccurrenceState } from './model-states'
import { readable } from './queries-held'
import { isOverdue } from './rules-occurrences'

const openStates = ['scheduled', 'due', 'submitted'] as const satisfies readonly OccurrenceState[]

/** One due day that is still open, named like its columns. */
export type ObligationRow = {
  id: string
  text: string
  agreement: string
  agreementId: string
  account: string
  accountId: string
  party: ObligationParty
  kind: ObligationKind
  dueOn: Day
  state: OccurrenceState
  owner: string
  ownerId: string
  /** Days past day and grace; null in time, or while the agreement is paused. */
  late: number | null
  paused: boolean
}

const occurrences = obligationOccurrences

export const obligationList = listSpec({
  name: 'obligations',
  id: occurrences.id,
  firstSort: 'dueOn',
  columns: {
    text: { kind: 'text', from: obligations.text },
    dueOn: { kind: 'day', from: occurrences.dueOn, sort: true, filter: true },
    state: { kind: 'choice', from: occurrences.state, filter: true, choices: openStates },
    party: { kind: 'choice', from: occurrences.party, filter: true, choices: obligationParties },
    kind: { kind: 'choice', from: obligations.kind, filter: true, choices: obligationKinds },
    agreement: { kind: 'text', from: agreements.title },
    account: { kind: 'choice', from: occurrences.accountId, reference: true, filter: true },
    owner: { kind: 'choice', from: occurrences.ownerId, reference: true, filter: true },
  },
})

/** What is still owed under the agreements that the actor may read, by either side, the earliest due day first. */
export const openObligations = query({
  name: 'agreements.openObligations',
  permission: may.see,
  input: listInput(obligationList),
  run: (look, request) => obligationPage(look, request),
})

/** A page of any size: the table's, or a step of an export. */
export async function obligationPage(
  look: Look,
  request: ListRequest,
  size = pageSize,
): Promise<ListPage<ObligationRow>> {
  const { tx, actor, now } = look
  const frame = await listFrame(look, obligationList, request, size)
  const today = dayOf(now, actor.timeZone)
  const rows = await tx
    .select({
      id: occurrences.id,
      text: obligations.text,
      agreement: agreements.title,
      agreementId: occurrences.agreementId,
      agreementState: agreements.state,
      account: accounts.name,
      accountId: occurrences.accountId,
      party: occurrences.party,
      kind: obligations.kind,
      dueOn: occurrences.dueOn,
      graceDays: obligations.graceDays,
      state: occurrences.state,
      owner: members.name,
      ownerId: occurrences.ownerId,
      sortKey: frame.sortKey,
    })
    .from(occurrences)
    .innerJoin(obligations, joined(obligations, actor, occurrences.obligationId))
    .innerJoin(agreements, joined(agreements, actor, occurrences.agreementId))
    .innerJoin(accounts, joined(accounts, actor, occurrences.accountId))
    .innerJoin(members, joined(members, actor, occurrences.ownerId))
    .where(
      and(
        own(occurrences, actor),
        live(occurrences),
        sql`${occurrences.state} in ('scheduled', 'due', 'submitted')`,
        readable(actor),
        frame.where,
      ),
    )
    .orderBy(...frame.orderBy)
    .limit(frame.limit)
  return frame.page(
    rows.map(({ agreementState, graceDays, ...row }) => {
      const state = row.state as OccurrenceState
      const paused = agreementState === 'suspended'
      const isLate = !paused && isOverdue({ state, dueOn: row.dueOn, graceDays }, today)
      return {
        ...row,
        state,
        party: row.party as ObligationParty,
        kind: row.kind as ObligationKind,
        late: isLate ? daysBetween(row.dueOn, today) : null,
        paused,
      }
    }),
  )
}
