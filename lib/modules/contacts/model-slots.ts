import type { Day } from '@/lib/kernel/day'
import type { ConfirmationMethod, ConfirmationState } from '@/lib/modules/confirmations/model'
import type { Slot } from '@/lib/modules/workspace/model'

export const slotStates = ['empty', 'claimed', 'confirmed', 'expired'] as const
export type SlotState = (typeof slotStates)[number]

/** One key role of an account: who fills it, and how well we know. */
export type SlotView = {
  slot: Slot
  /** Asked for by the account's tier. */
  required: boolean
  state: SlotState
  keyContactId: string | null
  person: { id: string; displayName: string; englishName: string | null; title: string | null } | null
  confirmation: {
    state: ConfirmationState
    method: ConfirmationMethod
    confirmedOn: Day
    validUntil: Day
    confirmedByName: string
    withPersonName: string | null
    evidenceId: string | null
    note: string | null
  } | null
}

/** A key role whose confirmation has ended, is about to, or was undone by a change. */
export type FactToReconfirm = {
  keyContactId: string
  accountId: string
  accountName: string
  accountEnglishName: string | null
  slot: Slot
  personId: string
  personName: string
  personEnglishName: string | null
  state: Extract<ConfirmationState, 'expiring' | 'expired' | 'changed'>
  confirmedOn: Day
  validUntil: Day
}

/** A key role that was confirmed before and asks to be confirmed again. */
export type RoleAsking = { keyContactId: string; personId: string; slot: Slot; confirmedOn: Day; validUntil: Day }

/** The key roles of one account: those of its tier first, then others that somebody fills all the same. */
export type SlotBoard = {
  accountId: string
  slots: SlotView[]
  confirmed: number
  required: number
  /** What the reader may do here, and how long a confirmation may hold when they give it. */
  mayClaim: boolean
  mayConfirm: boolean
  mayLengthen: boolean
  today: Day
}
