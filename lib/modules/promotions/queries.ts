import { and, asc, desc, eq, gte, inArray, isNull, lt, lte, type SQL, sql } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { promotionFunds, promotions } from '@/db/schema/promotions'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { addDays, addMonths, dayOf, daysBetween, endOfMonth, startOfMonth } from '@/lib/kernel/day'
import { plain } from '@/lib/kernel/exact'
import { flag, id, optionalDay, optionalId } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { seesEverything } from '@/lib/kernel/rights'
import { ofVisibleAccount } from '@/lib/kernel/visibility'
import { accountsByIds, findAccount } from '@/lib/modules/accounts/queries'
import { findMemberNames } from '@/lib/modules/workspace/queries'
import { findClientNames } from './list'
import { may } from './manifest'
import { remindedAfter } from './model'
import { factsOf, findOwing, findTaken, hasDirection, hasResult, visiblePromotions, withClients } from './queries-held'
import { fundLeft, mayPlan, stateOf } from './rules'

const mostInMonth = 100

/** The promotions that are in store in a month, by their first day: for the calendar. This month when none is named. */
export const month = query({
  name: 'promotions.month',
  permission: may.see,
  input: z.strictObject({ day: optionalDay.catch(null) }),
  async run(look, { day }) {
    const { actor, now } = look
    const today = dayOf(now, actor.timeZone)
    const asked = day !== null && day >= '1990-01-01' && day <= '2199-12-31' ? day : today
    const [from, to] = [startOfMonth(asked), endOfMonth(asked)]
    const rows = await findBriefly(
      look,
      and(gte(promotions.storeTo, from), lte(promotions.storeFrom, to), isNull(promotions.cancelledAt)),
      [asc(promotions.storeFrom), asc(promotions.id)],
    )
    return { from, to, today, before: addMonths(from, -1), after: addMonths(from, 1), promotions: rows }
  },
})
export type PromotionMonth = Awaited<ReturnType<typeof month.run>>

/** The promotions with one client, the latest first. */
export const ofAccount = query({
  name: 'promotions.ofAccount',
  permission: may.see,
  input: z.strictObject({ accountId: id }),
  async run(look, { accountId }) {
    await findAccount(look, accountId)
    return findBriefly(look, withClients([accountId], look.actor), [desc(promotions.storeFrom), desc(promotions.id)])
  },
})
export type PromotionBrief = Awaited<ReturnType<typeof ofAccount.run>>[number]

async function findBriefly(look: Look, which: SQL | undefined, order: SQL[]) {
  const { tx, actor, now } = look
  const today = dayOf(now, actor.timeZone)
  const rows = await tx
    .select({
      promotion: promotions,
      owner: members.name,
      hasResult: hasResult(actor),
      hasDirection: hasDirection(actor),
    })
    .from(promotions)
    .innerJoin(members, joined(members, actor, promotions.ownerId))
    .where(and(own(promotions, actor), live(promotions), visiblePromotions(actor), which))
    .orderBy(...order)
    .limit(mostInMonth)
  const clients = await findClientNames(
    look,
    rows.map(({ promotion }) => promotion.id),
  )
  return rows.map(({ promotion, owner, ...done }) => ({
    id: promotion.id,
    title: promotion.title,
    form: promotion.form,
    storeFrom: promotion.storeFrom,
    storeTo: promotion.storeTo,
    owner,
    clients: clients.get(promotion.id) ?? [],
    state: stateOf(factsOf(promotion, done), today),
    endedDays: daysBetween(promotion.storeTo, today),
  }))
}

/**
 * Promotions that are over and have no result, the longest waiting first: one's own, or with `team` those of the members
 * who report to one, and of everybody for those who see everything.
 */
export const overduePromotions = query({
  name: 'promotions.overdue',
  permission: may.see,
  input: z.strictObject({ team: flag }),
  run(look, { team }) {
    const { actor, now } = look
    const today = dayOf(now, actor.timeZone)
    const whose = team
      ? seesEverything(actor)
        ? undefined
        : inArray(promotions.ownerId, [actor.id, ...actor.reports])
      : eq(promotions.ownerId, actor.id)
    const owes = and(whose, lt(promotions.storeTo, today), isNull(promotions.cancelledAt), sql`not ${hasResult(actor)}`)
    return findBriefly(look, owes, [asc(promotions.storeTo), asc(promotions.id)])
  },
})

/** For the daily job: promotions of which a reminder falls due, by days since their end. */
export const owing = query({
  name: 'promotions.owing',
  permission: may.remind,
  input: z.strictObject({}),
  async run(look) {
    const today = dayOf(look.now, look.actor.timeZone)
    const rows = await findOwing(look, { endedOn: remindedAfter.map((days) => addDays(today, -days)) })
    return rows.map((row) => row.id)
  },
})

/** What a form of a promotion offers: members, and the funds with what is left in them. */
export const planningChoices = query({
  name: 'promotions.planningChoices',
  permission: may.plan,
  input: z.strictObject({ accountId: optionalId.catch(null) }),
  async run(look, { accountId }) {
    const [memberNames, funds, accounts] = await Promise.all([
      findMemberNames(look),
      findFunds(look),
      accountsByIds(look, accountId ? [accountId] : []),
    ])
    return { members: memberNames, funds, account: accounts[0] ?? null }
  },
})

/** What the filters of the list offer: owners, and the name of the client by which it is narrowed. */
export const listChoices = query({
  name: 'promotions.listChoices',
  permission: may.see,
  input: z.strictObject({ accountId: optionalId.catch(null) }),
  async run(look, { accountId }) {
    const [memberNames, accounts] = await Promise.all([
      findMemberNames(look),
      accountsByIds(look, accountId ? [accountId] : []),
    ])
    return { members: memberNames, account: accounts[0] ?? null }
  },
})

/** The funds of clients that the actor may see, with what promotions take out of them. */
export const funds = query({
  name: 'promotions.funds',
  permission: may.see,
  input: z.strictObject({}),
  run: (look) => findFunds(look),
})
export type Fund = Awaited<ReturnType<typeof funds.run>>[number]

async function findFunds(look: Look) {
  const { tx, actor } = look
  const rows = await tx
    .select({
      id: promotionFunds.id,
      version: promotionFunds.version,
      name: promotionFunds.name,
      amount: promotionFunds.amount,
      currency: promotionFunds.currency,
      note: promotionFunds.note,
      accountId: promotionFunds.accountId,
      account: accounts.name,
      ownerId: accounts.ownerId,
    })
    .from(promotionFunds)
    .innerJoin(accounts, joined(accounts, actor, promotionFunds.accountId))
    .where(and(own(promotionFunds, actor), live(promotionFunds), ofVisibleAccount(promotionFunds.accountId, actor)))
    .orderBy(asc(accounts.name), asc(promotionFunds.id))
    .limit(200)
  const taken = await findTaken(
    look,
    rows.map((row) => row.id),
  )
  return rows.map(({ ownerId, ...row }) => {
    const out = taken.get(row.id) ?? '0'
    return {
      ...row,
      amount: plain(row.amount),
      taken: out,
      left: fundLeft(row, out),
      mayChange: mayPlan(actor, [{ ownerId, onTeam: false }]),
    }
  })
}
