import { z } from 'zod'
import { day, id, optionalId, optionalText, text, version } from '@/lib/kernel/input'

export const causeKinds = [
  'supply',
  'logistics',
  'forecast',
  'quality',
  'system',
  'people',
  'client',
  'external',
  'other',
] as const
/** Where the cause of a breach lies. */
export type CauseKind = (typeof causeKinds)[number]

/** The steps that a press takes; verifying says something too and is a command of its own. */
export const breachSteps = ['acknowledge', 'plan', 'start', 'close'] as const
export type BreachPress = (typeof breachSteps)[number]

export const breachRef = z.strictObject({ breachId: id })
export const moveInput = breachRef.extend({ step: z.enum(breachSteps) })
export const explainInput = breachRef.extend({
  version: version.optional(),
  causeKind: z.enum(causeKinds),
  cause: text(4000),
  plan: optionalText(4000),
})
export const verifyInput = breachRef.extend({ verification: text(4000) })

export const addActionInput = breachRef.extend({
  ownerId: id,
  text: text(1000),
  dueOn: day,
  /** How one will see that it helped. */
  effect: optionalText(1000),
})
export const finishActionInput = z.strictObject({ kpiActionId: id, result: text(2000), fileId: optionalId })
export const actionRef = z.strictObject({ kpiActionId: id })

/** The days before an action is due, and after, on which somebody is reminded. */
export const actionSoonDays = 3
export const actionLateDays = 3
