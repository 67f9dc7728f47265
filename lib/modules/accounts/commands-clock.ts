import type { z } from 'zod'
import { accounts } from '@/db/schema/accounts'
import { command } from '@/lib/kernel/command'
import { changeHeld } from '@/lib/kernel/write'
import { may } from './manifest'
import { clockInput } from './model'

const momentOf = (text: string | null) => (text === null ? null : new Date(text))

type ClockText = z.output<typeof clockInput>['clock']
const clockOf = ({ lastTwoWayAt, lastContactAt, nextPlannedAt, ...rest }: ClockText) => ({
  ...rest,
  lastTwoWayAt: momentOf(lastTwoWayAt),
  lastContactAt: momentOf(lastContactAt),
  nextPlannedAt: momentOf(nextPlannedAt),
})

/**
 * Keeps the cadence clock as the contacts give it, in the transaction of the command that logged one. `held` is the
 * clock as that command read it with the account's lock, so that it need not be read again.
 */
export const keepClock = command({
  name: 'accounts.keepClock',
  permission: may.see,
  input: clockInput,
  internal: true,
  async run(work, { accountId, clock, held }) {
    await changeHeld(work, accounts, { id: accountId, version: held.version, ...clockOf(held.clock) }, clockOf(clock))
  },
})
