import { obligationOccurrences, obligations } from '@/db/schema/agreements'
import { command, todayOf, type Work } from '@/lib/kernel/command'
import { creditTermsOf } from '@/lib/kernel/service-credit'
import { changeRow, changeRows, insertRow, lockRow } from '@/lib/kernel/write'
import { findActiveMembers } from '@/lib/modules/accounts/queries-held'
import { findPeopleOf } from '@/lib/modules/contacts/queries-people'
import { findWorkCalendar, layOut, occurrenceFor } from './commands-obligation-upkeep'
import { holdAgreement } from './commands-upkeep'
import { may } from './manifest'
import { obligationMessages } from './messages-obligations'
import {
  addObligationInput,
  editObligationInput,
  happenedInput,
  type ObligationFields,
  obligationRef,
} from './model-obligations'
import { findClauses } from './queries-clauses'
import { type FoundAgreement, findLatest } from './queries-held'
import { findLaidOut, findObligation, findObligations, holdOpenOccurrences } from './queries-obligations-held'
import {
  isEased,
  mustBeEvent,
  mustBeRunning,
  mustFitObligation,
  mustFitTerm,
  mustHandle,
  mustKeepSchedule,
  mustNotBeOver,
  mustNotBeOwed,
  noObligation,
} from './rules-obligations'
import { adjusted } from './rules-schedule'

export const obligationPages = [
  '/agreements/[agreementId]',
  '/agreements/[agreementId]/obligations',
  '/agreements/obligations',
]
const drafts = { permission: may.draft, messages: obligationMessages, refreshes: obligationPages }
const most = 200

/** Writes down what a side owes, from a clause or freely. Once the agreement is signed its due days are laid out at once. */
export const addObligation = command({
  name: 'agreements.addObligation',
  ...drafts,
  input: addObligationInput,
  async run(work, { agreementId, ...given }) {
    const found = await holdToWrite(work, agreementId, given)
    if ((await findObligations(work, [agreementId])).length >= most) throw noObligation('tooManyObligations')
    const row = await insertRow(work, obligations, {
      agreementId,
      accountId: found.agreement.accountId,
      ...rowOf(given),
    })
    await layOut(work, [found.agreement], todayOf(work))
    return { agreementId, obligationId: row.id }
  },
})

/**
 * Changes an obligation; its schedule only while no due day was laid out by it, and what it asks for not while it is owed
 * under a signed agreement. A new owner takes over what is open; what was handed in stays with whoever owed it.
 */
export const editObligation = command({
  name: 'agreements.editObligation',
  ...drafts,
  input: editObligationInput,
  async run(work, { obligationId, version, ...given }) {
    const seen = await findObligation(work, obligationId)
    const found = await holdToWrite(work, seen.agreement.id, given, seen.obligation)
    const { obligation } = await findObligation(work, obligationId)
    if ((await findLaidOut(work, [obligationId])).size > 0) mustKeepSchedule(obligation, given)
    const wanted = rowOf(given)
    const open = await holdOpenOccurrences(work, [obligationId])
    if (isEased(obligation, wanted))
      mustNotBeOwed(found.agreement.state, obligation, open, todayOf(work), 'dueNotEased')
    const row = await changeRow(work, obligations, { id: obligationId, version }, wanted)
    if (row.ownerId !== obligation.ownerId) {
      const todo = open.filter(({ state }) => state !== 'submitted')
      await changeOpen(work, todo, { ownerId: row.ownerId })
    }
    await layOut(work, [found.agreement], todayOf(work))
    return { agreementId: obligation.agreementId, obligationId, version: row.version }
  },
})

/** Takes an obligation away of which nothing is owed now: what is to come is cancelled, what was done stays on record. */
export const removeObligation = command({
  name: 'agreements.removeObligation',
  ...drafts,
  input: obligationRef,
  async run(work, { obligationId }) {
    const { obligation } = await findObligation(work, obligationId)
    const { agreement } = await holdAgreement(work, obligation.agreementId)
    await lockRow(work, obligations, obligationId)
    const open = await holdOpenOccurrences(work, [obligationId])
    mustNotBeOwed(agreement.state, obligation, open, todayOf(work), 'dueNotRemoved')
    await changeRow(work, obligations, { id: obligationId }, { archivedAt: work.now })
    await changeOpen(work, open, { state: 'cancelled', decidedBy: work.actor.id, decidedAt: work.now })
    return { agreementId: obligation.agreementId }
  },
})

/** Records that the event happened that makes it due: from that day on it is owed, each day once. */
export const recordEvent = command({
  name: 'agreements.recordEvent',
  ...drafts,
  permission: may.fulfil,
  input: happenedInput,
  async run(work, { obligationId, happenedOn, note }) {
    await lockRow(work, obligations, obligationId)
    const { obligation, agreement, account } = await findObligation(work, obligationId)
    mustHandle(work.actor, obligation, account)
    mustBeRunning(agreement.state)
    mustNotBeOver(agreement.state)
    const today = todayOf(work)
    mustBeEvent(obligation.schedule, happenedOn, today)
    if ((await findLaidOut(work, [obligationId])).get(obligationId)?.has(happenedOn))
      throw noObligation('happenedTwice')
    const closedDays = await findWorkCalendar(work, happenedOn, happenedOn)
    const dueOn = adjusted(happenedOn, obligation.dayRule, { closedDays })
    const row = await insertRow(work, obligationOccurrences, {
      ...occurrenceFor(obligation, { nominalOn: happenedOn, dueOn }, today),
      note,
    })
    return { agreementId: agreement.id, occurrenceId: row.id }
  },
})

/** The agreement that an obligation is written into, locked; refuses colleagues, contacts and clauses that are not of it. */
async function holdToWrite(
  work: Work,
  agreementId: string,
  given: ObligationFields,
  before: { firstDueOn: string | null } | null = null,
): Promise<FoundAgreement> {
  const found = await holdAgreement(work, agreementId)
  mustNotBeOver(found.agreement.state)
  mustFitObligation(given)
  if (given.firstDueOn !== before?.firstDueOn) mustFitTerm(given, found.agreement)
  const { ownerId, acceptorId, personId, clauseKey } = given
  const members = [ownerId, ...(acceptorId ? [acceptorId] : [])]
  const active = await findActiveMembers(work, members)
  const gone = active.has(ownerId) ? 'acceptorId' : 'ownerId'
  if (members.some((id) => !active.has(id))) throw noObligation('memberGone', {}, { [gone]: { code: 'memberGone' } })
  if (personId && !(await findPeopleOf(work, found.account.id)).here.some(({ id }) => id === personId))
    throw noObligation('personGone', {}, { personId: { code: 'personGone' } })
  if (clauseKey) {
    const clauses = await findClauses(work, (await findLatest(work, agreementId)).id)
    if (!clauses.some(({ key }) => key === clauseKey))
      throw noObligation('clauseGone', {}, { clauseKey: { code: 'clauseGone' } })
  }
  return found
}

function rowOf(given: ObligationFields) {
  const { monthlyFee: _fee, cap: _cap, tiers: _tiers, ...row } = given
  return { ...row, penalty: creditTermsOf(given) }
}

async function changeOpen(
  work: Work,
  open: readonly { id: string }[],
  patch: Partial<Pick<typeof obligationOccurrences.$inferInsert, 'ownerId' | 'state' | 'decidedBy' | 'decidedAt'>>,
) {
  await changeRows(
    work,
    obligationOccurrences,
    open.map(({ id }) => id),
    patch,
  )
}
