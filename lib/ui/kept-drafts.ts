import type { Sent } from './send-once'

/** Something typed and not saved yet. */
export type Kept = {
  /** The idempotency key: stays until the server has said that it is saved. */
  key: string
  /** When it was last changed, in milliseconds. */
  at: number
  /** Sent while there was no connection: goes out by itself, as it is. */
  waiting: object | null
  /** Was refused when its turn came: it keeps its place, and what came after it waits until it is in. */
  returned?: boolean
}

type Store<Draft extends Kept> = {
  /** Begins the name under which the browser keeps them; the member's id follows. */
  name: string
  isDraft: (value: unknown) => value is Draft
  /** What a draft has that was kept before a field was added. */
  fresh: () => Draft
  isEmpty: (draft: Draft) => boolean
  /** What drafts have in common whose order counts; without it each goes out for itself. */
  laneOf?: (draft: Draft) => string
}

type RefusedSent = Extract<Sent<never>, { state: 'refused' }>

const mostDrafts = 20

/** Drafts of one kind that this browser keeps for a member on every keystroke, and sends once there is a connection. */
export function keptDrafts<Draft extends Kept>({ name, isDraft, fresh, isEmpty, laneOf }: Store<Draft>) {
  const storeName = (memberId: string) => `${name}:${memberId}`
  const listeners = new Set<() => void>()
  let shown: { memberId: string; text: string | null; drafts: readonly Draft[] } | null = null
  let flushing = false

  /** This member's drafts, latest first. The answer is the same object as long as nothing changed. */
  function of(memberId: string): readonly Draft[] {
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

  function parsed(text: string | null): Draft[] {
    try {
      const kept: unknown = JSON.parse(text ?? '[]')
      return Array.isArray(kept) ? kept.filter(isDraft).map((each) => ({ ...fresh(), ...each })) : []
    } catch {
      return []
    }
  }

  /** A browser without storage, or a full one, must not stop anybody from typing. */
  function write(memberId: string, drafts: readonly Draft[]) {
    try {
      if (drafts.length > 0) localStorage.setItem(storeName(memberId), JSON.stringify(drafts))
      else localStorage.removeItem(storeName(memberId))
    } catch {
      return
    }
    for (const listener of listeners) listener()
  }

  /** Keeps a draft, as the latest unless it was returned; one with nothing in it is dropped. */
  function keep(memberId: string, draft: Draft): void {
    const all = of(memberId)
    const rest = all.filter(({ key }) => key !== draft.key)
    const place = draft.returned ? all.findIndex(({ key }) => key === draft.key) : -1
    if (isEmpty(draft)) write(memberId, rest)
    else if (place >= 0) write(memberId, all.with(place, draft))
    else write(memberId, [{ ...draft, at: Date.now() }, ...rest].slice(0, mostDrafts))
  }

  const drop = (memberId: string, key: string): void =>
    write(
      memberId,
      of(memberId).filter((each) => each.key !== key),
    )

  /** Calls back when drafts change, in this tab or another. */
  function onChanged(listener: () => void): () => void {
    listeners.add(listener)
    window.addEventListener('storage', listener)
    return () => {
      listeners.delete(listener)
      window.removeEventListener('storage', listener)
    }
  }

  /**
   * Sends what waited for the connection, one after the other and once at a time. `onSaved` hears of each; what is refused
   * becomes an ordinary draft again, so that its author can mend it, and holds up what came after it in its lane.
   */
  async function flush<Value>(
    memberId: string,
    send: (draft: Draft, payload: object) => Promise<Sent<Value>>,
    onSaved: (draft: Draft, value: Value) => void,
    onRefused?: (draft: Draft, refused: RefusedSent) => void,
  ): Promise<void> {
    if (flushing) return
    flushing = true
    try {
      const held = new Set<string>()
      for (const draft of of(memberId).toReversed()) {
        const lane = laneOf?.(draft)
        if (lane !== undefined && draft.returned && !draft.waiting) held.add(lane)
        if (!draft.waiting || (lane !== undefined && held.has(lane))) continue
        const sent = await send(draft, draft.waiting)
        if (sent.state === 'waiting' || sent.state === 'failed') return
        if (sent.state === 'refused') {
          keep(memberId, { ...draft, waiting: null, ...(lane === undefined ? {} : { returned: true }) })
          if (lane !== undefined) held.add(lane)
          onRefused?.(draft, sent)
          continue
        }
        drop(memberId, draft.key)
        onSaved(draft, sent.value)
      }
    } finally {
      flushing = false
    }
  }

  return { of, keep, drop, onChanged, flush }
}
