import { sendOnce } from '@/lib/ui/send-once'
import type { Logged } from '../model'
import { flushDrafts, type QuickDraft } from './quick-log-draft'

/** Posts a log under the draft's key, so that however often it is sent it is stored once. */
export const sendLog = (key: string, payload: object) => sendOnce<Logged>('/api/v1/interactions/log', key, payload)

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

/** Sends what waited for the connection; `onSaved` hears of each. */
export const flushWaiting = (memberId: string, onSaved: (draft: QuickDraft, logged: Logged) => void) =>
  flushDrafts(memberId, ({ key }, payload) => sendLog(key, payload), onSaved)
