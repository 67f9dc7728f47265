import { plain } from './exact'
import { formatPrice, groupThousands } from './money'

type Values = Readonly<Record<string, unknown>>

/** What became of a row with one change. */
export type HistoryEvent = 'added' | 'changed' | 'archived' | 'restored' | 'erased'

export function eventOf({ before, after }: { before: Values | null; after: Values | null }): HistoryEvent {
  if (after === null) return 'erased'
  if (before === null) return 'added'
  if ('archivedAt' in after) return after.archivedAt === null ? 'restored' : 'archived'
  return 'changed'
}

/** A change of a row as it was recorded; `by` is the member's name, null when the product itself did it. */
export type RecordedChange<Table extends string = string> = {
  id: string
  table: Table
  rowId: string
  before: Values | null
  after: Values | null
  at: Date
  by: string | null
}

/** A field of a change, in values that people read. */
export type FieldChange<Field extends string = string> = { field: Field; before: string | null; after: string | null }
export type HistoryEntry<Table extends string = string, Change = FieldChange> = {
  id: string
  subject: Table
  rowId: string
  event: HistoryEvent
  at: string
  /** Who did it; null when the product itself did. */
  by: string | null
  fields: Change[]
}

/** Ids that changes mention under these keys, so that their names can be read at once. */
export const mentionedIn = (changes: readonly RecordedChange[], keys: ReadonlySet<string>): string[] => [
  ...new Set(
    changes
      .flatMap(({ before, after }) => [...Object.entries(before ?? {}), ...Object.entries(after ?? {})])
      .flatMap(([key, value]) => (keys.has(key) && typeof value === 'string' ? [value] : [])),
  ),
]

/**
 * Changes as a history that people read: of each row the fields that `shown` names for its table, as `said` puts them;
 * what reads the same before and after is left out, and a change of nothing else is no entry.
 */
export const entriesOf = <Table extends string, Field extends string>(
  changes: readonly RecordedChange<Table>[],
  shown: Readonly<Record<Table, readonly Field[]>>,
  said: (field: Field, value: unknown, change: RecordedChange<Table>) => string | null,
): HistoryEntry<Table, FieldChange<Field>>[] =>
  changes.flatMap((change) => {
    const { id, table, rowId, before, after, at, by } = change
    const event = eventOf(change)
    const fields = shown[table]
      .filter((field) => field in (after ?? {}))
      .map((field) => ({
        field,
        before: said(field, before?.[field], change),
        after: said(field, after?.[field], change),
      }))
      .filter((each) => each.before !== each.after)
    return event === 'changed' && fields.length === 0
      ? []
      : [{ id, subject: table, rowId, event, at: at.toISOString(), by, fields }]
  })

/**
 * An amount in a row's history: exactly, with its thousands apart and in the currency that the row has now; without one where
 * a change among these gave the row another, because the amounts before it were in that.
 */
export function amountIn(
  changes: readonly RecordedChange[],
  currencies: ReadonlyMap<string, string>,
): (value: unknown, rowId: string) => string {
  const changed = new Set(
    changes.flatMap(({ rowId, before, after }) => (before !== null && 'currency' in (after ?? {}) ? [rowId] : [])),
  )
  return (value, rowId) => {
    const [amount, currency] = [plain(String(value)), currencies.get(rowId)]
    return currency === undefined || changed.has(rowId) ? groupThousands(amount) : formatPrice({ amount, currency })
  }
}
