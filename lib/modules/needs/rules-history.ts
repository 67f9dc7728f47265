import { eventOf, type HistoryEvent } from '@/lib/kernel/changed'

type Values = Readonly<Record<string, unknown>>

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

export type HistorySubject = keyof typeof shownFields
export type HistoryField = (typeof shownFields)[HistorySubject][number]

/** A change as it was recorded. */
export type RawChange = {
  id: string
  table: HistorySubject
  rowId: string
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

const references = new Set<string>(['ownerId', 'memberId', 'personId'])

/** Ids of members and people that the changes mention, so that their names can be read at once. */
export const referencesIn = (changes: readonly RawChange[]): string[] => [
  ...new Set(
    changes
      .flatMap(({ before, after }) => [...Object.entries(before ?? {}), ...Object.entries(after ?? {})])
      .flatMap(([key, value]) => (references.has(key) && typeof value === 'string' ? [value] : [])),
  ),
]

/** Changes as a history that people read; derived and technical fields are left out, and changes of nothing else. */
export const entriesOf = (changes: readonly RawChange[], names: ReadonlyMap<string, string>): HistoryEntry[] =>
  changes.flatMap((change) => {
    const event = eventOf(change)
    const fields = fieldsOf(change, names)
    if (event === 'changed' && fields.length === 0) return []
    return [{ id: change.id, subject: change.table, event, at: change.at.toISOString(), by: change.by, fields }]
  })

const fieldsOf = ({ table, before, after }: RawChange, names: ReadonlyMap<string, string>): FieldChange[] =>
  shownFields[table]
    .filter((field) => field in (after ?? {}))
    .map((field) => ({ field, before: said(field, before?.[field], names), after: said(field, after?.[field], names) }))
    .filter((change) => change.before !== change.after && !(before === null && change.after === 'false'))

function said(field: string, value: unknown, names: ReadonlyMap<string, string>): string | null {
  if (value === null || value === undefined || value === '') return null
  if (references.has(field)) return names.get(String(value)) ?? '—'
  return Array.isArray(value) ? value.join(',') || null : String(value)
}
