import { z } from 'zod'
import { flag, id, listOf, optionalId, optionalText, text, version } from '@/lib/kernel/input'
import { optionalAmount, whole } from '@/lib/kernel/input-numbers'
import { logInput } from '@/lib/modules/interactions/model'
import { termTypes } from '@/lib/modules/terms/model-catalogue'
import { tierCodes } from '@/lib/modules/workspace/model'
import { directions, negotiationKinds, negotiationRef, results } from './model'

/** How a talk can have been held: as any contact. */
export const talkChannels = logInput.shape.channel.options

const termCode = z.string().refine((code) => termTypes.some((type) => type.code === code))
const optionalTermCode = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  termCode.nullable(),
)

const said = {
  asked: text(1000),
  gave: optionalText(1000),
  got: optionalText(1000),
  result: z.enum(results),
}

/**
 * A small talk in one line. Without `interactionId` it is logged as a contact of the account by `channel`. `formal` opens the
 * formal workspace with what was typed instead.
 */
export const talkInput = z.strictObject({
  accountId: id,
  direction: z.enum(directions).default('sell'),
  kind: z.enum(negotiationKinds).default('price'),
  ...said,
  productId: optionalId,
  termCode: optionalTermCode,
  expectedValue: optionalAmount,
  interactionId: optionalId,
  channel: logInput.shape.channel.default('call'),
  formal: flag,
})

/** What came of a small talk later, or what was typed wrongly. */
export const editTalkInput = negotiationRef.extend({ version: version.optional(), ...said })

/** From when on the formal workspace is due, and within how many working days results are told. */
export const thresholdsInput = z.strictObject({
  version: version.optional(),
  formalFrom: optionalAmount,
  formalTiers: listOf(z.enum(tierCodes), 3),
  formalTerms: listOf(termCode, termTypes.length),
  noticeDays: whole(1, 30),
})
