import { eventOf, type HistoryEvent } from '@/lib/kernel/changed'
import { isPersonField, type PersonField, personFields } from './model'

type Values = Readonly<Record<string, unknown>>

/** A change as it was recorded. */
export type RawChange = {
  id: string
  table: 'people' | 'affiliations' | 'contact_points' | 'key_contacts'
  rowId: string
  before: Values | null
  after: Values | null
  at: Date
  by: string | null
}

/** A field of a change in values that people read; `restores` names it when its former value can be brought back. */
export type FieldChange = { field: string; before: string | null; after: string | null; restores: PersonField | null }
export type HistoryEntry = {
  id: string
  subject: RawChange['table']
  event: HistoryEvent
  /** What the change is about besides the person: the account of a post or role, the kind of a number. */
  about: string | null
  at: string
  /** Who did it; null when the product itself did. */
  by: string | null
  fields: FieldChange[]
}

/** Parts of a person as they are now: what their changes are about. */
export type Parts = ReadonlyMap<string, { about: string | null }>

const shownFields: Readonly<Record<RawChange['table'], readonly string[]>> = {
  people: personFields,
  affiliations: [
    'title',
    'department',
    'decisionRole',
    'influence',
    'stance',
    'reportsToId',
    'fromDay',
    'toDay',
    'main',
  ],
  contact_points: ['kind', 'value', 'preferred'],
  key_contacts: ['slot'],
}
const references = new Set(['ownerId', 'reportsToId'])

/** Ids that the changes mention, so that their names can be read at once. */
export const referencesIn = (changes: readonly RawChange[]): string[] => [
  ...new Set(
    changes
      .flatMap(({ before, after }) => [...Object.entries(before ?? {}), ...Object.entries(after ?? {})])
      .flatMap(([key, value]) => (references.has(key) && typeof value === 'string' ? [value] : [])),
  ),
]

/** Changes as a history that people read; derived and technical fields are left out, and changes of nothing else. */
export const entriesOf = (
  changes: readonly RawChange[],
  parts: Parts,
  names: ReadonlyMap<string, string>,
): HistoryEntry[] =>
  changes.flatMap((change) => {
    const event = eventOf(change)
    const fields = fieldsOf(change, names)
    if (event === 'changed' && fields.length === 0) return []
    const { id, table, at, by } = change
    const about = parts.get(change.rowId)?.about ?? null
    return [{ id, subject: table, event, about, at: at.toISOString(), by, fields }]
  })

function fieldsOf({ table, before, after }: RawChange, names: ReadonlyMap<string, string>): FieldChange[] {
  return shownFields[table]
    .filter((field) => field in (after ?? {}))
    .map((field) => ({
      field,
      before: said(field, before?.[field], names),
      after: said(field, after?.[field], names),
      restores: table === 'people' && before !== null && isPersonField(field) ? field : null,
    }))
    .filter((change) => change.before !== change.after)
}

function said(field: string, value: unknown, names: ReadonlyMap<string, string>): string | null {
  if (value === null || value === undefined || value === '' || value === false) return null
  if (references.has(field)) return names.get(String(value)) ?? '—'
  return String(value)
}
