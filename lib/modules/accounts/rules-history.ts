import { eventOf, type HistoryEvent } from '@/lib/kernel/changed'
import { type AccountField, accountFields, isAccountField } from './model'

type Values = Readonly<Record<string, unknown>>

/** A change as it was recorded. */
export type RawChange = {
  id: string
  table: 'accounts' | 'account_addresses' | 'account_team' | 'account_notes' | 'external_ids'
  rowId: string
  before: Values | null
  after: Values | null
  at: Date
  command: string
  by: string | null
}

/** A field of a change, in values that people read; `restores` names it when its former value can be brought back. */
export type FieldChange = { field: string; before: string | null; after: string | null; restores: AccountField | null }
export type HistoryEntry = {
  id: string
  subject: RawChange['table']
  event: HistoryEvent
  at: string
  /** Who did it; null when the product itself did. */
  by: string | null
  fields: FieldChange[]
}

const memberFields = new Set(['ownerId', 'memberId', 'writtenBy'])
const accountReferences = new Set(['parentId'])
const partFields: Readonly<Record<Exclude<RawChange['table'], 'accounts'>, readonly string[]>> = {
  account_addresses: ['kind', 'country', 'postalCode', 'region', 'city', 'line', 'englishLine'],
  account_team: ['memberId', 'role', 'employment', 'fromDay', 'toDay'],
  account_notes: ['kind', 'text', 'source', 'sourceDetail'],
  external_ids: ['source', 'value'],
}

/** Ids that the changes mention, so that their names can be read at once. */
export function referencesIn(changes: readonly RawChange[]): { members: string[]; accounts: string[] } {
  const found = { members: new Set<string>(), accounts: new Set<string>() }
  for (const { before, after } of changes)
    for (const [key, value] of [...Object.entries(before ?? {}), ...Object.entries(after ?? {})]) {
      if (typeof value !== 'string') continue
      if (memberFields.has(key)) found.members.add(value)
      if (accountReferences.has(key)) found.accounts.add(value)
    }
  return { members: [...found.members], accounts: [...found.accounts] }
}

/** Changes as a history that people read. Technical fields are left out; a change of nothing else is no entry. */
export function entriesOf(changes: readonly RawChange[], names: ReadonlyMap<string, string>): HistoryEntry[] {
  return changes.flatMap((change) => {
    const event = eventOf(change)
    const fields = fieldsOf(change, names)
    if (event === 'changed' && fields.length === 0) return []
    return [{ id: change.id, subject: change.table, event, at: change.at.toISOString(), by: change.by, fields }]
  })
}

function fieldsOf({ table, before, after }: RawChange, names: ReadonlyMap<string, string>): FieldChange[] {
  const shownFields: readonly string[] = table === 'accounts' ? accountFields : partFields[table]
  return shownFields
    .filter((field) => after !== null && field in after)
    .map((field) => ({
      field,
      before: shown(field, before?.[field], names),
      after: shown(field, after?.[field], names),
      restores: table === 'accounts' && before !== null && isAccountField(field) ? field : null,
    }))
    .filter((change) => change.before !== null || change.after !== null)
}

function shown(field: string, value: unknown, names: ReadonlyMap<string, string>): string | null {
  if (value === null || value === undefined || value === '') return null
  if (memberFields.has(field) || accountReferences.has(field)) return names.get(String(value)) ?? '—'
  return String(value)
}
