import { type Kept, keptDrafts } from '@/lib/ui/kept-drafts'
import type { Channel } from '../rules-channels'

/** What somebody has typed into the quick log and not saved yet. */
export type QuickDraft = Kept & {
  account: { id: string; name: string } | null
  line: string
  /** Keys of the chips that were taken away. */
  removed: readonly string[]
  /** Chosen by hand; null follows the line, then the account's habit. */
  channel: Channel | null
  twoWay: boolean | null
  personIds: readonly string[]
  answeredIds: readonly string[]
  /** Key roles said to be unchanged. */
  unchangedIds: readonly string[]
  day: string
  time: string
  step: string
  stepOn: string
  speakerId: string
  files: readonly { id: string; name: string }[]
}

export const freshDraft = (account: QuickDraft['account'] = null): QuickDraft => ({
  key: crypto.randomUUID(),
  at: Date.now(),
  account,
  line: '',
  removed: [],
  channel: null,
  twoWay: null,
  personIds: [],
  answeredIds: [],
  unchangedIds: [],
  day: '',
  time: '',
  step: '',
  stepOn: '',
  speakerId: '',
  files: [],
  waiting: null,
})

const store = keptDrafts<QuickDraft>({ name: 'accord-quick-log', isDraft, fresh: freshDraft, isEmpty })

/** This member's drafts in this browser, latest first. The answer is the same object as long as nothing changed. */
export const draftsOf = store.of
/** Keeps a draft on every keystroke; one with nothing in it is dropped. */
export const keepDraft = store.keep
export const dropDraft = store.drop
/** Calls back when drafts change, in this tab or another. */
export const onDraftsChanged = store.onChanged
export const flushDrafts = store.flush

function isDraft(value: unknown): value is QuickDraft {
  return (
    typeof value === 'object' &&
    value !== null &&
    'key' in value &&
    typeof (value as { line?: unknown }).line === 'string'
  )
}

function isEmpty(draft: QuickDraft) {
  return draft.line.trim() === '' && draft.step.trim() === '' && draft.files.length === 0 && draft.waiting === null
}
