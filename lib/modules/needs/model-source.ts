import type { Day } from '@/lib/kernel/day'
import type { Method } from './model'

/** What a form for a source starts with. */
export type SourcePrefill = {
  method: Method
  person: { id: string; title: string } | null
  interactionId: string | null
  heardOn: Day | null
}

/** How something was found that was heard in a contact by this channel: looking is observing, the rest is talking. */
export const methodOfChannel = (channel: string): Method => (channel === 'storeCheck' ? 'observation' : 'contacts')

/** The method that the contact's channel suggests; without a contact, talking with the client's people. */
export const prefillSource = ({
  channel,
  ...source
}: Omit<SourcePrefill, 'method'> & { channel: string | null }): SourcePrefill => ({
  ...source,
  method: channel === null ? 'contacts' : methodOfChannel(channel),
})
