import type { Look } from '@/lib/kernel/command'
import { addDays, dayOf } from '@/lib/kernel/day'
import { type ClosedDays, closedDaysOf } from '@/lib/kernel/workday'
import { findCalendarDays } from '@/lib/modules/workspace/queries'

/** Every due day that can still matter lies between these: overdue for a year, or due after the longest interval. */
const daysBack = 365
const daysAhead = 800

/** The work calendar around today, ready to be asked for due days and the next workday. */
export async function findWorkCalendar(look: Look): Promise<ClosedDays> {
  const today = dayOf(look.now, look.actor.timeZone)
  return closedDaysOf(await findCalendarDays(look, addDays(today, -daysBack), addDays(today, daysAhead)))
}
