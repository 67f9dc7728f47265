/** What a change of the history was about. */
export const subjectKinds = [
  'account',
  'person',
  'interaction',
  'task',
  'member',
  'file',
  'need',
  'negotiation',
  'agreement',
  'product',
  'promotion',
  'pricePolicy',
  'priceRule',
  'priceException',
  'dealCheck',
  'rebate',
] as const
export type SubjectKind = (typeof subjectKinds)[number]
export type Subject = { kind: SubjectKind; id: string; name: string }

/** One thing that somebody did, or tried to do. */
export type HistoryRow = {
  id: string
  at: string
  /** Who did it; null when no member did: the product itself, or a client. */
  member: string | null
  /** Whom the signed link was for by which it was done, perhaps nobody in particular; null when none was used. */
  client: string | null
  /** The command, by its name. */
  what: string
  outcome: 'done' | 'refused'
  /** The records that it changed, at most three; `more` when there were others. */
  subjects: Subject[]
  more: boolean
}
