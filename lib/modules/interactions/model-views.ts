import type { Channel } from './rules-channels'

/** One next step as every list shows it. */
export type StepView = {
  id: string
  version: number
  text: string
  dueOn: string
  dueTime: string | null
  assigneeId: string
  assignee: string
  done: boolean
  accountId: string | null
  account: string | null
  interactionId: string | null
}

/** One contact of a timeline, with everything that belongs to it. */
export type ContactView = {
  id: string
  version: number
  accountId: string
  account: string
  channel: Channel
  /** ISO; without `timeKnown` only its day means something. */
  happenedAt: string
  timeKnown: boolean
  planned: boolean
  twoWay: boolean
  summary: string
  topics: readonly string[]
  speakerId: string
  speaker: string
  /** Who entered it for the speaker; null when they did it themselves. */
  typedBy: string | null
  people: readonly { id: string; name: string; answered: boolean }[]
  members: readonly { id: string; name: string }[]
  steps: readonly StepView[]
  files: readonly { id: string; name: string; mediaType: string }[]
  /** Whether whoever looks may correct it. */
  mayChange: boolean
}

/** What a page of a timeline holds besides: the way on, and whether a search found too much. */
export type TimelinePage = {
  rows: readonly ContactView[]
  before: string | null
  after: string | null
  narrowed: boolean
  query: string
  filters: readonly { column: string; operator: string; values: readonly string[] }[]
  personId: string | null
}

/** One change of a contact; without fields it is the moment at which it was logged. */
export type ContactChange = {
  id: string
  at: string
  by: string | null
  fields: readonly { field: string; before: string | null; after: string | null }[]
}
