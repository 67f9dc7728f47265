import { z } from 'zod'
import type { Day } from '@/lib/kernel/day'
import { optionalChoice, optionalId } from '@/lib/kernel/input'
import { termCodes } from '@/lib/modules/terms/model-catalogue'

/** The station from which a thread is opened; a term is named by its version and its code. */
export const threadRef = z.strictObject({
  issueId: optionalId,
  clauseId: optionalId,
  obligationId: optionalId,
  kpiId: optionalId,
  versionId: optionalId,
  termCode: optionalChoice(termCodes as [string, ...string[]]),
})

export const stationKinds = ['issue', 'agreed', 'term', 'clause', 'owed', 'actual', 'next'] as const
/** Where a thread passes, in its order. */
export type StationKind = (typeof stationKinds)[number]

/** Why a station is red: it says another value than the station `from`, a target was missed, or a day went by. */
export type Wrong = { why: 'differs'; from: StationKind; value: string } | { why: 'missed' | 'overdue' }

/** One record at a station, in the reader's words; a blank value is not known. */
export type Knot = {
  key: string
  about: string
  value: string | null
  note: string | null
  day: Day | null
  by: string | null
  href: string | null
  wrong: Wrong | null
}

export type Station = { kind: StationKind; knots: readonly Knot[] }
