'use server'
import { action } from '@/lib/kernel/action'
import * as decisions from './commands-decisions'
import * as delegations from './commands-delegations'
import * as policies from './commands-policies'
import * as words from './commands-words'

export const decideRun = action(decisions.decide)
export const decideManyRuns = action(decisions.decideMany)
export const answerApprover = action(decisions.answerQuestion)
export const withdrawRun = action(decisions.withdraw)
export const recordWord = action(words.approveByWord)
export const writeWordDown = action(words.writeWord)
export const delegateApprovals = action(delegations.delegate)
export const endDelegationNow = action(delegations.endDelegation)
export const setApprovalPolicy = action(policies.setPolicy)
export const setSecondApprover = action(policies.setSecondApprover)
