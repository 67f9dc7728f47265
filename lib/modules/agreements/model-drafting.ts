import { z } from 'zod'
import { id, optionalId, optionalText } from '@/lib/kernel/input'
import { agreementRef, clauseRef, versionRef } from './model'
import { agreementAspects, deviations } from './model-values'

export const beginTextInput = versionRef.extend({ agreementTemplateId: id })
export const takeWordsInput = clauseRef.extend({
  words: z.enum(['standard', 'fallback']),
  deviationReason: optionalText(2000),
})

/** A line of their paper: what it says of one matter, and how that differs from what we usually agree. */
const keyTerm = z.strictObject({
  heading: optionalText(200),
  aspect: z.enum(agreementAspects),
  value: optionalText(500),
  body: optionalText(5000),
  deviation: z.enum(deviations).default('none'),
  deviationReason: optionalText(2000),
  issueKey: optionalText(100),
})
export type KeyTerm = z.output<typeof keyTerm>

/** Their paper: the file that they sent, and its key terms; lines without a value are left out. */
export const keepTheirPaperInput = versionRef.extend({
  fileId: optionalId,
  terms: z.array(keyTerm).max(40).default([]),
})

export const compareInput = agreementRef.extend({ from: optionalText(40), to: optionalText(40) })
/** Compared with what the library usually says. */
export const asInLibrary = 'library'
