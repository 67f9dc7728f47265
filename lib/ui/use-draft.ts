'use client'
import { type RefObject, useEffect, useMemo, useRef, useState } from 'react'
import { useLocale } from './locale'
import { readerNow } from './recent'

/** What was typed into a form and not saved yet, kept in this browser. */
export type Draft = {
  /** The restored values, shaped like what the server echoes; undefined when there is no draft. */
  input: Record<string, unknown> | undefined
  /** When the restored draft was last changed, said in the reader's language. */
  since: string | null
  /** Grows when values must be shown anew. */
  round: number
  keep: () => void
  forget: () => void
  discard: () => void
}

type Kept = { at: number; entries: [string, string][] }
/** Where a draft is kept: colleagues on one computer do not see each other's. */
const keyOf = (name: string) => `accord-draft:${readerNow()}:${name}`

/**
 * Keeps every keystroke of a form under `name` (one per page and record) for this reader alone, and brings it back after
 * a reload, a crash or a lost session. Passwords and files are never kept. Without a name it does nothing.
 */
export function useDraft(name: string | undefined, form: RefObject<HTMLFormElement | null>): Draft {
  const locale = useLocale()
  const [restored, setRestored] = useState<Kept | null>(null)
  const [round, setRound] = useState(0)
  const off = useRef(false)

  useEffect(() => {
    const kept = name ? read(keyOf(name)) : null
    if (!kept) return
    setRestored(kept)
    setRound((before) => before + 1)
  }, [name])

  return useMemo(() => {
    const forget = () => {
      if (name) attempt(() => localStorage.removeItem(keyOf(name)))
      setRestored(null)
    }
    return {
      input: restored ? nested(restored.entries) : undefined,
      since:
        restored && new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(restored.at),
      round,
      keep: () => {
        if (!name || !form.current || off.current) return
        const kept: Kept = { at: Date.now(), entries: entriesOf(form.current) }
        attempt(() => localStorage.setItem(keyOf(name), JSON.stringify(kept)))
      },
      forget,
      discard: () => {
        forget()
        setRound((before) => before + 1)
      },
    }
  }, [name, form, restored, round, locale])
}

function entriesOf(form: HTMLFormElement): [string, string][] {
  const secret = new Set([...form.querySelectorAll<HTMLInputElement>('input[type=password]')].map((each) => each.name))
  const skipped = (name: string) =>
    name.startsWith('$') || name === 'idempotencyKey' || name === 'version' || secret.has(name)
  return [...new FormData(form)].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string' && !skipped(entry[0]),
  )
}

/** `phones.0.value` as nested objects and lists, as the server would echo it. */
function nested(entries: readonly [string, string][]): Record<string, unknown> {
  const root: Record<string, unknown> = Object.create(null)
  for (const [path, value] of entries) {
    const keys = path.split('.')
    const last = keys.pop() ?? path
    let node = root
    for (const key of keys) {
      node[key] ??= Object.create(null)
      node = node[key] as Record<string, unknown>
    }
    const before = node[last]
    node[last] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
  }
  return root
}

function read(key: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? 'null')
    const isKept = typeof kept === 'object' && kept !== null && 'at' in kept && 'entries' in kept
    return isKept && Array.isArray(kept.entries) ? (kept as Kept) : null
  } catch {
    return null
  }
}

/** A browser without storage, or a full one, must not stop anybody from typing. */
function attempt(store: () => void) {
  try {
    store()
  } catch {
    return
  }
}
