import type { Stretch } from '@/lib/kernel/as-of'
import type { Day } from '@/lib/kernel/day'
import type { SheetState } from './model'

/** The facts that a version's state follows from. */
export type StateFacts = {
  /** The latest approval run, when it is of what the version says now. */
  run: 'pending' | 'approved' | 'rejected' | 'changesRequested' | 'withdrawn' | null
  recorded: boolean
  /** Where the version stands in the timeline, and whether another follows it. */
  stretches: readonly Stretch[]
  followed: boolean
}

/**
 * Where a version stands on its way: draft → proposed → internally approved → confirmed by the client → in force →
 * superseded or ended. Once both sides agreed only the calendar decides.
 */
export function stateOf({ run, recorded, stretches, followed }: StateFacts, today: Day): SheetState {
  if (!recorded) {
    if (run === 'pending') return 'proposed'
    return run === 'approved' ? 'internallyApproved' : 'draft'
  }
  if (stretches.some(({ fromDay, untilDay }) => fromDay <= today && (untilDay === null || today < untilDay)))
    return 'inForce'
  if (stretches.some(({ fromDay }) => fromDay > today)) return 'customerConfirmed'
  return stretches.length === 0 || followed ? 'superseded' : 'ended'
}

/** Where a version may go from each state; what is not here is refused with this list. */
export const nextStates: Readonly<Record<SheetState, readonly SheetState[]>> = {
  draft: ['proposed'],
  proposed: ['internallyApproved', 'draft'],
  internallyApproved: ['customerConfirmed', 'draft'],
  customerConfirmed: ['inForce', 'superseded'],
  inForce: ['superseded', 'ended'],
  superseded: [],
  ended: [],
}

export const mayGo = (from: SheetState, to: SheetState) => nextStates[from].includes(to)
