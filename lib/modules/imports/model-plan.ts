import type { Actor } from '@/lib/kernel/actor'
import type { KnownMember } from '@/lib/modules/workspace/model-intake'
import type { Difference, Mapping, Reason } from './model'

/** Everything besides rows and records that a plan depends on. */
export type Setting = Pick<Mapping, 'kind' | 'role' | 'sameNumber'> & {
  /** The system that the file's numbers are from. */
  source: string
  /** The currency of amounts whose rows do not say it. */
  currency: string
  actor: Actor
  tiers: readonly string[]
  /** The tier of accounts whose rows do not say it. */
  usualTier: string
  members: readonly KnownMember[]
  /** Whether the actor may bring contacts that others had. */
  forOthers: boolean
  now: Date
}

/** The record that a row is about: one on record, or the one that the row with this number brings. */
export type Subject = { id: string } | { row: number }

/** What becomes of a row, with the reason when it is refused. */
export type PlannedRow = {
  number: number
  outcome: 'new' | 'update' | 'same' | 'refused'
  reason: Reason | null
  notes: readonly Reason[]
  differences: readonly Difference[]
  subject: Subject | null
}

export const refusedRow = (number: number, reason: Reason, notes: readonly Reason[] = []): PlannedRow => ({
  number,
  outcome: 'refused',
  reason,
  notes,
  differences: [],
  subject: null,
})
