import { z } from 'zod'
import { id, listOf, optionalDay, optionalId, optionalText } from '@/lib/kernel/input'
import { logInput } from '@/lib/modules/interactions/model'
import { filing, issuing } from '@/lib/modules/links/model'

export const reviewOutcomes = ['valid', 'changed', 'met', 'dropped'] as const
export type ReviewOutcome = (typeof reviewOutcomes)[number]

/** The ways of being in touch, as the contact log has them. */
export const channels = logInput.shape.channel.options

export const consultationOf = z.strictObject({ personId: id, accountId: id })
export const consultInput = z.strictObject({
  personId: id,
  accountId: id,
  channel: logInput.shape.channel.default('meeting'),
  heldOn: optionalDay,
  summary: optionalText(2000),
  reviews: listOf(z.strictObject({ needId: id, outcome: z.enum(reviewOutcomes), words: optionalText(2000) }), 100),
})
export const consultationRef = z.strictObject({ consultationId: id })
const { mailTo, validDays } = issuing

export const sendLetterInput = z.strictObject({ consultationId: id, personId: optionalId, mailTo, validDays })
export const fileLetterInput = z.strictObject({ consultationId: id, ...filing })
