import { z } from 'zod'
import { day, id, listOf, optionalDay, optionalId, optionalText, text, version } from '@/lib/kernel/input'
import { agreementRef, versionRef } from './model'

export const amendmentKinds = ['amendment', 'temporary', 'renewal', 'restatement'] as const
/** What a later version is: a change, one for a time that returns by itself, the next term, or the whole written anew. */
export type AmendmentKind = (typeof amendmentKinds)[number]

const amendmentFields = {
  kind: z.enum(amendmentKinds),
  /** From which day it holds, and until which when it returns by itself; both included. */
  validFrom: day,
  validTo: optionalDay,
  reason: text(2000),
  /** Why it reaches back, when it does. */
  retroactiveReason: optionalText(2000),
  /** The talk in which the other side was consulted. */
  interactionId: optionalId,
}
export const amendInput = agreementRef.extend(amendmentFields)
export const editAmendmentInput = versionRef.extend({ version: version.optional(), ...amendmentFields })
export type Amendment = Omit<z.output<typeof amendInput>, 'agreementId'>
export const giveUpAmendmentInput = versionRef.extend({ reason: text(2000) })

export const sides = ['us', 'them'] as const
export const stances = ['for', 'against'] as const
export const proposalStates = ['open', 'taken', 'declined'] as const
export type ProposalState = (typeof proposalStates)[number]

/** What one side proposed to change, for or against a change. */
export const proposeInput = agreementRef.extend({
  side: z.enum(sides),
  stance: z.enum(stances),
  clauseKeys: listOf(z.string().max(80), 60),
  text: text(5000),
  reason: optionalText(2000),
  interactionId: optionalId,
})
export const decideProposalInput = z.strictObject({
  agreementProposalId: id,
  decision: z.enum(['taken', 'declined']),
  stateReason: optionalText(2000),
})

/** Which colleagues must know a version; without a day, within the days that the workspace has set. */
export const askReadersInput = versionRef.extend({
  memberIds: listOf(id, 100),
  message: optionalText(2000),
  dueOn: optionalDay,
})
/** Whom else a signed version concerns, beside those whom the agreement itself names. */
export const askConcernedInput = versionRef.extend({ memberIds: listOf(id, 500) })
export const acknowledgeInput = versionRef.extend({ comment: optionalText(2000) })

export const amendmentAsOfInput = agreementRef.extend({ validOn: optionalDay, knownOn: optionalDay })
