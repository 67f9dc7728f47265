import { z } from 'zod'
import {
  day,
  flag,
  id,
  listOf,
  optionalChoice,
  optionalDay,
  optionalId,
  optionalText,
  text,
  version,
} from '@/lib/kernel/input'
import { optionalNumber } from '@/lib/kernel/input-numbers'

/** Whose need it is: the client's own, or that of the people who buy from the client. */
export const holders = ['client', 'endConsumer'] as const
export type Holder = (typeof holders)[number]

export const needKinds = [
  'product',
  'price',
  'delivery',
  'quality',
  'service',
  'information',
  'promotion',
  'other',
] as const
export type NeedKind = (typeof needKinds)[number]

/** The methods of note 5: item 4 counts as four, by whom one speaks with. */
export const methods = [
  'asking',
  'observation',
  'salesRecords',
  'contacts',
  'staff',
  'management',
  'suppliers',
] as const
export type Method = (typeof methods)[number]

export const needStates = ['heard', 'described', 'quantified', 'verified', 'answered', 'met', 'dropped'] as const
export type NeedState = (typeof needStates)[number]
/** Those of the board, from left to right. */
export const openStates = ['heard', 'described', 'quantified', 'verified', 'answered'] as const

export const confidences = ['low', 'medium', 'high'] as const

/** What may rest on a need; such a need is verified before it is answered. */
export const feedKinds = ['term', 'kpi', 'advocacy'] as const

export const outcomes = ['met', 'dropped'] as const

/** The pages that show needs, for every command that changes one. */
export const refreshed = ['/(crm)/needs', '/(crm)/needs/[needId]', '/(crm)/accounts/[accountId]/needs']

/** One to five, or not said. */
const grade = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  z.coerce.number().int().min(1).max(5).nullable(),
)

/** A measured value: it may lie below zero, with at most four decimals. */
const measured = optionalNumber()

/** How it was found, from whom, in their words. */
const source = {
  method: z.enum(methods),
  methodId: optionalId,
  personId: optionalId,
  informant: optionalText(120),
  verbatim: text(4000),
  heardOn: optionalDay,
  interactionId: optionalId,
}

const measure = {
  metric: optionalText(200),
  unit: optionalText(40),
  baseline: measured,
  target: measured,
  confidence: optionalChoice(confidences),
  measureSource: optionalText(200),
}

export const needRef = z.strictObject({ needId: id })
export const accountRef = z.strictObject({ accountId: id })

export const hearInput = z.strictObject({
  accountId: id,
  title: text(200),
  holder: z.enum(holders).default('client'),
  kind: z.enum(needKinds),
  ownerId: optionalId,
  importance: grade,
  promisedOn: optionalDay,
  consented: flag,
  confidential: flag,
  competitionSensitive: flag,
  context: optionalText(4000),
  consequence: optionalText(4000),
  ...source,
})

const blankAsNull = (value: unknown) => (typeof value === 'string' && value.trim() === '' ? null : value)
/** In an edit, a field that is not named stays as it is; an empty one is cleared. */
const cleared = <Schema extends z.ZodType>(schema: Schema) => z.preprocess(blankAsNull, schema.nullable()).optional()
/** A checkbox behind a hidden `false`: the last word counts, and no word leaves it as it is. */
const ticked = z.preprocess((value) => (Array.isArray(value) ? value.at(-1) : value), flag).optional()

export const editInput = z.strictObject({
  needId: id,
  version,
  title: text(200).optional(),
  holder: z.enum(holders).optional(),
  kind: z.enum(needKinds).optional(),
  ownerId: id.optional(),
  importance: cleared(z.coerce.number().int().min(1).max(5)),
  satisfaction: cleared(z.coerce.number().int().min(1).max(5)),
  promisedOn: cleared(day),
  consented: ticked,
  confidential: ticked,
  competitionSensitive: ticked,
})

export const describeInput = z.strictObject({ needId: id, version, context: text(4000), consequence: text(4000) })
export const quantifyInput = z.strictObject({ needId: id, version, ...measure })
export const addSourceInput = z.strictObject({ needId: id, ...source })
export const sourceRef = z.strictObject({ sourceId: id })
/** What a record of a neighbour has begun and ceased to rest on. */
export const restInput = z.strictObject({
  accountId: id,
  feed: z.enum(feedKinds),
  added: listOf(id, 100),
  gone: listOf(id, 100),
})
export const feedInput = z.strictObject({ needId: id, feeds: listOf(z.enum(feedKinds), feedKinds.length) })
export const verifyInput = z.strictObject({
  needId: id,
  /** The points of the procedure that the second reader has gone through. */
  checked: listOf(text(400), 30),
  note: optionalText(2000),
  /** What the second reader had before them. */
  contentHash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})
export const answerInput = z.strictObject({
  needId: id,
  text: text(4000),
  answeredOn: optionalDay,
  interactionId: optionalId,
})
export const closeInput = z.strictObject({
  needId: id,
  outcome: z.enum(outcomes),
  because: optionalText(1000),
})

export const addMethodInput = z.strictObject({
  name: text(80),
  englishName: optionalText(80),
  basis: z.enum(methods),
})
export const methodRef = z.strictObject({ methodId: id })
