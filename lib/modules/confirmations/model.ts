import { z } from 'zod'
import { addDays, type Day } from '@/lib/kernel/day'
import { id, optionalDay, optionalId, optionalText } from '@/lib/kernel/input'

/** What can be confirmed; the module that owns the fact adds its kind here. */
export const confirmationKinds = ['keyContact'] as const
export type ConfirmationKind = (typeof confirmationKinds)[number]

/** How it was confirmed. */
export const confirmationMethods = ['meeting', 'visit', 'call', 'mail', 'line', 'meal', 'document', 'other'] as const
export type ConfirmationMethod = (typeof confirmationMethods)[number]

/** Why a confirmation no longer counts. `renewed` is the good end: a newer one took its place; `takenBack` was a slip. */
export const voidReasons = ['renewed', 'valueChanged', 'left', 'cleared', 'replaced', 'takenBack'] as const
export type VoidReason = (typeof voidReasons)[number]

/** A confirmation counts for this many days unless it is shortened, or lengthened by a lead or manager. */
export const validForDays = 180
/** From this many days before its end on, it asks to be renewed. */
export const expiringWithinDays = 14
/** Nobody may lengthen beyond this. */
export const longestValidForDays = 730

export const confirmationStates = ['none', 'confirmed', 'expiring', 'expired', 'changed'] as const
export type ConfirmationState = (typeof confirmationStates)[number]

/** One confirmation as others read it. */
export type Confirmation = {
  id: string
  subjectId: string
  valueHash: string
  method: ConfirmationMethod
  confirmedBy: string
  confirmedByName: string
  withPersonId: string | null
  evidenceId: string | null
  note: string | null
  confirmedOn: Day
  validUntil: Day
  voidedBecause: VoidReason | null
}

type Judged = Pick<Confirmation, 'valueHash' | 'validUntil' | 'voidedBecause'>

/**
 * How far a fact is known to be so. `valueHash` is the hash of the fact as it is today: a confirmation of another value
 * counts no more. The last valid day itself still counts.
 */
export function confirmationState(confirmation: Judged | null, valueHash: string, today: Day): ConfirmationState {
  if (!confirmation) return 'none'
  if (confirmation.voidedBecause !== null || confirmation.valueHash !== valueHash) return 'changed'
  if (confirmation.validUntil < today) return 'expired'
  return confirmation.validUntil <= addDays(today, expiringWithinDays) ? 'expiring' : 'confirmed'
}

/** Confirmed now, be it for a few more days only. */
export const isConfirmed = (state: ConfirmationState) => state === 'confirmed' || state === 'expiring'

/** What somebody says when confirming: shared by every form that confirms something. */
export const confirming = {
  method: z.enum(confirmationMethods),
  confirmedOn: optionalDay,
  validUntil: optionalDay,
  evidenceId: optionalId,
  note: optionalText(2000),
}

const hash = z.string().regex(/^[0-9a-f]{64}$/)

export const confirmInput = z.strictObject({
  kind: z.enum(confirmationKinds),
  accountId: id,
  facts: z
    .array(z.strictObject({ subjectId: id, valueHash: hash, withPersonId: optionalId }))
    .min(1)
    .max(100),
  ...confirming,
})

export const voidInput = z.strictObject({
  kind: z.enum(confirmationKinds),
  subjectIds: z.array(id).max(500),
  because: z.enum(voidReasons),
})

export const takeBackInput = z.strictObject({ kind: z.enum(confirmationKinds), subjectId: id })
