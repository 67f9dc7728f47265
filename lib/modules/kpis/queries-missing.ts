import { and, asc, gte, inArray, lte, sql } from 'drizzle-orm'
import { accounts } from '@/db/schema/accounts'
import { agreements } from '@/db/schema/agreements'
import { kpis } from '@/db/schema/kpis'
import type { Look } from '@/lib/kernel/command'
import { addDays, type Day } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { joined, own } from '@/lib/kernel/own'
import { heldStates } from '@/lib/modules/agreements/model-states'

/** A reminder that was not sent for so many days, because the product stood still, is still sent; an older one is history. */
const windowDays = 30

/** KPIs whose value has been missing for longer than their days of grace, by whom they belong to. */
export const findOverdueInputs = ({ tx, actor }: Look, today: Day) =>
  tx
    .select({
      id: kpis.id,
      name: kpis.name,
      englishName: kpis.englishName,
      account: accounts.name,
      ownerId: kpis.ownerId,
      agreementOwnerId: agreements.ownerId,
      missingSince: kpis.missingSince,
      graceDays: kpis.graceDays,
    })
    .from(kpis)
    .innerJoin(agreements, joined(agreements, actor, kpis.agreementId))
    .innerJoin(accounts, joined(accounts, actor, kpis.accountId))
    .where(
      and(
        own(kpis, actor),
        live(kpis),
        lte(kpis.missingSince, today),
        gte(sql`${kpis.missingSince} + ${kpis.graceDays}`, addDays(today, -windowDays)),
        lte(sql`${kpis.missingSince} + ${kpis.graceDays}`, today),
        inArray(agreements.state, [...heldStates]),
      ),
    )
    .orderBy(asc(kpis.missingSince), asc(kpis.id))
