import { and, eq, gte, sql } from 'drizzle-orm'
import { interactionPeople, interactions } from '@/db/schema/interactions'
import { receivables } from '@/db/schema/sales'
import type { Look } from '@/lib/kernel/command'
import { addDays, type Day, dayOf, instantOf } from '@/lib/kernel/day'
import { exact, plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { contactsWith } from '@/lib/modules/interactions/queries-held'
import { shareOfSales } from '@/lib/modules/sales/queries'
import { may } from './manifest'
import { agreementRef, dayOrNone } from './model'
import { isHeld } from './model-states'
import { findClauses } from './queries-clauses'
import { findAgreement, findLatest } from './queries-held'
import { findDecisions } from './queries-lifecycle-held'
import { findFallingDue } from './queries-watch'
import { deadlineOf } from './rules-lifecycle'
import { isOverdue } from './rules-occurrences'
import type { RiskFacts } from './rules-risk'

const lately = 180
const horizon = 365
const settledStates = ['approved', 'outForSignature', 'executed']

/** What the risk of an agreement in force is added up from, but for its KPIs; null before it is signed and after its end. A05. */
export const riskFacts = query({
  name: 'agreements.riskFacts',
  permission: may.see,
  input: agreementRef,
  async run(look, { agreementId }): Promise<Omit<RiskFacts, 'kpis'> | null> {
    const { agreement } = await findAgreement(look, agreementId)
    if (!isHeld(agreement.state)) return null
    const { accountId } = agreement
    const today = dayOf(look.now, look.actor.timeZone)
    const deadline = deadlineOf(agreement)
    const version = await findLatest(look, agreementId)
    const [decisions, owed, clauses, receivable, contacts, salesShare] = await Promise.all([
      findDecisions(look, [agreementId]),
      findFallingDue(look, [agreementId], addDays(today, horizon)),
      findClauses(look, version.id),
      findReceivables(look, accountId, today),
      countContacts(look, accountId, today),
      shareOfSales(look, accountId, today),
    ])
    const paused = agreement.state === 'suspended'
    const late = owed.filter(({ state, ...each }) =>
      isOverdue({ ...each, state: state === 'due' ? 'due' : 'scheduled' }, today),
    )
    const departing = clauses.filter(({ deviation }) => deviation !== 'none')
    return {
      today,
      noticeOn: deadline && dayOrNone(deadline),
      decided: decisions.some(({ noticeOn, decision }) => noticeOn === deadline && decision !== null),
      obligations: { overdue: paused ? 0 : late.length, open: owed.length },
      receivables: receivable,
      contacts,
      deviations: {
        unapproved: settledStates.includes(version.state) ? 0 : departing.length,
        all: departing.length,
      },
      salesShare,
    }
  },
})

/** What the account owes us in the currency of most of it; null when accounting said nothing. */
async function findReceivables({ tx, actor }: Look, accountId: string, today: Day) {
  const rows = await tx
    .select({
      open: sql<string>`sum(${receivables.openAmount})::text`,
      overdue: sql<string>`coalesce(sum(${receivables.openAmount}) filter (where ${receivables.dueDay} < ${today}), 0)::text`,
    })
    .from(receivables)
    .where(and(own(receivables, actor), eq(receivables.accountId, accountId), live(receivables)))
    .groupBy(receivables.currency)
  const [most] = rows.sort((a, b) => exact(b.open).comparedTo(a.open))
  return most ? { open: plain(most.open), overdue: plain(most.overdue) } : null
}

/** With how many people of theirs there was contact lately. */
async function countContacts({ tx, actor }: Look, accountId: string, today: Day): Promise<number> {
  const since = instantOf(addDays(today, -lately), '00:00', actor.timeZone)
  const rows = await tx
    .selectDistinct({ personId: interactionPeople.personId })
    .from(interactions)
    .innerJoin(
      interactionPeople,
      and(own(interactionPeople, actor), eq(interactionPeople.interactionId, interactions.id), live(interactionPeople)),
    )
    .where(and(contactsWith(actor, accountId), gte(interactions.happenedAt, since)))
    .limit(3)
  return rows.length
}
