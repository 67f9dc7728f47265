import { z } from 'zod'
import { day, flag, id, listOf, optionalDay, optionalId, optionalText, text, version } from '@/lib/kernel/input'
import { optionalAmount, optionalPercent, percent, whole } from '@/lib/kernel/input-numbers'

export const obligationParties = ['us', 'them', 'both'] as const
export type ObligationParty = (typeof obligationParties)[number]

export const obligationKinds = [
  'pay',
  'deliver',
  'report',
  'quality',
  'volume',
  'exclusivity',
  'insurance',
  'notice',
  'review',
  'data',
  'other',
] as const
export type ObligationKind = (typeof obligationKinds)[number]
export const schedules = ['once', 'recurring', 'event'] as const
export const dayRules = ['none', 'following', 'modifiedFollowing', 'preceding'] as const

const isFilled = (tier: unknown) =>
  typeof tier === 'object' && tier !== null && Object.values(tier).some((value) => value !== '' && value !== null)

/** A form always sends its empty rows; a row without figures is none. */
const tiers = z.preprocess(
  (value) => (Array.isArray(value) ? value.filter(isFilled) : value),
  listOf(z.strictObject({ from: percent, pct: percent }), 10),
)

/** What is credited by the level attained: a fee, the cap, and from which level on how much of it. K05. */
export const creditFields = { monthlyFee: optionalAmount, cap: optionalPercent, tiers }

const optionalMonths = z.preprocess(
  (value) => (value === '' || value === undefined ? null : value),
  whole(1, 120).nullable(),
)

const fields = {
  clauseKey: optionalText(100),
  party: z.enum(obligationParties),
  kind: z.enum(obligationKinds),
  text: text(2000),
  ownerId: id,
  personId: optionalId,
  schedule: z.enum(schedules),
  everyMonths: optionalMonths,
  firstDueOn: optionalDay,
  lastDueOn: optionalDay,
  dayRule: z.enum(dayRules).default('none'),
  leadDays: whole(0, 365).default(7),
  graceDays: whole(0, 365).default(0),
  evidenceRequired: flag,
  acceptorId: optionalId,
  ...creditFields,
}
const obligation = z.strictObject(fields)
export type ObligationFields = z.output<typeof obligation>

export const addObligationInput = z.strictObject({ agreementId: id, ...fields })
export const obligationRef = z.strictObject({ obligationId: id })
export const editObligationInput = obligationRef.extend({ version: version.optional(), ...fields })
export const happenedInput = obligationRef.extend({ happenedOn: day, note: optionalText(2000) })

export const occurrenceRef = z.strictObject({ occurrenceId: id })
export const submitOccurrenceInput = occurrenceRef.extend({ note: optionalText(2000), fileId: optionalId })
export const reasonInput = occurrenceRef.extend({ reason: text(2000) })

/** As what a waiver is put before those who must consent. */
export const waiverKind = 'obligationWaiver' as const

/** The channels by which a letter goes out. */
export const letterChannels = ['mail', 'line', 'visit', 'other'] as const
export const reminderInput = occurrenceRef.extend({
  channel: z.enum(letterChannels).default('mail'),
  letter: text(3500),
})
