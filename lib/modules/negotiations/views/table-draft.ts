import { type Kept, keptDrafts } from '@/lib/ui/kept-drafts'
import { type Sent, sendOnce } from '@/lib/ui/send-once'
import type { Side } from '../model-issues'

/** An offer that is being written at the table; `values` holds what was typed, not what was prefilled. */
export type TableDraft = Kept & {
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
})

export type RecordedOffer = { offerId: string; number: number; round: number }

/** Posts an offer under the draft's key: however often it is sent, it is recorded once. */
export const sendOffer = ({ key, negotiationId }: TableDraft, payload: object): Promise<Sent<RecordedOffer>> =>
  sendOnce(`/api/v1/negotiations/${negotiationId}/recordOffer`, key, payload)
