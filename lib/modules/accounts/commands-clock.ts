import { accounts } from '@/db/schema/accounts'
import { command } from '@/lib/kernel/command'
import { changeRow } from '@/lib/kernel/write'
import { may } from './manifest'
import { clockInput } from './model'

const momentOf = (text: string | null) => (text === null ? null : new Date(text))

/** Keeps the cadence clock as the contacts give it, in the transaction of the command that logged one. */
export const keepClock = command({
  name: 'accounts.keepClock',
  permission: may.see,
  input: clockInput,
  internal: true,
  async run(work, { accountId, lastTwoWayAt, lastContactAt, nextPlannedAt, ...rest }) {
    await changeRow(
      work,
      accounts,
      { id: accountId },
      {
        ...rest,
        lastTwoWayAt: momentOf(lastTwoWayAt),
        lastContactAt: momentOf(lastContactAt),
        nextPlannedAt: momentOf(nextPlannedAt),
      },
    )
  },
})
