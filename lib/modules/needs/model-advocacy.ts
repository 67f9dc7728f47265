import { z } from 'zod'
import { day, id, optionalText, text } from '@/lib/kernel/input'

export const decisions = ['accepted', 'later', 'declined'] as const
export type Decision = (typeof decisions)[number]

export const advocateInput = z.strictObject({
  needId: id,
  /** To whom inside the company: a department, a committee, a factory. */
  audience: text(120),
  ask: text(2000),
  ownerId: id,
  dueOn: day,
})
export const decideInput = z.strictObject({
  advocacyId: id,
  decision: z.enum(decisions),
  because: optionalText(2000),
})
export const advocacyRef = z.strictObject({ advocacyId: id })
export const answerRef = z.strictObject({ answerId: id })
