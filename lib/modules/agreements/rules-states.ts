import type { Day } from '@/lib/kernel/day'
import { isSaid, stepIn, type Ways } from '@/lib/kernel/steps'
import type {
  AgreementEvent,
  AgreementGuard,
  AgreementState,
  VersionEvent,
  VersionGuard,
  VersionState,
} from './model-states'

const terminate = { to: 'terminated', needs: ['noticeProven', 'lastDayGiven', 'exitComplete'] } as const

const cancel = { to: 'cancelled', needs: ['reasonGiven'] } as const

/** Where an agreement may go from each state, and what must be true for it. A02, domain 2.12. */
export const agreementWays: Ways<AgreementState, AgreementEvent, AgreementGuard> = {
  draft: {
    submit: {
      to: 'internalReview',
      needs: ['partiesGiven', 'daysGiven', 'ownerGiven', 'documentPresent', 'textFilled'],
    },
    cancel,
  },
  internalReview: {
    approve: { to: 'approved', needs: ['consentGiven', 'adviceSettled', 'deviationsApproved'] },
    revise: { to: 'draft', needs: [] },
    cancel,
  },
  approved: {
    sendOut: { to: 'outForSignature', needs: ['signatoriesOfBothSides', 'noticeLogged'] },
    revise: { to: 'draft', needs: [] },
    cancel,
  },
  outForSignature: {
    execute: { to: 'executed', needs: ['allSignedOnePaper'] },
    decline: { to: 'draft', needs: ['reasonGiven'] },
    cancel,
  },
  executed: { activate: { to: 'active', needs: ['firstDayReached', 'conditionsMet'] }, terminate },
  active: {
    suspend: { to: 'suspended', needs: ['reasonGiven', 'pauseDaysGiven'] },
    expire: { to: 'expired', needs: ['endPassed', 'notRenewed'] },
    supersede: { to: 'superseded', needs: ['successorHolds'] },
    terminate,
  },
  suspended: { resume: { to: 'active', needs: [] }, terminate },
  expired: {},
  superseded: {},
  terminated: {},
  cancelled: {},
}

const voided = { to: 'void', needs: ['reasonGiven'] } as const

/** The same of one version; executed content never changes again. */
export const versionWays: Ways<VersionState, VersionEvent, VersionGuard> = {
  draft: { submit: { to: 'inApproval', needs: [] }, void: voided },
  inApproval: {
    approve: { to: 'approved', needs: ['consentGiven'] },
    revise: { to: 'draft', needs: [] },
    void: voided,
  },
  approved: { sendOut: { to: 'outForSignature', needs: [] }, revise: { to: 'draft', needs: [] }, void: voided },
  outForSignature: {
    execute: { to: 'executed', needs: ['allSignedOnePaper'] },
    revise: { to: 'draft', needs: ['reasonGiven'] },
    void: voided,
  },
  executed: {},
  void: {},
}

/** What may happen to an agreement in this state, whatever is still missing for it. */
export const allowedFrom = (state: AgreementState): AgreementEvent[] =>
  Object.keys(agreementWays[state]) as AgreementEvent[]

/** Where the event leads when nothing is missing; null where it cannot happen. */
export const stateAfter = (state: AgreementState, event: AgreementEvent): AgreementState | null =>
  agreementWays[state][event]?.to ?? null

/**
 * What is known when an agreement shall move. What nobody gave counts as not met, so that a forgotten fact refuses rather
 * than lets through. Numbers are counts of what is still open.
 */
export type AgreementFacts = Partial<{
  today: Day
  ourName: string | null
  theirName: string | null
  startsOn: Day | null
  /** The last day of the term; an open end is null and is given all the same. */
  endsOn: Day | null
  ownerId: string | null
  /** Clauses of our own paper, or the file of theirs. */
  clauses: number
  /** Variables that still stand in the text instead of what they stand for. */
  openVariables: number
  paperFileId: string | null
  /** The hash of what stands in the version now, and of what was consented to. */
  contentHash: string | null
  approvedHash: string | null
  openBlockingAdvice: number
  unapprovedDeviations: number
  signatories: readonly { side: 'us' | 'them'; part: 'approver' | 'signer'; method: 'electronic' | 'seal' | 'ink' }[]
  electronicNoticeLogged: boolean
  /** Every signer of both sides signed the same paper; `isComplete` of the signing rules says so. */
  signingComplete: boolean
  reason: string | null
  openConditions: number
  pausedFrom: Day | null
  pausedUntil: Day | null
  renewedByVersion: boolean
  successorHolds: boolean
  noticeFileId: string | null
  lastDay: Day | null
  exitItemsOpen: number
}>

const none = (count: number | undefined) => count === 0

const agreementTests: Readonly<Record<AgreementGuard, (facts: AgreementFacts) => boolean>> = {
  partiesGiven: ({ ourName, theirName }) => isSaid(ourName) && isSaid(theirName),
  daysGiven: ({ startsOn, endsOn }) => !!startsOn && endsOn !== undefined && (endsOn === null || startsOn <= endsOn),
  ownerGiven: ({ ownerId }) => isSaid(ownerId),
  documentPresent: ({ clauses, paperFileId }) => (clauses ?? 0) > 0 || isSaid(paperFileId),
  textFilled: ({ openVariables }) => none(openVariables),
  consentGiven: ({ contentHash, approvedHash }) => isSaid(contentHash) && contentHash === approvedHash,
  adviceSettled: ({ openBlockingAdvice }) => none(openBlockingAdvice),
  deviationsApproved: ({ unapprovedDeviations }) => none(unapprovedDeviations),
  signatoriesOfBothSides: ({ signatories }) =>
    (['us', 'them'] as const).every((side) =>
      signatories?.some((each) => each.side === side && each.part === 'signer'),
    ),
  noticeLogged: ({ signatories, electronicNoticeLogged }) =>
    !!signatories && (electronicNoticeLogged === true || signatories.every(({ method }) => method !== 'electronic')),
  allSignedOnePaper: ({ signingComplete }) => signingComplete === true,
  reasonGiven: ({ reason }) => isSaid(reason),
  firstDayReached: ({ today, startsOn }) => !!today && !!startsOn && startsOn <= today,
  conditionsMet: ({ openConditions }) => none(openConditions),
  pauseDaysGiven: ({ pausedFrom, pausedUntil }) => !!pausedFrom && !!pausedUntil && pausedFrom <= pausedUntil,
  endPassed: ({ today, endsOn }) => !!today && !!endsOn && endsOn < today,
  notRenewed: ({ renewedByVersion }) => renewedByVersion === false,
  successorHolds: ({ successorHolds }) => successorHolds === true,
  noticeProven: ({ noticeFileId }) => isSaid(noticeFileId),
  lastDayGiven: ({ lastDay }) => !!lastDay,
  exitComplete: ({ exitItemsOpen }) => none(exitItemsOpen),
}

/** The guards of this event that these facts leave unmet, wherever the agreement stands. */
export function unmetGuards(event: AgreementEvent, facts: AgreementFacts): AgreementGuard[] {
  const needs = Object.values(agreementWays).flatMap((ways) => ways[event]?.needs ?? [])
  return [...new Set(needs)].filter((guard) => !agreementTests[guard](facts))
}

/** The next state of an agreement, or the refusal as a value. A02. */
export const agreementStep = (state: AgreementState, event: AgreementEvent, facts: AgreementFacts) =>
  stepIn(agreementWays, state, event, (guard) => agreementTests[guard](facts))

/** The next state of a version, or the refusal as a value. */
export const versionStep = (state: VersionState, event: VersionEvent, met: ReadonlySet<VersionGuard>) =>
  stepIn(versionWays, state, event, (guard) => met.has(guard))
