import { z } from 'zod'
import { id } from '@/lib/kernel/input'
import { mostAtOnce, outcomes, subjects } from './model'

/** What the job says of a batch. Only jobs may; the schemas keep them honest. */
export const stepInput = z.strictObject({ batchId: id, runner: id })

const reason = z.strictObject({
  code: z.string().max(60),
  column: z.string().max(300).optional(),
  params: z.record(z.string(), z.union([z.string().max(2000), z.number()])).optional(),
})
const difference = z.strictObject({ field: z.string(), before: z.string().nullable(), after: z.string() })

const row = z.strictObject({
  number: z.number().int().positive(),
  turn: z.number().int().min(0),
  raw: z.array(z.string()),
  outcome: z.enum(outcomes),
  reason: reason.nullable(),
  detail: z.strictObject({ notes: z.array(reason), differences: z.array(difference) }).partial(),
})
export type CheckedRow = z.output<typeof row>

/** Rows of a dry run; the first part replaces what an earlier dry run left. */
export const keepRowsInput = stepInput.extend({ first: z.boolean(), rows: z.array(row).max(mostAtOnce) })

export const keepReadingInput = stepInput.extend({
  subject: z.enum(subjects),
  signature: z.string(),
  reading: z.record(z.string(), z.unknown()),
  mapping: z.record(z.string(), z.unknown()),
})

const counts = z.partialRecord(z.enum(outcomes), z.number().int())
export const settleCheckInput = stepInput.extend({ counts, totalRows: z.number().int() })

export const failInput = stepInput.extend({
  stage: z.enum(['reading', 'checking', 'running', 'undoing']),
  reason,
})

export const runChunkInput = stepInput.extend({
  from: z.number().int().min(0),
  most: z.number().int().min(1).max(mostAtOnce),
})
export const refuseRowInput = stepInput.extend({ from: z.number().int().min(0), reason })

/** `turn` makes each step of an undo a request of its own. */
export const undoChunkInput = stepInput.extend({ turn: z.number().int() })
export const keepChunkInput = undoChunkInput.extend({ reason })
