import {
  amountIn,
  entriesOf,
  type FieldChange,
  type HistoryEntry,
  mentionedIn,
  type RecordedChange,
} from '@/lib/kernel/changed'
import { noDeadline } from './model'

/**
 * What the history shows: open fields of open tables alone. Nothing that the mandate group knows is ever named here, but that
 * somebody compared two packages, which the group alone is shown.
 */
const shownFields = {
  negotiations: [
    'title',
    'kind',
    'direction',
    'state',
    'stateReason',
    'purpose',
    'objective',
    'expectedValue',
    'deadlineOn',
    'ownerId',
    'asked',
    'gave',
    'got',
    'result',
  ],
  negotiation_members: ['memberId', 'part'],
  negotiation_comparisons: ['answer'],
} as const satisfies Record<string, readonly string[]>

export type NegotiationSubject = keyof typeof shownFields
export type NegotiationField = (typeof shownFields)[NegotiationSubject][number]
export type NegotiationEntry = HistoryEntry<NegotiationSubject, FieldChange<NegotiationField>>
type Change = RecordedChange<NegotiationSubject>

const references = new Set<string>(['ownerId', 'memberId'])

/** Ids of members that the changes mention. */
export const referencesIn = (changes: readonly Change[]): string[] => mentionedIn(changes, references)

/** Changes of a negotiation as people read them, with the names of members and the currency of the negotiation. */
export const negotiationHistory = (
  changes: readonly Change[],
  names: ReadonlyMap<string, string>,
  currencies: ReadonlyMap<string, string>,
) => {
  const amount = amountIn(changes, currencies)
  return entriesOf<NegotiationSubject, NegotiationField>(changes, shownFields, (field, value, { rowId }) => {
    if (value === null || value === undefined || value === '' || value === noDeadline) return null
    if (field === 'expectedValue') return amount(value, rowId)
    return references.has(field) ? (names.get(String(value)) ?? '—') : String(value)
  })
}
