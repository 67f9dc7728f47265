import { and, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { agreements } from '@/db/schema/agreements'
import { kpiBreaches, kpis } from '@/db/schema/kpis'
import { members } from '@/db/schema/workspace'
import { listFrame, listInput, listSpec, live } from '@/lib/kernel/list'
import type { ListPage } from '@/lib/kernel/list-view'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { readable } from '@/lib/modules/agreements/queries-held'
import { may } from './manifest'
import { type BreachState, breachStates } from './model-states'

/** One breach in the list, named like its columns. */
export type BreachRow = {
  id: string
  kpi: string
  kpiId: string
  account: string
  accountId: string
  agreement: string
  agreementId: string
  state: BreachState
  because: 'once' | 'consecutive' | 'frequent'
  opened: string
  openedFrom: string
  greenPeriod: string | null
  /** What it costs by the agreed credit, in the agreement's currency; null where none was agreed. */
  amount: string | null
  currency: string
  owner: string
  ownerId: string
}

export const breachList = listSpec({
  name: 'breaches',
  id: kpiBreaches.id,
  firstSort: 'openedFrom',
  columns: {
    kpi: { kind: 'choice', from: kpiBreaches.kpiId, reference: true, filter: true },
    account: { kind: 'choice', from: kpiBreaches.accountId, reference: true, filter: true },
    agreement: { kind: 'choice', from: kpiBreaches.agreementId, reference: true, filter: true },
    openedFrom: { kind: 'day', from: kpiBreaches.openedFrom, sort: true, filter: true },
    state: { kind: 'choice', from: kpiBreaches.state, filter: true, choices: breachStates },
    because: { kind: 'choice', from: kpiBreaches.because, choices: ['once', 'consecutive', 'frequent'] },
    greenPeriod: { kind: 'text', from: kpiBreaches.greenPeriod },
    amount: { kind: 'number', from: kpiBreaches.amount },
    owner: { kind: 'choice', from: kpis.ownerId, reference: true, filter: true },
  },
})

/** Breaches of agreements that the actor may read, the oldest first. */
export const breaches = query({
  name: 'kpis.breaches',
  permission: may.see,
  input: listInput(breachList),
  async run(look, request): Promise<ListPage<BreachRow>> {
    const { tx, actor } = look
    const frame = await listFrame(look, breachList, request)
    const rows = await tx
      .select({
        id: kpiBreaches.id,
        kpi: actor.locale === 'en' ? kpis.englishName : kpis.name,
        kpiId: kpiBreaches.kpiId,
        account: accounts.name,
        accountId: kpiBreaches.accountId,
        agreement: agreements.title,
        agreementId: kpiBreaches.agreementId,
        state: sql<BreachState>`${kpiBreaches.state}`,
        because: sql<BreachRow['because']>`${kpiBreaches.because}`,
        opened: kpiBreaches.openedPeriod,
        openedFrom: kpiBreaches.openedFrom,
        greenPeriod: kpiBreaches.greenPeriod,
        amount: kpiBreaches.amount,
        currency: agreements.currency,
        owner: members.name,
        ownerId: kpis.ownerId,
        sortKey: frame.sortKey,
      })
      .from(kpiBreaches)
      .innerJoin(kpis, joined(kpis, actor, kpiBreaches.kpiId))
      .innerJoin(agreements, joined(agreements, actor, kpiBreaches.agreementId))
      .innerJoin(accounts, joined(accounts, actor, kpiBreaches.accountId))
      .innerJoin(members, joined(members, actor, kpis.ownerId))
      .where(and(own(kpiBreaches, actor), live(kpiBreaches), readable(actor), frame.where))
      .orderBy(...frame.orderBy)
      .limit(frame.limit)
    return frame.page(rows)
  },
})
