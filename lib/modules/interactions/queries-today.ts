import { and, asc, eq, gt, gte, inArray, isNull, lt, lte, ne, or, type SQL } from 'drizzle-orm'
import { z } from 'zod'
import { accounts, accountTeam } from '@/db/schema/accounts'
import { interactions, tasks } from '@/db/schema/interactions'
import { members, tiers } from '@/db/schema/workspace'
import { type Actor, hasRole } from '@/lib/kernel/actor'
import type { Look } from '@/lib/kernel/command'
import { addDays, type Day, dayOf, daysBetween, instantOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { visibleAccounts } from '@/lib/kernel/visibility'
import { factsToReconfirm } from '@/lib/modules/contacts/queries-facts'
import { may } from './manifest'
import { type DueAccount, type TodayView, todayScopes } from './model-today'
import { findBrief } from './queries-brief'
import { findSteps } from './queries-details'
import { forgottenSince } from './rules'
import type { Channel } from './rules-channels'

const mostDue = 20
const mostSteps = 30
const mostFacts = 5
const stepsAheadDays = 7
/** A contact counts as due from three days before. */
const dueAheadDays = 3
const isDue = ({ daysOver }: DueAccount) => daysOver >= -dueAheadDays

/** A day's work of one member: what is due, what was promised, what comes next. A lead may look at their team's accounts. */
export const today = query({
  name: 'interactions.today',
  permission: may.see,
  input: z.strictObject({ scope: z.enum(todayScopes).catch('own').default('own') }),
  async run(look, { scope }): Promise<TodayView> {
    const { actor, now } = look
    const day = dayOf(now, actor.timeZone)
    const hasTeam = actor.reports.length > 0 || hasRole(actor, 'manager')
    const team = scope === 'team' && hasTeam
    const [comingUp, plans, steps, facts] = await Promise.all([
      team ? findDueOfTeam(look, day) : findDueOfMember(look, day),
      findPlans(look, forgottenSince(day)),
      findSteps(look, mineUntil(actor, addDays(day, stepsAheadDays)), mostSteps),
      factsToReconfirm(look, actor.id, mostFacts),
    ])
    const due = comingUp.filter(isDue)
    const meeting = plans.find((plan) => !isBehind(plan, now, day, actor.timeZone))
    const [next] = comingUp.filter((each) => !isDue(each))
    return {
      today: day,
      scope: team ? 'team' : 'own',
      hasTeam,
      due: due.slice(0, mostDue),
      moreDue: due.length > mostDue,
      nextDue: due.length === 0 && next ? { id: next.id, name: next.name, dueOn: next.dueOn } : null,
      openPlans: plans.filter((plan) => isBehind(plan, now, day, actor.timeZone)).map(planView),
      steps,
      brief: meeting ? await findBrief(look, planView(meeting)) : null,
      facts,
    }
  },
})

const mineUntil = (actor: Actor, day: Day) =>
  and(eq(tasks.assigneeId, actor.id), isNull(tasks.doneAt), lte(tasks.dueOn, day))

const dueColumns = {
  id: accounts.id,
  name: accounts.name,
  tier: accounts.tier,
  dueOn: accounts.dueOn,
  lastTwoWayAt: accounts.lastTwoWayAt,
  lastContactAt: accounts.lastContactAt,
  contactEveryDays: tiers.contactEveryDays,
  ownerId: accounts.ownerId,
  owner: members.name,
}

/** Accounts whose clock runs: live, not ended, and nothing arranged from today on. */
const runs = (look: Look, day: Day): SQL | undefined =>
  and(
    own(accounts, look.actor),
    live(accounts),
    ne(accounts.status, 'ended'),
    or(isNull(accounts.nextPlannedAt), lt(accounts.nextPlannedAt, instantOf(day, '00:00', look.actor.timeZone))),
  )

const selectDue = ({ tx, actor }: Look) =>
  tx
    .select(dueColumns)
    .from(accounts)
    .innerJoin(members, joined(members, actor, accounts.ownerId))
    .leftJoin(tiers, and(own(tiers, actor), eq(tiers.code, accounts.tier)))

/** The member's own accounts in the order of the index that belongs to them, and those whose team they are on. */
async function findDueOfMember(look: Look, day: Day): Promise<DueAccount[]> {
  const { tx, actor } = look
  const mine = selectDue(look)
    .where(and(runs(look, day), eq(accounts.ownerId, actor.id)))
    .orderBy(asc(accounts.dueOn), asc(accounts.id))
    .limit(mostDue + 1)
  const served = tx
    .select(dueColumns)
    .from(accountTeam)
    .innerJoin(
      accounts,
      and(joined(accounts, actor, accountTeam.accountId), runs(look, day), ne(accounts.ownerId, actor.id)),
    )
    .innerJoin(members, joined(members, actor, accounts.ownerId))
    .leftJoin(tiers, and(own(tiers, actor), eq(tiers.code, accounts.tier)))
    .where(
      and(
        own(accountTeam, actor),
        eq(accountTeam.memberId, actor.id),
        or(isNull(accountTeam.toDay), gt(accountTeam.toDay, day)),
      ),
    )
    .orderBy(asc(accounts.dueOn), asc(accounts.id))
    .limit(mostDue + 1)
  return inOrder((await Promise.all([mine, served])).flat(), day, actor.timeZone)
}

/** A manager's team is everybody; a lead's, those who report to them: the first of each, so that no index is left. */
async function findDueOfTeam(look: Look, day: Day): Promise<DueAccount[]> {
  const { tx, actor } = look
  const firstOf = (owners: SQL | undefined) => and(runs(look, day), owners, visibleAccounts(accounts, actor))
  if (hasRole(actor, 'manager')) {
    const rows = await selectDue(look)
      .where(firstOf(undefined))
      .orderBy(asc(accounts.dueOn), asc(accounts.id))
      .limit(mostDue + 1)
    return inOrder(rows, day, actor.timeZone)
  }
  const { owner: _, contactEveryDays: __, ...columns } = dueColumns
  const first = tx
    .select({ ...columns })
    .from(accounts)
    .where(firstOf(eq(accounts.ownerId, members.id)))
    .orderBy(asc(accounts.dueOn), asc(accounts.id))
    .limit(mostDue + 1)
    .as('first_due')
  const rows = await tx
    .select({
      id: first.id,
      name: first.name,
      tier: first.tier,
      dueOn: first.dueOn,
      lastTwoWayAt: first.lastTwoWayAt,
      lastContactAt: first.lastContactAt,
      ownerId: first.ownerId,
      contactEveryDays: tiers.contactEveryDays,
      owner: members.name,
    })
    .from(members)
    .crossJoinLateral(first)
    .leftJoin(tiers, and(own(tiers, actor), eq(tiers.code, first.tier)))
    .where(and(own(members, actor), inArray(members.id, [actor.id, ...actor.reports])))
    .orderBy(asc(first.dueOn), asc(first.id))
    .limit(mostDue + 1)
  return inOrder(rows, day, actor.timeZone)
}

type DueRow = Omit<DueAccount, 'daysOver' | 'lastTwoWayOn' | 'lastContactOn' | 'contactEveryDays'> & {
  lastTwoWayAt: Date | null
  lastContactAt: Date | null
  contactEveryDays: number | null
}

function inOrder(rows: readonly DueRow[], day: Day, timeZone: string): DueAccount[] {
  const sorted = rows.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id.localeCompare(b.id))
  return sorted.slice(0, mostDue + 1).map(({ lastTwoWayAt, lastContactAt, contactEveryDays, ...row }) => ({
    ...row,
    contactEveryDays: contactEveryDays ?? 90,
    daysOver: daysBetween(row.dueOn, day),
    lastTwoWayOn: lastTwoWayAt && dayOf(lastTwoWayAt, timeZone),
    lastContactOn: lastContactAt && dayOf(lastContactAt, timeZone),
  }))
}

const planColumns = {
  id: interactions.id,
  accountId: interactions.accountId,
  account: accounts.name,
  channel: interactions.channel,
  happenedAt: interactions.happenedAt,
  timeKnown: interactions.timeKnown,
  summary: interactions.summary,
}

/** The member's plans that are not completed, from `since` on: those behind ask what became of them. */
const findPlans = ({ tx, actor }: Look, since: Day) =>
  tx
    .select(planColumns)
    .from(interactions)
    .innerJoin(accounts, and(joined(accounts, actor, interactions.accountId), visibleAccounts(accounts, actor)))
    .where(
      and(
        own(interactions, actor),
        eq(interactions.speakerId, actor.id),
        eq(interactions.planned, true),
        live(interactions),
        gte(interactions.happenedAt, instantOf(since, '00:00', actor.timeZone)),
      ),
    )
    .orderBy(asc(interactions.happenedAt), asc(interactions.id))
    .limit(mostDue)

type PlanRow = Awaited<ReturnType<typeof findPlans>>[number]

const planView = ({ channel, happenedAt, ...row }: PlanRow) => ({
  ...row,
  channel: channel as Channel,
  happenedAt: happenedAt.toISOString(),
})

const isBehind = ({ happenedAt, timeKnown }: PlanRow, now: Date, day: Day, timeZone: string) =>
  timeKnown ? happenedAt < now : dayOf(happenedAt, timeZone) < day
