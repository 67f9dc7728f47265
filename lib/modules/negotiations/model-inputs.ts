import { z } from 'zod'
import { disciplines } from '@/lib/kernel/actor'
import { day, flag, id, optionalChoice, optionalId, optionalText, text } from '@/lib/kernel/input'
import { negotiationRef } from './model'

export const inputKinds = ['input', 'advice'] as const
/** A question to a colleague, or to an expert of a discipline. */
export type InputKind = (typeof inputKinds)[number]

export const inputStates = ['asked', 'accepted', 'answered', 'disposed', 'declined', 'cancelled'] as const
export type InputState = (typeof inputStates)[number]

export const inputStances = ['support', 'concern', 'object'] as const
export type InputStance = (typeof inputStances)[number]
export const recommendations = ['proceed', 'proceedWithChanges', 'doNotProceed'] as const
export type Recommendation = (typeof recommendations)[number]
export const dispositions = ['adopted', 'partly', 'notAdopted'] as const
export type Disposition = (typeof dispositions)[number]

export const inputRef = z.strictObject({ inputId: id })

/** Asks a colleague or an expert; without `required` the negotiation may be ready before the answer. */
export const askInput = negotiationRef.extend({
  kind: z.enum(inputKinds),
  discipline: optionalChoice(disciplines),
  askedOf: id,
  question: text(2000),
  background: optionalText(4000),
  dueOn: day,
  required: flag,
})

/** Input takes a stance, advice recommends: the command asks for the one that fits. */
export const answerInput = inputRef.extend({
  answer: text(8000),
  stance: optionalChoice(inputStances),
  recommendation: optionalChoice(recommendations),
  fileId: optionalId,
})
export const declineInput = inputRef.extend({ because: text(1000) })
export const disposeInput = inputRef.extend({ disposition: z.enum(dispositions), reason: optionalText(2000) })
export const waiveInput = negotiationRef.extend({ reason: text(1000) })
