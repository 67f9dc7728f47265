import { z } from 'zod'
import { command } from '@/lib/kernel/command'
import { id } from '@/lib/kernel/input'
import { turnClocks } from './commands-clock'
import { may } from './manifest'
import { holdAccounts } from './queries-held'

/**
 * Sets the clocks of accounts anew that no contact of theirs has changed: their plan has passed, their due day has become
 * a day off, their tier is served at another interval. Up to 200 at once.
 */
export const turnStaleClocks = command({
  name: 'interactions.turnStaleClocks',
  permission: may.keepClocks,
  input: z.strictObject({ accountIds: z.array(id).min(1).max(200) }),
  async run(work, { accountIds }) {
    await turnClocks(work, await holdAccounts(work, accountIds))
  },
})
