type Values = Readonly<Record<string, unknown>>

/** What became of a row with one change. */
export type HistoryEvent = 'added' | 'changed' | 'archived' | 'restored' | 'erased'

export function eventOf({ before, after }: { before: Values | null; after: Values | null }): HistoryEvent {
  if (after === null) return 'erased'
  if (before === null) return 'added'
  if ('archivedAt' in after) return after.archivedAt === null ? 'restored' : 'archived'
  return 'changed'
}
