import { addDays, type Day } from '@/lib/kernel/day'
import { stepIn, type Ways } from '@/lib/kernel/steps'
import type {
  AdviceEvent,
  AdviceGuard,
  AdviceState,
  AgreementEvent,
  AgreementGuard,
  AgreementState,
  OccurrenceEvent,
  OccurrenceGuard,
  OccurrenceState,
  VersionEvent,
  VersionGuard,
  VersionState,
} from './model-states'

const terminate = { to: 'terminated', needs: ['noticeProven', 'lastDayGiven', 'exitComplete'] } as const

/** Where an agreement may go from each state, and what must be true for it. A02, domain 2.12. */
export const agreementWays: Ways<AgreementState, AgreementEvent, AgreementGuard> = {
  draft: {
    submit: {
      to: 'internalReview',
      needs: ['partiesGiven', 'daysGiven', 'ownerGiven', 'documentPresent', 'kpisComplete'],
    },
  },
  internalReview: {
    approve: { to: 'approved', needs: ['consentGiven', 'adviceSettled', 'deviationsApproved'] },
    revise: { to: 'draft', needs: [] },
  },
  approved: {
    sendOut: { to: 'outForSignature', needs: ['signatoriesOfBothSides', 'noticeLogged'] },
    revise: { to: 'draft', needs: [] },
  },
  outForSignature: {
    execute: { to: 'executed', needs: ['allSignedOnePaper'] },
    decline: { to: 'draft', needs: ['reasonGiven'] },
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

const waive = { to: 'waived', needs: ['waiverApproved', 'reasonGiven'] } as const
const cancelled = { to: 'cancelled', needs: [] } as const

/** The same of one due day of an obligation; what was rejected is due again. */
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

const waiveAdvice = { to: 'waived', needs: ['reasonGiven'] } as const
const answer = { to: 'answered', needs: ['answerGiven'] } as const
const decline = { to: 'declined', needs: ['reasonGiven'] } as const

/** The same of a request for expert advice. One that was declined is asked of somebody else, or waived with a reason. */
export const adviceWays: Ways<AdviceState, AdviceEvent, AdviceGuard> = {
  suggested: { request: { to: 'requested', needs: ['questionGiven'] }, waive: waiveAdvice, cancel: cancelled },
  requested: { accept: { to: 'accepted', needs: [] }, answer, decline, waive: waiveAdvice, cancel: cancelled },
  accepted: { answer, decline, waive: waiveAdvice, cancel: cancelled },
  answered: {
    decide: { to: 'decided', needs: ['decisionGiven', 'departureExplained', 'managerTold'] },
    waive: waiveAdvice,
  },
  declined: { request: { to: 'requested', needs: ['questionGiven'] }, waive: waiveAdvice, cancel: cancelled },
  decided: {},
  waived: {},
  cancelled: {},
}

/** What may happen to an agreement in this state, whatever is still missing for it. */
export const allowedFrom = (state: AgreementState): AgreementEvent[] =>
  Object.keys(agreementWays[state]) as AgreementEvent[]

/** Where the event leads when nothing is missing; null where it cannot happen. */
export const stateAfter = (state: AgreementState, event: AgreementEvent): AgreementState | null =>
  agreementWays[state][event]?.to ?? null

/** From there it goes nowhere. */
export const isEnd = (state: AgreementState): boolean => allowedFrom(state).length === 0

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
  paperFileId: string | null
  kpis: readonly { unit: string | null; source: string | null }[]
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

const said = (text: string | null | undefined) => (text ?? '').trim() !== ''
const none = (count: number | undefined) => count === 0

const agreementTests: Readonly<Record<AgreementGuard, (facts: AgreementFacts) => boolean>> = {
  partiesGiven: ({ ourName, theirName }) => said(ourName) && said(theirName),
  daysGiven: ({ startsOn, endsOn }) => !!startsOn && endsOn !== undefined && (endsOn === null || startsOn <= endsOn),
  ownerGiven: ({ ownerId }) => said(ownerId),
  documentPresent: ({ clauses, paperFileId }) => (clauses ?? 0) > 0 || said(paperFileId),
  kpisComplete: ({ kpis }) => kpis?.every(({ unit, source }) => said(unit) && said(source)) ?? false,
  consentGiven: ({ contentHash, approvedHash }) => said(contentHash) && contentHash === approvedHash,
  adviceSettled: ({ openBlockingAdvice }) => none(openBlockingAdvice),
  deviationsApproved: ({ unapprovedDeviations }) => none(unapprovedDeviations),
  signatoriesOfBothSides: ({ signatories }) =>
    (['us', 'them'] as const).every((side) =>
      signatories?.some((each) => each.side === side && each.part === 'signer'),
    ),
  noticeLogged: ({ signatories, electronicNoticeLogged }) =>
    !!signatories && (electronicNoticeLogged === true || signatories.every(({ method }) => method !== 'electronic')),
  allSignedOnePaper: ({ signingComplete }) => signingComplete === true,
  reasonGiven: ({ reason }) => said(reason),
  firstDayReached: ({ today, startsOn }) => !!today && !!startsOn && startsOn <= today,
  conditionsMet: ({ openConditions }) => none(openConditions),
  pauseDaysGiven: ({ pausedFrom, pausedUntil }) => !!pausedFrom && !!pausedUntil && pausedFrom <= pausedUntil,
  endPassed: ({ today, endsOn }) => !!today && !!endsOn && endsOn < today,
  notRenewed: ({ renewedByVersion }) => renewedByVersion === false,
  successorHolds: ({ successorHolds }) => successorHolds === true,
  noticeProven: ({ noticeFileId }) => said(noticeFileId),
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
    said(actorId) && said(ownerId) && actorId !== ownerId && actorId !== submittedBy,
  reasonGiven: ({ reason }) => said(reason),
  waiverApproved: ({ waiverApproved }) => waiverApproved === true,
}

/** The next state of an occurrence, or the refusal as a value. Nobody accepts what is theirs. */
export const occurrenceStep = (state: OccurrenceState, event: OccurrenceEvent, facts: OccurrenceFacts) =>
  stepIn(occurrenceWays, state, event, (guard) => occurrenceTests[guard](facts))

/** Overdue is derived, never stored: the due day and the days of grace have passed and nothing was handed in. */
export const isOverdue = (
  { state, dueOn, graceDays }: { state: OccurrenceState; dueOn: Day; graceDays: number },
  today: Day,
): boolean => (state === 'scheduled' || state === 'due') && addDays(dueOn, graceDays) < today

/** What is known when advice shall move; what nobody gave counts as not met. */
export type AdviceFacts = Partial<{
  question: string | null
  /** The expert's words or their file. */
  answer: string | null
  fileId: string | null
  decision: 'followed' | 'partly' | 'notFollowed' | null
  decisionReason: string | null
  managerTold: boolean
  reason: string | null
}>

const adviceTests: Readonly<Record<AdviceGuard, (facts: AdviceFacts) => boolean>> = {
  questionGiven: ({ question }) => said(question),
  answerGiven: ({ answer: words, fileId }) => said(words) || said(fileId),
  decisionGiven: ({ decision }) => !!decision,
  departureExplained: ({ decision, decisionReason }) => decision === 'followed' || said(decisionReason),
  managerTold: ({ decision, managerTold }) => decision !== 'notFollowed' || managerTold === true,
  reasonGiven: ({ reason }) => said(reason),
}

/** The next state of a request for advice, or the refusal as a value. What was not followed needs a reason and a manager who knows. */
export const adviceStep = (state: AdviceState, event: AdviceEvent, facts: AdviceFacts) =>
  stepIn(adviceWays, state, event, (guard) => adviceTests[guard](facts))

/** Blocking advice holds the approval up until it was decided upon, waived with a reason, or taken back. BGM-3.3. */
export const holdsUp = ({ state, blocking }: { state: AdviceState; blocking: boolean }): boolean =>
  blocking && state !== 'decided' && state !== 'waived' && state !== 'cancelled'
