import { addDays, type Day } from '@/lib/kernel/day'
import { isSaid, stepIn, type Ways } from '@/lib/kernel/steps'
import type { OccurrenceEvent, OccurrenceGuard, OccurrenceState } from './model-states'

const waive = { to: 'waived', needs: ['waiverApproved', 'reasonGiven'] } as const
const cancelled = { to: 'cancelled', needs: [] } as const

/** Where one due day of an obligation may go from each state; what was rejected is due again. Domain 2.5, 2.12. */
export const occurrenceWays: Ways<OccurrenceState, OccurrenceEvent, OccurrenceGuard> = {
  scheduled: { fallDue: { to: 'due', needs: ['leadReached'] }, waive, cancel: cancelled },
  due: { submit: { to: 'submitted', needs: ['evidenceGiven'] }, waive, cancel: cancelled },
  submitted: {
    accept: { to: 'accepted', needs: ['bySomebodyElse'] },
    reject: { to: 'due', needs: ['bySomebodyElse', 'reasonGiven'] },
    waive,
  },
  accepted: {},
  waived: {},
  cancelled: {},
}

/** What is known when an occurrence shall move; what nobody gave counts as not met. */
export type OccurrenceFacts = Partial<{
  today: Day
  dueOn: Day
  leadDays: number
  evidenceRequired: boolean
  evidenceGiven: boolean
  ownerId: string
  submittedBy: string | null
  actorId: string
  reason: string | null
  waiverApproved: boolean
}>

const occurrenceTests: Readonly<Record<OccurrenceGuard, (facts: OccurrenceFacts) => boolean>> = {
  leadReached: ({ today, dueOn, leadDays }) =>
    !!today && !!dueOn && leadDays !== undefined && addDays(dueOn, -leadDays) <= today,
  evidenceGiven: ({ evidenceRequired, evidenceGiven }) => evidenceRequired === false || evidenceGiven === true,
  bySomebodyElse: ({ actorId, ownerId, submittedBy }) =>
    isSaid(actorId) && isSaid(ownerId) && actorId !== ownerId && actorId !== submittedBy,
  reasonGiven: ({ reason }) => isSaid(reason),
  waiverApproved: ({ waiverApproved }) => waiverApproved === true,
}

/** The next state of an occurrence, or the refusal as a value. Nobody accepts what is theirs. */
export const occurrenceStep = (state: OccurrenceState, event: OccurrenceEvent, facts: OccurrenceFacts) =>
  stepIn(occurrenceWays, state, event, (guard) => occurrenceTests[guard](facts))

/** Owed rather than planned: it has come into its lead days, or was handed in and waits for acceptance. */
export const isOwed = (
  { state, dueOn, leadDays }: { state: string; dueOn: Day; leadDays: number },
  today: Day,
): boolean => state === 'due' || state === 'submitted' || (state === 'scheduled' && addDays(dueOn, -leadDays) <= today)

/** Overdue is derived, never stored: the due day and the days of grace have passed and nothing was handed in. */
export const isOverdue = (
  { state, dueOn, graceDays }: { state: OccurrenceState; dueOn: Day; graceDays: number },
  today: Day,
): boolean => (state === 'scheduled' || state === 'due') && addDays(dueOn, graceDays) < today
