import { z } from 'zod'
import { flag, id, optionalChoice, optionalText } from '@/lib/kernel/input'
import { optionalNumber } from '@/lib/kernel/input-numbers'
import { negotiationRef } from './model'
import { type Confidence, confidences, type OfferValue } from './model-issues'

/** A weight is a share of the sum of all: more than a million says nothing that less would not. */
const weight = optionalNumber({ min: '0', max: '1000000', places: 6 })
const points = z.record(z.string().max(80), optionalNumber({ min: '0', max: '100' })).default({})

/**
 * What an issue is worth, as it was typed: a number in the issue's unit, the key of an option, yes or no; which of them is
 * decided by the kind of the issue. `version` 0 is a line that was not there yet.
 */
export const stakeInput = z.strictObject({
  issueId: id,
  version: z.coerce.number().int().min(0).default(0),
  opening: optionalText(80),
  target: optionalText(80),
  limit: optionalText(80),
  weight,
  wanted: optionalChoice(['yes', 'no']),
  required: flag,
  points,
  theirTarget: optionalText(80),
  theirLimit: optionalText(80),
  theirWeight: weight,
  theirPoints: points,
  confidence: optionalChoice(confidences),
  source: optionalText(500),
})
export type TypedStake = z.output<typeof stakeInput>

/** `version` is that of the whole sheet: the sum of its lines' versions. */
export const setStakesInput = negotiationRef.extend({
  version: z.coerce.number().int().min(0).optional(),
  stakes: z.array(stakeInput).min(1).max(60),
})

/** Places from 1, the most important first; issues of the same place count the same. Blank: not ranked, left as it is. */
export const rankInput = negotiationRef.extend({
  places: z
    .array(z.strictObject({ issueId: id, place: optionalNumber({ min: '1', max: '100', places: 0 }) }))
    .min(1)
    .max(60),
})

/**
 * SECRET: what an issue begins with in talks after an agreement: what that came to (`agreed`, in its own `words` where it has
 * any), and the target and limit that follow from it and from the last mandate. Suggested only: nothing holds before somebody saves it.
 */
export type Beginning = Pick<Stake, 'target' | 'limit' | 'wanted' | 'required'>
export type LastTime = Beginning & { agreed: OfferValue | null; words: string | null }
/** SECRET: the same by issue. */
export type LastTimes = Readonly<Record<string, LastTime>>

/** SECRET: what an issue is worth to us, and what we believe it is worth to them. */
export type Stake = {
  id: string
  version: number
  issueId: string
  opening: string | null
  target: string | null
  limit: string | null
  weight: string | null
  wanted: boolean | null
  required: boolean
  points: Readonly<Record<string, string>>
  theirTarget: string | null
  theirLimit: string | null
  theirWeight: string | null
  theirPoints: Readonly<Record<string, string>>
  confidence: Confidence | null
  source: string | null
}
