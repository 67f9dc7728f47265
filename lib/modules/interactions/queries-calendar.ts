import type { Look } from '@/lib/kernel/command'
import type { Day } from '@/lib/kernel/day'
import { type ClosedDays, closedDaysOf } from '@/lib/kernel/workday'
import { findCalendarDays } from '@/lib/modules/workspace/queries'

/** The work calendar from one day to another, ready to be asked. */
export const findClosedDays = async (look: Look, from: Day, to: Day): Promise<ClosedDays> =>
  closedDaysOf(await findCalendarDays(look, from, to))
