import { z } from 'zod'
import { day, id, optionalText } from '@/lib/kernel/input'
import { negotiationRef } from './model'

/** What a supervisor can see at the table. */
export const observedIndicators = ['BGM-2.1', 'BGM-2.2', 'BGM-2.3', 'BGM-2.4', 'BGM-2.5'] as const
export type ObservedIndicator = (typeof observedIndicators)[number]

export const ratings = [0, 1, 2, 3, 4] as const

/** From 0 to 4; blank means that it was not to be seen. */
const rating = z.preprocess(
  (value) => (value === '' || value === undefined || value === null ? null : Number(value)),
  z.union(ratings.map((value) => z.literal(value))).nullable(),
)

/** What was seen of each indicator, by the part of its number after the point: `rating1` is BGM-2.1. */
export const observeInput = negotiationRef.extend({
  observedId: id,
  observedOn: day,
  rating1: rating,
  rating2: rating,
  rating3: rating,
  rating4: rating,
  rating5: rating,
  note: optionalText(4000),
})
