import type { Work } from '@/lib/kernel/command'
import { addDays, dayOf, instantOf } from '@/lib/kernel/day'
import type { ClosedDays } from '@/lib/kernel/workday'
import { keepClock } from '@/lib/modules/accounts/commands-clock'
import type { Clock } from './model'
import { findClosedDays } from './queries-calendar'
import { findClockFacts, type HeldAccount } from './queries-held'
import { clockOf, rawDueDay } from './rules-clock'

/**
 * Reads the facts of a locked account again and keeps its clock, in the transaction that changed them. Answers the
 * clock and the work calendar around its due day and today.
 */
export async function turnClock(work: Work, account: HeldAccount): Promise<{ clock: Clock; closed: ClosedDays }> {
  const { timeZone } = work.actor
  const today = dayOf(work.now, timeZone)
  const facts = await findClockFacts(work, account.id, instantOf(today, '00:00', timeZone))
  const due = rawDueDay(facts.twoWay?.happenedAt ?? null, account, timeZone)
  const [from = due, to = due] = [due, today].sort()
  const closed = await findClosedDays(work, from, addDays(to, 30))
  const clock = clockOf(facts, account, closed, timeZone)
  const { lastTwoWayAt, lastContactAt, nextPlannedAt, ...rest } = clock
  await work.call(keepClock, {
    accountId: account.id,
    ...rest,
    lastTwoWayAt: lastTwoWayAt?.toISOString() ?? null,
    lastContactAt: lastContactAt?.toISOString() ?? null,
    nextPlannedAt: nextPlannedAt?.toISOString() ?? null,
  })
  return { clock, closed }
}
