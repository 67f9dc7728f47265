import { entriesOf, type FieldChange, type HistoryEntry, mentionedIn, type RecordedChange } from '@/lib/kernel/changed'
import { isPersonField, type PersonField, personFields } from './model'

export type PersonSubject = 'people' | 'affiliations' | 'contact_points' | 'key_contacts'
export type PersonChange = RecordedChange<PersonSubject>
/** `restores` names a field whose former value can be brought back. */
export type PersonFieldChange = FieldChange & { restores: PersonField | null }
/** `about` is what the change is about besides the person: the account of a post or role, the kind of a number. */
export type PersonEntry = HistoryEntry<PersonSubject, PersonFieldChange> & { about: string | null }

/** Parts of a person as they are now: what their changes are about. */
export type Parts = ReadonlyMap<string, { about: string | null }>

const shownFields: Readonly<Record<PersonSubject, readonly string[]>> = {
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

/** Ids of members and people that the changes mention. */
export const referencesIn = (changes: readonly PersonChange[]): string[] => mentionedIn(changes, references)

/** Changes of a person and their parts as people read them. */
export const personHistory = (
  changes: readonly PersonChange[],
  parts: Parts,
  names: ReadonlyMap<string, string>,
): PersonEntry[] =>
  entriesOf(changes, shownFields, (field, value) => {
    if (value === null || value === undefined || value === '' || value === false) return null
    return references.has(field) ? (names.get(String(value)) ?? '—') : String(value)
  }).map((entry) => ({
    ...entry,
    about: parts.get(entry.rowId)?.about ?? null,
    fields: entry.fields.map((change) => ({ ...change, restores: restorable(entry, change.field) })),
  }))

const restorable = ({ subject, event }: Pick<PersonEntry, 'subject' | 'event'>, field: string) =>
  subject === 'people' && event !== 'added' && isPersonField(field) ? field : null
