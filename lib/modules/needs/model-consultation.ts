import { z } from 'zod'
import { id, listOf, optionalDay, optionalText } from '@/lib/kernel/input'
import { channels } from '@/lib/modules/interactions/rules-channels'

export const reviewOutcomes = ['valid', 'changed', 'met', 'dropped'] as const
export type ReviewOutcome = (typeof reviewOutcomes)[number]

export const consultationOf = z.strictObject({ personId: id, accountId: id })
export const consultInput = z.strictObject({
  personId: id,
  accountId: id,
  channel: z.enum(channels).default('meeting'),
  heldOn: optionalDay,
  summary: optionalText(2000),
  reviews: listOf(z.strictObject({ needId: id, outcome: z.enum(reviewOutcomes), words: optionalText(2000) }), 100),
})
export const consultationRef = z.strictObject({ consultationId: id })
export const sendLetterInput = z.strictObject({
  consultationId: id,
  validDays: z.coerce.number().int().min(1).max(90).default(14),
})
