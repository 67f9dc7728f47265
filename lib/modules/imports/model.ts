import { z } from 'zod'
import { type Role, roles } from '@/lib/kernel/actor'
import { id, optionalChoice, optionalId, optionalText, text, version } from '@/lib/kernel/input'
import { currency } from '@/lib/kernel/input-numbers'
import { delimiters, encodings, type Reading } from '@/lib/kernel/spreadsheet/reading'
import { type AccountKind, accountKinds } from '@/lib/modules/accounts/model'

export const subjects = [
  'accounts',
  'members',
  'interactions',
  'products',
  'orders',
  'sales',
  'receivables',
  'voices',
  'measurements',
] as const
export type Subject = (typeof subjects)[number]

/** Where a batch stands. In those of `movingStatuses` a job is at work. */
export const statuses = [
  'reading',
  'uploaded',
  'checking',
  'checked',
  'running',
  'done',
  'failed',
  'undoing',
  'undone',
] as const
export type Status = (typeof statuses)[number]
export const movingStatuses: readonly Status[] = ['reading', 'checking', 'running', 'undoing']

export const outcomes = ['new', 'update', 'same', 'refused', 'undone', 'kept'] as const
export type Outcome = (typeof outcomes)[number]

export const mostRows = 100_000
/** Rows that are written in one transaction: more where a row is one narrow record. */
export const mostAtOnce = 2000
export const rowsAtOnce = (subject: Subject): number => (subject === 'measurements' ? mostAtOnce : 500)
export const undoDays = 30

/** How a file was read: as the reader found or was told, with its header and its first rows for the preview. */
export type BatchReading = Reading & {
  /** The row that names the columns, counted from 1; 0 when none does. */
  headerRow: number
  header: readonly string[]
  sample: readonly (readonly string[])[]
  /** What somebody has said of a file that the worker still has to read; what it does not say is found. */
  told?: { subject?: Subject | undefined; headerRow?: number | undefined }
}

/** What the columns mean, in their order; null for a column that is only kept with its row. */
export type Mapping = {
  columns: readonly (string | null)[]
  /** The kind of accounts whose rows do not say it. */
  kind: AccountKind
  /** The role of new members whose rows do not say it. */
  role: Role
  /** What becomes of an account whose 統一編號 another one with a different name has. */
  sameNumber: 'refuse' | 'new'
  /** The currency of amounts whose rows do not say it; TWD where an older mapping says none. */
  currency?: string | undefined
}

/** Why something is as it is: a key of the messages, the column that it is about, and what is said in the sentence. */
export type Reason = { code: string; column?: string; params?: Readonly<Record<string, string | number>> }

/** One field that a row changes: as it is, and as the row says. */
export type Difference = { field: string; before: string | null; after: string }

/** What is remembered of a row besides its cells. */
export type RowDetail = { notes?: readonly Reason[]; differences?: readonly Difference[]; kept?: Reason }

export type Counts = Partial<Record<Outcome, number>>

export const outcomeNamed = (name: unknown): Outcome | null => outcomes.find((each) => each === name) ?? null

/** Which rows a page shows first: those that need somebody, else what there is. */
export const firstShown = (counts: Counts): Outcome =>
  (['kept', 'refused', 'new', 'update', 'undone', 'same'] as const).find((each) => (counts[each] ?? 0) > 0) ?? 'new'

/** What a dry run found, what the run did, what the undo came to. */
export type BatchCounts = { checked?: Counts; done?: Counts; undone?: Counts }

/** How the rows stand now: as the dry run or the run left them, or as the undo did where there was one. */
export function standingCounts({ checked, done, undone }: BatchCounts): Counts | undefined {
  if (!undone) return done ?? checked
  const { same, refused } = done ?? {}
  return { ...undone, ...(same ? { same } : {}), ...(refused ? { refused } : {}) }
}

export type Failure = { stage: 'reading' | 'checking' | 'running' | 'undoing'; reason: Reason }

export const batchRef = z.strictObject({ batchId: id })

/** `version` is that of the page whose counts are agreed to. */
export const runInput = batchRef.extend({ version: version.optional() })

export const beginInput = z.strictObject({
  name: text(1000),
  content: z.instanceof(Uint8Array),
  source: optionalText(60),
  /** Shared by files that are sent in one go. */
  togetherId: optionalId,
})

const rowNumber = z.preprocess(
  (value) => (value === '' ? undefined : value),
  z.coerce.number().int().min(0).max(100).optional(),
)

export const readAsInput = z.strictObject({
  batchId: id,
  subject: z.enum(subjects),
  encoding: optionalChoice(encodings),
  delimiter: optionalChoice(delimiters),
  sheet: optionalText(200),
  headerRow: rowNumber,
})

export const mapInput = z.strictObject({
  batchId: id,
  version: version.optional(),
  source: text(60),
  columns: z.array(optionalText(40)).max(300),
  kind: z.enum(accountKinds).default('customer'),
  role: z.enum(roles).default('accountManager'),
  sameNumber: z.enum(['refuse', 'new']).default('refuse'),
  currency: currency.default('TWD'),
})

export const togetherRef = z.strictObject({ togetherId: id })

/** What holds for all files that came together: the system that they are from, and the currency of bare amounts. */
export const checkTogetherInput = togetherRef.extend({ source: text(60), currency: currency.default('TWD') })

/** `seen` is the sum of the versions of the files as the page showed them. */
export const runTogetherInput = togetherRef.extend({ seen: version.optional() })

export type Begun = { id: string; togetherId: string | null }

/** The page on which a file that was taken in goes on. */
export const placeOf = ({ id, togetherId }: Begun): string =>
  togetherId === null ? `/imports/${id}` : `/imports/together/${togetherId}`
