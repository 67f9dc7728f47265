import { z } from 'zod'
import { day, flag, id, listOf, optionalDay, optionalId, optionalText, text, version } from '@/lib/kernel/input'
import { number, optionalNumber, whole } from '@/lib/kernel/input-numbers'
import { locales } from '@/lib/kernel/messages'
import { creditFields } from '@/lib/modules/agreements/model-obligations'
import { issuing, methods } from '@/lib/modules/links/model'
import { aggregations, directions, frequencies, kpiCategories, sources, units } from './model-values'

export const parties = ['us', 'them', 'joint'] as const
/** Whose performance it is: ours, the other side's, or one of both. */
export type KpiParty = (typeof parties)[number]

export const consequences = ['none', 'credit', 'rebate', 'penalty', 'actionPlan'] as const
/** What follows when it is missed. */
export type Consequence = (typeof consequences)[number]

/** Whether what follows is a sum of money. */
export const isAmount = (consequence: string): boolean => ['credit', 'rebate', 'penalty'].includes(consequence)

const optionalWhole = (min: number, max: number) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), whole(min, max).nullable())

/** Numbers in the KPI's own unit, at most six decimals; blank is not set, which is never 0. */
const limit = optionalNumber({ places: 6 })
const limits = { target: limit, amber: limit, zero: limit, low: limit, high: limit, tolerance: limit }

const terms = {
  party: z.enum(parties),
  ownerId: id,
  /** Relative to the other KPIs; 0 does not count in the score. */
  weight: number({ min: '0', max: '1000' }).default('1'),
  source: z.enum(sources),
  frequency: z.enum(frequencies),
  startsOn: day,
  endsOn: optionalDay,
  graceDays: whole(0, 120).default(5),
  cumulative: flag,
  /** How many reds in a row are a breach, or how many among the last so many. */
  inARow: whole(1, 12).default(2),
  reds: optionalWhole(1, 36),
  of: optionalWhole(1, 36),
  planRequired: flag,
  consequence: z.enum(consequences).default('none'),
  consequenceNote: optionalText(1000),
  ...creditFields,
}
const newTerms = z.strictObject(terms)
export type NewTerms = z.output<typeof newTerms>

export const agreementRef = z.strictObject({ agreementId: id })
export const kpiRef = z.strictObject({ kpiId: id })
const kpiOfVersion = z.strictObject({ agreementVersionId: id, kpiId: id })

/** Agrees on a KPI of the library in the version that is drafted. */
export const addInput = z.strictObject({ agreementVersionId: id, code: text(40), ...terms, ...limits })
export const editInput = kpiOfVersion.extend({ version: version.optional(), ...terms, ...limits })
export const removeInput = kpiOfVersion
export const setTargetInput = kpiOfVersion.extend(limits)
export const setSeasonalInput = kpiOfVersion.extend({ period: text(20), ...limits })
/** The clause that a KPI measures; blank is none. */
export const nameClauseInput = kpiRef.extend({ clauseKey: optionalText(100) })
export const dropTargetInput = z.strictObject({ kpiTargetId: id })

/** A number as people type it; its KPI says in which unit. */
export const typedNumber = z
  .union([z.string().max(80), z.number().transform(String), z.null()])
  .optional()
  .transform((value) => value ?? '')

/** A value of a period: the parts of a ratio, or the value alone; with a reason where it replaces another. */
export const measureInput = kpiRef.extend({
  period: text(20),
  value: typedNumber,
  numerator: typedNumber,
  denominator: typedNumber,
  note: optionalText(1000),
  reason: optionalText(1000),
  fileId: optionalId,
})

/** What a link about values of an agreement is about. */
export const sharingKind = 'kpiSharing'

/** Sends the chosen values to the client as a signed link. */
export const shareInput = agreementRef.extend({
  measurementIds: listOf(id, 200),
  language: z.enum(locales).default('zh-TW'),
  ...issuing,
})

export const replies = ['agree', 'dispute'] as const

/** What the client said to one value in another way than by link. */
export const fileReplyInput = z.strictObject({
  measurementId: id,
  reply: z.enum(replies),
  theirValue: typedNumber,
  theirSource: optionalText(500),
  method: z.enum(methods),
  answeredOn: day,
  fileId: optionalId,
  note: optionalText(2000),
})
export const hearInput = agreementRef.extend({ answerId: id })

/** Capitals, digits and dashes, however they are typed: SHELF, OTIF-2. */
const code = z.preprocess(
  (value) => (typeof value === 'string' ? value.normalize('NFKC').trim().toUpperCase() : value),
  z.string().regex(/^[A-Z][A-Z0-9-]{1,19}$/, { message: 'codeUnfit' }),
)
const definition = {
  name: text(100),
  englishName: text(100),
  unit: z.enum(units),
  direction: z.enum(directions),
  aggregation: z.enum(aggregations),
  decimals: whole(0, 6).default(1),
  category: z.enum(kpiCategories),
  definition: optionalText(2000),
  englishDefinition: optionalText(2000),
  numerator: optionalText(300),
  denominator: optionalText(300),
  exclusions: optionalText(1000),
  measuredFrom: optionalText(300),
}
export const defineInput = z.strictObject({ code, ...definition })
export const redefineInput = z.strictObject({ kpiDefinitionId: id, version: version.optional(), ...definition })
export const retireInput = z.strictObject({ code, retired: flag })
