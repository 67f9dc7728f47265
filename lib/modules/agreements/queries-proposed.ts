import { z } from 'zod'
import { optionalId } from '@/lib/kernel/input'
import { query } from '@/lib/kernel/query'
import { findAccount } from '@/lib/modules/accounts/queries'
import { may } from './manifest'

/** What a new agreement can begin with: the account, and what both companies are called. */
export const proposed = query({
  name: 'agreements.proposed',
  permission: may.draft,
  input: z.strictObject({ accountId: optionalId }),
  async run(look, { accountId }) {
    const account = accountId ? await findAccount(look, accountId) : null
    return {
      account: account && { id: account.id, name: account.name },
      facts: { theirName: account?.name ?? null },
    }
  },
})
