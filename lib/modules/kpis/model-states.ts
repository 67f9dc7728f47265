/** What the other side has seen of a measurement, and said to it. */
export const sharingStates = ['notShared', 'shared', 'agreed', 'disputed'] as const
export type SharingState = (typeof sharingStates)[number]
export const sharingEvents = ['share', 'agree', 'dispute', 'restate'] as const
export type SharingEvent = (typeof sharingEvents)[number]
export const sharingGuards = ['valueGiven', 'theirValueGiven', 'theirSourceGiven'] as const
export type SharingGuard = (typeof sharingGuards)[number]

export const breachStates = [
  'open',
  'acknowledged',
  'actionPlanned',
  'inProgress',
  'verified',
  'closed',
  'void',
] as const
export type BreachState = (typeof breachStates)[number]
export const breachEvents = ['acknowledge', 'plan', 'start', 'verify', 'close', 'recover', 'reopen', 'restate'] as const
export type BreachEvent = (typeof breachEvents)[number]
export const breachGuards = [
  'causeGiven',
  'actionGiven',
  'actionsDone',
  'effectGiven',
  'bySomebodyElse',
  'planNotRequired',
  'noLongerGreen',
  'noLongerFollows',
] as const
export type BreachGuard = (typeof breachGuards)[number]
