import { isSaid, stepIn, type Ways } from '@/lib/kernel/steps'
import type { AdviceEvent, AdviceGuard, AdviceState } from './model-states'

const waiveAdvice = { to: 'waived', needs: ['reasonGiven'] } as const
const cancelled = { to: 'cancelled', needs: [] } as const
const answer = { to: 'answered', needs: ['answerGiven'] } as const
const decline = { to: 'declined', needs: ['reasonGiven'] } as const

/** Where a request for expert advice may go from each state. One that was declined is asked of somebody else, or waived with a reason. */
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
  questionGiven: ({ question }) => isSaid(question),
  answerGiven: ({ answer: words, fileId }) => isSaid(words) || isSaid(fileId),
  decisionGiven: ({ decision }) => !!decision,
  departureExplained: ({ decision, decisionReason }) => decision === 'followed' || isSaid(decisionReason),
  managerTold: ({ decision, managerTold }) => decision !== 'notFollowed' || managerTold === true,
  reasonGiven: ({ reason }) => isSaid(reason),
}

/** The next state of a request for advice, or the refusal as a value. What was not followed needs a reason and a manager who knows. */
export const adviceStep = (state: AdviceState, event: AdviceEvent, facts: AdviceFacts) =>
  stepIn(adviceWays, state, event, (guard) => adviceTests[guard](facts))

/** Blocking advice holds the approval up until it was decided upon, waived with a reason, or taken back. BGM-3.3. */
export const holdsUp = ({ state, blocking }: { state: AdviceState; blocking: boolean }): boolean =>
  blocking && state !== 'decided' && state !== 'waived' && state !== 'cancelled'
