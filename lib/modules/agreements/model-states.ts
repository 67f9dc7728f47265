export const agreementStates = [
  'draft',
  'internalReview',
  'approved',
  'outForSignature',
  'executed',
  'active',
  'suspended',
  'expired',
  'superseded',
  'terminated',
  'cancelled',
] as const
export type AgreementState = (typeof agreementStates)[number]

/** Signed by everybody, neither resting nor over: what is owed under it runs. */
export const runningStates = ['executed', 'active'] as const satisfies readonly AgreementState[]
/** Signed by everybody and not over: it holds, will hold, or rests. */
export const heldStates = [...runningStates, 'suspended'] as const satisfies readonly AgreementState[]
/** It ran out, another took its place, it was terminated, or given up before it was signed. */
export const overStates = [
  'expired',
  'superseded',
  'terminated',
  'cancelled',
] as const satisfies readonly AgreementState[]

export const isRunning = (state: string): boolean => (runningStates as readonly string[]).includes(state)
export const isHeld = (state: string): boolean => (heldStates as readonly string[]).includes(state)
export const isOver = (state: string): boolean => (overStates as readonly string[]).includes(state)
export const isSigned = (state: string): boolean => isHeld(state) || (isOver(state) && state !== 'cancelled')

export const agreementEvents = [
  'submit',
  'approve',
  'revise',
  'sendOut',
  'execute',
  'decline',
  'activate',
  'suspend',
  'resume',
  'expire',
  'supersede',
  'terminate',
  'cancel',
] as const
export type AgreementEvent = (typeof agreementEvents)[number]

/** What must be true before an agreement moves on. */
export const agreementGuards = [
  'partiesGiven',
  'daysGiven',
  'ownerGiven',
  'documentPresent',
  'textFilled',
  'consentGiven',
  'adviceSettled',
  'deviationsApproved',
  'signatoriesOfBothSides',
  'noticeLogged',
  'allSignedOnePaper',
  'reasonGiven',
  'firstDayReached',
  'conditionsMet',
  'pauseDaysGiven',
  'endPassed',
  'notRenewed',
  'successorHolds',
  'noticeProven',
  'lastDayGiven',
  'exitComplete',
] as const
export type AgreementGuard = (typeof agreementGuards)[number]

export const versionStates = ['draft', 'inApproval', 'approved', 'outForSignature', 'executed', 'void'] as const
export type VersionState = (typeof versionStates)[number]
export const versionEvents = ['submit', 'approve', 'revise', 'sendOut', 'execute', 'void'] as const
export type VersionEvent = (typeof versionEvents)[number]
export const versionGuards = ['consentGiven', 'allSignedOnePaper', 'reasonGiven'] as const
export type VersionGuard = (typeof versionGuards)[number]

export const occurrenceStates = ['scheduled', 'due', 'submitted', 'accepted', 'waived', 'cancelled'] as const
export type OccurrenceState = (typeof occurrenceStates)[number]
export const occurrenceEvents = ['fallDue', 'submit', 'accept', 'reject', 'waive', 'cancel'] as const
export type OccurrenceEvent = (typeof occurrenceEvents)[number]
export const occurrenceGuards = [
  'leadReached',
  'evidenceGiven',
  'bySomebodyElse',
  'reasonGiven',
  'waiverApproved',
] as const
export type OccurrenceGuard = (typeof occurrenceGuards)[number]

export const adviceStates = [
  'suggested',
  'requested',
  'accepted',
  'answered',
  'decided',
  'waived',
  'declined',
  'cancelled',
] as const
export type AdviceState = (typeof adviceStates)[number]
export const adviceEvents = ['request', 'accept', 'decline', 'answer', 'decide', 'waive', 'cancel'] as const
export type AdviceEvent = (typeof adviceEvents)[number]
export const adviceGuards = [
  'questionGiven',
  'answerGiven',
  'decisionGiven',
  'departureExplained',
  'managerTold',
  'reasonGiven',
] as const
export type AdviceGuard = (typeof adviceGuards)[number]
