import { entriesOf, type FieldChange, type HistoryEntry, mentionedIn, type RecordedChange } from '@/lib/kernel/changed'

const shownFields = {
  needs: [
    'title',
    'holder',
    'kind',
    'ownerId',
    'importance',
    'satisfaction',
    'promisedOn',
    'consented',
    'confidential',
    'competitionSensitive',
    'context',
    'consequence',
    'metric',
    'unit',
    'baseline',
    'target',
    'confidence',
    'measureSource',
    'feeds',
    'outcome',
    'outcomeBecause',
    'state',
  ],
  need_sources: ['method', 'personId', 'informant', 'verbatim', 'heardOn'],
  need_verifications: ['verifiedOn', 'note'],
  need_answers: ['text', 'answeredOn'],
  need_reviews: ['outcome', 'words', 'reviewedOn'],
  advocacies: ['audience', 'ask', 'ownerId', 'dueOn', 'decision', 'because', 'replyDueOn', 'repliedOn'],
  account_objectives: ['title', 'measure', 'ownerId', 'dueOn', 'reachedOn', 'result'],
  anticipated_needs: [
    'title',
    'horizonOn',
    'probability',
    'trigger',
    'signal',
    'signalOn',
    'response',
    'happened',
    'notPursuedBecause',
  ],
  need_plans: ['aim'],
  need_plan_steps: ['method', 'why', 'memberId', 'personId', 'dueOn'],
} as const satisfies Record<string, readonly string[]>

export type NeedSubject = keyof typeof shownFields
export type NeedField = (typeof shownFields)[NeedSubject][number]
export type NeedChange = RecordedChange<NeedSubject>
export type NeedFieldChange = FieldChange<NeedField>
export type NeedEntry = HistoryEntry<NeedSubject, NeedFieldChange>

const references = new Set<string>(['ownerId', 'memberId', 'personId'])

/** Ids of members and people that the changes mention. */
export const referencesIn = (changes: readonly NeedChange[]): string[] => mentionedIn(changes, references)

/** Changes of needs as people read them; what a new row merely says no to is left out. */
export const needHistory = (changes: readonly NeedChange[], names: ReadonlyMap<string, string>): NeedEntry[] =>
  entriesOf<NeedSubject, NeedField>(changes, shownFields, (field, value, { before }) => {
    if (value === null || value === undefined || value === '' || (before === null && value === false)) return null
    if (references.has(field)) return names.get(String(value)) ?? '—'
    return Array.isArray(value) ? value.join(',') || null : String(value)
  })
