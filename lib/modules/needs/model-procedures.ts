import { z } from 'zod'
import { id, listOf, optionalText, text } from '@/lib/kernel/input'
import { needKinds } from './model'

/** A kind of need, or every kind that has no procedure of its own. */
export const procedureKinds = [...needKinds, 'every'] as const
export type ProcedureKind = (typeof procedureKinds)[number]

export const writeProcedureInput = z.strictObject({
  kind: z.enum(procedureKinds),
  title: text(200),
  body: text(8000),
  /** One point a line; blank lines are none. */
  checklist: z.preprocess(
    (value) =>
      typeof value === 'string'
        ? value
            .split('\n')
            .map((line) => line.trim())
            .filter((line) => line !== '')
        : value,
    listOf(text(400), 30),
  ),
})
export const submitProcedureInput = z.strictObject({ procedureVersionId: id, reason: optionalText(1000) })
