import { z } from 'zod'
import { disciplines } from '@/lib/kernel/actor'
import { day, flag, id, optionalChoice, optionalId, optionalText, text } from '@/lib/kernel/input'
import { adviceTriggers } from './model-values'

export const adviceRecommendations = ['proceed', 'proceedWithChanges', 'doNotProceed'] as const
export const adviceDecisions = ['followed', 'partly', 'notFollowed'] as const

/** The clause by its key; blank is the agreement as a whole. */
const clauseKey = z.preprocess((value) => value ?? '', z.string().trim().max(200))

/** Asks a colleague, or an expert outside by name; exactly one of them. */
export const askAdviceInput = z.strictObject({
  agreementVersionId: id,
  clauseKey,
  trigger: optionalChoice(adviceTriggers),
  discipline: z.enum(disciplines),
  advisorId: optionalId,
  advisorName: optionalText(200),
  question: text(4000),
  background: optionalText(8000),
  dueOn: day,
  blocking: flag,
  privileged: flag,
})

export const adviceRef = z.strictObject({ adviceId: id })
export const declineAdviceInput = adviceRef.extend({ because: text(2000) })
export const answerAdviceInput = adviceRef.extend({
  recommendation: z.enum(adviceRecommendations),
  answer: optionalText(8000),
  fileId: optionalId,
})
export const decideAdviceInput = adviceRef.extend({ decision: z.enum(adviceDecisions), reason: optionalText(4000) })
export const waiveAdviceInput = adviceRef.extend({ reason: text(4000) })

/** Does without advice that the rules suggest and nobody asked for. */
export const waiveSuggestionInput = z.strictObject({
  agreementVersionId: id,
  clauseKey,
  trigger: z.enum(adviceTriggers),
  reason: text(4000),
})
