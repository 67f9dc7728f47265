import type { Channel } from '../rules-channels'

/** What somebody has typed into the quick log and not saved yet. */
export type QuickDraft = {
  /** The idempotency key: stays until the server has said that it is saved. */
  key: string
  /** When it was last changed, in milliseconds. */
  at: number
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
  /** Sent while there was no connection: goes out by itself, as it is. */
  waiting: object | null
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

const mostDrafts = 20
const storeName = (memberId: string) => `accord-quick-log:${memberId}`
const listeners = new Set<() => void>()
let shown: { memberId: string; text: string | null; drafts: readonly QuickDraft[] } | null = null

/** This member's drafts in this browser, latest first. The answer is the same object as long as nothing changed. */
export function draftsOf(memberId: string): readonly QuickDraft[] {
  const text = stored(memberId)
  if (shown?.memberId === memberId && shown.text === text) return shown.drafts
  shown = { memberId, text, drafts: parsed(text) }
  return shown.drafts
}

function stored(memberId: string): string | null {
  try {
    return localStorage.getItem(storeName(memberId))
  } catch {
    return null
  }
}

function parsed(text: string | null): QuickDraft[] {
  try {
    const kept: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(kept) ? kept.filter(isDraft).map((each) => ({ ...freshDraft(), ...each })) : []
  } catch {
    return []
  }
}

const isDraft = (value: unknown): value is QuickDraft =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  typeof (value as { line?: unknown }).line === 'string'

/** Keeps a draft on every keystroke; one with nothing in it is dropped. */
export function keepDraft(memberId: string, draft: QuickDraft): void {
  const rest = draftsOf(memberId).filter((each) => each.key !== draft.key)
  write(memberId, isEmpty(draft) ? rest : [{ ...draft, at: Date.now() }, ...rest].slice(0, mostDrafts))
}

export const dropDraft = (memberId: string, key: string): void =>
  write(
    memberId,
    draftsOf(memberId).filter((each) => each.key !== key),
  )

export const isEmpty = (draft: QuickDraft) =>
  draft.line.trim() === '' && draft.step.trim() === '' && draft.files.length === 0 && draft.waiting === null

/** A browser without storage, or a full one, must not stop anybody from typing. */
function write(memberId: string, drafts: readonly QuickDraft[]) {
  try {
    if (drafts.length > 0) localStorage.setItem(storeName(memberId), JSON.stringify(drafts))
    else localStorage.removeItem(storeName(memberId))
  } catch {
    return
  }
  for (const listener of listeners) listener()
}

/** Calls back when drafts change, in this tab or another. */
export function onDraftsChanged(listener: () => void): () => void {
  listeners.add(listener)
  window.addEventListener('storage', listener)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', listener)
  }
}
