import { and, asc, count, desc, eq, isNotNull, isNull } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { advocacies, needs } from '@/db/schema/needs'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { mayEditAccount } from '@/lib/kernel/rights'
import { may } from './manifest'
import { needRef } from './model'
import type { Decision } from './model-advocacy'
import { findNeed, readableNeeds } from './queries-held'

const deciders = alias(members, 'deciders')
const most = 200

const selectAdvocacies = ({ tx, actor }: Look) =>
  tx
    .select({
      id: advocacies.id,
      needId: advocacies.needId,
      title: needs.title,
      holder: needs.holder,
      accountId: advocacies.accountId,
      account: accounts.name,
      audience: advocacies.audience,
      ask: advocacies.ask,
      ownerId: advocacies.ownerId,
      owner: members.name,
      dueOn: advocacies.dueOn,
      decision: advocacies.decision,
      because: advocacies.because,
      decidedBy: deciders.name,
      decidedOn: advocacies.decidedOn,
      replyDueOn: advocacies.replyDueOn,
      repliedOn: advocacies.repliedOn,
    })
    .from(advocacies)
    .innerJoin(needs, joined(needs, actor, advocacies.needId))
    .innerJoin(accounts, joined(accounts, actor, advocacies.accountId))
    .innerJoin(members, joined(members, actor, advocacies.ownerId))
    .leftJoin(deciders, joined(deciders, actor, advocacies.decidedBy))
    .$dynamic()

type Found = Awaited<ReturnType<typeof selectAdvocacies>>[number]

const viewOf = (row: Found, today: string) => ({
  ...row,
  decision: row.decision as Decision | null,
  /** Decided, and the client has not been told in time. */
  overdue: row.replyDueOn !== null && row.repliedOn === null && row.replyDueOn < today,
  late: row.decision === null && row.dueOn < today,
})
export type AdvocacyView = ReturnType<typeof viewOf>

/** What was asked inside the company for one need. */
export const advocaciesOf = query({
  name: 'needs.advocaciesOf',
  permission: may.see,
  input: needRef,
  async run(look, { needId }) {
    const { account } = await findNeed(look, needId)
    const { actor, now } = look
    const rows = await selectAdvocacies(look)
      .where(and(own(advocacies, actor), eq(advocacies.needId, needId), live(advocacies)))
      .orderBy(desc(advocacies.id))
    const today = dayOf(now, actor.timeZone)
    return rows.map((row) => ({
      ...viewOf(row, today),
      mayDecide: row.decision === null && (row.ownerId === actor.id || mayEditAccount(actor, account)),
    }))
  },
})

/**
 * What waits inside the company: decisions that are asked for, and answers that clients are owed, the longest waiting
 * first; and how many were taken up for clients and for end consumers, counted apart.
 */
export const advocacyDesk = query({
  name: 'needs.advocacyDesk',
  permission: may.see,
  input: z.strictObject({}),
  async run(look) {
    const { tx, actor, now } = look
    const today = dayOf(now, actor.timeZone)
    const mine = and(own(advocacies, actor), live(advocacies), readableNeeds(actor))
    const open = await selectAdvocacies(look)
      .where(and(mine, isNull(advocacies.decision)))
      .orderBy(asc(advocacies.dueOn), asc(advocacies.id))
      .limit(most)
    const owed = await selectAdvocacies(look)
      .where(and(mine, isNotNull(advocacies.replyDueOn), isNull(advocacies.repliedOn)))
      .orderBy(asc(advocacies.replyDueOn), asc(advocacies.id))
      .limit(most)
    const counts = await tx
      .select({ holder: needs.holder, advocacies: count() })
      .from(advocacies)
      .innerJoin(needs, joined(needs, actor, advocacies.needId))
      .innerJoin(accounts, joined(accounts, actor, advocacies.accountId))
      .where(mine)
      .groupBy(needs.holder)
    const of = (holder: string) => counts.find((row) => row.holder === holder)?.advocacies ?? 0
    return {
      open: open.map((row) => viewOf(row, today)),
      owed: owed.map((row) => viewOf(row, today)),
      forClients: of('client'),
      forConsumers: of('endConsumer'),
      today,
    }
  },
})
