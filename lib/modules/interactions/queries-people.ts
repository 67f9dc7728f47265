import { and, eq, max } from 'drizzle-orm'
import { interactionPeople, interactions } from '@/db/schema/interactions'
import { dayOf } from '@/lib/kernel/day'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { findAccount } from '@/lib/modules/accounts/queries'
import { may } from './manifest'
import { accountRef } from './model'
import { contactsWith } from './queries-held'

/** The day of the last contact with each person at an account, by person; plans do not count. */
export const lastWithPeople = query({
  name: 'interactions.lastWithPeople',
  permission: may.see,
  input: accountRef,
  async run(look, { accountId }): Promise<Record<string, string>> {
    const { tx, actor } = look
    await findAccount(look, accountId)
    const rows = await tx
      .select({ personId: interactionPeople.personId, at: max(interactions.happenedAt) })
      .from(interactions)
      .innerJoin(
        interactionPeople,
        and(
          own(interactionPeople, actor),
          eq(interactionPeople.interactionId, interactions.id),
          live(interactionPeople),
        ),
      )
      .where(contactsWith(actor, accountId))
      .groupBy(interactionPeople.personId)
    return Object.fromEntries(rows.flatMap(({ personId, at }) => (at ? [[personId, dayOf(at, actor.timeZone)]] : [])))
  },
})
