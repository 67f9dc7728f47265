import { day, text } from '@/lib/kernel/input'
import { negotiationRef } from './model'

/** Suspends with the reason that the team is told. */
export const suspendInput = negotiationRef.extend({ reason: text(1000) })

/** Ends without a deal: why, and what we do next instead, by when. */
export const endInput = suspendInput.extend({ nextStep: text(1000), dueOn: day })
