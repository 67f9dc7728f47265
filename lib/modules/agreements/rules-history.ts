import { entriesOf, type FieldChange, type HistoryEntry, mentionedIn, type RecordedChange } from '@/lib/kernel/changed'
import { factNames, openEnd } from './model'

/** What the history shows of an agreement, its versions and their clauses. */
const shownFields = {
  agreements: ['title', 'kind', 'state', 'stateReason', 'language', 'confidential', 'scopeName', 'ownerId', 'backupId'],
  agreement_versions: factNames,
  agreement_clauses: ['heading', 'body', 'aspect', 'deviation', 'deviationReason'],
} as const satisfies Record<string, readonly string[]>

export type AgreementSubject = keyof typeof shownFields
export type AgreementField = (typeof shownFields)[AgreementSubject][number]
export type AgreementEntry = HistoryEntry<AgreementSubject, FieldChange<AgreementField>>
type Change = RecordedChange<AgreementSubject>

const references = new Set<string>(['ownerId', 'backupId'])

/** Ids of members that the changes mention. */
export const referencesIn = (changes: readonly Change[]): string[] => mentionedIn(changes, references)

/** Changes of an agreement as people read them. */
export const agreementHistory = (changes: readonly Change[], names: ReadonlyMap<string, string>) =>
  entriesOf<AgreementSubject, AgreementField>(changes, shownFields, (field, value) => {
    if (value === null || value === undefined || value === '' || value === openEnd) return null
    return references.has(field) ? (names.get(String(value)) ?? '—') : String(value)
  })
