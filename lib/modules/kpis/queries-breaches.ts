import { and, asc, eq, gte, isNull, lte } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { accounts } from '@/db/schema/accounts'
import { agreements } from '@/db/schema/agreements'
import { isAlive, kpiActions, kpiBreaches, kpis } from '@/db/schema/kpis'
import { members } from '@/db/schema/workspace'
import { among } from '@/lib/kernel/among'
import type { Look } from '@/lib/kernel/command'
import { addDays, type Day, dayOf } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { live } from '@/lib/kernel/list'
import { findNamesOfMembers } from '@/lib/kernel/member-names'
import { placesOf } from '@/lib/kernel/money'
import { joined, own, ownRow } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { Refusal } from '@/lib/kernel/refusal'
import { findFiscalCalendar } from '@/lib/modules/workspace/queries-money'
import { may } from './manifest'
import { breachRef } from './model-breaches'
import type { BreachState } from './model-states'
import { findKpi, findReadable } from './queries-held'
import { breachCost } from './rules-breach-cost'
import { mayHandle, mayVerify } from './rules-breach-rights'
import { type BreachRule, breachesIn } from './rules-breaches'
import { readingOf } from './rules-readings'

/** Periods beside the one that opened a breach. */
const [periodsBefore, periodsAfter] = [6, 6]

/** A breach with what it rests on, its actions, and what the actor may do next. */
export const breach = query({
  name: 'kpis.breach',
  permission: may.see,
  input: breachRef,
  async run(look, { breachId }) {
    const { actor, now } = look
    const { kpi, agreement, account, ...found } = await findBreach(look, breachId)
    const [actions, [readable], calendar] = await Promise.all([
      findActions(look, breachId),
      findReadable(look, [kpi.id]),
      findFiscalCalendar(look),
    ])
    const { periods } = readable
      ? readingOf(readable.kpi, readable.targets, readable.measured, calendar)
      : { periods: [] }
    const followed = breachesIn(periods, kpi.breachRule as BreachRule).find(
      ({ openedIn }) => openedIn === found.breach.openedPeriod,
    )
    const at = periods.findIndex(({ key }) => key === found.breach.openedPeriod)
    const names = await findNamesOfMembers(
      look,
      [kpi.ownerId, found.breach.acknowledgedBy, found.breach.verifiedBy].flatMap((id) => id ?? []),
    )
    const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? null))
    const { breach: kept } = found
    return {
      ...kept,
      state: kept.state as BreachState,
      kpi: {
        id: kpi.id,
        name: actor.locale === 'en' ? kpi.englishName : kpi.name,
        unit: kpi.unit,
        decimals: kpi.decimals,
      },
      consequence: kpi.consequence,
      credit: kpi.credit,
      currency: agreement.currency,
      cost: followed ? breachCost(periods, followed, kpi.credit, placesOf(agreement.currency)) : null,
      consequenceNote: kpi.consequenceNote,
      planRequired: kpi.planRequired,
      ownerId: kpi.ownerId,
      owner: nameOf(kpi.ownerId) ?? '',
      acknowledgedName: nameOf(kept.acknowledgedBy),
      verifiedName: nameOf(kept.verifiedBy),
      agreement: { id: agreement.id, title: agreement.title },
      account: { id: account.id, name: account.name },
      periods:
        at < 0
          ? []
          : periods
              .slice(Math.max(0, at - periodsBefore), at + periodsAfter)
              .map(({ key, value, status }) => ({ key, value: plain(value), status })),
      actions,
      today: dayOf(now, actor.timeZone),
      me: actor.id,
      mayHandle: mayHandle(actor, kpi.ownerId, account, agreement),
      mayVerify: mayVerify(actor, kpi.ownerId, account, agreement),
    }
  },
})
export type BreachView = Awaited<ReturnType<typeof breach.run>>

/** A breach with its KPI, agreement and account, for those who may read them. Refuses with `notFound`. */
export async function findBreach(look: Look, breachId: string) {
  const { tx, actor } = look
  const [row] = await tx
    .select()
    .from(kpiBreaches)
    .where(and(ownRow(kpiBreaches, actor, breachId), live(kpiBreaches)))
  if (!row) throw new Refusal('notFound')
  return { breach: row, ...(await findKpi(look, row.kpiId)) }
}

/** What is done about a breach, the nearest day first. */
export const findActions = ({ tx, actor }: Look, breachId: string) =>
  tx
    .select({
      id: kpiActions.id,
      text: kpiActions.text,
      ownerId: kpiActions.ownerId,
      owner: members.name,
      dueOn: kpiActions.dueOn,
      effect: kpiActions.effect,
      doneAt: kpiActions.doneAt,
      result: kpiActions.result,
      fileId: kpiActions.fileId,
    })
    .from(kpiActions)
    .innerJoin(members, joined(members, actor, kpiActions.ownerId))
    .where(and(own(kpiActions, actor), eq(kpiActions.breachId, breachId), live(kpiActions)))
    .orderBy(asc(kpiActions.dueOn), asc(kpiActions.id))

/** An action with its breach. Refuses with `notFound`. */
export async function findAction(look: Look, kpiActionId: string) {
  const { tx, actor } = look
  const [row] = await tx
    .select()
    .from(kpiActions)
    .where(and(ownRow(kpiActions, actor, kpiActionId), live(kpiActions)))
  if (!row) throw new Refusal('notFound')
  return { action: row, ...(await findBreach(look, row.breachId)) }
}

const breachPart = {
  id: kpiBreaches.id,
  kpiId: kpiBreaches.kpiId,
  openedPeriod: kpiBreaches.openedPeriod,
  state: kpiBreaches.state,
  closedAt: kpiBreaches.closedAt,
  name: kpis.name,
  englishName: kpis.englishName,
  account: accounts.name,
  ownerId: kpis.ownerId,
  agreementOwnerId: agreements.ownerId,
}

/** Whom a breach is about, for telling them. */
export const findToTell = ({ tx, actor }: Look, breachIds: readonly string[]) =>
  tx
    .select(breachPart)
    .from(kpiBreaches)
    .innerJoin(kpis, joined(kpis, actor, kpiBreaches.kpiId))
    .innerJoin(agreements, joined(agreements, actor, kpiBreaches.agreementId))
    .innerJoin(accounts, joined(accounts, actor, kpiBreaches.accountId))
    .where(and(own(kpiBreaches, actor), among(kpiBreaches.id, breachIds), live(kpiBreaches)))

const windowDays = 30
const owners = alias(members, 'owners')

/** Actions that nobody has finished and that are due soon or were due lately. */
export const findDueActions = ({ tx, actor }: Look, today: Day, soonDays: number) =>
  tx
    .select({
      id: kpiActions.id,
      breachId: kpiActions.breachId,
      text: kpiActions.text,
      dueOn: kpiActions.dueOn,
      ownerId: kpiActions.ownerId,
      owner: owners.name,
      kpiOwnerId: kpis.ownerId,
      agreementOwnerId: agreements.ownerId,
      name: kpis.name,
      englishName: kpis.englishName,
      account: accounts.name,
    })
    .from(kpiActions)
    .innerJoin(kpis, joined(kpis, actor, kpiActions.kpiId))
    .innerJoin(agreements, joined(agreements, actor, kpiActions.agreementId))
    .innerJoin(accounts, joined(accounts, actor, kpiActions.accountId))
    .innerJoin(owners, joined(owners, actor, kpiActions.ownerId))
    .innerJoin(kpiBreaches, joined(kpiBreaches, actor, kpiActions.breachId))
    .where(
      and(
        own(kpiActions, actor),
        live(kpiActions),
        isNull(kpiActions.doneAt),
        isAlive(kpiBreaches),
        gte(kpiActions.dueOn, addDays(today, -windowDays)),
        lte(kpiActions.dueOn, addDays(today, soonDays)),
      ),
    )
