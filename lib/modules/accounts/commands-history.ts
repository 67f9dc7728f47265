import { command } from '@/lib/kernel/command'
import { edit } from './commands'
import { may } from './manifest'
import { messages } from './messages'
import { restoreValueInput } from './model'
import { findValueBefore } from './queries-history'

/** Gives a field the value back that a change of the history took from it; by the rules and rights of any edit. */
export const restoreValue = command({
  name: 'accounts.restoreValue',
  permission: may.edit,
  input: restoreValueInput,
  messages,
  refreshes: ['/accounts/[accountId]', '/accounts/[accountId]/history'],
  async run(work, { accountId, changeId, field }) {
    const value = await findValueBefore(work, accountId, changeId, field)
    return work.call(edit, { accountId, [field]: value })
  },
})
