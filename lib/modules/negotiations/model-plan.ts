import { version } from '@/lib/kernel/input'
import { number, whole } from '@/lib/kernel/input-numbers'
import { negotiationRef } from './model'

/**
 * How we mean to concede: down to which score at the end, which percent of the way at once, at what pace (below 1 late, above
 * 1 early), over how many rounds. N07.
 */
export const planInput = negotiationRef.extend({
  version: version.optional(),
  reservation: number({ min: '0', max: '100', places: 4 }),
  atOnce: number({ min: '0', max: '100', places: 4 }),
  exponent: number({ min: '0.01', max: '100', places: 4 }),
  rounds: whole(1, 60),
})
