import { isSaid, stepIn, type Ways } from '@/lib/kernel/steps'
import type { BreachEvent, BreachGuard, BreachState, SharingEvent, SharingGuard, SharingState } from './model-states'

const restate = { to: 'notShared', needs: ['valueGiven'] } as const
const answers = {
  agree: { to: 'agreed', needs: [] },
  dispute: { to: 'disputed', needs: ['theirValueGiven', 'theirSourceGiven'] },
  restate,
} as const

/** What the other side says to a measurement; a restated one is shared anew. An answer may be changed by another one. */
export const sharingWays: Ways<SharingState, SharingEvent, SharingGuard> = {
  notShared: { share: { to: 'shared', needs: ['valueGiven'] } },
  shared: answers,
  agreed: { dispute: answers.dispute, restate },
  disputed: { agree: answers.agree, restate },
}

const restated = { to: 'void', needs: ['noLongerFollows'] } as const
const over = { recover: { to: 'closed', needs: ['planNotRequired'] }, restate: restated } as const

/**
 * From a breach to its end: seen, cause and action named, worked at, verified by somebody else, closed. One that
 * does not follow from the measurements any more, because they were restated, is void; a closed one whose green period
 * was restated is open again. Domain 2.12.
 */
export const breachWays: Ways<BreachState, BreachEvent, BreachGuard> = {
  open: { acknowledge: { to: 'acknowledged', needs: [] }, ...over },
  acknowledged: { plan: { to: 'actionPlanned', needs: ['causeGiven', 'actionGiven'] }, ...over },
  actionPlanned: { start: { to: 'inProgress', needs: [] }, ...over },
  inProgress: { verify: { to: 'verified', needs: ['actionsDone', 'effectGiven', 'bySomebodyElse'] }, ...over },
  verified: { close: { to: 'closed', needs: [] }, restate: restated },
  closed: { reopen: { to: 'open', needs: ['noLongerGreen'] } },
  void: {},
}

/** What is known when a measurement is shared or answered; what nobody gave counts as not met. */
export type SharingFacts = Partial<{ value: string | null; theirValue: string | null; theirSource: string | null }>

const sharingTests: Readonly<Record<SharingGuard, (facts: SharingFacts) => boolean>> = {
  valueGiven: ({ value }) => isSaid(value),
  theirValueGiven: ({ theirValue }) => isSaid(theirValue),
  theirSourceGiven: ({ theirSource }) => isSaid(theirSource),
}

/** The next state of what is shared, or the refusal as a value. Who disputes gives the other number and where it is from. */
export const sharingStep = (state: SharingState, event: SharingEvent, facts: SharingFacts) =>
  stepIn(sharingWays, state, event, (guard) => sharingTests[guard](facts))

/** What is known when a breach shall move; what nobody gave counts as not met. */
export type BreachFacts = Partial<{
  cause: string | null
  /** Actions with an owner and a day, and those of them that are not done. */
  actions: number
  openActions: number
  effect: string | null
  ownerId: string
  actorId: string
  planRequired: boolean
  /** Replaying the measurements finds this breach. */
  follows: boolean
  /** Replaying them finds a green period that ends it, as there was one before. */
  green: boolean
}>

const breachTests: Readonly<Record<BreachGuard, (facts: BreachFacts) => boolean>> = {
  causeGiven: ({ cause }) => isSaid(cause),
  actionGiven: ({ actions }) => (actions ?? 0) > 0,
  actionsDone: ({ openActions }) => openActions === 0,
  effectGiven: ({ effect }) => isSaid(effect),
  bySomebodyElse: ({ actorId, ownerId }) => isSaid(actorId) && isSaid(ownerId) && actorId !== ownerId,
  planNotRequired: ({ planRequired }) => planRequired === false,
  noLongerGreen: ({ green }) => green === false,
  noLongerFollows: ({ follows }) => follows === false,
}

/**
 * The next state of a breach, or the refusal as a value. `recover` is the green period: it closes only where no plan is
 * required. Whoever owns the breach does not verify it.
 */
export const breachStep = (state: BreachState, event: BreachEvent, facts: BreachFacts) =>
  stepIn(breachWays, state, event, (guard) => breachTests[guard](facts))
