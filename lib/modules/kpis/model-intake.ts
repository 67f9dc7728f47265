import { z } from 'zod'
import { id } from '@/lib/kernel/input'
import type { intakeWords } from './messages-intake'

export type IntakeReason = keyof typeof intakeWords.en

/** One row as it came, all text; blank is not said. `agreement` is its number, `kpi` the KPI's code. */
export type IntakeRow = {
  row: number
  agreement: string
  kpi: string
  party: string
  period: string
  value: string
  numerator: string
  denominator: string
  note: string
}

/** A measurement as it will stand; exact text in the KPI's unit. */
export type IntakeValue = {
  kpiId: string
  agreementId: string
  accountId: string
  period: string
  fromDay: string
  value: string
  numerator: string | null
  denominator: string | null
  note: string | null
}

/** What becomes of a row. `beforeId` is the measurement that says the same, or that is restated. */
export type IntakePlan =
  | { row: number; outcome: 'refused'; reason: IntakeReason }
  | { row: number; outcome: 'repeated'; as: number }
  | { row: number; outcome: 'new' | 'update' | 'same'; is: IntakeValue; before: string | null; beforeId: string | null }

const number = z.string().max(100).nullable()
const value = z.strictObject({
  kpiId: id,
  agreementId: id,
  accountId: id,
  period: z.string().max(20),
  fromDay: z.iso.date(),
  value: z.string().max(100),
  numerator: number,
  denominator: number,
  note: z.string().max(1000).nullable(),
})

/** Measurements that were planned; the reason stands beside those that restate another. */
export const keepManyInput = z.strictObject({
  values: z.array(value),
  source: z.enum(['import', 'api']),
  reason: z.string().max(1000),
  importId: id.nullable(),
})

const image = z.strictObject({ id, image: z.record(z.string(), z.unknown()) })
export const takeBackInput = z.strictObject({ added: z.array(id), images: z.array(image) })

/** Rows of one call: more of them go in several calls. */
export const mostInCall = 1000

const cell = z
  .union([z.string().max(200), z.number().transform(String), z.null()])
  .optional()
  .transform((given) => given ?? '')
const row = z.strictObject({
  agreement: cell,
  kpi: cell,
  party: cell,
  period: cell,
  value: cell,
  numerator: cell,
  denominator: cell,
  note: z
    .string()
    .max(1000)
    .nullish()
    .transform((given) => given ?? ''),
})
export const measureManyInput = z.strictObject({ rows: z.array(row).min(1).max(mostInCall) })
