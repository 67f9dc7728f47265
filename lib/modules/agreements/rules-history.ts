import {
  amountIn,
  entriesOf,
  type FieldChange,
  type HistoryEntry,
  mentionedIn,
  type RecordedChange,
} from '@/lib/kernel/changed'
import type { Locale } from '@/lib/kernel/messages'
import { marksOf } from '@/lib/kernel/punctuation'
import type { Said } from '@/lib/kernel/said'
import { factNames, openEnd } from './model'

/** What the history shows of an agreement, its versions, their clauses, who signs them and how they are sealed. */
const shownFields = {
  agreements: ['title', 'kind', 'state', 'stateReason', 'language', 'confidential', 'scopeName', 'ownerId', 'backupId'],
  agreement_versions: [...factNames, 'terms', 'provisionalTerms', 'provisionalNote', 'provisionalFileId'],
  agreement_clauses: ['heading', 'body', 'aspect', 'deviation', 'deviationReason'],
  agreement_signatories: ['state', 'method', 'openedAt', 'objectedAt', 'via', 'signedOn', 'declinedBecause'],
  agreement_seals: ['sealedOn', 'sentOn', 'dueBackOn', 'returnedOn', 'keptAt'],
} as const satisfies Record<string, readonly string[]>

export type AgreementSubject = keyof typeof shownFields
export type AgreementField = (typeof shownFields)[AgreementSubject][number]
/** `name` tells one signatory, clause or request for seals from another. */
export type AgreementEntry = HistoryEntry<AgreementSubject, FieldChange<AgreementField>> & { name: string | null }
type Change = RecordedChange<AgreementSubject>

const references = new Set<string>(['ownerId', 'backupId', 'provisionalFileId'])

/** Ids of members and files that the changes mention. */
export const referencesIn = (changes: readonly Change[]): string[] => mentionedIn(changes, references)

/** What only whoever signs does themselves, when it was nobody of ours who did it. */
const isOwnDeed = ({ field, after }: FieldChange<AgreementField>) =>
  (field === 'openedAt' || field === 'objectedAt' || after === 'signed' || after === 'declined') && after !== null

/** What the rows of the changes are about: names of members and files, what a part is called, and its currency, by row. */
type Known = Readonly<Record<'names' | 'parts' | 'currencies', ReadonlyMap<string, string>>>

/** Changes of an agreement as people read them; what somebody did by a link is told as theirs. */
export function agreementHistory(
  changes: readonly Change[],
  { names, parts, currencies }: Known,
  locale: Locale,
): AgreementEntry[] {
  const amount = amountIn(changes, currencies)
  return entriesOf<AgreementSubject, AgreementField>(changes, shownFields, (field, value, { rowId }) => {
    if (field === 'terms') return termsSaid(value, locale)
    if (value === null || value === undefined || value === '' || value === openEnd) return null
    if (field === 'yearlyValue') return amount(value, rowId)
    return references.has(field) ? (names.get(String(value)) ?? '—') : String(value)
  }).map((entry) => {
    const name = parts.get(entry.rowId) ?? null
    const isTheirs = entry.by === null && entry.subject === 'agreement_signatories' && entry.fields.some(isOwnDeed)
    return { ...entry, name, by: isTheirs ? name : entry.by }
  })
}

/** The trade terms of an annex, each with its value. */
function termsSaid(value: unknown, locale: Locale): string | null {
  const terms = (Array.isArray(value) ? value : []) as readonly { name: Said; said: Said }[]
  return terms.map(({ name, said }) => `${name[locale]} ${said[locale]}`).join(marksOf(locale).semicolon) || null
}
