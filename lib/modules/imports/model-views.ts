import type { BatchCounts, BatchReading, Difference, Failure, Mapping, Outcome, Reason, Status, Subject } from './model'

/** A batch with everything that its page shows. */
export type BatchView = {
  id: string
  version: number
  fileName: string
  /** Other files that came with it, if any. */
  togetherId: string | null
  subject: Subject
  source: string
  status: Status
  reading: BatchReading
  mapping: Mapping
  totalRows: number
  doneRows: number
  counts: BatchCounts
  failure: Failure | null
  startedBy: string
  createdAt: string
  finishedAt: string | null
  undoneAt: string | null
  /** Whether rows have been brought in: from then on the file is not read anew. */
  hasRun: boolean
  /** Whether the reader may go on with it at all. */
  mayGoOn: boolean
  mayUndo: boolean
  /** The last day of the undo. */
  undoUntil: string | null
  /** What the reader may bring. */
  subjects: readonly Subject[]
  /** What its records come to now; nothing before it has run. */
  amounts: readonly Amount[]
}

export type Cell = { title: string; value: string }

/** A row as the dry run and the report show it. */
export type RowView = {
  number: number
  outcome: Outcome
  /** The first words of the row, enough to know it again. */
  title: string
  reason: Reason | null
  notes: readonly Reason[]
  differences: readonly Difference[]
  kept: Reason | null
  /** Every filled cell under the title of its column, as the file has it. */
  cells: readonly Cell[]
  /** The page of the record that the row brought or changed. */
  href: string | null
}

export type RowPage = { rows: readonly RowView[]; after: number | null }

/** What the records of files add up to in one currency, exact. */
export type Amount = { name: 'freight' | 'netAmount' | 'openAmount'; currency: string; amount: string }

/** One of several files that came together. */
export type TogetherFile = {
  id: string
  fileName: string
  subject: Subject
  status: Status
  rows: number
  counts: BatchCounts
  failure: Failure | null
  /** How many columns there are, how many of them mean something, and which fields still lack one. */
  columns: number
  mapped: number
  missing: readonly string[]
}

/** Files that came together and are tried, run and taken back as one, in the order in which they are brought in. */
export type TogetherView = {
  id: string
  /** The sum of the versions of the files: what is agreed to. */
  seen: number
  status: Status
  source: string
  currency: string
  hasRun: boolean
  mayGoOn: boolean
  mayUndo: boolean
  /** The last day of the undo. */
  undoUntil: string | null
  files: readonly TogetherFile[]
  amounts: readonly Amount[]
}

/** How far a batch has come, for a page that waits for it. */
export type Progress = { status: Status; doneRows: number; totalRows: number; moving: boolean }

/** What a file said of a record beside the fields that we have. */
export type RawPart = {
  batchId: string
  fileName: string
  number: number
  at: string
  columns: readonly Cell[]
  /** The row in its import's page, for those who may see that. */
  href: string | null
  notes: readonly Reason[]
}
