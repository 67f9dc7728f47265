import { z } from 'zod'
import { day, id, optionalDay, optionalId, optionalText, text } from '@/lib/kernel/input'
import { whole } from '@/lib/kernel/input-numbers'

export const anticipateInput = z.strictObject({
  accountId: id,
  title: text(200),
  /** The day by which it is expected. */
  horizonOn: day,
  /** Percent, as a whole number. */
  probability: whole(1, 99),
  trigger: optionalText(1000),
  signal: optionalText(1000),
  signalOn: optionalDay,
  response: optionalText(2000),
})
export const anticipationRef = z.strictObject({ anticipatedId: id })
export const scoreInput = z.strictObject({ anticipatedId: id, happened: z.enum(['yes', 'no']) })
export const leaveInput = z.strictObject({ anticipatedId: id, because: text(1000) })

const objective = { title: text(200), measure: text(400), ownerId: id, dueOn: day }
export const pursueInput = z.strictObject({ anticipatedId: id, ...objective })
export const setObjectiveInput = z.strictObject({ accountId: id, needId: optionalId, ...objective })
export const objectiveRef = z.strictObject({ objectiveId: id })
export const reachInput = z.strictObject({ objectiveId: id, result: text(1000) })
export const askInput = z.strictObject({ anticipatedIds: z.array(id).min(1).max(50) })

/** How often what one expected came about. */
export type HitRate = { scored: number; happened: number; meanProbability: number | null }
