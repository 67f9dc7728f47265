import { z } from 'zod'
import { optionalId, optionalText, text } from '@/lib/kernel/input'
import { negotiationRef } from './model'

/**
 * The points that talks take over from an agreement that ends: `fromNegotiationId` are the talks that it came from, `key` the
 * point there or the clause, `carried` what was given for it and what came of it.
 */
export const carryOverInput = negotiationRef.extend({
  fromNegotiationId: optionalId,
  points: z
    .array(
      z.strictObject({
        key: text(80),
        name: text(200),
        termCode: optionalText(60),
        carried: optionalText(1000),
      }),
    )
    .max(60),
})
export type CarriedPoint = z.output<typeof carryOverInput>['points'][number]
