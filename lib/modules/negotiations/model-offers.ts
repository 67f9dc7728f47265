import { z } from 'zod'
import { flag, id, listOf, optionalChoice, optionalDay, optionalText, text, version } from '@/lib/kernel/input'
import { whole } from '@/lib/kernel/input-numbers'
import { negotiationRef } from './model'
import { sides } from './model-issues'

export const offerChannels = ['call', 'visit', 'meeting', 'mail', 'line', 'meal', 'other'] as const
export type OfferChannel = (typeof offerChannels)[number]

/** Nobody negotiates more issues at once; more is a paste that went wrong. */
const mostIssues = 60
export const longestValue = 1000

/** What a form says of each issue by its key; blank is not stated, not 0. */
const values = z
  .record(z.string().min(1).max(80), z.union([z.boolean(), optionalText(longestValue)]))
  .refine((said) => Object.keys(said).length <= mostIssues, { message: 'tooManyValues' })

const terms = {
  values,
  conditions: optionalText(4000),
  validUntil: optionalDay,
  note: optionalText(4000),
}

/** `latest` tells how values moved in the latest rounds alone; `meeting` also whom a meeting can have been with. */
export const roundsInput = negotiationRef.extend({
  /** The offers and meetings of the latest rounds alone. */
  latest: z.boolean().default(false),
  /** The latest moves and pairs alone. */
  latestMoves: z.boolean().default(false),
  meeting: z.boolean().default(false),
})

/** The number of the last offer that whoever writes has seen, 0 before the first. Not said, nothing is compared. */
const seen = z.coerce.number().int().min(0).optional()

export const recordOfferInput = negotiationRef.extend({
  side: z.enum(sides),
  version: seen,
  /** Blank is the round that comes next. */
  round: z.preprocess((value) => (value === '' || value === undefined ? null : value), whole(1, 99).nullable()),
  /** Blank is today. */
  day: optionalDay,
  channel: z.enum(offerChannels),
  /** Ours only: not said to them yet. */
  draft: flag,
  ...terms,
})

export const offerRef = negotiationRef.extend({ offerId: id })
export const changeOfferInput = offerRef.extend({
  /** The version of the draft that whoever changes it has seen. Not said, nothing is compared. */
  version: version.optional(),
  channel: z.enum(offerChannels),
  ...terms,
})

/** What can be done with an offer without accepting it. */
export const offerSteps = ['check', 'revise', 'send', 'decline', 'withdraw'] as const
export type OfferStepName = (typeof offerSteps)[number]
export const stepOfferInput = offerRef.extend({ event: z.enum(offerSteps), reason: optionalText(1000) })

export const acceptOfferInput = offerRef.extend({ relationshipRisk: optionalText(2000) })
export const reissueOfferInput = offerRef.extend({ validUntil: optionalDay })

const moves = listOf(text(100), 40)
export const pairMovesInput = negotiationRef.extend({ moves })
export const leaveMoveInput = negotiationRef.extend({ moves, reason: text(1000) })
export const tradeRef = negotiationRef.extend({ tradeId: id })

export const logRoundInput = negotiationRef.extend({
  channel: optionalChoice(offerChannels),
  summary: text(4000),
  round: z.preprocess((value) => (value === '' || value === undefined ? null : value), whole(1, 99).nullable()),
  day: optionalDay,
  agreedPoints: optionalText(4000),
  openPoints: optionalText(4000),
  questions: optionalText(4000),
  observations: optionalText(4000),
  personIds: listOf(id, 50),
  nextSteps: z
    .array(z.strictObject({ text: optionalText(500), dueOn: optionalDay }))
    .max(20)
    .optional(),
})
