import type { Look } from '@/lib/kernel/command'
import { type Day, dayOf } from '@/lib/kernel/day'
import { grouped } from '@/lib/kernel/grouped'
import type { OccurrenceState } from './model-states'
import { findObligations, findOpenOccurrences } from './queries-obligations-held'
import { isOverdue } from './rules-occurrences'

/** What is owed under these agreements, each with the day that is due next, and whether that day went by. */
export async function findOwed(look: Look, agreementIds: readonly string[]) {
  const obligations = await findObligations(look, agreementIds)
  const open = await findOpenOccurrences(
    look,
    obligations.map(({ id }) => id),
  )
  const openOf = grouped(open, ({ obligationId }) => obligationId)
  const today = dayOf(look.now, look.actor.timeZone)
  return obligations.map((obligation) => {
    const days = (openOf.get(obligation.id) ?? []).map(({ dueOn, state }) => ({ dueOn: dueOn as Day, state }))
    const [next] = days.sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    const { graceDays } = obligation
    return {
      obligation,
      dueOn: next?.dueOn ?? null,
      overdue: days.some(({ dueOn, state }) => isOverdue({ state: state as OccurrenceState, dueOn, graceDays }, today)),
    }
  })
}
export type Owed = Awaited<ReturnType<typeof findOwed>>[number]
