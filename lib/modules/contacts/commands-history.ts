import { command } from '@/lib/kernel/command'
import { edit } from './commands'
import { livePersonInHand } from './commands-held'
import { may } from './manifest'
import { messages } from './messages'
import { restoreValueInput } from './model'
import { findValueBefore } from './queries-history'

/** Gives a field of a person back what a change took from it, by the rules and rights of any edit. */
export const restoreValue = command({
  name: 'contacts.restoreValue',
  permission: may.edit,
  input: restoreValueInput,
  messages,
  refreshes: ['/contacts/[personId]', '/contacts/[personId]/history'],
  async run(work, { personId, changeId, field }) {
    const { person } = await livePersonInHand(work, personId)
    const value = await findValueBefore(work, personId, changeId, field)
    return work.call(edit, { personId, version: person.version, [field]: value })
  },
})
