import type { Work } from '@/lib/kernel/command'
import { dayOf, instantOf } from '@/lib/kernel/day'
import type { ClosedDays } from '@/lib/kernel/workday'
import { keepClock } from '@/lib/modules/accounts/commands-clock'
import { keepClocks } from '@/lib/modules/accounts/commands-intake'
import type { Clock, ClockFacts } from './model'
import { findWorkCalendar } from './queries-calendar'
import { findClockFacts, type HeldAccount } from './queries-held'
import { findManyClockFacts } from './queries-intake'
import { clockOf } from './rules-clock'

/** The beginning of today: a plan of this morning still counts as arranged. */
export const startOfToday = ({ actor, now }: Work) => instantOf(dayOf(now, actor.timeZone), '00:00', actor.timeZone)

/** Reads the facts of a locked account again and keeps its clock, in the transaction that changed them. */
export async function turnClock(work: Work, account: HeldAccount): Promise<{ clock: Clock; closed: ClosedDays }> {
  const [facts, closed] = await Promise.all([
    findClockFacts(work, account.id, startOfToday(work)),
    findWorkCalendar(work),
  ])
  return { clock: await setClock(work, account, facts, closed), closed }
}

/** Keeps the clock that these facts give. */
export async function setClock(
  work: Work,
  account: HeldAccount,
  facts: ClockFacts,
  closed: ClosedDays,
): Promise<Clock> {
  const clock = clockOf(facts, account, closed, work.actor.timeZone)
  const held = { version: account.version, clock: asText(account.clock) }
  await work.call(keepClock, { accountId: account.id, clock: asText(clock), held })
  return clock
}

const asText = ({ lastTwoWayAt, lastContactAt, nextPlannedAt, ...rest }: Clock) => ({
  ...rest,
  lastTwoWayAt: lastTwoWayAt?.toISOString() ?? null,
  lastContactAt: lastContactAt?.toISOString() ?? null,
  nextPlannedAt: nextPlannedAt?.toISOString() ?? null,
})

/** Sets the clocks of locked accounts anew from the facts, with as many statements for many as for one. */
export async function turnClocks(work: Work, held: ReadonlyMap<string, HeldAccount>) {
  if (held.size === 0) return
  const facts = await findManyClockFacts(work, [...held.keys()], startOfToday(work))
  const closed = await findWorkCalendar(work)
  const clocks = [...held.values()].flatMap((account) => {
    const known = facts.get(account.id)
    return known ? [{ accountId: account.id, clock: asText(clockOf(known, account, closed, work.actor.timeZone)) }] : []
  })
  await work.call(keepClocks, { clocks })
}
