import { and, asc, eq, gt, inArray, lt, or } from 'drizzle-orm'
import { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { addDays, dayOf, instantOf } from '@/lib/kernel/day'
import { optionalId, text } from '@/lib/kernel/input'
import { live } from '@/lib/kernel/list'
import { own } from '@/lib/kernel/own'
import { query } from '@/lib/kernel/query'
import { findCalendarDays } from '@/lib/modules/workspace/queries'
import { may } from './manifest'

const mostAtOnce = 200
const daysAhead = 800

/** Accounts whose clock time has overtaken, by id from `after` on: their plan has passed, or they are due on a day off. */
export const staleClocks = query({
  name: 'interactions.staleClocks',
  permission: may.keepClocks,
  input: z.strictObject({ after: optionalId }),
  async run(look, { after }): Promise<string[]> {
    const { tx, actor, now } = look
    const today = dayOf(now, actor.timeZone)
    const calendar = await findCalendarDays(look, today, addDays(today, daysAhead))
    const off = calendar.filter(({ kind }) => kind !== 'workday').map(({ day }) => day)
    const rows = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(
        and(
          own(accounts, actor),
          live(accounts),
          after ? gt(accounts.id, after) : undefined,
          or(
            lt(accounts.nextPlannedAt, instantOf(today, '00:00', actor.timeZone)),
            off.length > 0 ? inArray(accounts.dueOn, [...new Set(off)]) : undefined,
          ),
        ),
      )
      .orderBy(asc(accounts.id))
      .limit(mostAtOnce)
    return rows.map((row) => row.id)
  },
})

/** The accounts of a tier, by id from `after` on; those in the archive too, so that they come back with the right day. */
export const clocksOfTier = query({
  name: 'interactions.clocksOfTier',
  permission: may.keepClocks,
  input: z.strictObject({ tier: text(8), after: optionalId }),
  async run({ tx, actor }, { tier, after }): Promise<string[]> {
    const rows = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(and(own(accounts, actor), eq(accounts.tier, tier), after ? gt(accounts.id, after) : undefined))
      .orderBy(asc(accounts.id))
      .limit(mostAtOnce)
    return rows.map((row) => row.id)
  },
})
