import { z } from 'zod'
import { id, optionalChoice, optionalText, text, version } from '@/lib/kernel/input'
import { number, optionalNumber } from '@/lib/kernel/input-numbers'
import { negotiationRef } from './model'
import { confidences, sides } from './model-issues'
import type { Outcome } from './rules-alternatives'

export type NamedOutcome = Outcome & { label: string }

const isBlank = (row: unknown) =>
  typeof row === 'object' && row !== null && Object.values(row).every((value) => !String(value ?? '').trim())

/** Blank rows of the form are none. A probability goes from 0 to 1, a score from 0 to 100. */
const outcomes = z.preprocess(
  (value) => (Array.isArray(value) ? value.filter((row) => !isBlank(row)) : (value ?? [])),
  z
    .array(
      z.strictObject({ label: text(200), probability: number({ min: '0', places: 10 }), score: number({ min: '0' }) }),
    )
    .max(12),
)

const about = {
  side: z.enum(sides),
  name: text(300),
  outcomes,
  switchingCost: optionalNumber({ min: '0', max: '100' }),
  confidence: optionalChoice(confidences),
  source: optionalText(500),
  nextStep: optionalText(1000),
}

export const alternativeRef = z.strictObject({ alternativeId: id })
export const addAlternativeInput = negotiationRef.extend(about)
export const editAlternativeInput = alternativeRef.extend({ version: version.optional(), ...about })
