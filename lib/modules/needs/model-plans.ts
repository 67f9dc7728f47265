import { z } from 'zod'
import { day, id, optionalId, optionalText, text, version } from '@/lib/kernel/input'
import { methods } from './model'

const step = {
  method: z.enum(methods),
  methodId: optionalId,
  why: text(400),
  memberId: id,
  personId: optionalId,
  dueOn: day,
}

export const planMethodInput = z.strictObject({ accountId: id, ...step })
export const editStepInput = z.strictObject({ stepId: id, version, ...step })
export const stepRef = z.strictObject({ stepId: id })
export const setAimInput = z.strictObject({ accountId: id, aim: optionalText(1000) })
export const submitPlanInput = z.strictObject({ accountId: id, reason: optionalText(1000) })
