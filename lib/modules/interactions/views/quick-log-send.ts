import type { Logged } from '../model'
import { draftsOf, dropDraft, keepDraft, type QuickDraft } from './quick-log-draft'

/** What became of an attempt to save. */
export type Sent =
  | { state: 'saved'; logged: Logged }
  | { state: 'refused'; code: string; sentence: string; fields: Readonly<Record<string, string>> }
  /** Nobody answered: it is kept and goes out by itself. */
  | { state: 'waiting' }
  /** The server could not: everything stays as it is, to try again. */
  | { state: 'failed'; sentence: string }

/** Posts a log under the draft's key, so that however often it is sent it is stored once. */
export async function sendLog(key: string, payload: object): Promise<Sent> {
  let response: Response
  try {
    response = await fetch('/api/v1/interactions/log', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify(payload),
    })
  } catch {
    return { state: 'waiting' }
  }
  const body = await readBody(response)
  if (response.ok) return { state: 'saved', logged: body as unknown as Logged }
  const sentence = typeof body.sentence === 'string' ? body.sentence : ''
  if (response.status >= 500) return { state: 'failed', sentence }
  const fields = (body.fields ?? {}) as Record<string, string>
  return { state: 'refused', code: String(body.code ?? ''), sentence, fields }
}

async function readBody(response: Response): Promise<Record<string, unknown>> {
  try {
    return (await response.json()) as Record<string, unknown>
  } catch {
    return {}
  }
}

/** Posts to a verb of a contact: its undo, for one. True when it was done. */
export async function sendVerb(interactionId: string, verb: 'withdraw'): Promise<boolean> {
  try {
    const response = await fetch(`/api/v1/interactions/${interactionId}/${verb}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    })
    return response.ok
  } catch {
    return false
  }
}

let flushing = false

/**
 * Sends what waited for the connection, one after the other and once at a time. `onSaved` hears of each; what is refused
 * becomes an ordinary draft again, so that its author can mend it.
 */
export async function flushWaiting(
  memberId: string,
  onSaved: (draft: QuickDraft, logged: Logged) => void,
): Promise<void> {
  if (flushing) return
  flushing = true
  try {
    for (const draft of draftsOf(memberId).toReversed()) {
      if (!draft.waiting) continue
      const sent = await sendLog(draft.key, draft.waiting)
      if (sent.state === 'waiting' || sent.state === 'failed') return
      if (sent.state === 'refused') {
        keepDraft(memberId, { ...draft, waiting: null })
        continue
      }
      dropDraft(memberId, draft.key)
      onSaved(draft, sent.logged)
    }
  } finally {
    flushing = false
  }
}
