import { eventOf, type HistoryEvent } from '@/lib/kernel/changed'
import { plain } from '@/lib/kernel/exact'

type Values = Readonly<Record<string, unknown>>

const shownFields = {
  products: ['code', 'name', 'englishName', 'brand', 'specification', 'baseUnit', 'status', 'note'],
  product_units: ['unit', 'factor'],
  product_costs: ['validFrom', 'cost', 'currency'],
} as const

export type HistorySubject = keyof typeof shownFields
export type HistoryField = (typeof shownFields)[HistorySubject][number]

/** A change as it was recorded. */
export type RawChange = {
  id: string
  table: HistorySubject
  before: Values | null
  after: Values | null
  at: Date
  by: string | null
}

export type FieldChange = { field: HistoryField; before: string | null; after: string | null }
export type HistoryEntry = {
  id: string
  subject: HistorySubject
  event: HistoryEvent
  at: string
  /** Who did it; null when the product itself did. */
  by: string | null
  fields: FieldChange[]
}

/** Changes as a history that people read; technical fields are left out, and changes of nothing else. */
export const entriesOf = (changes: readonly RawChange[]): HistoryEntry[] =>
  changes.flatMap(({ id, table, before, after, at, by }) => {
    const event = eventOf({ before, after })
    const fields = shownFields[table]
      .filter((field) => field in (after ?? {}))
      .map((field) => ({ field, before: said(field, before?.[field]), after: said(field, after?.[field]) }))
      .filter((change) => change.before !== change.after)
    return event === 'changed' && fields.length === 0
      ? []
      : [{ id, subject: table, event, at: at.toISOString(), by, fields }]
  })

function said(field: HistoryField, value: unknown): string | null {
  if (value === null || value === undefined || value === '') return null
  return field === 'factor' || field === 'cost' ? plain(String(value)) : String(value)
}
