import { obligationOccurrences } from '@/db/schema/agreements'
import type { Work } from '@/lib/kernel/command'
import { addDays, type Day } from '@/lib/kernel/day'
import { closedDaysOf } from '@/lib/kernel/workday'
import { insertRows } from '@/lib/kernel/write'
import { findCalendarDays } from '@/lib/modules/workspace/queries'
import { openEnd } from './model'
import { isRunning } from './model-states'
import { findLaidOut, findObligations } from './queries-obligations-held'
import { horizonOf } from './rules-obligations'
import { missingOccurrences } from './rules-schedule'

type Running = { id: string; endsOn: Day; state: string }

/** The farthest that a day is moved to reach a workday. */
const farthestMove = 30

/** The work calendar from the first day that matters to the last. */
export const findWorkCalendar = async (work: Work, from: Day, to: Day) =>
  closedDaysOf(await findCalendarDays(work, addDays(from, -farthestMove), addDays(to, farthestMove)))

/**
 * Lays out the due days of these agreements' obligations, a year ahead or to their end: what is there stays, nothing comes
 * twice, and of an agreement that is not signed, paused or over nothing is laid out. A04. Answers how many were added.
 */
export async function layOut(work: Work, agreements: readonly Running[], today: Day): Promise<number> {
  const kept = new Map(agreements.filter(({ state }) => isRunning(state)).map((each) => [each.id, each]))
  const owed = (await findObligations(work, [...kept.keys()])).filter(({ schedule }) => schedule !== 'event')
  if (owed.length === 0) return 0
  const laid = await findLaidOut(
    work,
    owed.map(({ id }) => id),
  )
  const firstDay = owed.reduce(
    (least, { firstDueOn }) => (firstDueOn && firstDueOn < least ? firstDueOn : least),
    today,
  )
  const closedDays = await findWorkCalendar(work, firstDay, horizonOf(openEnd, today))
  const missing = owed.flatMap((obligation) => {
    const agreement = kept.get(obligation.agreementId)
    if (!agreement) return []
    const until = horizonOf(agreement.endsOn, today)
    const existing = laid.get(obligation.id) ?? new Set<Day>()
    return missingOccurrences(obligation, { until, existing }, { closedDays }).map((day) =>
      occurrenceFor(obligation, day, today),
    )
  })
  await insertRows(work, obligationOccurrences, missing)
  return missing.length
}

type Owed = { id: string; agreementId: string; accountId: string; ownerId: string; party: string; leadDays: number }

/** One due day of an obligation, as it is first written. */
export const occurrenceFor = (
  { id, agreementId, accountId, ownerId, party, leadDays }: Owed,
  { nominalOn, dueOn }: { nominalOn: Day; dueOn: Day },
  today: Day,
) => ({
  ...{ obligationId: id, agreementId, accountId, ownerId, party, nominalOn, dueOn },
  state: addDays(dueOn, -leadDays) <= today ? 'due' : 'scheduled',
})
