import type { Params } from '@/lib/kernel/messages'
import { type Step, stepIn, type Ways } from '@/lib/kernel/steps'
import type { messages } from './messages'
import type {
  NegotiationEvent,
  NegotiationGuard,
  NegotiationState,
  OfferEvent,
  OfferGuard,
  OfferState,
} from './model-states'
import { no } from './rules'

const suspend = { to: 'suspended', needs: ['reasonGiven'] } as const
const endWithoutDeal = { to: 'noDeal', needs: ['reasonGiven', 'alternativeNext'] } as const

/** Where a negotiation may go from each state, and what must be true for it; `before` is the state it was suspended in. */
export const negotiationWays: Ways<NegotiationState, NegotiationEvent, NegotiationGuard, NegotiationState | 'before'> =
  {
    planning: {
      prepare: {
        to: 'ready',
        needs: ['checklistComplete', 'mandateApproved', 'inputsIn', 'adviceIn', 'focusConsented', 'alternativeGiven'],
      },
      suspend,
      endWithoutDeal,
    },
    ready: { begin: { to: 'open', needs: ['conductConfirmed', 'offerExchanged'] }, suspend, endWithoutDeal },
    open: { agree: { to: 'agreedInPrinciple', needs: ['offerAccepted', 'withinMandate'] }, suspend, endWithoutDeal },
    agreedInPrinciple: {
      reopen: { to: 'open', needs: ['reasonGiven'] },
      approve: { to: 'approved', needs: ['packageApproved'] },
      suspend,
      endWithoutDeal,
    },
    approved: { document: { to: 'documented', needs: ['versionWritten'] }, suspend, endWithoutDeal },
    documented: { close: { to: 'closed', needs: ['noticesSent', 'debriefWritten'] } },
    suspended: { resume: { to: 'before', needs: [] }, endWithoutDeal },
    closed: {},
    noDeal: {},
  }

const settle = {
  accept: { to: 'accepted', needs: ['stillValid', 'latestOfSide', 'insideMandate'] },
  counter: { to: 'countered', needs: [] },
  decline: { to: 'declined', needs: [] },
  withdraw: { to: 'withdrawn', needs: [] },
  lapse: { to: 'lapsed', needs: ['validityOver'] },
} as const

/** The same of an offer. */
export const offerWays: Ways<OfferState, OfferEvent, OfferGuard> = {
  draft: { check: { to: 'internalCheck', needs: [] }, withdraw: settle.withdraw },
  internalCheck: {
    send: { to: 'sent', needs: ['policyPassed', 'stillValid'] },
    revise: { to: 'draft', needs: [] },
    withdraw: settle.withdraw,
  },
  sent: settle,
  received: settle,
  accepted: {},
  countered: {},
  declined: {},
  withdrawn: {},
  lapsed: {},
}

/**
 * What is known when a negotiation shall move: the guards that are met, where it was suspended, and the names of those for
 * whom unmet guards wait.
 */
export type Standing = {
  met: ReadonlySet<NegotiationGuard>
  suspendedIn?: NegotiationState | null
  names?: Partial<Readonly<Record<NegotiationGuard, string>>>
}

/** What must be true before this event; nothing where it cannot happen. */
export const guardsOf = (state: NegotiationState, event: NegotiationEvent): readonly NegotiationGuard[] =>
  negotiationWays[state][event]?.needs ?? []

/** What is not met yet. Whether a package keeps to the mandate is only asked of one that was accepted. */
export const unmetOf = (
  guards: readonly NegotiationGuard[],
  met: ReadonlySet<NegotiationGuard>,
): NegotiationGuard[] => {
  const unmet = guards.filter((guard) => !met.has(guard))
  return unmet.includes('offerAccepted') ? unmet.filter((guard) => guard !== 'withinMandate') : unmet
}

/** What leads on from each state; the other events stop a negotiation or take it back. */
export const wayOn: Readonly<Record<NegotiationState, NegotiationEvent | null>> = {
  planning: 'prepare',
  ready: 'begin',
  open: 'agree',
  agreedInPrinciple: 'approve',
  approved: 'document',
  documented: 'close',
  suspended: 'resume',
  closed: null,
  noDeal: null,
}

/** From there it goes nowhere. */
export const isEnd = (state: NegotiationState): boolean => Object.keys(negotiationWays[state]).length === 0

/** The next state of a negotiation, or the refusal as a value. Domain 2.12. A negotiation resumes where it was suspended. */
export function negotiationStep(
  state: NegotiationState,
  event: NegotiationEvent,
  { met, suspendedIn }: Standing,
): Step<NegotiationState, NegotiationEvent, NegotiationGuard> {
  const step = stepIn(negotiationWays, state, event, (guard) => met.has(guard))
  if (!step.ok) return step
  return { ok: true, to: step.to === 'before' ? (suspendedIn ?? 'planning') : step.to }
}

/** The next state of an offer, or the refusal as a value. Domain 2.12. */
export const offerStep = (state: OfferState, event: OfferEvent, met: ReadonlySet<OfferGuard>) =>
  stepIn(offerWays, state, event, (guard) => met.has(guard))

type Code = keyof typeof messages.en & string

function taken<State, Guard extends string>(
  step: Step<State, string, Guard>,
  here: Code,
  lacks: (guard: Guard) => { code: Code; params?: Params },
): State {
  if (step.ok) return step.to
  if (step.why === 'notHere') throw no(here)
  throw no('notYet', {}, Object.fromEntries(step.unmet.map((guard) => [guard, lacks(guard)])))
}

/** The next state of a negotiation. Refuses with what may happen now, or with a sentence for each unmet guard. */
export const mustStep = (state: NegotiationState, event: NegotiationEvent, standing: Standing): NegotiationState =>
  taken(negotiationStep(state, event, standing), `at_${state}`, (guard) => ({
    code: `lacks_${guard}`,
    params: { names: standing.names?.[guard] ?? '' },
  }))

/** The next state of an offer. Refuses with what may happen now, or with a sentence for each unmet guard. */
export const mustStepOffer = (state: OfferState, event: OfferEvent, met: ReadonlySet<OfferGuard>): OfferState =>
  taken(offerStep(state, event, met), `offerAt_${state}`, (guard) => ({ code: `lacks_${guard}` }))

/** Post-settlement proposals belong to the time between a yes and its approval. */
export const mayImprove = (state: NegotiationState): boolean => state === 'agreedInPrinciple'
