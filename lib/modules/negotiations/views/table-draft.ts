import type { Day } from '@/lib/kernel/day'
import { type Kept, keptDrafts } from '@/lib/ui/kept-drafts'
import { type Sent, sendOnce } from '@/lib/ui/send-once'
import type { Side } from '../model-issues'

/** What both sides said last, as a field shows it. */
export type LastValues = Readonly<Record<Side, Readonly<Record<string, string>>>>

/** An offer as it goes out: what was typed, and what stood in the fields before. */
export type TablePayload = {
  side: Side
  channel: string
  values: Readonly<Record<string, string>>
  conditions: string
  day: Day
  version?: number
}

/** An offer that is being written at the table; `values` holds what was typed, not what was prefilled. */
export type TableDraft = Kept & {
  waiting: TablePayload | null
  negotiationId: string
  side: Side
  values: Readonly<Record<string, string>>
  conditions: string
}

export const freshTableDraft = (negotiationId = '', side: Side = 'them'): TableDraft => ({
  key: crypto.randomUUID(),
  at: Date.now(),
  waiting: null,
  negotiationId,
  side,
  values: {},
  conditions: '',
})

/** What this browser keeps of offers until the server has them. */
export const tableDrafts = keptDrafts<TableDraft>({
  name: 'accord-table',
  fresh: freshTableDraft,
  isDraft: (value): value is TableDraft =>
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    typeof (value as { negotiationId?: unknown }).negotiationId === 'string',
  isEmpty: ({ values, conditions, waiting }) =>
    Object.keys(values).length === 0 && conditions.trim() === '' && waiting === null,
  laneOf: ({ negotiationId }) => negotiationId,
})

export type RecordedOffer = { offerId: string; number: number; round: number }

/** Posts an offer under the draft's key: however often it is sent, it is recorded once. */
export async function sendOffer({ key, negotiationId }: TableDraft, payload: object): Promise<Sent<RecordedOffer>> {
  const post = (said: object) => sendOnce<RecordedOffer>(`/api/v1/negotiations/${negotiationId}/recordOffer`, key, said)
  const sent = await post(payload)
  // The clock of this device runs ahead: the server knows which day it is.
  return sent.state === 'refused' && sent.fields.day ? post({ ...payload, day: '' }) : sent
}

/** The draft that the form shows: one that was refused when its turn came is mended before the next is written. */
export function draftShown(kept: readonly TableDraft[], negotiationId: string): TableDraft | undefined {
  const open = kept.filter((draft) => draft.negotiationId === negotiationId && draft.waiting === null)
  return open.find(({ returned }) => returned) ?? open[0]
}

/** What waits here of a negotiation, in the order in which it was said. */
export const waitingOf = (kept: readonly TableDraft[], negotiationId: string): TablePayload[] =>
  kept.flatMap((draft) => (draft.negotiationId === negotiationId && draft.waiting ? [draft.waiting] : [])).reverse()

/** What both sides said last: as the server knows it, and over it what waits here. Blank in an offer is not stated. */
export function saidLast(known: LastValues, waiting: readonly TablePayload[]): LastValues {
  const of = (side: Side) =>
    Object.fromEntries(
      [known[side], ...waiting.filter((offer) => offer.side === side).map(({ values }) => values)].flatMap((values) =>
        Object.entries(values).filter(([, value]) => value.trim() !== ''),
      ),
    )
  return { us: of('us'), them: of('them') }
}
