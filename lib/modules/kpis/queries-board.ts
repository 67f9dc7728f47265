import { and, asc, between, inArray, lte } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { agreements } from '@/db/schema/agreements'
import { isAlive, kpiBreaches, kpis } from '@/db/schema/kpis'
import { members } from '@/db/schema/workspace'
import type { Look } from '@/lib/kernel/command'
import { addDays, dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { noticeWindowDays } from '@/lib/modules/agreements/model-lifecycle'
import { heldStates } from '@/lib/modules/agreements/model-states'
import { readable } from '@/lib/modules/agreements/queries-held'
import { may } from './manifest'

/** Of each only the first few stand above the board, and whether there are more. */
const fewest = 3

/** What is due beside the KPIs: agreements whose notice deadline is near, breaches by age, values that are missing longest. */
export const due = query({
  name: 'kpis.due',
  permission: may.see,
  input: z.strictObject({}),
  async run(look) {
    const [renewals, breaches, missing] = await Promise.all([
      findRenewals(look),
      findOldestBreaches(look),
      findLongestMissing(look),
    ])
    return { renewals: few(renewals), breaches: few(breaches), missing: few(missing) }
  },
})
export type Due = Awaited<ReturnType<typeof due.run>>

const few = <Row>(rows: readonly Row[]) => ({ rows: rows.slice(0, fewest), more: rows.length > fewest })

const findRenewals = ({ tx, actor, now }: Look) => {
  const today = dayOf(now, actor.timeZone)
  return tx
    .select({
      id: agreements.id,
      title: agreements.title,
      account: accounts.name,
      owner: members.name,
      day: agreements.noticeOn,
    })
    .from(agreements)
    .innerJoin(accounts, joined(accounts, actor, agreements.accountId))
    .innerJoin(members, joined(members, actor, agreements.ownerId))
    .where(
      and(
        own(agreements, actor),
        live(agreements),
        between(agreements.noticeOn, today, addDays(today, noticeWindowDays)),
        inArray(agreements.state, [...heldStates]),
        readable(actor),
      ),
    )
    .orderBy(asc(agreements.noticeOn), asc(agreements.id))
    .limit(fewest + 1)
}

const kpiName = (actor: Look['actor']) => (actor.locale === 'en' ? kpis.englishName : kpis.name)

const findOldestBreaches = ({ tx, actor }: Look) =>
  tx
    .select({
      id: kpiBreaches.id,
      title: kpiName(actor),
      account: accounts.name,
      owner: members.name,
      day: kpiBreaches.openedPeriod,
    })
    .from(kpiBreaches)
    .innerJoin(kpis, joined(kpis, actor, kpiBreaches.kpiId))
    .innerJoin(agreements, joined(agreements, actor, kpiBreaches.agreementId))
    .innerJoin(accounts, joined(accounts, actor, kpiBreaches.accountId))
    .innerJoin(members, joined(members, actor, kpis.ownerId))
    .where(and(own(kpiBreaches, actor), live(kpiBreaches), isAlive(kpiBreaches), readable(actor)))
    .orderBy(asc(kpiBreaches.openedFrom), asc(kpiBreaches.id))
    .limit(fewest + 1)

const findLongestMissing = ({ tx, actor, now }: Look) =>
  tx
    .select({
      id: kpis.id,
      agreementId: kpis.agreementId,
      title: kpiName(actor),
      account: accounts.name,
      owner: members.name,
      day: kpis.missingSince,
    })
    .from(kpis)
    .innerJoin(agreements, joined(agreements, actor, kpis.agreementId))
    .innerJoin(accounts, joined(accounts, actor, kpis.accountId))
    .innerJoin(members, joined(members, actor, kpis.ownerId))
    .where(
      and(
        own(kpis, actor),
        live(kpis),
        lte(kpis.missingSince, dayOf(now, actor.timeZone)),
        inArray(agreements.state, [...heldStates]),
        readable(actor),
      ),
    )
    .orderBy(asc(kpis.missingSince), asc(kpis.id))
    .limit(fewest + 1)
