export const negotiationStates = [
  'planning',
  'ready',
  'open',
  'agreedInPrinciple',
  'approved',
  'documented',
  'closed',
  'suspended',
  'noDeal',
] as const
export type NegotiationState = (typeof negotiationStates)[number]

export const negotiationEvents = [
  'prepare',
  'begin',
  'agree',
  'reopen',
  'approve',
  'document',
  'close',
  'suspend',
  'resume',
  'endWithoutDeal',
] as const
export type NegotiationEvent = (typeof negotiationEvents)[number]

/** What must be true before a negotiation moves on. */
export const negotiationGuards = [
  'checklistComplete',
  'mandateApproved',
  'inputsIn',
  'adviceIn',
  'focusConsented',
  'alternativeGiven',
  'conductConfirmed',
  'offerExchanged',
  'offerAccepted',
  'withinMandate',
  'packageApproved',
  'versionWritten',
  'noticesSent',
  'debriefWritten',
  'reasonGiven',
  'alternativeNext',
] as const
export type NegotiationGuard = (typeof negotiationGuards)[number]

export const offerStates = [
  'draft',
  'internalCheck',
  'sent',
  'received',
  'accepted',
  'countered',
  'declined',
  'withdrawn',
  'lapsed',
] as const
export type OfferState = (typeof offerStates)[number]

export const offerEvents = ['check', 'revise', 'send', 'accept', 'counter', 'decline', 'withdraw', 'lapse'] as const
export type OfferEvent = (typeof offerEvents)[number]

export const offerGuards = ['policyPassed', 'stillValid', 'latestOfSide', 'insideMandate', 'validityOver'] as const
export type OfferGuard = (typeof offerGuards)[number]
