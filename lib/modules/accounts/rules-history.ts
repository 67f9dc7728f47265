import {
  type FieldChange as Change,
  type HistoryEntry as Entry,
  eventOf,
  type RecordedChange,
} from '@/lib/kernel/changed'
import { type AccountField, accountFields, isAccountField } from './model'

type AccountSubject = 'accounts' | 'account_addresses' | 'account_team' | 'account_notes' | 'external_ids'
export type RawChange = RecordedChange<AccountSubject>
/** `restores` names a field whose former value can be brought back. */
export type FieldChange = Change & { restores: AccountField | null }
export type HistoryEntry = Entry<AccountSubject, FieldChange>

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
    const { id, table, rowId, at, by } = change
    return [{ id, subject: table, rowId, event, at: at.toISOString(), by, fields }]
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
